package io.boto4j.local.wire;

import io.boto4j.http.Headers;
import io.boto4j.internal.text.PercentEncoding;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as a door received it.
 *
 * @param method the HTTP method
 * @param path the path, percent-encoded as it was sent, beginning with a slash
 * @param query the query without the question mark, as it was sent; empty if there is none
 * @param headers the headers
 * @param body the body, which is read once
 */
public record Inbound(String method, String path, String query, Headers headers, InputStream body) {
  private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d");

  /**
   * Returns the pairs of the query, decoded.
   *
   * @return names and values in their order; a name without {@code =} has an empty value
   */
  public List<Map.Entry<String, String>> queryPairs() {
    return pairs(query, /* form= */ false);
  }

  /**
   * Returns the address that the client used. Hosts of AWS are called over TLS; for others, a door
   * or a proxy with TLS sets {@code X-Forwarded-Proto}.
   *
   * @return a URL without a slash at the end, or an empty text if the host is not known
   */
  String endpoint() {
    String host = headers.first("Host");
    if (host == null || host.isEmpty()) {
      return "";
    }
    boolean secure =
        host.endsWith(".amazonaws.com")
            || host.endsWith(".amazonaws.com.cn")
            || "https".equals(headers.first("X-Forwarded-Proto"));
    return (secure ? "https://" : "http://") + host;
  }

  /**
   * Returns the region in the name of an AWS host.
   *
   * @return a region, such as that of {@code sts.eu-west-1.amazonaws.com}; null without one
   */
  @Nullable String hostRegion() {
    String host = headers.first("Host");
    if (host != null && host.contains(".amazonaws.com")) {
      for (String label : host.split("\\.", -1)) {
        if (REGION.matcher(label).matches()) {
          return label;
        }
      }
    }
    return null;
  }

  /**
   * Splits a query or a form into pairs.
   *
   * @param text the text
   * @param form whether a plus sign is a space
   * @return names and values, decoded
   */
  static List<Map.Entry<String, String>> pairs(String text, boolean form) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        pairs.add(Map.entry(decoded(name, form), decoded(value, form)));
      }
    }
    return pairs;
  }

  private static String decoded(String text, boolean form) {
    return PercentEncoding.decode(form ? text.replace('+', ' ') : text);
  }

  /** Returns the request with another path. */
  Inbound withPath(String other) {
    return new Inbound(method, other, query, headers, body);
  }

  /**
   * Returns the request with another body.
   *
   * @param other the body
   * @return a new request
   */
  public Inbound withBody(InputStream other) {
    return new Inbound(method, path, query, headers, other);
  }

  /**
   * Returns the first value of a name in the query.
   *
   * @param name the name
   * @return the value, or null
   */
  public @Nullable String queryValue(String name) {
    for (Map.Entry<String, String> pair : queryPairs()) {
      if (pair.getKey().equals(name)) {
        return pair.getValue();
      }
    }
    return null;
  }
}
