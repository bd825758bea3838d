package io.boto4j.internal.endpoint;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The patterns of partitions: a class of its own, as few calls load regular expressions. */
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
