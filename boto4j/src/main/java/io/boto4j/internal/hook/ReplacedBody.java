package io.boto4j.internal.hook;

import io.boto4j.http.HttpResponse;
import io.boto4j.internal.transport.BodyStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that an interceptor put in the place of another one. The other one is closed with it, or
 * at its end, because it holds a connection; until then the new body may read from it.
 */
final class ReplacedBody extends FilterInputStream {
  private final InputStream replaced;
  private boolean ended;

  private ReplacedBody(InputStream body, InputStream replaced) {
    super(body);
    this.replaced = replaced;
  }

  /**
   * Returns the response of an interceptor, which closes what it replaces.
   *
   * @param response the response the interceptor returned
   * @param replaced the body of the response the interceptor got
   */
  static HttpResponse in(HttpResponse response, InputStream replaced) {
    if (response.body() == replaced) {
      return response;
    }
    // The user gets the new body: if they drop it, the connection of the old one is closed.
    BodyStream.lend(replaced);
    return HttpResponse.of(
        response.statusCode(),
        response.headers(),
        new ReplacedBody(response.body(), replaced),
        response.connectionUse());
  }

  @Override
  public int read() throws IOException {
    return ended ? -1 : orEnd(in.read());
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return ended ? -1 : orEnd(in.read(target, offset, length));
  }

  /** Closes the replaced body at the end of the new one. */
  private int orEnd(int result) throws IOException {
    if (result < 0) {
      ended = true;
      replaced.close();
    }
    return result;
  }

  @Override
  public long skip(long count) throws IOException {
    return ended ? 0 : in.skip(count);
  }

  @Override
  public int available() throws IOException {
    return ended ? 0 : in.available();
  }

  /** False: after the end there is no way back. */
  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    try {
      in.close();
    } finally {
      replaced.close();
    }
  }
}
