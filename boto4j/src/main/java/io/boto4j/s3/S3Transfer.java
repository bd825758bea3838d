package io.boto4j.s3;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Transfers files, streams, bytes and whole directories to, from and within S3: in parallel parts
 * where objects are large, with checksums from end to end, and in little memory.
 *
 * <pre>{@code
 * try (S3Transfer s3t = S3Transfer.of(session.client("s3"))) {
 *   s3t.upload(Path.of("report.pdf"), "bucket", "reports/1.pdf").await();
 *   s3t.download("bucket", "reports/1.pdf", Path.of("copy.pdf")).onProgress(new ProgressBar()).await();
 *   s3t.sync(Path.of("site"), "s3://bucket/site/", o -> o.delete(true).exclude("*.tmp")).await();
 * }
 * }</pre>
 *
 * <p>Every method that starts a transfer returns at once; the transfers run side by side on the
 * threads of this object, under its common limits. It is safe for use by multiple threads and meant
 * to be kept and shared.
 */
public final class S3Transfer implements AutoCloseable {
  private final Store store;
  private final Shared shared;

  private S3Transfer(Client s3, TransferConfig config) {
    this.store = new Store(s3, config);
    this.shared = new Shared(store);
  }

  /**
   * Creates an object with the default settings.
   *
   * @param s3 a client of S3, which is not closed with this object
   * @return a new object, to be closed
   * @throws IllegalArgumentException if the client is of another service
   */
  public static S3Transfer of(Client s3) {
    return of(s3, options -> {});
  }

  /**
   * Creates an object.
   *
   * @param s3 a client of S3, which is not closed with this object
   * @param options a function that sets the settings
   * @return a new object, to be closed
   * @throws IllegalArgumentException if the client is of another service, or a setting is invalid
   */
  public static S3Transfer of(Client s3, Consumer<? super TransferConfig.Builder> options) {
    if (!s3.model().name().equals("s3")) {
      throw new IllegalArgumentException(
          "S3Transfer needs a client of s3, not of " + s3.model().name());
    }
    TransferConfig.Builder builder = TransferConfig.builder();
    options.accept(builder);
    return new S3Transfer(s3, builder.build());
  }

  /**
   * Returns the settings.
   *
   * @return the settings
   */
  public TransferConfig config() {
    return store.config();
  }

  /**
   * Uploads a file: boto3's {@code upload_file}.
   *
   * @param file the path of the file
   * @param bucket the bucket
   * @param key the key of the object
   * @return the transfer, which has been started
   * @throws LocalFileException if the file does not exist, is a directory or cannot be read
   */
  public Transfer<TransferResult> upload(Path file, String bucket, String key) {
    return upload(file, bucket, key, options -> {});
  }

  /**
   * Uploads a file with options.
   *
   * @param file the path of the file; a named pipe is read like a stream
   * @param bucket the bucket
   * @param key the key of the object
   * @param options a function that sets the options
   * @return the transfer, which has been started
   * @throws LocalFileException if the file does not exist, is a directory or cannot be read, or its
   *     journal cannot be used
   * @throws IllegalArgumentException if an option is invalid
   */
  public Transfer<TransferResult> upload(
      Path file, String bucket, String key, Consumer<? super UploadOptions> options) {
    UploadOptions set = made(options);
    BasicFileAttributes attributes = SourceFile.check(file);
    if (attributes.isOther()) {
      return shared.start(new StreamUpload(shared, SourceFile.pipe(file), bucket, key, set));
    }
    UploadState state =
        set.journal() == null
            ? null
            : new UploadState(set.journal(), file, bucket, key, set.parameters());
    return shared.start(Upload.of(shared, file, attributes.size(), bucket, key, set, state));
  }

  /**
   * Uploads bytes.
   *
   * @param bytes the bytes, which must not change until the transfer has ended
   * @param bucket the bucket
   * @param key the key of the object
   * @return the transfer, which has been started
   */
  public Transfer<TransferResult> upload(byte[] bytes, String bucket, String key) {
    return upload(bytes, bucket, key, options -> {});
  }

