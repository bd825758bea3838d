package io.boto4j.internal.transport;

import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.http.RequestLimits;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;

/**
 * HTTP/2, for requests that are answered while they are still being sent: {@code java.net.http}
 * hands out the head of an answer when the request has ended, so it cannot carry a conversation.
 *
 * <p>Each exchange has a connection of its own, and two threads: one reads the request's body as
 * the server can take more of it, one what the server sends. If reading the body fails, the
 * exchange is given up, and what failed is thrown to whoever waits for the answer or reads it. If
 * the answer ends, or is closed, no more of the request is read. Over plain http it begins with
 * HTTP/2 at once, which the server must expect. Safe for any number of threads.
 *
 * <p>Source: RFC 9113 and RFC 7541. Of them are left out: priorities, push, more than one stream a
 * connection, and compression of what is sent.
 */
final class Http2Transport implements HttpTransport {
  private final TransportOptions options;
  private final Tls tls;
  private volatile boolean closed;

  /**
   * Makes a transport; nothing is opened yet.
   *
   * @param options timeouts and TLS
   */
  Http2Transport(TransportOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    this.tls = new Tls(options.tls(), "h2");
  }

  /**
   * Sends a request and waits for the head of the answer, no longer than the read timeout.
   *
   * @param request what to send
   * @return the answer
   * @throws IllegalArgumentException if the request cannot be sent as it is; nothing was sent
   * @throws IllegalStateException if this transport is closed
   * @throws RuntimeException what reading the request's body threw
   * @throws io.boto4j.error.Boto4jException if there is no answer
   */
  @Override
  public HttpResponse send(HttpRequest request) {
    if (closed) {
      throw new IllegalStateException("This transport is closed");
    }
    URI uri = request.uri();
    Route route = Route.of(uri, options.proxies()).unseen();
    byte[] head = Http2Head.encode(request, route);
    // Reads of the connection wait as long as it lasts; those of the user have the timeout.
    TransportOptions patient = options.withTimeouts(options.connectTimeoutMillis(), 0);
    RequestLimits limits = request.limits();
    int readMillis = limits == null ? 0 : limits.readTimeoutMillis();
    Http2Exchange exchange;
    try {
      exchange =
          new Http2Exchange(
              Connection.open(route, patient, route.wrapped() ? tls : null, limits), uri);
    } catch (IOException e) {
      throw Failures.connecting(e, uri);
    }
    return exchange.begin(
        head,
        request.body(),
        readMillis == 0 ? options.readTimeoutMillis() : readMillis,
        limits == null ? 0 : limits.deadlineNanos());
  }

  /** Lets no more requests through; those under way go on. */
  @Override
  public void close() {
    closed = true;
  }
}
