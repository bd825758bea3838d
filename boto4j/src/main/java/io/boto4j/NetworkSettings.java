package io.boto4j;

import io.boto4j.internal.config.Settings;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.transport.LeakLog;
import io.boto4j.internal.transport.NoProxy;
import io.boto4j.internal.transport.ProxyOptions;
import io.boto4j.internal.transport.TlsFiles;
import io.boto4j.internal.transport.TransportOptions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what code, the JVM's properties, environment and profile say of proxies and of
 * certificates.
 */
final class NetworkSettings {
  private final Settings settings;
  private final NetworkOptions set;

  /** Whether the environment is the process's own: then the JVM's properties count too. */
  private final boolean ofProcess;

  private NetworkSettings(Settings settings, NetworkOptions set, boolean ofProcess) {
    this.settings = settings;
    this.set = set;
    this.ofProcess = ofProcess;
  }

  /** These options with what is set on top. */
  static TransportOptions on(
      TransportOptions usual, ClientConfig config, Settings settings, boolean ofProcess) {
    NetworkOptions given = config.network();
    NetworkOptions set = given == null ? new NetworkOptions() : given;
    NetworkSettings network = new NetworkSettings(settings, set, ofProcess);
    TlsFiles tls = network.tls();
    return usual
        .withTls(tls)
        .withProxies(network.proxies(tls))
        .withMaxPerHost(set.maxConnections)
        .withLeakReport(set.leakDetection ? new LeakLog() : null);
  }

  /** botocore's order: code, AWS_CA_BUNDLE, the profile, REQUESTS_CA_BUNDLE. */
  private @Nullable TlsFiles tls() {
    Path trusted = set.caBundle;
    String option = "caBundle";
    if (trusted == null && set.verify) {
      option = "ca_bundle";
      String file = settings.value("AWS_CA_BUNDLE", option);
      if (file == null) {
        option = "REQUESTS_CA_BUNDLE";
        file = settings.value(option, null);
      }
      trusted = file == null ? null : path(option, file);
    }
    return set.verify && trusted == null && set.clientCert == null
        ? null
        : new TlsFiles(set.verify, trusted, set.clientCert, set.clientKey, option);
  }

  /** A blank name turns verification off in botocore, which nobody can have meant. */
  private static Path path(String option, String file) {
    if (file.isBlank()) {
      throw Errors.invalidConfig(
          "Invalid value for "
              + option
              + ": it is blank; name a file of certificates, or unset it");
    }
    return Path.of(file);
  }

  private @Nullable ProxyOptions proxies(@Nullable TlsFiles tls) {
    Map<String, String> inCode = set.proxies;
    if (inCode != null) {
      return options(inCode.get("http"), inCode.get("https"), null, tls);
    }
    if (ofProcess
        && (System.getProperty("https.proxyHost") != null
            || System.getProperty("http.proxyHost") != null)) {
      String except = System.getProperty("http.nonProxyHosts", "localhost|127.*|[::1]|0.0.0.0");
      return options(
          property("http", "80"), property("https", "443"), NoProxy.ofPatterns(except), tls);
    }
    String except = variable("no_proxy");
    String http = variable("http_proxy");
    // CVE-2016-1000110: in a CGI script this is a header of whoever asks.
    if (settings.value("http_proxy", null) == null
        && settings.value("REQUEST_METHOD", null) != null) {
      http = null;
    }
    return options(
        http, variable("https_proxy"), except == null ? null : NoProxy.ofNames(except), tls);
  }

  /** In lower case first; set to nothing it hides the other, as Python has it. */
  private @Nullable String variable(String name) {
    String lower = settings.value(name, null);
    return lower == null ? settings.value(name.toUpperCase(Locale.ROOT), null) : lower;
  }

  private static @Nullable String property(String scheme, String defaultPort) {
    String host = System.getProperty(scheme + ".proxyHost");
    return host == null || host.isEmpty()
        ? null
        : "http://" + host + ":" + System.getProperty(scheme + ".proxyPort", defaultPort);
  }

  private @Nullable ProxyOptions options(
      @Nullable String http,
      @Nullable String https,
      @Nullable NoProxy except,
      @Nullable TlsFiles tls) {
    if ((http == null || http.isEmpty()) && (https == null || https.isEmpty())) {
      return null;
    }
    ProxiesConfig config = set.proxiesConfig;
    if (config == null) {
      return new ProxyOptions(http, https, except, false, tls);
    }
    TlsFiles own =
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
