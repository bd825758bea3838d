package io.boto4j.internal.transport;

import io.boto4j.error.InvalidConfigException;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Which requests go through which proxy. Immutable. */
public final class ProxyOptions {
  private final @Nullable Proxy http;
  private final @Nullable Proxy https;
  private final @Nullable NoProxy except;

  /** For proxies that are spoken to over TLS. */
  private final Tls tls;

  /**
   * Makes options.
   *
   * @param http the URL of the proxy for http endpoints, a host and port without a scheme too; null
   *     or empty for none
   * @param https the same for https endpoints
   * @param except hosts that are reached without a proxy, or null for none
   * @param forwardHttps whether a proxy that is spoken to over TLS is shown https requests, instead
   *     of carrying them unseen
   * @param tls makes the TLS sockets to proxies, or null for the JVM's default
   * @throws InvalidConfigException if a URL is none
   */
  public ProxyOptions(
      @Nullable String http,
      @Nullable String https,
      @Nullable NoProxy except,
      boolean forwardHttps,
      @Nullable Supplier<SSLSocketFactory> tls) {
    this.http = http == null || http.isEmpty() ? null : Proxy.of(http, forwardHttps);
    this.https = https == null || https.isEmpty() ? null : Proxy.of(https, forwardHttps);
    this.except = except;
    this.tls = new Tls(tls);
  }

  /** The proxy on a route, or null if there is none. */
  @Nullable Proxy proxy(Route route) {
    Proxy proxy = route.tls ? https : http;
    return proxy == null || (except != null && except.matches(route.hostHeader)) ? null : proxy;
  }

  Tls tls() {
    return tls;
  }
}
