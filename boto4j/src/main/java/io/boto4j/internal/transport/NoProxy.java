package io.boto4j.internal.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The hosts that are reached without a proxy. Immutable. */
public final class NoProxy {
  /** Names, or parts of names with an asterisk at one end or both. */
  private final List<String> patterns;

  private NoProxy(List<String> patterns) {
    this.patterns = patterns;
  }

  /**
   * Reads {@code NO_PROXY} as Python's urllib does: names separated by commas, with or without a
   * leading dot and a port, each for the host and all its subdomains; a single {@code *} for all
   * hosts. Other wildcards and ranges of addresses are not supported.
   *
   * @param list the value
   * @return the hosts
   */
  public static NoProxy ofNames(String list) {
    List<String> patterns = new ArrayList<>();
    if (list.equals("*")) {
      patterns.add("*");
    }
    for (String each : split(list, ',')) {
      int start = 0;
      while (start < each.length() && each.charAt(start) == '.') {
        start++;
      }
      String name = each.substring(start);
      if (!name.isEmpty() && name.indexOf('*') < 0) {
        patterns.add(name);
        patterns.add("*." + name);
      }
    }
    return new NoProxy(patterns);
  }

  /**
   * Reads {@code http.nonProxyHosts} as the JDK does: patterns separated by bars, each of which may
   * begin or end with an asterisk.
   *
   * @param list the value
   * @return the hosts
   */
  public static NoProxy ofPatterns(String list) {
    return new NoProxy(split(list, '|'));
  }

  /** Whether a host, in the form of a Host header, is in the list. */
  boolean matches(String hostHeader) {
    int bracket = hostHeader.indexOf(']');
    int colon = hostHeader.indexOf(':', Math.max(0, bracket));
    String host = colon < 0 ? hostHeader : hostHeader.substring(0, colon);
    for (String pattern : patterns) {
      if (matches(pattern, host)
          || matches(pattern, hostHeader)
          || (bracket > 0 && matches(pattern, host.substring(1, bracket)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, String host) {
    boolean from = pattern.startsWith("*");
    boolean to = pattern.length() > 1 && pattern.endsWith("*");
    String part = pattern.substring(from ? 1 : 0, pattern.length() - (to ? 1 : 0));
    if (from && to) {
      return host.contains(part);
    }
    if (from) {
      return host.endsWith(part);
    }
    return to ? host.startsWith(part) : host.equals(part);
  }

  private static List<String> split(String list, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start <= list.length()) {
      int end = list.indexOf(separator, start);
      end = end < 0 ? list.length() : end;
      String part = list.substring(start, end).strip().toLowerCase(Locale.ROOT);
      if (!part.isEmpty()) {
        parts.add(part);
      }
      start = end + 1;
    }
    return parts;
  }
}
