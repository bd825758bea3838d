package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import io.boto4j.s3.S3Transfer;
import io.boto4j.s3.Transfer;
import io.boto4j.s3.TransferProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes transfers one after the other, through a proxy of its own, and checks each. */
final class TransferLane implements AutoCloseable {
  private static final Pattern INTERNAL =
      Pattern.compile("\\b(java|javax|jdk|sun|com\\.sun)\\.[a-z]+[.\\w]*");
  private static final Duration READ_TIMEOUT = Duration.ofMillis(2500);

  private final Client direct;
  private final String bucket;
  private final Path folder;
  private final TransferProxy proxy;
  private final Client throughProxy;
  private final S3Transfer onThreads;
  private final S3Transfer onCaller;
  private int number;

  TransferLane(LocalAws aws, String bucket, Path folder) throws IOException {
    this.bucket = bucket;
    this.folder = Files.createDirectories(folder);
    this.direct = aws.session().client("s3");
    direct.call("CreateBucket", Map.of("Bucket", bucket));
    this.proxy = new TransferProxy(aws.endpoint().getPort());
    this.throughProxy = TransferClients.of(proxy.url(), c -> c.readTimeout(READ_TIMEOUT));
    this.onThreads = transfers(true);
    this.onCaller = transfers(false);
  }

  private S3Transfer transfers(boolean threads) {
    return S3Transfer.of(
        throughProxy,
        c ->
            c.multipartThreshold(TransferCase.THRESHOLD)
                .multipartChunksize(TransferCase.THRESHOLD)
                .copyThreshold(TransferCase.THRESHOLD)
                .maxConcurrency(4)
                .threads(threads));
  }

  /**
   * The outcome of a transfer.
   *
   * @param text "complete", or the name of the exception
   * @param problems what must not be; empty if all is well
   */
  record Outcome(TransferCase of, String text, boolean struck, List<String> problems) {}

  Outcome run(TransferCase of) throws IOException, InterruptedException {
    return new Run(of).run();
  }

  /** One transfer. */
  private final class Run {
    private final TransferCase of;
    private final Random random;

    /** A request that was cancelled may be carried out during the next transfer. */
    private final String key = "object-" + ++number;

    private final String sourceKey = "source-" + number;
    private final byte[] content;
    private final byte @Nullable [] before;
    private final Path file = folder.resolve("the file");
    private final Path journal = folder.resolve("the journal");
    private final List<byte[]> good = new ArrayList<>();
    private final CompletableFuture<Transfer<?>> started = new CompletableFuture<>();
    private final List<TransferProgress> progress = new CopyOnWriteArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final TransferFaultPlan plan;

    Run(TransferCase of) {
      this.of = of;
      this.random = of.random();
      this.content = bytes(of.size());
      this.before = of.exists() ? bytes(1 + random.nextInt(1000)) : null;
      this.plan = new TransferFaultPlan(of.fault(), random, this::disturb);
      good.add(content);
    }

    private byte[] bytes(int size) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      return bytes;
    }

    Outcome run() throws IOException, InterruptedException {
      prepare();
      Throwable failure = null;
      byte[] result = null;
      proxy.plan(plan);
      try {
        Transfer<?> transfer = start();
        started.complete(transfer);
        Object made = transfer.onProgress(progress::add).await();
        result = made instanceof byte[] bytes ? bytes : null;
      } catch (Throwable e) {
        failure = e;
      } finally {
        proxy.plan(exchange -> TransferProxy.Strike.NONE);
      }
      proxy.awaitQuiet();
      String text = failure == null ? "complete" : failure.getClass().getSimpleName();
      if (failure != null && Files.exists(journal)) {
        checkNamed(failure);
        failure = again();
        text =
            failure == null
                ? "complete with its journal"
                : text + " and " + failure.getClass().getSimpleName();
      }
      check(failure, result);
      return new Outcome(of, text, plan.strikes() > 0, problems);
    }

    /** Continues with the journal; returns the failure, or null. */
    private @Nullable Throwable again() {
      progress.clear();
      try {
        start().onProgress(progress::add).await();
        return null;
      } catch (Throwable e) {
        return e;
      }
    }

    private void prepare() throws IOException {
      Files.deleteIfExists(file);
      switch (of.kind()) {
        case UPLOAD_FILE -> {
          write(file, content);
          put(key, before);
        }
        case UPLOAD_BYTES, UPLOAD_STREAM -> put(key, before);
        case COPY -> {
          put(sourceKey, content);
          put(key, before);
        }
        case DOWNLOAD_FILE -> {
          put(key, content);
          if (before != null) {
            write(file, before);
          }
        }
        case DOWNLOAD_BYTES, DOWNLOAD_STREAM -> put(key, content);
      }
    }

    private void put(String key, byte @Nullable [] bytes) {
      if (bytes != null) {
        direct.call("PutObject", Map.of("Bucket", bucket, "Key", key, "Body", bytes));
      }
    }

