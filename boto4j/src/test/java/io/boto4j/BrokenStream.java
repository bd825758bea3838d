package io.boto4j;

import java.io.IOException;
import java.io.InputStream;

/** A stream that fails when it is read, and counts how often it is closed. */
final class BrokenStream extends InputStream {
  static final String MESSAGE = "disk on fire";

  private int closed;

  @Override
  public int read() throws IOException {
    throw new IOException(MESSAGE);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    throw new IOException(MESSAGE);
  }

  @Override
  public void close() {
    closed++;
  }

  int timesClosed() {
    return closed;
  }
}
