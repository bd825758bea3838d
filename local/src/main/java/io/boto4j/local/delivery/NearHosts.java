package io.boto4j.local.delivery;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hosts to which engines send requests: this machine and private networks. Nothing is sent to
 * the internet on behalf of a test.
 */
public final class NearHosts {
  private static final Pattern NEAR =
      Pattern.compile(
          "localhost|.*\\.(localhost|local|internal|test)|[^.:]+|127\\..*|10\\..*|192\\.168\\..*"
              + "|172\\.(1[6-9]|2[0-9]|3[01])\\..*|\\[::1\\]|\\[f[cd].*");

  private NearHosts() {}

  /**
   * Whether requests may be sent to a URL.
   *
   * @param url the URL
   * @return true if its host is this machine or in a private network
   */
  public static boolean isNear(String url) {
    String host = host(url);
    return host != null && NEAR.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /**
   * Returns the host of a URL.
   *
   * @param url the URL
   * @return the host, or null if the URL has none
   */
  public static @Nullable String host(String url) {
    try {
      return URI.create(url).getHost();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