  /**
   * Uploads bytes with options.
   *
   * @param bytes the bytes, which must not change until the transfer has ended
   * @param bucket the bucket
   * @param key the key of the object
   * @param options a function that sets the options
   * @return the transfer, which has been started
   * @throws IllegalArgumentException if an option is invalid
   */
  public Transfer<TransferResult> upload(
      byte[] bytes, String bucket, String key, Consumer<? super UploadOptions> options) {
    return shared.start(Upload.of(shared, bytes, bucket, key, made(options)));
  }

  /**
   * Uploads a stream from its current position to its end: boto3's {@code upload_fileobj}. The
   * length need not be known.
   *
   * @param stream the stream, which is not closed; a read that blocks delays the end of a transfer
   *     that is cancelled
   * @param bucket the bucket
   * @param key the key of the object
   * @return the transfer, which has been started
   */
  public Transfer<TransferResult> upload(InputStream stream, String bucket, String key) {
    return upload(stream, bucket, key, options -> {});
  }

  /**
   * Uploads a stream with options.
   *
   * @param stream the stream, which is not closed
   * @param bucket the bucket
   * @param key the key of the object
   * @param options a function that sets the options
   * @return the transfer, which has been started
   * @throws IllegalArgumentException if an option is invalid
   */
  public Transfer<TransferResult> upload(
      InputStream stream, String bucket, String key, Consumer<? super UploadOptions> options) {
    Objects.requireNonNull(stream, "stream");
    return shared.start(new StreamUpload(shared, stream, bucket, key, made(options)));
  }

  /**
   * Uploads what a channel delivers until its end.
   *
   * @param channel the channel, in blocking mode, which is not closed
   * @param bucket the bucket
   * @param key the key of the object
   * @return the transfer, which has been started
   */
  public Transfer<TransferResult> upload(ReadableByteChannel channel, String bucket, String key) {
    return upload(channel, bucket, key, options -> {});
  }

  /**
   * Uploads what a channel delivers until its end, with options.
   *
   * @param channel the channel, in blocking mode, which is not closed
   * @param bucket the bucket
   * @param key the key of the object
   * @param options a function that sets the options
   * @return the transfer, which has been started
   * @throws IllegalArgumentException if an option is invalid
   */
  public Transfer<TransferResult> upload(
      ReadableByteChannel channel,
      String bucket,
      String key,
      Consumer<? super UploadOptions> options) {
    return upload(Channels.newInputStream(channel), bucket, key, options);
  }

  private UploadOptions made(Consumer<? super UploadOptions> options) {
    UploadOptions set = new UploadOptions(store.extraArgs());
    options.accept(set);
    return set;
  }

  /**
   * Downloads an object to a file: boto3's {@code download_file}. The file appears, or is replaced,
   * when the download is complete.
   *
   * @param bucket the bucket
   * @param key the key of the object
   * @param file the path of the file; its directory must exist
   * @return the transfer, which has been started
   * @throws LocalFileException if the file cannot be written
   */
  public Transfer<TransferResult> download(String bucket, String key, Path file) {
    return download(bucket, key, file, options -> {});
  }

  /**
   * Downloads an object to a file, with options.
   *
   * @param bucket the bucket
   * @param key the key of the object
   * @param file the path of the file; its directory must exist
   * @param options a function that sets the options
   * @return the transfer, which has been started
   * @throws LocalFileException if the file cannot be written, or its journal cannot be used
   * @throws IllegalArgumentException if an option is invalid
   */
  public Transfer<TransferResult> download(
      String bucket, String key, Path file, Consumer<? super DownloadOptions> options) {
    DownloadOptions set = chosen(options);
    String description = "the download of " + Store.uri(bucket, key) + " to " + file;
    if (isSpecial(file)) {
      return shared.start(
          new Download<>(
              shared, description, bucket, key, set, pipe(file), null, Function.identity()));
    }
    FileTarget target = FileTarget.of(file, set);
    DownloadState state = new DownloadState(set.journal(), file, bucket, key, set.parameters());
    return shared.start(
        new Download<>(shared, description, bucket, key, set, target, state, Function.identity()));
  }

  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static Target pipe(Path file) {
    try {
      return new StreamTarget(Files.newOutputStream(file), true);
    } catch (IOException e) {
      throw new LocalFileException("Cannot write " + file + ": " + Reasons.of(e), file, e);
    }
  }

