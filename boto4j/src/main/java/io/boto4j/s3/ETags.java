package io.boto4j.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entity tags of objects: MD5 of the bytes, or MD5 of the MD5s of the parts and their number.
 */
final class ETags {
  private static final int MD5_DIGITS = 32;

  private ETags() {}

  /** Whether an entity tag is that of an object of the given parts. */
  static boolean isOf(@Nullable String eTag, List<String> parts) {
    if (eTag == null) {
      return false;
    }
    MessageDigest digest = md5();
    for (String part : parts) {
      String hex = bare(part);
      if (!isMd5(hex)) {
        return false;
      }
      digest.update(HexFormat.of().parseHex(hex));
    }
    return bare(eTag).equals(HexFormat.of().formatHex(digest.digest()) + "-" + parts.size());
  }

  /** Returns an entity tag without its quotes. */
  static String bare(String eTag) {
    boolean quoted = eTag.length() > 1 && eTag.startsWith("\"") && eTag.endsWith("\"");
    return quoted ? eTag.substring(1, eTag.length() - 1) : eTag;
  }

  /** Whether a bare entity tag may be the MD5 of the bytes. */
  static boolean isMd5(String bare) {
    return bare.length() == MD5_DIGITS && bare.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM has no MD5", e);
    }
  }
}
