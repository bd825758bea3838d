package io.boto4j.internal.transport;

import io.boto4j.http.ConnectionUse;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.http.RequestLimits;
import java.io.IOException;
import java.lang.ref.Reference;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over pooled, blocking sockets, and HTTP/2 for duplex bodies.
 *
 * <p>Sending a request and reading the body of a response fail with subclasses of {@link
 * io.boto4j.error.HttpClientException}, and with {@link io.boto4j.error.CallInterruptedException}
 * when the thread is interrupted. Safe for any number of threads, including virtual ones: no
 * monitor is held during a wait.
 *
 * <p><b>Connections that were closed in the pool.</b> Before a pooled connection is used, the
 * transport checks whether the server has closed it, which leaves a race of microseconds. If a
 * pooled connection then fails before the first byte of a response, the request is sent once more,
 * on a new connection, provided that its body can be sent twice and that it does no harm: either
 * the request was not sent completely, so the server cannot have acted on it, or it is repeatable
 * (an idempotent method, an operation that only reads, a request with an idempotency token). Any
 * other request is not sent again: the server may have acted on it, and the retry mode decides
 * whether to take that risk. Such a request is sent with more care: until a server has shown that
 * it keeps connections open, it gets a few milliseconds to close this one. A timeout never causes a
 * second request here.
 *
 * <p><b>Expectations.</b> A request with {@code Expect: 100-continue} that gets a 417 is sent once
 * more without that header, as the server has not acted on it (RFC 9110, section 10.1.1).
 *
 * <p><b>Time limits.</b> Every wait has a limit. Connecting, over all addresses of the host, and
 * the TLS handshake each have the connect timeout. The read timeout applies to each wait for more
 * of a response, to the head of a response from its first byte to its last, and to each wait for
 * the server to accept more of a large request; a small one fits in the system's buffers. {@link
 * io.boto4j.http.RequestLimits} set other timeouts for one request, and a deadline for the whole
 * exchange. Only name resolution has no limit, as the JVM cannot interrupt it.
 */
public final class SocketTransport implements HttpTransport {
  private final TransportOptions options;
  private final ConnectionPool pool;

  /** Created on first use: a call and the warm-up share its TLS context. */
  private volatile @Nullable Tls tls;

  /** Created on first use, and only once: it is closed with this transport. */
  private volatile @Nullable Http2Transport http2;

  private volatile boolean closed;

  /** Whether the pool is closed if this transport is dropped; threads that race may both set it. */
  private volatile boolean watched;

  /** Most calls go to the host of the call before. */
  private volatile @Nullable Route lastRoute;

  /**
   * Creates a transport without connections.
   *
   * @param options the timeouts, the pool and TLS
   */
  public SocketTransport(TransportOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    this.pool = new ConnectionPool(options);
  }

  /**
   * Sends a request and waits for the head of the response.
   *
   * @param request the request; headers for the host and the framing of the body are added unless
   *     present
   * @return the response
   * @throws IllegalArgumentException if the request is malformed; nothing was sent
   * @throws IllegalStateException if this transport is closed
   * @throws io.boto4j.error.Boto4jException if no response arrived
   */
  @Override
  public HttpResponse send(HttpRequest request) {
    if (request.body().duplex()) {
      return http2().send(request);
    }
    URI uri = request.uri();
    Route route = route(uri);
    RequestWriter writer = new RequestWriter(request, route, pool);
    RequestLimits limits = request.limits();
    if (Thread.currentThread().isInterrupted()) {
      throw Failures.interrupted(uri, null);
    }
    if (limits != null && Route.isOver(limits.deadlineNanos())) {
      throw Failures.tooLate(uri);
    }
    HttpResponse response = transmit(route, writer, uri, limits);
    if (response.statusCode() == 417 && writer.dropsExpect()) {
      BodyStream.discard(response.body());
      return transmit(route, writer, uri, limits);
    }
    return response;
  }

  private HttpResponse transmit(
      Route route, RequestWriter writer, URI uri, @Nullable RequestLimits limits) {
    Lease lease = lease(route, uri, limits);
    Connection pooled = pooled(route, writer.repeatable(), lease);
    if (pooled != null) {
      try {
        return exchange(pooled, writer, uri, limits);
      } catch (IOException e) {
        if (pooled.input().answered() || !writer.replayable() || !Failures.isLoss(e)) {
          throw Failures.awaiting(e, uri, pooled.reader().status());
        }
      }
      lease = lease(route, uri, limits);
    }
    Connection fresh = connect(route, uri, limits, lease);
    try {
      return exchange(fresh, writer, uri, limits);
    } catch (IOException e) {
      throw Failures.awaiting(e, uri, fresh.reader().status());
    }
  }

