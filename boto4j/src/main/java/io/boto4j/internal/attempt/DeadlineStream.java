package io.boto4j.internal.attempt;

import io.boto4j.error.TotalTimeoutException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * The body of a streamed response to a call with a total timeout: what fails once the time is up
 * fails with the exception of the call. The transport keeps the deadline.
 */
final class DeadlineStream extends FilterInputStream {
  private final Call call;
  private final int attempt;

  private DeadlineStream(InputStream in, Call call, int attempt) {
    super(in);
    this.call = call;
    this.attempt = attempt;
  }

  /** Returns an InputStream, so that calls without a timeout do not load this class. */
  static InputStream of(InputStream in, Call call, int attempt) {
    return new DeadlineStream(in, call, attempt);
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException | RuntimeException e) {
      checkDeadline(e);
      throw e;
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (IOException | RuntimeException e) {
      checkDeadline(e);
      throw e;
    }
  }

  @Override
  public byte[] readAllBytes() throws IOException {
    try {
      return in.readAllBytes();
    } catch (IOException | RuntimeException e) {
      checkDeadline(e);
      throw e;
    }
  }

  @Override
  public long skip(long count) throws IOException {
    try {
      return in.skip(count);
    } catch (IOException | RuntimeException e) {
      checkDeadline(e);
      throw e;
    }
  }

  private void checkDeadline(Exception failure) {
    // An interrupt is the user's, even if it comes late.
    if (call.isTooLate(Duration.ZERO) && !Thread.currentThread().isInterrupted()) {
      throw new TotalTimeoutException(
          call.operation().name(), call.totalTimeoutMillis(), attempt, failure);
    }
  }
}
