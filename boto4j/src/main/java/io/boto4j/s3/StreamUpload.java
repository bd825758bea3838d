package io.boto4j.s3;

import io.boto4j.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The upload of a stream: one thread at a time reads a part of it, and then sends it while the next
 * thread reads.
 */
final class StreamUpload extends Job<TransferResult> {
  private final Store store;
  private final Buffers buffers;
  private final String bucket;
  private final String key;
  private final Map<String, Object> parameters;
  private final InputStream in;
  private final long announced;
  private final long partSize;
  private final MultipartUpload multipart;

  /** The part that was read first, until it is sent. */
  private Buffers.@Nullable Kept first;

  private long size;
  private int number;
  private boolean reading;
  private boolean ended;

  StreamUpload(Shared shared, InputStream in, String bucket, String key, UploadOptions options) {
    super(
        shared.workers(), shared.notifier(), "the upload of a stream to " + Store.uri(bucket, key));
    this.store = shared.store();
    this.buffers = shared.buffers();
    this.bucket = bucket;
    this.key = key;
    this.parameters = options.parameters();
    this.in = in;
    this.announced = options.contentLength();
    TransferConfig config = store.config();
    long preferred = Math.max(config.multipartThreshold(), config.multipartChunksize());
    this.partSize = announced < 0 ? preferred : PartSizes.of(announced, preferred);
    this.multipart = new MultipartUpload(store, bucket, key, parameters, tracker());
    tracker().total(announced);
  }

  @Override
  public boolean isSmall() {
    return announced >= 0 && announced < store.config().multipartThreshold();
  }

  @Override
  @Nullable TransferResult begin() throws IOException {
    Buffers.Kept read = read(1);
    if (ended) {
      try (PartSource source = read.source()) {
        tracker().total(size);
        PartBody body = new PartBody(source, 0, read.size(), store.bodies(), tracker());
        return PutRequest.send(store, bucket, key, parameters, body, tracker(), () -> {});
      }
    }
    first = read;
    shielded(multipart::create);
    return null;
  }

  /** Reads a part. Only one thread reads at a time. */
  private Buffers.Kept read(int part) throws IOException {
    long wanted = announced < 0 ? PartSizes.ofStream(part, partSize) : partSize;
    if (part > PartSizes.MOST_PARTS) {
      throw new TransferException(
          "The stream is longer than S3 allows in " + PartSizes.MOST_PARTS + " parts", null);
    }
    Buffers.Kept read = buffers.read(in, wanted);
    size += read.size();
    ended = read.size() < wanted || size == announced;
    if (announced >= 0
        && (size > announced || (ended && size < announced) || (ended && in.read() >= 0))) {
      read.source().close();
      throw new TransferException(
          "The stream was announced with "
              + announced
              + " bytes, but has "
              + (size < announced ? "only " + size : "more"),
          null);
    }
    return read;
  }

  @Override
  @Nullable Part nextPart() {
    if (number == 0) {
      number = 1;
      return this::sendFirst;
    }
    if (reading || ended) {
      return null;
    }
    reading = true;
    int next = ++number;
    return () -> readAndSend(next);
  }

  private void sendFirst() throws IOException {
    Buffers.Kept kept = Objects.requireNonNull(first);
    first = null;
    send(1, kept);
  }

  private void readAndSend(int part) throws IOException {
    Buffers.Kept read = read(part);
    locked(() -> reading = false);
    if (!ended) {
      wake();
    }
    send(part, read);
  }

  private void send(int part, Buffers.Kept kept) throws IOException {
    try (PartSource source = kept.source()) {
      if (kept.size() > 0) {
        multipart.send(part, new PartBody(source, 0, kept.size(), store.bodies(), tracker()));
      }
    }
  }

  @Override
  boolean handedOutAll() {
    return ended && !reading;
  }

  @Override
  TransferResult finish() {
    tracker().total(size);
    Response completed = shielded(multipart::complete);
    return new TransferResult(
        bucket,
        key,
        size,
        completed.text("ETag"),
        completed.text("VersionId"),
        multipart.count(),
        completed);
  }

  @Override
  void undo(Throwable cause) {
    multipart.abort();
  }

  @Override
  void release() throws IOException {
    Buffers.Kept kept = first;
    if (kept != null) {
      kept.source().close();
    }
  }
}
