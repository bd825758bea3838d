package io.boto4j.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;

/**
 * The user's end of a response. The threads of the exchange do not refer to it: if the user drops
 * it, the exchange is cancelled.
 */
final class Http2Body extends InputStream {
  private final Http2Output output;

  Http2Body(Http2Output output) {
    this.output = output;
    Dropped.watch(this, output);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return output.read(target, offset, length);
    } finally {
      // Otherwise the exchange could be cancelled during the user's last read.
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void close() {
    output.close();
  }
}
