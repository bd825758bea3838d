package io.boto4j.internal.endpoint;

import io.boto4j.internal.error.Errors;
import io.boto4j.internal.text.HostLabels;
import io.boto4j.internal.text.PercentEncoding;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of endpoint rules that the rules of most services do not use. */
final class RuleFunctions {
  private static final int ARN_PARTS = 6;
  private static final int SHORTEST_BUCKET = 3;

  private RuleFunctions() {}

  static @Nullable String substring(String text, int start, int stop, boolean reverse) {
    if (start >= stop || text.length() < stop) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return null;
      }
    }
    return reverse
        ? text.substring(text.length() - stop, text.length() - start)
        : text.substring(start, stop);
  }

  /**
   * Returns the parts of a text between delimiters.
   *
   * @param limit the number of parts, of which the last has the rest of the text; 0 for any number
   */
  static List<String> split(String text, String delimiter, int limit) {
    if (delimiter.isEmpty()) {
      throw Errors.endpointResolution("The endpoint rules split a string without a delimiter");
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf(delimiter);
        at >= 0 && parts.size() != limit - 1;
        at = text.indexOf(delimiter, start)) {
      parts.add(text.substring(start, at));
      start = at + delimiter.length();
    }
    parts.add(text.substring(start));
    return parts;
  }

  static boolean isValidHostLabel(@Nullable Object value, boolean allowSubdomains) {
    return value instanceof String text
        && (allowSubdomains ? HostLabels.areLabels(text) : HostLabels.isLabel(text));
  }

  /** Returns the parts of a URL, or null if it is not an http or https URL or has a query. */
  static @Nullable Map<String, Object> parseUrl(String text) {
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
    String scheme = url.getScheme();
    String authority = url.getRawAuthority();
    boolean web = "http".equals(scheme) || "https".equals(scheme);
    if (!web || authority == null || !hasSoundPort(authority) || url.getRawQuery() != null) {
      return null;
    }
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    Map<String, Object> parts = new HashMap<>(8);
    parts.put("scheme", scheme);
    parts.put("authority", authority);
    parts.put("path", path);
    parts.put("normalizedPath", normalized(path));
    parts.put("isIp", isIp(authority));
    return parts;
  }

  private static boolean hasSoundPort(String authority) {
    int colon = authority.lastIndexOf(':');
    for (int i = colon + 1; colon > authority.lastIndexOf(']') && i < authority.length(); i++) {
      if (authority.charAt(i) < '0' || authority.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Returns a path without dot segments and empty segments, with a slash at each end. */
  private static String normalized(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        if (!segments.isEmpty()) {
          segments.remove(segments.size() - 1);
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    return segments.isEmpty() ? "/" : "/" + String.join("/", segments) + "/";
  }

  private static boolean isIp(String authority) {
    int colon = authority.indexOf(':');
    return authority.startsWith("[")
        || isIpv4(colon < 0 ? authority : authority.substring(0, colon));
  }

  private static boolean isIpv4(String host) {
    int dots = 0;
    int digits = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.' && digits > 0) {
        dots++;
        digits = 0;
      } else if (c >= '0' && c <= '9' && digits < 3) {
        digits++;
      } else {
        return false;
      }
    }
    return dots == 3 && digits > 0;
  }

  static String uriEncode(String text) {
    return PercentEncoding.encode(text);
  }

  /**
   * Returns the parts of an ARN, or null if it is not one or lacks a partition, service or
   * resource.
   */
  static @Nullable Map<String, Object> parseArn(String text) {
    String[] parts = text.split(":", ARN_PARTS);
    if (parts.length < ARN_PARTS
        || !parts[0].equals("arn")
        || parts[1].isEmpty()
        || parts[2].isEmpty()
        || parts[5].isEmpty()) {
      return null;
    }
    Map<String, Object> arn = new HashMap<>(8);
    arn.put("partition", parts[1]);
    arn.put("service", parts[2]);
    arn.put("region", parts[3]);
    arn.put("accountId", parts[4]);
    arn.put("resourceId", List.of(parts[5].replace(':', '/').split("/", -1)));
    return arn;
  }

  static boolean isVirtualHostableS3Bucket(@Nullable Object value, boolean allowSubdomains) {
    return value instanceof String bucket
        && bucket.length() >= SHORTEST_BUCKET
        && isValidHostLabel(bucket, allowSubdomains)
        && !hasCapitals(bucket)
        && !isIpv4(bucket);
  }

  /** Whether a label, which is ASCII, has capital letters. */
  private static boolean hasCapitals(String label) {
    for (int i = 0; i < label.length(); i++) {
      if (label.charAt(i) >= 'A' && label.charAt(i) <= 'Z') {
        return true;
      }
    }
    return false;
  }
}