  /**
   * Downloads an object to a stream: boto3's {@code download_fileobj}. The bytes are written in
   * their order.
   *
   * @param bucket the bucket
   * @param key the key of the object
   * @param out the stream, which is flushed at the end and not closed
   * @return the transfer, which has been started
   */
  public Transfer<TransferResult> download(String bucket, String key, OutputStream out) {
    return download(bucket, key, out, options -> {});
  }

  /**
   * Downloads an object to a stream, with options.
   *
   * @param bucket the bucket
   * @param key the key of the object
   * @param out the stream, which is flushed at the end and not closed
   * @param options a function that sets the options
   * @return the transfer, which has been started
   * @throws IllegalArgumentException if an option is invalid
   */
  public Transfer<TransferResult> download(
      String bucket, String key, OutputStream out, Consumer<? super DownloadOptions> options) {
    String description = "the download of " + Store.uri(bucket, key) + " to a stream";
    Target target = new StreamTarget(Objects.requireNonNull(out, "out"), false);
    return shared.start(
        new Download<>(
            shared, description, bucket, key, chosen(options), target, null, Function.identity()));
  }

  /**
   * Downloads an object into memory.
   *
   * @param bucket the bucket
   * @param key the key of the object
   * @return the transfer, which has been started
   */
  public Transfer<byte[]> downloadBytes(String bucket, String key) {
    return downloadBytes(bucket, key, options -> {});
  }

  /**
   * Downloads an object into memory, with options.
   *
   * @param bucket the bucket
   * @param key the key of the object
   * @param options a function that sets the options
   * @return the transfer, which has been started
   * @throws IllegalArgumentException if an option is invalid
   */
  public Transfer<byte[]> downloadBytes(
      String bucket, String key, Consumer<? super DownloadOptions> options) {
    String description = "the download of " + Store.uri(bucket, key);
    BytesTarget target = new BytesTarget();
    return shared.start(
        new Download<>(
            shared,
            description,
            bucket,
            key,
            chosen(options),
            target,
            null,
            result -> target.bytes()));
  }

  private DownloadOptions chosen(Consumer<? super DownloadOptions> options) {
    DownloadOptions set = new DownloadOptions(store.extraArgs());
    options.accept(set);
    return set;
  }

  /**
   * Copies an object inside S3: boto3's {@code copy}. Metadata, tags and content type are kept,
   * however large the object is.
   *
   * @param sourceBucket the bucket of the source
   * @param sourceKey the key of the source
   * @param bucket the bucket of the copy
   * @param key the key of the copy
   * @return the transfer, which has been started
   */
  public Transfer<TransferResult> copy(
      String sourceBucket, String sourceKey, String bucket, String key) {
    return copy(sourceBucket, sourceKey, bucket, key, options -> {});
  }

  /**
   * Copies an object inside S3, with options.
   *
   * @param sourceBucket the bucket of the source
   * @param sourceKey the key of the source
   * @param bucket the bucket of the copy
   * @param key the key of the copy
   * @param options a function that sets the options
   * @return the transfer, which has been started
   * @throws IllegalArgumentException if an option is invalid
   */
  public Transfer<TransferResult> copy(
      String sourceBucket,
      String sourceKey,
      String bucket,
      String key,
      Consumer<? super CopyOptions> options) {
    CopyOptions set = new CopyOptions(store.extraArgs());
    options.accept(set);
    return shared.start(new Copy(shared, sourceBucket, sourceKey, bucket, key, set, -1));
  }

  /**
   * Deletes objects, a thousand per request.
   *
   * @param bucket the bucket
   * @param keys the keys, which are read while the deletion runs; keys that do not exist count as
   *     deleted
   * @return the transfer, which has been started; {@link Transfer#await()} throws {@link
   *     DeleteFailedException} if some objects were not deleted
   */
  public Transfer<DeleteResult> delete(String bucket, Iterable<String> keys) {
    return shared.start(new Delete(shared, bucket, keys));
  }