    /** Writes a file that is older than any change of it in the test. */
    private void write(Path to, byte[] bytes) throws IOException {
      Files.write(to, bytes);
      Instant past = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1));
      Files.setLastModifiedTime(to, FileTime.from(past));
    }

    private Transfer<?> start() {
      S3Transfer transfers = of.threads() ? onThreads : onCaller;
      return switch (of.kind()) {
        case UPLOAD_FILE ->
            of.journal()
                ? transfers.upload(file, bucket, key, o -> o.journal(journal))
                : transfers.upload(file, bucket, key);
        case UPLOAD_BYTES -> transfers.upload(content, bucket, key);
        case UPLOAD_STREAM ->
            of.exists()
                ? transfers.upload(
                    new ByteArrayInputStream(content),
                    bucket,
                    key,
                    o -> o.contentLength(content.length))
                : transfers.upload(new ByteArrayInputStream(content), bucket, key);
        case DOWNLOAD_FILE ->
            of.journal()
                ? transfers.download(bucket, key, file, o -> o.journal(journal))
                : transfers.download(bucket, key, file);
        case DOWNLOAD_STREAM -> transfers.download(bucket, key, stream);
        case DOWNLOAD_BYTES -> transfers.downloadBytes(bucket, key);
        case COPY -> transfers.copy(bucket, sourceKey, bucket, key);
      };
    }

    /** Changes what is being transferred. */
    private void disturb() throws IOException {
      switch (of.fault()) {
        case OBJECT_REPLACED -> {
          byte[] other = bytes(Math.max(1, of.size() / (1 + random.nextInt(2))));
          good.add(other);
          put(key, other);
        }
        case SOURCE_CHANGED -> {
          byte[] other = bytes(Math.min(of.size(), 1 + random.nextInt(1000)));
          byte[] changed = content.clone();
          int at = random.nextInt(1 + changed.length - other.length);
          System.arraycopy(other, 0, changed, at, other.length);
          good.add(changed);
          try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(at);
            open.write(other);
          }
        }
        case SOURCE_TRUNCATED -> {
          good.add(Arrays.copyOf(content, of.size() / 2));
          try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(of.size() / 2);
          }
        }
        case SOURCE_REPLACED -> {
          byte[] other = bytes(of.size());
          good.add(other);
          Path beside = folder.resolve("another file");
          write(beside, other);
          Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        }
        case SOURCE_DELETED -> Files.delete(file);
        case CANCELLED -> started.join().cancel();
        default -> throw new IllegalStateException(of.fault().name());
      }
    }

    private void check(@Nullable Throwable failure, byte @Nullable [] result) throws IOException {
      if (failure != null) {
        checkNamed(failure);
      }
      if (failure != null && plan.strikes() == 0 && !(failure instanceof ReadTimeoutException)) {
        problems.add("a failure without a fault: " + failure.getMessage());
      }
      boolean complete = failure == null;
      switch (of.kind()) {
        case UPLOAD_FILE, UPLOAD_BYTES, UPLOAD_STREAM, COPY -> checkTarget(complete, true, get());
        case DOWNLOAD_FILE ->
            checkTarget(complete, false, Files.exists(file) ? Files.readAllBytes(file) : null);
        case DOWNLOAD_BYTES -> checkResult(complete, result);
        case DOWNLOAD_STREAM -> checkResult(complete, stream.toByteArray());
      }
      checkNothingLeft();
      checkProgress(complete);
    }

    private void checkNamed(Throwable failure) {
      String message = String.valueOf(failure.getMessage());
      if (!(failure instanceof Boto4jException)) {
        problems.add("an exception without a name of boto4j's: " + failure);
      }
      if (INTERNAL.matcher(message).find()) {
        problems.add("a name of the JDK in: " + message);
      }
      if (message.contains(TransferClients.SECRET) || failure.getMessage() == null) {
        problems.add("no message, or a secret in it: " + message);
      }
    }

    /**
     * @param mayBeComplete whether the result may be there although the transfer failed: of a write
     *     whose response was lost, the client does not know whether it was carried out
     */
    private void checkTarget(boolean complete, boolean mayBeComplete, byte @Nullable [] found) {
      boolean isResult =
          found != null && good.stream().anyMatch(each -> Arrays.equals(each, found));
      boolean isBefore = Arrays.equals(found, before);
      if (complete ? !isResult : !isBefore && !(mayBeComplete && isResult)) {
        problems.add(
            "there is "
                + (found == null ? "nothing" : "something wrong of " + found.length + " bytes")
                + (complete ? " after a success" : " after a failure"));
      }
    }

    private void checkResult(boolean complete, byte @Nullable [] found) {
      if (complete && good.stream().noneMatch(each -> Arrays.equals(each, found))) {
        problems.add("the bytes are not those of the object");
      }
    }

    private byte @Nullable [] get() {
      try {
        return direct
            .call("GetObject", Map.of("Bucket", bucket, "Key", key))
            .body("Body")
            .readAllBytes();
      } catch (ServiceException e) {
        e.rethrowUnless("NoSuchKey");
        return null;
      }
    }

    private void checkNothingLeft() throws IOException {
      List<Structure> uploads =
          direct.call("ListMultipartUploads", Map.of("Bucket", bucket)).structures("Uploads");
      for (Structure upload : uploads) {
        if (!plan.isCreatedTwice()) {
          problems.add("an upload is left: " + upload.text("UploadId"));
        }
        direct.call(
            "AbortMultipartUpload",
            Map.of(
                "Bucket", bucket, "Key", key, "UploadId", String.valueOf(upload.text("UploadId"))));
      }
      try (Stream<Path> files = Files.list(folder)) {
        for (Path each : files.filter(path -> !path.equals(file)).toList()) {
          problems.add("a file is left: " + each.getFileName());
          Files.delete(each);
        }
      }
    }

    private void checkProgress(boolean complete) {
      long last = 0;
      for (TransferProgress each : progress) {
        if (each.transferred() < last) {
          problems.add("progress went back from " + last + " to " + each.transferred());
        }
        if (each.total() >= 0 && each.transferred() > each.total()) {
          problems.add("progress of " + each.transferred() + " of " + each.total());
        }
        last = each.transferred();
      }
      if (complete && last != of.size() && good.size() == 1) {
        problems.add("progress ended at " + last + " of " + of.size());
      }
    }
  }

  int openConnections() {
    return proxy.openConnections();
  }

  @Override
  public void close() throws IOException {
    onThreads.close();
    onCaller.close();
    throughProxy.close();
    direct.close();
    proxy.close();
  }
}
