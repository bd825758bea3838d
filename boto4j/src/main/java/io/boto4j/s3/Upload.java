package io.boto4j.s3;

import io.boto4j.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The upload of a file or of bytes: in one request, or from the threshold on in parts. */
final class Upload extends Job<TransferResult> {
  /** Files up to this size are read once, into memory. */
  private static final int IN_MEMORY = 128 * 1024;

  private final Store store;
  private final String bucket;
  private final String key;
  private final Map<String, Object> parameters;
  private final @Nullable Path path;
  private final byte @Nullable [] bytes;
  private final MultipartUpload multipart;
  private final @Nullable UploadState state;
  private final boolean small;

  private @Nullable PartSource source;
  private @Nullable SourceFile file;
  private long size;
  private long partSize;
  private int count;
  private int next = 1;

  private Upload(
      Shared shared,
      String description,
      String bucket,
      String key,
      UploadOptions options,
      @Nullable Path path,
      byte @Nullable [] bytes,
      long size,
      @Nullable UploadState state) {
    super(shared.workers(), shared.notifier(), description);
    this.store = shared.store();
    this.bucket = bucket;
    this.key = key;
    this.parameters = options.parameters();
    this.path = path;
    this.bytes = bytes;
    this.state = state;
    this.multipart = new MultipartUpload(store, bucket, key, parameters, tracker());
    this.small = size < store.config().multipartThreshold();
    tracker().total(size);
  }

  /** Returns the upload of bytes. */
  static Upload of(Shared shared, byte[] bytes, String bucket, String key, UploadOptions options) {
    String description = "the upload of " + bytes.length + " bytes to " + Store.uri(bucket, key);
    return new Upload(shared, description, bucket, key, options, null, bytes, bytes.length, null);
  }

  /** Returns the upload of a file of the given size, which may have been begun before. */
  static Upload of(
      Shared shared,
      Path file,
      long size,
      String bucket,
      String key,
      UploadOptions options,
      @Nullable UploadState state) {
    String description = "the upload of " + file + " to " + Store.uri(bucket, key);
    return new Upload(shared, description, bucket, key, options, file, null, size, state);
  }

  @Override
  public boolean isSmall() {
    return small;
  }

  @Override
  @Nullable TransferResult begin() throws IOException {
    open();
    if (size < store.config().multipartThreshold()) {
      return PutRequest.send(
          store, bucket, key, parameters, body(0, size), tracker(), this::requireUnchanged);
    }
    UploadState begun = state;
    partSize = PartSizes.of(size, store.config().multipartChunksize());
    if (begun == null
        || !begun.continues(store, multipart, Objects.requireNonNull(file), tracker())) {
      shielded(multipart::create);
      if (begun != null) {
        begun.begun(multipart, Objects.requireNonNull(file), partSize);
      }
    } else {
      partSize = begun.partSize();
    }
    count = PartSizes.count(size, partSize);
    tracker().parts(count);
    return null;
  }

  private void open() throws IOException {
    if (bytes != null) {
      source = PartSource.of(bytes);
      size = bytes.length;
      return;
    }
    SourceFile opened = SourceFile.open(Objects.requireNonNull(path));
    file = opened;
    source = opened;
    size = opened.size();
    tracker().total(size);
    if (size <= IN_MEMORY) {
      source = PartSource.of(opened.readAll());
    }
  }

  private void requireUnchanged() {
    try {
      if (file != null) {
        file.requireUnchanged();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PartBody body(long from, long length) {
    return new PartBody(Objects.requireNonNull(source), from, length, store.bodies(), tracker());
  }

  @Override
  @Nullable Part nextPart() {
    if (handedOutAll()) {
      return null;
    }
    int number = next++;
    return () -> send(number);
  }

  private void send(int number) throws IOException {
    long from = (number - 1) * partSize;
    multipart.send(number, body(from, Math.min(partSize, size - from)));
  }

  /** Passes over the parts that an earlier run has sent. */
  @Override
  boolean handedOutAll() {
    while (next <= count && multipart.has(next)) {
      next++;
    }
    return next > count;
  }

  @Override
  TransferResult finish() throws IOException {
    requireUnchanged();
    Response completed = shielded(multipart::complete);
    if (state != null) {
      state.remove();
    }
    return new TransferResult(
        bucket, key, size, completed.text("ETag"), completed.text("VersionId"), count, completed);
  }

  /** An apparent fault of S3 may be due to a file that was changed. */
  @Override
  Throwable refine(Throwable cause) {
    try {
      requireUnchanged();
    } catch (SourceChangedException e) {
      e.addSuppressed(cause);
      return e;
    }
    return cause;
  }

  @Override
  void undo(Throwable cause) throws IOException {
    boolean resumable =
        state != null && state.hasJournal() && !(cause instanceof TransferException);
    if (!resumable) {
      multipart.abort();
      if (state != null) {
        state.remove();
      }
    }
  }

  @Override
  boolean isPausable() {
    return path != null;
  }

  @Override
  ResumeToken keep() throws IOException {
    Path kept = Objects.requireNonNull(path);
    UploadState now = state == null ? new UploadState(null, kept, bucket, key, parameters) : state;
    if (multipart.isCreated()) {
      now.begun(multipart, Objects.requireNonNull(file), partSize);
    }
    return now.token();
  }

  @Override
  void release() throws IOException {
    // A transfer that has ended may be kept for its result: the bytes must not be.
    source = null;
    if (file != null) {
      file.close();
    }
  }
}