  private Transfer<TreeResult> start(
      String verb,
      TreeSide source,
      TreeSide destination,
      TreeOptions set,
      Consumer<? super TreeOptions> options) {
    options.accept(set);
    return new Tree(shared, verb, source, destination, set).start();
  }

  /**
   * Uploads all files below a directory.
   *
   * @param directory the directory
   * @param destination the address of a bucket or prefix, such as {@code s3://bucket/prefix/}
   * @return the transfer, which has been started; {@link Transfer#await()} throws {@link
   *     TreeFailedException} if some files failed
   * @throws LocalFileException if the directory does not exist
   * @throws IllegalArgumentException if the address is invalid
   */
  public Transfer<TreeResult> uploadDirectory(Path directory, String destination) {
    return uploadDirectory(directory, destination, options -> {});
  }

  /**
   * Uploads all files below a directory, with options.
   *
   * @param directory the directory
   * @param destination the address of a bucket or prefix, such as {@code s3://bucket/prefix/}
   * @param options a function that sets the options
   * @return the transfer, which has been started; {@link Transfer#await()} throws {@link
   *     TreeFailedException} if some files failed
   * @throws LocalFileException if the directory does not exist
   * @throws IllegalArgumentException if the address or an option is invalid
   */
  public Transfer<TreeResult> uploadDirectory(
      Path directory, String destination, Consumer<? super TreeOptions> options) {
    return start(
        "upload",
        TreeSide.source(directory),
        TreeSide.of(destination),
        new TreeOptions(store.extraArgs().upload(), false),
        options);
  }

  /**
   * Downloads all objects below a prefix. Each file gets the time of its object.
   *
   * @param source the address of a bucket or prefix, such as {@code s3://bucket/prefix/}
   * @param directory the directory, which is created if it does not exist
   * @return the transfer, which has been started; {@link Transfer#await()} throws {@link
   *     TreeFailedException} if some files failed
   * @throws IllegalArgumentException if the address is invalid
   */
  public Transfer<TreeResult> downloadDirectory(String source, Path directory) {
    return downloadDirectory(source, directory, options -> {});
  }

  /**
   * Downloads all objects below a prefix, with options. Each file gets the time of its object. Keys
   * that would lead out of the directory, such as {@code ../a}, fail.
   *
   * @param source the address of a bucket or prefix, such as {@code s3://bucket/prefix/}
   * @param directory the directory, which is created if it does not exist
   * @param options a function that sets the options
   * @return the transfer, which has been started; {@link Transfer#await()} throws {@link
   *     TreeFailedException} if some files failed
   * @throws IllegalArgumentException if the address or an option is invalid
   */
  public Transfer<TreeResult> downloadDirectory(
      String source, Path directory, Consumer<? super TreeOptions> options) {
    return start(
        "download",
        TreeSide.of(source),
        TreeSide.destination(directory),
        new TreeOptions(store.extraArgs().download(), false),
        options);
  }

  /**
   * Uploads the files of a directory that are missing at a place in S3 or differ there: {@code aws
   * s3 sync}. See {@link TreeOptions} for the comparison.
   *
   * @param directory the directory
   * @param destination the address of a bucket or prefix, such as {@code s3://bucket/prefix/}
   * @return the transfer, which has been started; {@link Transfer#await()} throws {@link
   *     TreeFailedException} if some files failed
   * @throws LocalFileException if the directory does not exist
   * @throws IllegalArgumentException if the address is invalid
   */
  public Transfer<TreeResult> sync(Path directory, String destination) {
    return sync(directory, destination, options -> {});
  }

  /**
   * Uploads the files of a directory that are missing at a place in S3 or differ there, with
   * options: {@code aws s3 sync}.
   *
   * @param directory the directory
   * @param destination the address of a bucket or prefix, such as {@code s3://bucket/prefix/}
   * @param options a function that sets the options
   * @return the transfer, which has been started; {@link Transfer#await()} throws {@link
   *     TreeFailedException} if some files failed
   * @throws LocalFileException if the directory does not exist
   * @throws IllegalArgumentException if the address or an option is invalid
   */
  public Transfer<TreeResult> sync(
      Path directory, String destination, Consumer<? super TreeOptions> options) {
    return start(
        "sync",
        TreeSide.source(directory),
        TreeSide.of(destination),
        new TreeOptions(store.extraArgs().upload(), true),
        options);
  }

