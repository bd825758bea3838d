package io.boto4j.internal.transport;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.text.PercentEncoding;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A proxy: where it is, and who one is to it. Immutable. */
final class Proxy {
  /** The way to the proxy itself. */
  final Route route;

  /** The proxy's URL as messages may show it. */
  final String maskedUrl;

  /** What the header Proxy-Authorization says, or null where the URL names no user. */
  final @Nullable String authorization;

  private final boolean forwardHttps;

  private Proxy(
      Route route, String maskedUrl, @Nullable String authorization, boolean forwardHttps) {
    this.route = route;
    this.maskedUrl = maskedUrl;
    this.authorization = authorization;
    this.forwardHttps = forwardHttps;
  }

  /** Reads a URL; without a scheme it is an http one, as in botocore. */
  static Proxy of(String text, boolean forwardHttps) {
    boolean full = text.startsWith("http:") || text.startsWith("https:");
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
    String scheme = url.startsWith("https:") ? "https://" : "http://";
    try {
      // Without user and password, which may hold anything, and need not be well escaped.
      Route route = Route.of(new URI(scheme + place));
      String user = at < 0 ? "" : authority.substring(0, at);
      int colon = user.indexOf(':');
      String masked = at < 0 ? "" : colon < 0 ? "***@" : "***:***@";
      String basic = colon > 0 && colon < user.length() - 1 ? basic(user, colon) : null;
      return new Proxy(route, scheme + masked + place, basic, forwardHttps);
    } catch (URISyntaxException | IllegalArgumentException e) {
      // Not shown, for what cannot be read may hold the password anywhere.
      throw unreadable();
    }
  }

  private static InvalidConfigException unreadable() {
    return new InvalidConfigException(
        "The URL of a proxy cannot be understood: it is not of the form"
            + " http://user:password@host:port, or https");
  }

  /** Whether it sees the request, and asks the endpoint itself. */
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
