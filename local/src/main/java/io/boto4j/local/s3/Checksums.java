package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.internal.checksum.Checksum;
import io.boto4j.internal.checksum.CrcCombination;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The checksums of objects and parts, by algorithm.
 *
 * <p>Source: Amazon S3 User Guide, "Checking object integrity in Amazon S3".
 */
final class Checksums {
  static final String FULL_OBJECT = "FULL_OBJECT";
  static final String COMPOSITE = "COMPOSITE";

  /** The algorithm of objects for which the client names none. */
  static final String DEFAULT = "CRC64NVME";

  static final List<String> ALGORITHMS =
      List.of(
          "CRC32",
          "CRC32C",
          "CRC64NVME",
          "SHA1",
          "SHA256",
          "SHA512",
          "XXHASH64",
          "XXHASH3",
          "XXHASH128");

  private static final String PREFIX = "Checksum";

  private Checksums() {}

  /** Returns the member that has the checksum of an algorithm, such as {@code ChecksumCRC32}. */
  static String member(String algorithm) {
    return PREFIX + algorithm;
  }

  static Checksum start(String algorithm) {
    return Objects.requireNonNull(Checksum.of(algorithm.toLowerCase(Locale.ROOT)), algorithm);
  }

  /** Returns the number of bytes of a checksum. */
  private static int size(String algorithm) {
    return start(algorithm).digest().length;
  }

  /** Returns the algorithm for which the input has a value or which it names, or null. */
  static @Nullable String requested(Structure input) {
    String found = null;
    for (String algorithm : ALGORITHMS) {
      if (input.text(member(algorithm)) != null) {
        if (found != null) {
          throw S3Errors.invalidRequest(
              "Expecting a single x-amz-checksum- header. Multiple checksum Types are not"
                  + " allowed.");
        }
        found = algorithm;
      }
    }
    return found != null ? found : named(input);
  }

  /** Returns the algorithm that the input names, or null. */
  static @Nullable String named(Structure input) {
    String named = input.text("ChecksumAlgorithm");
    if (named == null || named.isEmpty()) {
      return null;
    }
    String upper = named.toUpperCase(Locale.ROOT);
    if (!ALGORITHMS.contains(upper)) {
      throw S3Errors.invalidRequest(
          "Checksum algorithm provided is unsupported. Please try again with any of the valid"
              + " types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
    }
    return upper;
  }

  /** Compares a checksum with the one that the client sent, if it sent one. */
  static void verify(Structure input, String algorithm, String calculated) {
    String sent = input.text(member(algorithm));
    if (sent == null) {
      return;
    }
    if (!isWellFormed(algorithm, sent)) {
      throw S3Errors.invalidRequest(
          "Value for x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT) + " header is invalid.");
    }
    if (!sent.equals(calculated)) {
      throw S3Errors.of(
          400,
          "BadDigest",
          "The " + algorithm + " you specified did not match the calculated checksum.");
    }
  }

  private static boolean isWellFormed(String algorithm, String base64) {
    try {
      return Base64.getDecoder().decode(base64).length == size(algorithm);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns the type of the checksum of a multipart upload that asks for none. */
  static String defaultType(String algorithm) {
    return algorithm.equals(DEFAULT) ? FULL_OBJECT : COMPOSITE;
  }

  static boolean isCrc(String algorithm) {
    return algorithm.startsWith("CRC");
  }

  /** Returns the checksum of the checksums of the parts, followed by their number. */
  static String composite(String algorithm, List<String> parts) {
    Checksum checksum = start(algorithm);
    for (String part : parts) {
      byte[] bytes = Base64.getDecoder().decode(part);
      checksum.update(bytes, 0, bytes.length);
    }
    return checksum.base64() + "-" + parts.size();
  }

  /** Returns the checksum of an object from those of its parts and their sizes. */
  static String combined(String algorithm, List<String> parts, List<Long> sizes) {
    CrcCombination combination = Objects.requireNonNull(CrcCombination.of(algorithm), algorithm);
    byte[] combined = Base64.getDecoder().decode(parts.get(0));
    for (int i = 1; i < parts.size(); i++) {
      combined =
          combination.combine(combined, Base64.getDecoder().decode(parts.get(i)), sizes.get(i));
    }
    return Base64.getEncoder().encodeToString(combined);
  }

  /** Returns the members of a document that are checksums, with their type if there is one. */
  static Map<String, Object> members(Structure checksums) {
    Map<String, Object> members = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    ALGORITHMS.forEach(algorithm -> names.add(member(algorithm)));
    names.add("ChecksumType");
    Documents.copy(checksums, members, names);
    return members;
  }

  /** Returns the algorithms that a document has checksums of. */
  static List<String> algorithms(Structure checksums) {
    return ALGORITHMS.stream().filter(each -> checksums.containsKey(member(each))).toList();
  }
}
