package io.boto4j.s3;

import io.boto4j.Checksum;
import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.ResponseStream;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.error.HttpClientException;
import io.boto4j.error.ServiceException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object or ranges of it. A response that breaks off is continued by another request, as
 * long as the object has not changed. Safe for use by multiple threads.
 */
final class ObjectReader {
  private static final double FIRST_SECONDS = 0.05;
  private static final double MOST_SECONDS = 1;
  private static final int PRECONDITION_FAILED = 412;

  private final Store store;
  private final String bucket;
  private final String key;
  private final Map<String, Object> parameters;
  private final Tracker tracker;

  /** The entity tag of the object; null while it is not known. */
  private volatile @Nullable String eTag;

  /** A response to a request for a range; null before the first. */
  private volatile @Nullable Response ranged;

  ObjectReader(
      Store store, String bucket, String key, Map<String, Object> parameters, Tracker tracker) {
    this.store = store;
    this.bucket = bucket;
    this.key = key;
    this.parameters = parameters;
    this.tracker = tracker;
  }

  /** Receives the bytes. */
  interface Sink {
    void accept(long position, byte[] bytes, int length) throws IOException;
  }

  void expect(String tag) {
    eTag = tag;
  }

  @Nullable String eTag() {
    return eTag;
  }

  @Nullable Response ranged() {
    return ranged;
  }

  /** Requests the whole object. */
  Response get() {
    Response response = store.call("GetObject", parameters, Store.target(bucket, key), tracker);
    String tag = response.text("ETag");
    if (eTag != null && tag != null && !tag.equals(eTag)) {
      stream(response).close();
      throw changed(null);
    }
    eTag = tag;
    return response;
  }

  /** Requests the properties of the object. */
  Response head() {
    return store.call("HeadObject", parameters, Store.target(bucket, key), tracker);
  }

  /**
   * Reads a whole object, again from its start if the response breaks off.
   *
   * @param opened the first response
   * @param again whether the sink can start again
   * @return the number of bytes
   */
  long readAll(Response opened, boolean again, Sink sink) throws IOException {
    AtomicLong high = new AtomicLong();
    Response response = opened;
    for (int failures = 1; ; failures++) {
      try (ResponseStream in = stream(response)) {
        return copy(in, 0, Long.MAX_VALUE, sink, null, high);
      } catch (IOException | HttpClientException | FlexibleChecksumException e) {
        pauseOrThrow(e, again ? failures : Integer.MAX_VALUE);
      }
      response = get();
    }
  }

  /**
   * Reads a range.
   *
   * @param opened the response of {@link #get()} if the range is its beginning; else null
   * @return the checksum of the range, or null if no algorithm is given
   */
  @Nullable String read(
      long from, long end, @Nullable Response opened, @Nullable String algorithm, Sink sink)
      throws IOException {
    Checksum checksum = algorithm == null ? null : Checksum.of(algorithm);
    AtomicLong at = new AtomicLong(from);
    Response response = opened;
    int failures = 0;
    while (at.get() < end) {
      long before = at.get();
      if (response == null) {
        response = range(before, end);
      }
      try (ResponseStream in = stream(response)) {
        copy(in, before, end, sink, checksum, at);
        if (at.get() < end) {
          throw new IOException("the response ended " + (end - at.get()) + " bytes early");
        }
      } catch (IOException | HttpClientException e) {
        failures = at.get() > before ? 1 : failures + 1;
        pauseOrThrow(e, failures);
      }
      response = null;
    }
    return checksum == null ? null : checksum.base64();
  }

  private Response range(long from, long end) {
    Map<String, Object> shared = new LinkedHashMap<>(parameters);
    shared.keySet().removeIf(name -> name.startsWith("If"));
    Params own =
        Params.copyOf(Store.target(bucket, key))
            .with("Range", "bytes=" + from + "-" + (end - 1))
            .with("IfMatch", eTag);
    Response response;
    try {
      response = store.call("GetObject", shared, own, tracker);
    } catch (ServiceException e) {
      throw e.statusCode() == PRECONDITION_FAILED ? changed(e) : e;
    }
    String tag = response.text("ETag");
    String range = response.text("ContentRange");
    if (tag != null && !tag.equals(eTag)) {
      stream(response).close();
      throw changed(null);
    }
    if (range == null || !range.startsWith("bytes " + from + "-" + (end - 1))) {
      stream(response).close();
      throw new TransferException(
          "The store was asked for bytes "
              + from
              + " to "
              + (end - 1)
              + " of "
              + Store.uri(bucket, key)
              + ", and returned "
              + (range == null ? "the whole object" : range)
              + ": set multipartThreshold to a size above that of the object",
          null);
    }
    ranged = response;
    return response;
  }

  /** Copies bytes up to a position or the end of the stream, and returns the position reached. */
  private long copy(
      ResponseStream in,
      long from,
      long end,
      Sink sink,
      @Nullable Checksum checksum,
      AtomicLong high)
      throws IOException {
    Bandwidth bandwidth = store.bodies().bandwidth();
    long expected = in.contentLength() < 0 ? store.bodies().chunk() : in.contentLength();
    int size =
        (int) Math.max(1, Math.min(store.bodies().chunk(), Math.min(end - from, expected + 1)));
    byte[] buffer = new byte[size];
    long at = from;
    while (at < end) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, end - at));
      if (count < 0) {
        break;
      }
      try {
        sink.accept(at, buffer, count);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (checksum != null) {
        checksum.update(buffer, 0, count);
      }
      at += count;
      if (at > high.get()) {
        tracker.passed(at - high.get());
        high.set(at);
      }
      pass(bandwidth, count);
    }
    return at;
  }

  private static void pass(@Nullable Bandwidth bandwidth, int count) throws IOException {
    if (bandwidth != null) {
      try {
        bandwidth.pass(count);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("Interrupted while waiting for bandwidth");
      }
    }
  }

  private void pauseOrThrow(Exception failure, int failures) throws IOException {
    if (failures >= store.config().downloadAttempts() || Thread.currentThread().isInterrupted()) {
      if (failure instanceof IOException e) {
        throw e;
      }
      throw (Boto4jException) failure;
    }
    tracker.retried(1);
    Client client = store.client();
    double most = Math.min(MOST_SECONDS, FIRST_SECONDS * Math.pow(2, failures - 1.0));
    double seconds = most * client.session().random().getAsDouble();
    try {
      client.session().sleeper().sleep(Duration.ofNanos((long) (seconds * 1e9)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException("Interrupted between the requests of a download", e);
    }
  }

  SourceChangedException changed(@Nullable Throwable cause) {
    return new SourceChangedException(
        "The object " + Store.uri(bucket, key) + " was changed while it was being downloaded",
        cause);
  }

  private static ResponseStream stream(Response response) {
    return Objects.requireNonNull(response.body("Body"), "Body");
  }
}
