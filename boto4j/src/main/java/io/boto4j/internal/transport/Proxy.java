package io.boto4j.internal.transport;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.text.PercentEncoding;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A proxy: its address, and the credentials for it. Immutable. */
final class Proxy {
  /** The route to the proxy itself. */
  final Route route;

  /** The proxy's URL without user and password, for messages. */
  final String maskedUrl;

  /** The value of Proxy-Authorization, or null if the URL has no user. */
  final @Nullable String authorization;

  private final boolean forwardHttps;

  private Proxy(
      Route route, String maskedUrl, @Nullable String authorization, boolean forwardHttps) {
    this.route = route;
    this.maskedUrl = maskedUrl;
    this.authorization = authorization;
    this.forwardHttps = forwardHttps;
  }

  /** Reads a URL. Without a scheme it is an http URL, as in botocore. */
  static Proxy of(String text, boolean forwardHttps) {
    boolean tls = text.regionMatches(/* ignoreCase= */ true, 0, "https:", 0, 6);
    boolean full = tls || text.regionMatches(/* ignoreCase= */ true, 0, "http:", 0, 5);
    if (!full && text.indexOf("://") >= 0) {
      throw unreadable();
    }
    String url = full ? text : text.startsWith("//") ? "http:" + text : "http://" + text;
    int start = url.indexOf("//") + 2;
    int end = start;
    while (start > 1 && end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = start > 1 ? url.substring(start, end) : "";
    int at = authority.lastIndexOf('@');
    String place = authority.substring(at + 1);
    String scheme = tls ? "https://" : "http://";
    try {
      // Without user and password, which may have any characters and may be badly escaped.
      Route route = Route.of(new URI(scheme + place));
      String user = at < 0 ? "" : authority.substring(0, at);
      int colon = user.indexOf(':');
      String masked = at < 0 ? "" : colon < 0 ? "***@" : "***:***@";
      String basic = colon > 0 && colon < user.length() - 1 ? basic(user, colon) : null;
      return new Proxy(route, scheme + masked + place, basic, forwardHttps);
    } catch (URISyntaxException | IllegalArgumentException e) {
      // The message does not have the URL, which may have the password anywhere.
      throw unreadable();
    }
  }

  private static InvalidConfigException unreadable() {
    return new InvalidConfigException(
        "The URL of a proxy is invalid: it is not of the form"
            + " http://user:password@host:port, or https");
  }

  /** Whether the proxy receives whole requests and forwards them to the endpoint. */
  boolean forwards(boolean tls) {
    return !tls || (forwardHttps && route.tls);
  }

  private static String basic(String user, int colon) {
    String plain =
        PercentEncoding.decode(user.substring(0, colon))
            + ":"
            + PercentEncoding.decode(user.substring(colon + 1));
    return "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return maskedUrl;
  }
}
