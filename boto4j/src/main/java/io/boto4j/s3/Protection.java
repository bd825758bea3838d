package io.boto4j.s3;

import io.boto4j.Checksum;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checksum of one upload.
 *
 * @param algorithm the algorithm, in upper case
 * @param given the checksum of the whole object, if the user has set it
 * @param best the best dialect that the algorithm allows
 */
record Protection(String algorithm, @Nullable String given, Dialect best) {
  private static final String PREFIX = "Checksum";

  /** The algorithm of composite checksums in stores that do not know the preferred one. */
  private static final String WIDELY_KNOWN = "CRC32";

  /** Reads the user's parameters, which may name an algorithm or contain a checksum. */
  static Protection of(Map<String, ?> parameters, TransferConfig config) {
    Object named = parameters.get("ChecksumAlgorithm");
    String algorithm =
        named == null ? config.checksumAlgorithm() : named.toString().toUpperCase(Locale.ROOT);
    String given = null;
    for (String each : Checksum.algorithms()) {
      if (parameters.get(PREFIX + each) instanceof String value) {
        algorithm = each;
        given = value;
      }
    }
    boolean composite = "COMPOSITE".equals(parameters.get("ChecksumType"));
    boolean whole = Checksum.combines(algorithm) && !composite;
    return new Protection(algorithm, given, whole ? Dialect.FULL_OBJECT : Dialect.COMPOSITE);
  }

  /** Returns the algorithm of a dialect. */
  String algorithm(Dialect dialect) {
    boolean fallsBack = dialect == Dialect.COMPOSITE && best == Dialect.FULL_OBJECT;
    return fallsBack ? WIDELY_KNOWN : algorithm;
  }

  /** The member of requests and responses that contains the checksum. */
  static String member(String algorithm) {
    return PREFIX + algorithm;
  }
}
