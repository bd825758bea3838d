package io.boto4j.internal.transport;

import io.boto4j.error.InvalidConfigException;
import org.jspecify.annotations.Nullable;

/** The proxies for http and https endpoints. Immutable. */
public final class ProxyOptions {
  private final @Nullable Proxy http;
  private final @Nullable Proxy https;
  private final @Nullable NoProxy except;

  /** The TLS of connections to proxies themselves. */
  private final Tls tls;

  /**
   * Creates options.
   *
   * @param http the URL, or host and port, of the proxy for http endpoints; null or empty for no
   *     proxy
   * @param https the same for https endpoints
   * @param except the hosts that are reached without a proxy, or null
   * @param forwardHttps whether an https proxy receives https requests in the clear, instead of
   *     tunnelling them
   * @param tls a source of TLS sockets to proxies, or null for the JVM's default
   * @throws InvalidConfigException if a URL is invalid
   */
  public ProxyOptions(
      @Nullable String http,
      @Nullable String https,
      @Nullable NoProxy except,
      boolean forwardHttps,
      @Nullable TlsSource tls) {
    this.http = http == null || http.isEmpty() ? null : Proxy.of(http, forwardHttps);
    this.https = https == null || https.isEmpty() ? null : Proxy.of(https, forwardHttps);
    this.except = except;
    this.tls = new Tls(tls);
  }

  /** Returns the proxy for a route, or null for a direct connection. */
  @Nullable Proxy proxy(Route route) {
    Proxy proxy = route.tls ? https : http;
    return proxy == null || (except != null && except.matches(route.hostHeader)) ? null : proxy;
  }

  Tls tls() {
    return tls;
  }
}
