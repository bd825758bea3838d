package io.boto4j.internal.transport;

import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SocketTransport} can be told. Times are in milliseconds; a timeout of 0 waits for
 * ever.
 *
 * @param connectTimeoutMillis for reaching a server, over all its addresses; the TLS handshake has
 *     as long again
 * @param readTimeoutMillis for each wait for more of an answer
 * @param maxIdlePerHost how many idle connections are kept for one scheme, host and port
 * @param maxIdleMillis how long a connection may lie idle and still be used
 * @param tcpKeepAlive whether the kernel probes silent connections
 * @param tls gives the TLS socket factory, asked once and only for https; null for the JVM's
 *     default
 * @param resolver finds addresses; null for the JVM's
 */
public record TransportOptions(
    int connectTimeoutMillis,
    int readTimeoutMillis,
    int maxIdlePerHost,
    int maxIdleMillis,
    boolean tcpKeepAlive,
    @Nullable Supplier<SSLSocketFactory> tls,
    @Nullable NameResolver resolver) {

  /**
   * Makes options.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public TransportOptions {
    if (connectTimeoutMillis < 0
        || readTimeoutMillis < 0
        || maxIdlePerHost < 0
        || maxIdleMillis < 0) {
      throw new IllegalArgumentException(
          "Timeouts and pool sizes may not be negative: connectTimeoutMillis "
              + connectTimeoutMillis
              + ", readTimeoutMillis "
              + readTimeoutMillis
              + ", maxIdlePerHost "
              + maxIdlePerHost
              + ", maxIdleMillis "
              + maxIdleMillis);
    }
  }

  /**
   * botocore's defaults: 60 s, 60 s, 10 connections.
   *
   * @return the defaults
   */
  public static TransportOptions defaults() {
    return new TransportOptions(60_000, 60_000, 10, 60_000, false, null, null);
  }

  /**
   * These options with other timeouts.
   *
   * @param connectMillis for reaching a server
   * @param readMillis for each wait for more of an answer
   * @return the new options
   */
  public TransportOptions withTimeouts(int connectMillis, int readMillis) {
    return new TransportOptions(
        connectMillis, readMillis, maxIdlePerHost, maxIdleMillis, tcpKeepAlive, tls, resolver);
  }

  /**
   * These options with another pool.
   *
   * @param perHost how many idle connections are kept for one scheme, host and port
   * @param idleMillis how long one may lie idle and still be used
   * @return the new options
   */
  public TransportOptions withIdle(int perHost, int idleMillis) {
    return new TransportOptions(
        connectTimeoutMillis, readTimeoutMillis, perHost, idleMillis, tcpKeepAlive, tls, resolver);
  }

  /**
   * These options with TCP keep-alive on or off.
   *
   * @param on whether the kernel probes silent connections
   * @return the new options
   */
  public TransportOptions withTcpKeepAlive(boolean on) {
    return new TransportOptions(
        connectTimeoutMillis, readTimeoutMillis, maxIdlePerHost, maxIdleMillis, on, tls, resolver);
  }

  /**
   * These options with another TLS socket factory.
   *
   * @param source gives the factory, asked once and only for https; null for the JVM's default
   * @return the new options
   */
  public TransportOptions withTls(@Nullable Supplier<SSLSocketFactory> source) {
    return new TransportOptions(
        connectTimeoutMillis,
        readTimeoutMillis,
        maxIdlePerHost,
        maxIdleMillis,
        tcpKeepAlive,
        source,
        resolver);
  }

  /**
   * These options with another way to find addresses.
   *
   * @param names finds addresses; null for the JVM's
   * @return the new options
   */
  public TransportOptions withResolver(@Nullable NameResolver names) {
    return new TransportOptions(
        connectTimeoutMillis,
        readTimeoutMillis,
        maxIdlePerHost,
        maxIdleMillis,
        tcpKeepAlive,
        tls,
        names);
  }
}