  /**
   * Loads and initializes the TLS stack on a second thread, while the first request is being built:
   * it takes a cold process a third of a second. Repeating it does no harm, and a failure is
   * ignored: the call that needs TLS will report it.
   */
  public void warmTls() {
    try {
      tls().warmUp();
    } catch (IOException | RuntimeException e) {
      // The call that needs TLS will report it.
    }
  }

  /**
   * Loads the JDK's socket classes on a second thread, as {@link #warmTls} does TLS: they take a
   * cold process some 15 ms. Opens a socket without connecting it.
   */
  public static void warmSockets() {
    try (SocketChannel channel = SocketChannel.open()) {
      channel.socket().setTcpNoDelay(true);
    } catch (IOException e) {
      // The call that needs a socket will report it.
    }
  }

  /** Closes idle connections now, and the others once their responses have been read. */
  @Override
  public void close() {
    pool.close();
    synchronized (this) {
      closed = true;
      if (http2 != null) {
        http2.close();
      }
    }
  }

  /**
   * Closes idle connections and forgets TLS sessions and certificate files. The transport stays
   * open: the next request opens a new connection.
   *
   * @return the hosts of the connections in use, one element per connection
   */
  public List<String> suspend() {
    List<String> busy = pool.closeIdleConnections();
    Tls created = tls;
    if (created != null) {
      tls = null;
      created.forget();
    }
    return busy;
  }

  int idleCount() {
    return pool.idleCount();
  }

  int lentCount() {
    return pool.lentCount();
  }

  private HttpResponse exchange(
      Connection connection, RequestWriter writer, URI uri, @Nullable RequestLimits limits)
      throws IOException {
    ResponseReader reader = connection.reader();
    HttpResponse response = null;
    try {
      reader.begin();
      connection.input().begin(limits);
      IOException cut = writer.write(connection);
      try {
        reader.readFinalHead(writer.isHead());
      } catch (IOException e) {
        if (cut == null) {
          throw e;
        }
        cut.addSuppressed(e);
        throw cut;
      }
      ConnectionUse use = connection.reused() ? ConnectionUse.REUSED : ConnectionUse.NEW;
      boolean reusable = writer.complete() && !writer.closes() && reader.keepAlive();
      response =
          HttpResponse.of(
              reader.status(),
              reader.headers(),
              new BodyStream(pool, connection, uri, reader.length(), reusable),
              use);
      // Here, not in the constructor, for cold start: the first response has arrived.
      if (!watched) {
        watched = true;
        Dropped.watch(this, pool);
      }
      return response;
    } finally {
      if (response == null) {
        connection.close();
      }
      // Otherwise the pool could be closed during the last call of a client.
      Reference.reachabilityFence(this);
    }
  }

  private @Nullable Connection pooled(Route route, boolean repeatable, @Nullable Lease lease) {
    boolean taken = false;
    try {
      Connection connection = pool.take(route, repeatable);
      if (connection != null) {
        connection.lease(lease);
      }
      taken = true;
      return connection;
    } finally {
      if (!taken && lease != null) {
        lease.end();
      }
    }
  }

  /** Returns null if the number of connections is not limited. */
  private @Nullable Lease lease(Route route, URI uri, @Nullable RequestLimits limits) {
    try {
      return pool.lease(route, options.maxPerHost() == 0 ? 0 : connectEnd(limits));
    } catch (IOException e) {
      throw Failures.connecting(e, uri);
    }
  }

  private long connectEnd(@Nullable RequestLimits limits) {
    int own = limits == null ? 0 : limits.connectTimeoutMillis();
    int millis = own == 0 ? options.connectTimeoutMillis() : own;
    return Route.earlier(limits == null ? 0 : limits.deadlineNanos(), System.nanoTime(), millis);
  }

  private Connection connect(
      Route route, URI uri, @Nullable RequestLimits limits, @Nullable Lease lease) {
    Connection opened = null;
    try {
      opened = Connection.open(route, options, route.wrapped() ? tls() : null, limits);
      pool.opened(opened);
      opened.lease(lease);
      return opened;
    } catch (IOException e) {
      throw Failures.connecting(e, uri);
    } finally {
      if (opened == null && lease != null) {
        lease.end();
      }
    }
  }

  private Route route(URI uri) {
    Route last = lastRoute;
    if (last == null || !last.leadsTo(uri)) {
      last = Route.of(uri, options.proxies());
      lastRoute = last;
    }
    return last;
  }

  private Tls tls() {
    Tls created = tls;
    if (created == null) {
      synchronized (this) {
        created = tls;
        if (created == null) {
          created = new Tls(options.tls());
          tls = created;
        }
      }
    }
    return created;
  }

  private Http2Transport http2() {
    Http2Transport created = http2;
    if (created == null) {
      synchronized (this) {
        if (closed) {
          throw new IllegalStateException("The transport is closed");
        }
        created = http2;
        if (created == null) {
          created = new Http2Transport(options, pool);
          http2 = created;
        }
      }
    }
    return created;
  }
}
