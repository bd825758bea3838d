package io.boto4j.internal.transport;

import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.http.RequestLimits;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;

/**
 * HTTP/2, for requests whose response begins before they end. {@code java.net.http} cannot send
 * them: on JDK 17 it returns the head of a response only when the request has ended.
 *
 * <p>Each exchange has a connection of its own and two threads: one reads the body of the request
 * as fast as the server accepts it, the other reads what the server sends. If reading the body
 * fails, the exchange ends, and the failure is thrown to the reader of the response. When the
 * response ends, is closed or is dropped, no more of the request is read. A write may take as long
 * as the read timeout, so a server that does not read blocks no thread for longer. Over plain http
 * the connection starts with HTTP/2 at once, which the server must expect. Safe for any number of
 * threads.
 *
 * <p>Follows RFC 9113 and RFC 7541, without priorities, push, several streams per connection, and
 * compression of requests.
 */
final class Http2Transport implements HttpTransport {
  private final TransportOptions options;
  private final Tls tls;
  private final ConnectionPool pool;
  private final WriteWatch writeWatch = new WriteWatch();
  private volatile boolean closed;

  /** Creates a transport whose connections nobody else counts. */
  Http2Transport(TransportOptions options) {
    this(options, new ConnectionPool(options));
  }

  /**
   * Creates a transport without connections.
   *
   * @param options the timeouts and TLS
   * @param pool counts the open connections
   */
  Http2Transport(TransportOptions options, ConnectionPool pool) {
    this.pool = pool;
    this.options = Objects.requireNonNull(options, "options");
    this.tls = new Tls(options.tls(), "h2");
  }

  /**
   * Sends a request and waits for the head of the response, up to the read timeout.
   *
   * @param request the request
   * @return the response
   * @throws IllegalArgumentException if the request is malformed; nothing was sent
   * @throws IllegalStateException if this transport is closed
   * @throws RuntimeException the exception with which reading the request's body failed
   * @throws io.boto4j.error.Boto4jException if no response arrived
   */
  @Override
  public HttpResponse send(HttpRequest request) {
    if (closed) {
      throw new IllegalStateException("The transport is closed");
    }
    URI uri = request.uri();
    Route route = Route.of(uri, options.proxies()).unseen();
    byte[] head = Http2Head.encode(request, route);
    // Reads of the connection have no timeout: the user's reads of the response have it.
    TransportOptions patient = options.withTimeouts(options.connectTimeoutMillis(), 0);
    RequestLimits limits = request.limits();
    int readMillis = limits == null ? 0 : limits.readTimeoutMillis();
    Connection connection;
    try {
      connection = Connection.open(route, patient, route.wrapped() ? tls : null, limits);
      pool.opened(connection);
    } catch (IOException e) {
      throw Failures.connecting(e, uri);
    }
    Http2Exchange exchange =
        new Http2Exchange(
            connection,
            uri,
            writeWatch,
            readMillis == 0 ? options.readTimeoutMillis() : readMillis,
            limits == null ? 0 : limits.deadlineNanos());
    return exchange.begin(head, request.body());
  }

  /** Rejects new requests; exchanges that have begun continue. */
  @Override
  public void close() {
    closed = true;
    writeWatch.close();
  }
}
