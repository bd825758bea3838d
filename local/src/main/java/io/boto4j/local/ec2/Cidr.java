package io.boto4j.local.ec2;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block of IPv4 addresses.
 *
 * @param base the first address
 * @param bits the length of the prefix
 */
record Cidr(long base, int bits) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");

  /** Returns a block with its host bits cleared, or null if the text is not one. */
  static @Nullable Cidr parse(@Nullable String text) {
    Matcher matcher = FORM.matcher(text == null ? "" : text);
    if (!matcher.matches() || matcher.group(5) == null) {
      return null;
    }
    int bits = Integer.parseInt(matcher.group(5));
    long address = 0;
    for (int i = 1; i <= 4; i++) {
      int part = Integer.parseInt(matcher.group(i));
      if (part > 255) {
        return null;
      }
      address = address << 8 | part;
    }
    return bits > 32 ? null : new Cidr(address & mask(bits), bits);
  }

  /** Returns a block that a request must have. */
  static Cidr require(@Nullable String text, String parameter) {
    if (text == null) {
      throw Ec2Errors.missing(parameter);
    }
    Cidr cidr = parse(text);
    if (cidr == null) {
      throw Ec2Errors.invalidValue(
          "Value ("
              + text
              + ") for parameter "
              + parameter
              + " is invalid. This is not a valid CIDR block.");
    }
    return cidr;
  }

  private static long mask(int bits) {
    return bits == 0 ? 0 : (0xffffffffL << (32 - bits)) & 0xffffffffL;
  }

  long size() {
    return 1L << (32 - bits);
  }

  boolean contains(Cidr other) {
    return other.bits >= bits && (other.base & mask(bits)) == base;
  }

  boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  /** Returns the address at an offset. */
  String address(long offset) {
    long address = base + offset;
    return (address >> 24 & 255)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  @Override
  public String toString() {
    return address(0) + "/" + bits;
  }
}
