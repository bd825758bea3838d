package io.boto4j.http;

import java.io.IOException;

/**
 * Carries one HTTP request to its server and brings the answer back.
 *
 * <p>Used by any number of threads at once. A transport neither follows redirects nor retries nor
 * decompresses; that is decided above it. It belongs to whoever made it: a session does not close
 * the transport it was given.
 */
@FunctionalInterface
public interface HttpTransport extends AutoCloseable {
  /**
   * Sends a request and waits for the head of the answer; the answer's body may still be on its
   * way.
   *
   * @param request what to send, already signed; sent as it is
   * @return the answer, whose body the caller reads and closes
   * @throws IOException if the server was not reached, or did not answer
   */
  HttpResponse send(HttpRequest request) throws IOException;

  /** Lets go of connections and threads. The default does nothing. */
  @Override
  default void close() {}
}
