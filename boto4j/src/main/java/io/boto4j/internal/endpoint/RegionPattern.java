package io.boto4j.internal.endpoint;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matching of regions against the patterns of partitions. A separate class, so a cold start that
 * needs no pattern does not load regular expressions.
 */
final class RegionPattern {
  private RegionPattern() {}

  static boolean matches(String regex, String region) {
    try {
      return Pattern.matches(regex, region);
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