  /**
   * Downloads the objects of a place in S3 that are missing in a directory or differ there: {@code
   * aws s3 sync}. By default, an object that was changed without changing its size is downloaded
   * only if the file is newer; see {@link TreeOptions#exactTimestamps} and {@link
   * TreeOptions#checksum}.
   *
   * @param source the address of a bucket or prefix, such as {@code s3://bucket/prefix/}
   * @param directory the directory, which is created if it does not exist
   * @return the transfer, which has been started; {@link Transfer#await()} throws {@link
   *     TreeFailedException} if some files failed
   * @throws IllegalArgumentException if the address is invalid
   */
  public Transfer<TreeResult> sync(String source, Path directory) {
    return sync(source, directory, options -> {});
  }

  /**
   * Downloads the objects of a place in S3 that are missing in a directory or differ there, with
   * options: {@code aws s3 sync}.
   *
   * @param source the address of a bucket or prefix, such as {@code s3://bucket/prefix/}
   * @param directory the directory, which is created if it does not exist
   * @param options a function that sets the options
   * @return the transfer, which has been started; {@link Transfer#await()} throws {@link
   *     TreeFailedException} if some files failed
   * @throws IllegalArgumentException if the address or an option is invalid
   */
  public Transfer<TreeResult> sync(
      String source, Path directory, Consumer<? super TreeOptions> options) {
    return start(
        "sync",
        TreeSide.of(source),
        TreeSide.destination(directory),
        new TreeOptions(store.extraArgs().download(), true),
        options);
  }

  /**
   * Copies the objects of one place in S3 that are missing at another or differ there: {@code aws
   * s3 sync}.
   *
   * @param source the address of a bucket or prefix, such as {@code s3://bucket/prefix/}
   * @param destination the address of another bucket or prefix
   * @return the transfer, which has been started; {@link Transfer#await()} throws {@link
   *     TreeFailedException} if some files failed
   * @throws IllegalArgumentException if an address is invalid, or one contains the other
   */
  public Transfer<TreeResult> sync(String source, String destination) {
    return sync(source, destination, options -> {});
  }

  /**
   * Copies the objects of one place in S3 that are missing at another or differ there, with
   * options: {@code aws s3 sync}.
   *
   * @param source the address of a bucket or prefix, such as {@code s3://bucket/prefix/}
   * @param destination the address of another bucket or prefix
   * @param options a function that sets the options
   * @return the transfer, which has been started; {@link Transfer#await()} throws {@link
   *     TreeFailedException} if some files failed
   * @throws IllegalArgumentException if an address or option is invalid, or if one place contains
   *     the other and is not excluded
   */
  public Transfer<TreeResult> sync(
      String source, String destination, Consumer<? super TreeOptions> options) {
    return start(
        "sync",
        TreeSide.of(source),
        TreeSide.of(destination),
        new TreeOptions(store.extraArgs().copy(), true),
        options);
  }

  /**
   * Continues a paused upload or download.
   *
   * @param token the token from {@link Transfer#pause()}
   * @return the transfer, which has been started
   * @throws LocalFileException if the file is missing
   * @throws IllegalArgumentException if the token is not complete
   */
  public Transfer<TransferResult> resume(ResumeToken token) {
    return resume(token, Map.of());
  }

