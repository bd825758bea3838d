package io.boto4j.internal.transport;

import org.jspecify.annotations.Nullable;

/**
 * The options of a {@link SocketTransport}. Times are in milliseconds; a timeout of 0 means no
 * limit. Immutable.
 */
public final class TransportOptions implements Cloneable {
  private int connectTimeoutMillis = 60_000;
  private int readTimeoutMillis = 60_000;
  private int maxIdlePerHost = 10;
  private int maxIdleMillis = 60_000;
  private int maxPerHost;
  private boolean tcpKeepAlive;
  private @Nullable LeakReport leakReport;
  private @Nullable TlsSource tls;
  private @Nullable NameResolver resolver;
  private @Nullable ProxyOptions proxies;

  private TransportOptions() {}

  /**
   * Returns botocore's defaults: timeouts of 60 s, 10 idle connections.
   *
   * @return the defaults
   */
  public static TransportOptions defaults() {
    return new TransportOptions();
  }

  /**
   * Returns these options with other timeouts.
   *
   * @param connectMillis the time to connect, over all addresses of a host; the TLS handshake may
   *     take as long again
   * @param readMillis the time of each wait for more of a response, or for a server to accept more
   *     of a request
   * @return the new options
   * @throws IllegalArgumentException if a timeout is negative
   */
  public TransportOptions withTimeouts(int connectMillis, int readMillis) {
    check("connectTimeoutMillis", connectMillis);
    check("readTimeoutMillis", readMillis);
    TransportOptions changed = copy();
    changed.connectTimeoutMillis = connectMillis;
    changed.readTimeoutMillis = readMillis;
    return changed;
  }

  /**
   * Returns these options with another pool.
   *
   * @param perHost the maximum number of idle connections per scheme, host and port
   * @param idleMillis the maximum idle time of a connection that is used again
   * @return the new options
   * @throws IllegalArgumentException if a number is negative
   */
  public TransportOptions withIdle(int perHost, int idleMillis) {
    check("maxIdlePerHost", perHost);
    check("maxIdleMillis", idleMillis);
    TransportOptions changed = copy();
    changed.maxIdlePerHost = perHost;
    changed.maxIdleMillis = idleMillis;
    return changed;
  }

  /**
   * Returns these options with a limit on open connections, busy or idle.
   *
   * @param perHost the maximum number per scheme, host and port; 0 for no limit
   * @return the new options
   * @throws IllegalArgumentException if the number is negative
   */
  public TransportOptions withMaxPerHost(int perHost) {
    check("maxPerHost", perHost);
    TransportOptions changed = copy();
    changed.maxPerHost = perHost;
    return changed;
  }

  /**
   * Returns these options with TCP keep-alive on or off.
   *
   * @param on whether the kernel probes silent connections
   * @return the new options
   */
  public TransportOptions withTcpKeepAlive(boolean on) {
    TransportOptions changed = copy();
    changed.tcpKeepAlive = on;
    return changed;
  }

  /**
   * Returns these options with reports of dropped responses.
   *
   * @param report the receiver of the reports, or null
   * @return the new options
   */
  public TransportOptions withLeakReport(@Nullable LeakReport report) {
    TransportOptions changed = copy();
    changed.leakReport = report;
    return changed;
  }

  /**
   * Returns these options with another TLS socket factory.
   *
   * @param source a source of the factory, used only for https; null for this JVM's TLS
   * @return the new options
   */
  public TransportOptions withTls(@Nullable TlsSource source) {
    TransportOptions changed = copy();
    changed.tls = source;
    return changed;
  }

  /**
   * Returns these options with another source of addresses.
   *
   * @param names the source of addresses, or null for the JVM's
   * @return the new options
   */
  public TransportOptions withResolver(@Nullable NameResolver names) {
    TransportOptions changed = copy();
    changed.resolver = names;
    return changed;
  }

  /**
   * Returns these options with proxies.
   *
   * @param ways the proxies, or null
   * @return the new options
   */
  public TransportOptions withProxies(@Nullable ProxyOptions ways) {
    TransportOptions changed = copy();
    changed.proxies = ways;
    return changed;
  }

  /**
   * Returns the maximum idle time of a connection that is used again.
   *
   * @return milliseconds
   */
  public int maxIdleMillis() {
    return maxIdleMillis;
  }

  int connectTimeoutMillis() {
    return connectTimeoutMillis;
  }

  int readTimeoutMillis() {
    return readTimeoutMillis;
  }

  int maxIdlePerHost() {
    return maxIdlePerHost;
  }

  int maxPerHost() {
    return maxPerHost;
  }

  boolean tcpKeepAlive() {
    return tcpKeepAlive;
  }

  @Nullable LeakReport leakReport() {
    return leakReport;
  }

  @Nullable TlsSource tls() {
    return tls;
  }

  @Nullable NameResolver resolver() {
    return resolver;
  }

  @Nullable ProxyOptions proxies() {
    return proxies;
  }

  private TransportOptions copy() {
    try {
      return (TransportOptions) super.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void check(String option, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(option + " may not be negative: " + value);
    }
  }
}
