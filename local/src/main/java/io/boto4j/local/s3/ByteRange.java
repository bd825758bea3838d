package io.boto4j.local.s3;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of bytes.
 *
 * @param from the first byte
 * @param to the last byte
 */
record ByteRange(long from, long to) {
  private static final Pattern FORM = Pattern.compile("\\s*bytes\\s*=\\s*(\\d*)-(\\d*)\\s*");
  private static final int LONGEST = 18;

  /**
   * Reads a range header.
   *
   * @return the range, or null for a header that is ignored because of its form
   * @throws io.boto4j.local.engine.EngineException if the object has no byte of the range
   */
  static @Nullable ByteRange parse(@Nullable String header, long size) {
    if (header == null) {
      return null;
    }
    Matcher matcher = FORM.matcher(header);
    if (!matcher.matches() || matcher.group(1).length() + matcher.group(2).length() == 0) {
      return null;
    }
    long from;
    long to;
    if (matcher.group(1).isEmpty()) {
      long count = number(matcher.group(2));
      from = Math.max(0, size - count);
      to = count == 0 ? -1 : size - 1;
    } else {
      from = number(matcher.group(1));
      to = matcher.group(2).isEmpty() ? size - 1 : number(matcher.group(2));
      if (!matcher.group(2).isEmpty() && to < from) {
        return null;
      }
      to = Math.min(to, size - 1);
    }
    if (from >= size || to < from) {
      throw S3Errors.of(
          416,
          "InvalidRange",
          "The requested range is not satisfiable",
          "RangeRequested",
          header,
          "ActualObjectSize",
          Long.toString(size));
    }
    return new ByteRange(from, to);
  }

  private static long number(String digits) {
    return digits.length() > LONGEST ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  long length() {
    return to - from + 1;
  }

  /** Returns the value of the header Content-Range. */
  String header(long size) {
    return "bytes " + from + "-" + to + "/" + size;
  }
}
