package io.boto4j.http;

import java.io.IOException;

/**
 * A means of sending HTTP requests and receiving their responses.
 *
 * <p>Used by any number of threads at once. A transport does not follow redirects, retry or
 * decompress: the SDK does. It is closed by the code that created it; a session does not close the
 * transport it was built with.
 */
@FunctionalInterface
public interface HttpTransport extends AutoCloseable {
  /**
   * Sends a request and waits for the head of the response. The body of the response may still be
   * on its way.
   *
   * @param request the request, already signed, to be sent without changes
   * @return the response, whose body the caller reads and closes
   * @throws IOException if the server was not reached or did not respond
   */
  HttpResponse send(HttpRequest request) throws IOException;

  /** Releases connections and threads. The default does nothing. */
  @Override
  default void close() {}
}
