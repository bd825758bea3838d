package io.boto4j.internal.config;

import io.boto4j.error.InvalidRegionException;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.text.HostLabels;
import io.boto4j.internal.text.Printable;

/**
 * A check that a region is syntactically valid.
 *
 * <p>It does not know which regions exist: AWS adds regions, and custom endpoints may use any name.
 */
public final class Region {
  private Region() {}

  /**
   * Checks that a region can be a label of a host name.
   *
   * <p>Without this check, the region {@code x.evil.com/#} would send signed requests to another
   * host.
   *
   * @param region a region from code, the environment or a file
   * @return the same region
   * @throws InvalidRegionException unless it is 1 to 63 ASCII letters, digits and hyphens, without
   *     a hyphen at either end, and not digits alone
   */
  public static String check(String region) {
    if (!HostLabels.isLabel(region) || isNumber(region)) {
      throw Errors.invalidRegion(Printable.of(region));
    }
    return region;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
