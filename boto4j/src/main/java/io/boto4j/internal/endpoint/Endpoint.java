package io.boto4j.internal.endpoint;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.text.HostLabels;
import io.boto4j.internal.text.PercentEncoding;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.ServiceModel;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of requests: a scheme, host and port, and a path that precedes that of the
 * operation.
 *
 * <p>A host consists of valid host labels only, so no region, prefix or URL can send a signed
 * request elsewhere.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority the host and the port
 * @param path the path in the URL; usually empty
 * @param query the query in the URL, or null
 */
public record Endpoint(String scheme, String authority, String path, @Nullable String query) {
  private static final int MAX_PORT = 65535;

  /**
   * Returns the default endpoint of a service in a region: {@code
   * https://PREFIX.REGION.amazonaws.com}.
   *
   * @param service the service
   * @param region the region, a valid host label
   * @return the endpoint
   * @throws EndpointResolutionException if the result is not a host name
   */
  public static Endpoint of(ServiceModel service, String region) {
    String host = service.endpointPrefix() + "." + region + ".amazonaws.com";
    if (!HostLabels.isHostName(host)) {
      throw Errors.endpointResolution("Not a host name: \"" + Printable.of(host) + "\"");
    }
    return new Endpoint("https", host, "", null);
  }

  /**
   * Returns the endpoint at a URL.
   *
   * @param url the URL, such as {@code http://127.0.0.1:8000}
   * @return the endpoint
   * @throws EndpointResolutionException with boto3's text {@code Invalid endpoint: …} if the URL is
   *     not an http or https URL with a host, or has a user name or a fragment
   */
  public static Endpoint of(String url) {
    Endpoint plain = ofHost(url);
    if (plain != null) {
      return plain;
    }
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw invalid(url, e.getReason() + " at position " + e.getIndex());
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw invalid(url, "it must begin with http:// or https://");
    }
    String host = uri.getHost() == null ? hostWithUnderscore(uri) : uri.getHost();
    if (host == null || !(host.startsWith("[") || isHostName(host))) {
      throw invalid(url, "it has no valid host name");
    }
    if (host.indexOf('%') >= 0) {
      throw invalid(url, "an address with a zone is not supported");
    }
    if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
      throw invalid(url, "there is no port " + uri.getPort());
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw invalid(url, "a user name or a fragment has no place in it");
    }
    String path = uri.getRawPath() == null ? "" : asciiOnly(url, uri.getRawPath());
    String query = uri.getRawQuery() == null ? null : asciiOnly(url, uri.getRawQuery());
    return new Endpoint(scheme, uri.getRawAuthority(), path, query);
  }

  /** Percent-encodes what {@code URI} permits in a path or query, but HTTP does not. */
  private static String asciiOnly(String url, String part) {
    StringBuilder ascii = new StringBuilder(part.length());
    for (int i = 0; i < part.length(); i += Character.charCount(part.codePointAt(i))) {
      int c = part.codePointAt(i);
      if (c < 0x80) {
        ascii.append((char) c);
      } else if (Character.isBmpCodePoint(c) && Character.isSurrogate((char) c)) {
        throw invalid(url, "it has half of a surrogate pair");
      } else {
        ascii.append(PercentEncoding.encode(Character.toString(c)));
      }
    }
    return ascii.toString();
  }

  /**
   * Returns a URL with its scheme in lower case. Schemes are case-insensitive (RFC 3986, 3.1), but
   * endpoint rules know them in lower case only.
   *
   * @param url the URL, such as {@code HTTP://localhost:8000}
   * @return the URL, or the text itself if it has no scheme
   */
  public static String withLowerCaseScheme(String url) {
    int end = url.indexOf("://");
    return end < 0 ? url : url.substring(0, end).toLowerCase(Locale.ROOT) + url.substring(end);
  }

  /**
   * Returns the host of a URL whose authority {@code URI} does not take apart: container networks
   * have names with underscores. Null if it is anything else than such a host, and perhaps a port.
   */
  private static @Nullable String hostWithUnderscore(URI uri) {
    String authority = uri.getRawAuthority();
    if (authority == null || authority.indexOf('_') < 0) {
      return null;
    }
    int colon = authority.indexOf(':');
    if (colon < 0) {
      return authority;
    }
    int port = colon + 1 == authority.length() ? MAX_PORT + 1 : 0;
    for (int i = colon + 1; i < authority.length(); i++) {
      int digit = authority.charAt(i) - '0';
      port = digit < 0 || digit > 9 ? MAX_PORT + 1 : Math.min(port * 10 + digit, MAX_PORT + 1);
    }
    return port > MAX_PORT ? null : authority.substring(0, colon);
  }

  /** Whether a name is a host name, in which underscores may take the place of letters. */
  private static boolean isHostName(String name) {
    return HostLabels.isHostName(name.replace('_', 'a'));
  }

  /**
   * Parses the usual form without {@code URI}: a scheme, a host name and perhaps a path of plain
   * characters. Returns null for any other form.
   */
  private static @Nullable Endpoint ofHost(String url) {
    int host = url.startsWith("https://") ? 8 : url.startsWith("http://") ? 7 : url.length();
    int slash = url.indexOf('/', host);
    int end = slash < 0 ? url.length() : slash;
    String name = url.substring(host, end);
    int last = host + name.lastIndexOf('.') + 1;
    // RFC 2396, which URI follows: a last label that begins with a digit may be an address.
    if (end == last || !isLetter(url.charAt(last)) || !HostLabels.isHostName(name)) {
      return null;
    }
    for (int i = end; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c != '/' && c != '-' && c != '.' && c != '_' && !isLetter(c) && (c < '0' || c > '9')) {
        return null;
      }
    }
    return new Endpoint(host == 8 ? "https" : "http", name, url.substring(end), null);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /**
   * Returns this endpoint with a prefix before its host.
   *
   * @param prefix the prefix, such as {@code data-}; may be empty
   * @return the endpoint
   * @throws EndpointResolutionException if the result is not a host name
   */
  public Endpoint withHostPrefix(String prefix) {
    if (prefix.isEmpty()) {
      return this;
    }
    String prefixed = prefix + authority;
    int colon = prefixed.lastIndexOf(':');
    if (!isHostName(colon < 0 ? prefixed : prefixed.substring(0, colon))) {
      throw Errors.endpointResolution("Not a host name: \"" + Printable.of(prefixed) + "\"");
    }
    return new Endpoint(scheme, prefixed, path, query);
  }

  /**
   * Returns the full URL of a request. As in boto3, an operation at the root is called at the
   * endpoint's own path, without an added slash.
   *
   * @param target the operation's path and query, percent-encoded; a slash is put before it unless
   *     it starts with one, because {@code @evil/} in a model would change the host
   * @return the URL
   */
  public URI resolve(String target) {
    if (!target.startsWith("/")) {
      return resolve("/" + target);
    }
    boolean atRoot = target.equals("/") || target.startsWith("/?");
    StringBuilder address = new StringBuilder(authority.length() + target.length() + 64);
    address.append(scheme).append("://").append(authority);
    if (atRoot && path.length() > 1) {
      address.append(path).append(target, 1, target.length());
    } else {
      address.append(withoutSlash(path)).append(target);
    }
    if (query != null) {
      address.append(target.indexOf('?') < 0 ? '?' : '&').append(query);
    }
    return URI.create(address.toString());
  }

  /**
   * Returns the endpoint as a URL.
   *
   * @return the URL, without a trailing slash
   */
  public URI toUri() {
    return URI.create(query == null ? toString() : this + "?" + query);
  }

  @Override
  public String toString() {
    String base = path;
    while (base.endsWith("/")) {
      base = withoutSlash(base);
    }
    return scheme + "://" + authority + base;
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static RuntimeException invalid(String url, String why) {
    return Errors.endpointResolution(
        "Invalid endpoint: " + Printable.of(url.substring(url.indexOf('@') + 1)) + ": " + why);
  }
}
