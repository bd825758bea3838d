package io.boto4j.internal.transport;

import io.boto4j.http.ConnectionUse;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.http.RequestLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over pooled, blocking sockets.
 *
 * <p>Fails with the subclasses of {@link io.boto4j.error.HttpClientException}, and with {@link
 * io.boto4j.error.CallInterruptedException} when the thread is interrupted; the body of an answer
 * fails with the same. Safe for any number of threads, virtual ones too: no monitor is held while
 * it waits.
 *
 * <p><b>Connections that died in the pool.</b> Before a pooled connection is used, the transport
 * looks whether the server has closed it, so what remains is a race of microseconds. If a pooled
 * connection then fails before a byte of an answer came, the request is sent once more, over a new
 * connection, if its body can be sent twice and either the request had not gone out whole (then the
 * server cannot have acted on it) or it is repeatable: an idempotent method, an operation that only
 * reads, a request that carries an idempotency token. Any other request that went out whole is not
 * sent again: the server may have acted on it, and whether to risk that is for the retry mode to
 * decide. It is therefore more careful: it gives a server that has not shown yet that it keeps
 * connections a few milliseconds to close this one. A timeout never leads to a second request here.
 *
 * <p><b>Time.</b> Every wait is bounded: for a connection, over all addresses of the host, and for
 * the TLS handshake by the connect timeout each; for more of an answer by the read timeout, and for
 * the head of an answer from its first byte to its last by the same; for the server to take more of
 * a large request too. What goes into the system's buffers at once has no need of it. {@link
 * io.boto4j.http.RequestLimits} set other timeouts for one request, and a deadline for all of it.
 * Asking for the addresses of a host cannot be given up, as the JVM has no way to.
 */
public final class SocketTransport implements HttpTransport {
  private final TransportOptions options;
  private final ConnectionPool pool;

  /** Created on first use, and only once: a call and the warm-up share its TLS context. */
  private volatile @Nullable Tls tls;

  /** Created on first use, and only once: it is closed with this transport. */
  private volatile @Nullable Http2Transport http2;

  private volatile boolean closed;

  /** Most calls go to the host of the call before. */
  private volatile @Nullable Route lastRoute;

  /**
   * Makes a transport; nothing is opened yet.
   *
   * @param options timeouts, pool and TLS
   */
  public SocketTransport(TransportOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    this.pool = new ConnectionPool(options);
  }

  /**
   * Sends a request and waits for the head of the answer.
   *
   * @param request what to send; Host and the framing of the body are added unless there already
   * @return the answer
   * @throws IllegalArgumentException if the request cannot be sent as it is; nothing was sent
   * @throws IllegalStateException if this transport is closed
   * @throws io.boto4j.error.Boto4jException if there is no answer
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
    Lease lease = lease(route, uri, limits);
    Connection pooled = pool.take(route, writer.repeatable());
    if (pooled != null) {
      pooled.lease(lease);
      try {
        return exchange(pooled, writer, uri, limits);
      } catch (IOException e) {
        if (pooled.input().answered() || !writer.replayable() || !Failures.isLoss(e)) {
          throw Failures.awaiting(e, uri);
        }
      }
      lease = lease(route, uri, limits);
    }
    Connection fresh = connect(route, uri, limits, lease);
    try {
      return exchange(fresh, writer, uri, limits);
    } catch (IOException e) {
      throw Failures.awaiting(e, uri);
    }
  }

  /**
   * Loads and initialises the TLS stack, which takes a cold process long: for a second thread,
   * while the first request is being built. Does no harm if repeated, and none if it fails: the
   * call that needs TLS will say why.
   */
  public void warmTls() {
    try {
      tls().warmUp();
    } catch (IOException | RuntimeException e) {
      // Nobody waits for this.
    }
  }

  /**
   * Loads the JDK's way to a socket, in a cold process some 15 ms: for a second thread, as {@link
   * #warmTls}. Opens a socket and connects it to nobody.
   */
  public static void warmSockets() {
    try (SocketChannel channel = SocketChannel.open()) {
      channel.socket().setTcpNoDelay(true);
    } catch (IOException e) {
      // The call that needs one will say why.
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
      connection.input().begin(limits);
      reader.begin();
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
      return response;
    } finally {
      if (response == null) {
        connection.close();
      }
    }
  }

  /** Null where any number of connections may be open. */
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
          created = new Http2Transport(options);
          http2 = created;
        }
      }
    }
    return created;
  }
}
