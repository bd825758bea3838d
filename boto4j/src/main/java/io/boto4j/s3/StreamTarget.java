package io.boto4j.s3;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes a download to a stream. One of the caller is not closed. */
final class StreamTarget implements Target {
  private final OutputStream out;
  private final boolean closes;

  StreamTarget(OutputStream out, boolean closes) {
    this.out = out;
    this.closes = closes;
  }

  @Override
  public void prepare(long size) {}

  @Override
  public boolean isOrdered() {
    return true;
  }

  @Override
  public void write(long position, byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  @Override
  public void complete(@Nullable Instant modified) throws IOException {
    out.flush();
  }

  @Override
  public void discard() {}

  @Override
  public void close() throws IOException {
    if (closes) {
      out.close();
    }
  }
}
