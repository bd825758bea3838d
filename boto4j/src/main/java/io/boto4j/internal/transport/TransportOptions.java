package io.boto4j.internal.transport;

import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SocketTransport} can be told. Times are in milliseconds; a timeout of 0 waits for
 * ever. Immutable.
 */
public final class TransportOptions implements Cloneable {
  private int connectTimeoutMillis = 60_000;
  private int readTimeoutMillis = 60_000;
  private int maxIdlePerHost = 10;
  private int maxIdleMillis = 60_000;
  private int maxPerHost;
  private boolean tcpKeepAlive;
  private @Nullable LeakReport leakReport;
  private @Nullable Supplier<SSLSocketFactory> tls;
  private @Nullable NameResolver resolver;
  private @Nullable ProxyOptions proxies;

  private TransportOptions() {}

  /**
   * botocore's defaults: 60 s, 60 s, 10 idle connections.
   *
   * @return the defaults
   */
  public static TransportOptions defaults() {
    return new TransportOptions();
  }

  /**
   * These options with other timeouts.
   *
   * @param connectMillis for reaching a server, over all its addresses; the TLS handshake has as
   *     long again
   * @param readMillis for each wait for more of an answer, or for a server to take more of a
   *     request
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
   * These options with another pool.
   *
   * @param perHost how many idle connections are kept for one scheme, host and port
   * @param idleMillis how long one may lie idle and still be used
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
   * These options with a bound on open connections, busy or idle.
   *
   * @param perHost how many there may be for one scheme, host and port; 0 for any number
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
   * These options with TCP keep-alive on or off.
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
   * These options with reports of dropped answers.
   *
   * @param report is told of them, or null for nobody
   * @return the new options
   */
  public TransportOptions withLeakReport(@Nullable LeakReport report) {
    TransportOptions changed = copy();
    changed.leakReport = report;
    return changed;
  }

  /**
   * These options with another TLS socket factory.
   *
   * @param source gives the factory, asked once and only for https; null for the JVM's default
   * @return the new options
   */
  public TransportOptions withTls(@Nullable Supplier<SSLSocketFactory> source) {
    TransportOptions changed = copy();
    changed.tls = source;
    return changed;
  }

  /**
   * These options with another way to find addresses.
   *
   * @param names finds addresses; null for the JVM's
   * @return the new options
   */
  public TransportOptions withResolver(@Nullable NameResolver names) {
    TransportOptions changed = copy();
    changed.resolver = names;
    return changed;
  }

  /**
   * These options with proxies.
   *
   * @param ways which requests go through which proxy; null for none
   * @return the new options
   */
  public TransportOptions withProxies(@Nullable ProxyOptions ways) {
    TransportOptions changed = copy();
    changed.proxies = ways;
    return changed;
  }

  /**
   * How long an idle connection is kept.
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

  @Nullable Supplier<SSLSocketFactory> tls() {
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
