package io.boto4j.internal.client;

import io.boto4j.ProxiesConfig;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.transport.LeakLog;
import io.boto4j.internal.transport.NoProxy;
import io.boto4j.internal.transport.ProxyOptions;
import io.boto4j.internal.transport.TlsFiles;
import io.boto4j.internal.transport.TlsSource;
import io.boto4j.internal.transport.TransportOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The options of proxies and certificates. Loaded only if one is set, in code, by the environment,
 * by the profile or by the JVM's properties.
 */
final class NetworkSettings {
  private final ClientOptions options;
  private final Settings settings;
  private final boolean verify;

  private NetworkSettings(ClientOptions options) {
    this.options = options;
    this.settings = options.settings();
    this.verify = options.flag(Options.VERIFY);
  }

  /** These transport options with those of the client. */
  static TransportOptions on(TransportOptions usual, ClientOptions options) {
    NetworkSettings network = new NetworkSettings(options);
    TlsSource tls = network.tls();
    return (tls == null ? usual : usual.withTls(tls))
        .withProxies(network.proxies(tls))
        .withMaxPerHost(options.number(Options.MAX_CONNECTIONS))
        .withLeakReport(options.flag(Options.LEAK_DETECTION) ? LeakLog.create() : null);
  }

  private @Nullable TlsSource tls() {
    SSLContext context = options.inCode(Options.SSL_CONTEXT);
    return context == null ? files() : given(context);
  }

  private TlsSource given(SSLContext context) {
    for (Option<?> other : List.of(Options.VERIFY, Options.CA_BUNDLE, Options.CLIENT_CERT)) {
      if (options.inCode(other) != null) {
        throw new IllegalArgumentException(
            "sslContext and "
                + other.name()
                + " are both set: the context has its own trust and keys; set one of the two");
      }
    }
    return TlsSource.of(context);
  }

  private @Nullable TlsFiles files() {
    Path trusted = options.inCode(Options.CA_BUNDLE);
    Path clientCert = options.inCode(Options.CLIENT_CERT);
    String source = Options.CA_BUNDLE.name();
    if (trusted == null && verify) {
      source =
          String.valueOf(
              options.isSetBeforeLast(Options.CA_BUNDLE)
                  ? Options.CA_BUNDLE.profileKey()
                  : Options.CA_BUNDLE.lastVariable());
      String file = options.text(Options.CA_BUNDLE);
      trusted = file == null ? null : path(source, file);
    }
    return verify && trusted == null && clientCert == null
        ? null
        : new TlsFiles(verify, trusted, clientCert, options.inCode(Options.CLIENT_KEY), source);
  }

  /** A blank name turns verification off in botocore, which cannot be the intention. */
  private Path path(String option, String file) {
    if (file.isBlank()) {
      throw Errors.invalidConfig(
          "Invalid value for "
              + option
              + ": it is blank; set it to a file of certificates, or unset it");
    }
    return settings.profiles().path(file);
  }

  private @Nullable ProxyOptions proxies(@Nullable TlsSource tls) {
    Map<String, String> inCode = options.inCode(Options.PROXIES);
    if (inCode != null) {
      return proxies(inCode.get("http"), inCode.get("https"), null, tls);
    }
    if (options.isSetByJvm(Options.PROXIES)) {
      String except = System.getProperty("http.nonProxyHosts", "localhost|127.*|[::1]|0.0.0.0");
      return proxies(
          property("http", "80"), property("https", "443"), NoProxy.ofPatterns(except), tls);
    }
    String except = variable("no_proxy");
    String http = variable("http_proxy");
    // CVE-2016-1000110: in a CGI script HTTP_PROXY is a header of the request.
    if (settings.variable("http_proxy") == null && settings.value("REQUEST_METHOD", null) != null) {
      http = null;
    }
    return proxies(
        http, variable("https_proxy"), except == null ? null : NoProxy.ofNames(except), tls);
  }

  /** The variable in lower case, else in upper case; an empty one hides the other, as in Python. */
  private @Nullable String variable(String name) {
    String lower = settings.variable(name);
    return lower == null ? settings.value(name.toUpperCase(Locale.ROOT), null) : lower;
  }

  private static @Nullable String property(String scheme, String defaultPort) {
    String host = System.getProperty(scheme + ".proxyHost");
    return host == null || host.isEmpty()
        ? null
        : "http://" + host + ":" + System.getProperty(scheme + ".proxyPort", defaultPort);
  }

  private @Nullable ProxyOptions proxies(
      @Nullable String http,
      @Nullable String https,
      @Nullable NoProxy except,
      @Nullable TlsSource tls) {
    if ((http == null || http.isEmpty()) && (https == null || https.isEmpty())) {
      return null;
    }
    ProxiesConfig config = options.inCode(Options.PROXIES_CONFIG);
    if (config == null) {
      return new ProxyOptions(http, https, except, false, tls);
    }
    TlsSource own =
        config.caBundle() == null && config.clientCert() == null
            ? tls
            : new TlsFiles(
                true,
                config.caBundle(),
                config.clientCert(),
                config.clientKey(),
                "proxiesConfig.caBundle");
    return new ProxyOptions(http, https, except, config.useForwardingForHttps(), own);
  }
}
