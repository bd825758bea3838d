package io.boto4j.internal.transport;

import io.boto4j.http.RequestLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection, used by one thread at a time.
 *
 * <p>It is a channel that is used through its socket: the socket has timeouts, which channels lack,
 * and the channel can check without waiting whether the server has closed it, which sockets cannot.
 */
final class Connection {
  static final int OUT_SIZE = 16 * 1024;

  /** The minimum time between a connection's first response and an unrepeatable request. */
  private static final int FIRST_IDLE_MILLIS = 5;

  private final Route route;
  private final SocketChannel channel;

  /** The channel's own socket. */
  private final Socket raw;

  private final SocketInput input;
  private final ResponseReader reader;

  /** The output of the channel's own socket, or of the TLS socket on top of it. */
  private final OutputStream out;

  private final byte[] outBuffer = new byte[OUT_SIZE];
  private final ByteBuffer probe = ByteBuffer.allocate(1);

  /** The lease of a connection in use, if the number of connections is limited. */
  private volatile @Nullable Lease lease;

  /** The open connections of the pool, this one included; or null. */
  private volatile @Nullable Set<Connection> openOnes;

  private long idleSince;
  private boolean reused;

  private Connection(
      Route route,
      SocketChannel channel,
      TransportOptions options,
      @Nullable Tls tls,
      long deadline)
      throws IOException {
    this.route = route;
    this.channel = channel;
    this.raw = channel.socket();
    raw.setTcpNoDelay(true);
    if (options.tcpKeepAlive()) {
      raw.setKeepAlive(true);
    }
    this.input = new SocketInput(raw, options.readTimeoutMillis());
    this.reader = new ResponseReader(input);
    Socket top =
        tls == null && route.proxy == null ? raw : layers(raw, route, options, tls, deadline);
    this.out = top.getOutputStream();
  }

  /** Opens the tunnel and the TLS session, all within the connect timeout. */
  private Socket layers(
      Socket bottom, Route way, TransportOptions options, @Nullable Tls tls, long deadline)
      throws IOException {
    int millis = options.connectTimeoutMillis();
    input.limit(millis, Route.earlier(deadline, System.nanoTime(), millis));
    Socket top = bottom;
    ProxyOptions proxies = options.proxies();
    if (way.proxy != null && proxies != null) {
      top = Tunnel.open(way, way.proxy, proxies.tls(), top, input);
    }
    if (tls != null) {
      top = tls.layer(top, input, way);
      input.layer(top.getInputStream());
    }
    input.begin(null);
    return top;
  }

  /**
   * Opens a connection.
   *
   * @param tls the TLS to use on it, or null
   * @param limits the limits of the request, or null for those of the options
   */
  static Connection open(
      Route route, TransportOptions options, @Nullable Tls tls, @Nullable RequestLimits limits)
      throws IOException {
    TransportOptions own = options;
    if (limits != null && limits.connectTimeoutMillis() > 0) {
      own = options.withTimeouts(limits.connectTimeoutMillis(), options.readTimeoutMillis());
    }
    long deadline = limits == null ? 0 : limits.deadlineNanos();
    SocketChannel channel =
        route.proxy == null
            ? route.connect(own, deadline)
            : Tunnel.connect(route.proxy, own, deadline);
    try {
      Connection connection = new Connection(route, channel, own, tls, deadline);
      channel = null;
      return connection;
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }

  Route route() {
    return route;
  }

  SocketInput input() {
    return input;
  }

  ResponseReader reader() {
    return reader;
  }

  OutputStream out() {
    return out;
  }

  byte[] outBuffer() {
    return outBuffer;
  }

  /**
   * Whether the server has neither closed this idle connection nor sent anything on it. The result
   * is exact at the time of the call. An unread TLS record rules the connection out, as the end of
   * the stream does.
   *
   * @param careful whether to detect servers that close after every response, which takes some
   *     milliseconds, once per connection
   */
  boolean alive(boolean careful) {
    try {
      boolean silent = (!careful || reused || staysSilent()) && isSilent();
      reused = true;
      return silent;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isSilent() throws IOException {
    channel.configureBlocking(false);
    probe.clear();
    boolean silent = channel.read(probe) == 0;
    channel.configureBlocking(true);
    return silent;
  }

  /** Some servers close after a response without announcing it; they do so at once. */
  private boolean staysSilent() throws IOException {
    int left = FIRST_IDLE_MILLIS - (int) ((System.nanoTime() - idleSince) / 1_000_000);
    if (left <= 0) {
      return true;
    }
    raw.setSoTimeout(left);
    try {
      raw.getInputStream().read();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      raw.setSoTimeout(input.timeoutMillis());
    }
  }

  /** Whether this connection came from the pool for the current request. */
  boolean reused() {
    return reused;
  }

  void lease(@Nullable Lease next) {
    lease = next;
  }

  /** Removes the lease, which the caller must end. */
  @Nullable Lease release() {
    Lease over = lease;
    lease = null;
    return over;
  }

  /** Adds this connection to a set until it is closed. */
  void countIn(Set<Connection> open) {
    openOnes = open;
    open.add(this);
  }

  void idleSince(long nanos) {
    idleSince = nanos;
  }

  long idleSince() {
    return idleSince;
  }

  /**
   * Closes at once, even during an exchange. TLS sends no close_notify: {@code SSLSocket.close}
   * waits for the one of the peer, which a dead peer never sends, up to the read timeout. Nothing
   * can be cut off between exchanges, and an exchange that is closed is not to be completed.
   */
  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The connection is of no more use.
    }
    Lease over = release();
    if (over != null) {
      over.end();
    }
    Set<Connection> open = openOnes;
    if (open != null) {
      open.remove(this);
    }
  }
}