  /**
   * Continues a paused upload or download whose requests need parameters that a token does not
   * contain.
   *
   * @param token the token from {@link Transfer#pause()}
   * @param parameters parameters of the requests, such as {@code SSECustomerKey}
   * @return the transfer, which has been started
   * @throws LocalFileException if the file is missing
   * @throws IllegalArgumentException if the token is not complete, or a parameter does not apply
   */
  public Transfer<TransferResult> resume(ResumeToken token, Map<String, ?> parameters) {
    Structure state = token.state();
    String bucket = ResumeState.text(state, "bucket");
    String key = ResumeState.text(state, "key");
    Path file = Path.of(ResumeState.text(state, "file"));
    Map<String, Object> kept = state.map("parameters");
    String kind = ResumeState.text(state, "kind");
    if (kind.equals(UploadState.KIND)) {
      UploadOptions options = made(o -> o.set(kept).set(parameters));
      if (state.text("algorithm") != null) {
        options.set("ChecksumAlgorithm", state.text("algorithm"));
      }
      long size = SourceFile.check(file).size();
      UploadState continued = new UploadState(token, file, options.parameters());
      return shared.start(Upload.of(shared, file, size, bucket, key, options, continued));
    }
    if (kind.equals(DownloadState.KIND)) {
      DownloadOptions options = chosen(o -> o.set(kept).set(parameters));
      String description = "the download of " + Store.uri(bucket, key) + " to " + file;
      DownloadState continued = new DownloadState(token, file, options.parameters());
      return shared.start(
          new Download<>(
              shared,
              description,
              bucket,
              key,
              options,
              FileTarget.of(file, options),
              continued,
              Function.identity()));
    }
    throw new IllegalArgumentException("A resume token of an unknown kind: " + kind);
  }

  /**
   * Lists the uploads in parts that were begun and neither completed nor aborted, by any program.
   *
   * @param bucket the bucket
   * @param prefix the beginning of the keys; empty for all
   * @return the uploads, in the order of their keys, requested page by page
   */
  public Iterable<UnfinishedUpload> listUnfinished(String bucket, String prefix) {
    Params request = Params.of("Bucket", bucket, "Prefix", prefix.isEmpty() ? null : prefix);
    return () -> {
      var uploads = store.client().items("ListMultipartUploads", request).iterator();
      return new java.util.Iterator<>() {
        @Override
        public boolean hasNext() {
          return uploads.hasNext();
        }

        @Override
        public UnfinishedUpload next() {
          Structure upload = uploads.next();
          return new UnfinishedUpload(
              bucket,
              Objects.requireNonNull(upload.text("Key")),
              Objects.requireNonNull(upload.text("UploadId")),
              upload.instant("Initiated"));
        }
      };
    };
  }

  /**
   * Aborts the uploads in parts that were begun some time ago and neither completed nor aborted, by
   * any program. Their parts are removed.
   *
   * @param bucket the bucket
   * @param prefix the beginning of the keys; empty for all
   * @param olderThan the time since an upload was begun; must be longer than any upload that may
   *     still be running
   * @return the uploads that were aborted
   */
  public List<UnfinishedUpload> abortUnfinished(String bucket, String prefix, Duration olderThan) {
    Instant latest = store.client().session().clock().instant().minus(olderThan);
    List<UnfinishedUpload> aborted = new ArrayList<>();
    for (UnfinishedUpload upload : listUnfinished(bucket, prefix)) {
      Instant initiated = upload.initiated();
      if (initiated != null && !initiated.isAfter(latest) && abort(upload)) {
        aborted.add(upload);
      }
    }
    return aborted;
  }

  private boolean abort(UnfinishedUpload upload) {
    try {
      store
          .client()
          .call(
              "AbortMultipartUpload",
              Params.of(
                  "Bucket", upload.bucket(), "Key", upload.key(), "UploadId", upload.uploadId()));
      return true;
    } catch (ServiceException e) {
      e.rethrowUnless("NoSuchUpload");
      return false;
    }
  }

  /**
   * Cancels all transfers that run. Returns at once; {@link #close()} waits until they have ended.
   */
  public void cancelAll() {
    shared.cancelAll();
  }

  /**
   * Waits until all transfers have ended; none can be started from now on. If the thread is
   * interrupted, the transfers are cancelled.
   */
  @Override
  public void close() {
    shared.close();
  }

  /**
   * Returns the client and the settings.
   *
   * @return a text for logs
   */
  @Override
  public String toString() {
    return "S3Transfer[" + store.client() + ", " + store.config() + "]";
  }
}
