package io.boto4j.internal.config;

import io.boto4j.error.InvalidRegionException;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.text.Printable;

/**
 * What a region may look like.
 *
 * <p>Which regions exist is not known here: AWS opens new ones, and endpoints of one's own have
 * names of their own.
 */
public final class Region {
  private static final int LONGEST = 63;

  private Region() {}

  /**
   * Refuses a region that could not be one label of a host name.
   *
   * <p>Without this, {@code x.evil.com/#} as a region would send signed requests to another host.
   *
   * @param region a region from code, the environment or a file
   * @return the same region
   * @throws InvalidRegionException unless it is 1 to 63 ASCII letters, digits and hyphens, without
   *     a hyphen at either end, and not digits alone
   */
  public static String check(String region) {
    if (!isLabel(region)) {
      throw Errors.invalidRegion(Printable.of(region));
    }
    return region;
  }

  private static boolean isLabel(String text) {
    int length = text.length();
    if (length == 0 || length > LONGEST) {
      return false;
    }
    boolean digitsOnly = true;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean innerHyphen = c == '-' && i > 0 && i < length - 1;
      if (!digit && !letter && !innerHyphen) {
        return false;
      }
      digitsOnly &= digit;
    }
    return !digitsOnly;
  }
}
