package io.boto4j;

import io.boto4j.internal.checksum.CrcCombination;
import io.boto4j.model.NearNames;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A checksum by one of the algorithms that S3 knows, calculated over bytes that arrive piece by
 * piece.
 *
 * <pre>{@code
 * String checksum = Checksum.of("CRC64NVME").update(bytes).base64();
 * s3.call("PutObject", Params.of("Bucket", b, "Key", k, "Body", bytes, "ChecksumCRC64NVME", checksum));
 * }</pre>
 *
 * <p>An instance is for one sequence of bytes, and not safe for use by multiple threads. Source:
 * Amazon S3 User Guide, "Checking object integrity in Amazon S3".
 */
public final class Checksum {
  private final String algorithm;
  private final io.boto4j.internal.checksum.Checksum sum;

  private Checksum(String algorithm, io.boto4j.internal.checksum.Checksum sum) {
    this.algorithm = algorithm;
    this.sum = sum;
  }

  /**
   * Starts a checksum.
   *
   * @param algorithm {@code CRC32}, {@code CRC32C}, {@code CRC64NVME}, {@code SHA1}, {@code
   *     SHA256}, {@code SHA512}, {@code XXHASH64}, {@code XXHASH3} or {@code XXHASH128}, in either
   *     case
   * @return a new checksum of no bytes
   * @throws IllegalArgumentException if the algorithm is unknown
   */
  public static Checksum of(String algorithm) {
    var sum = io.boto4j.internal.checksum.Checksum.of(algorithm.toLowerCase(Locale.ROOT));
    String name = algorithm.toUpperCase(Locale.ROOT);
    if (sum == null) {
      List<String> known = algorithms();
      throw new IllegalArgumentException(
          "Unknown checksum algorithm: '"
              + algorithm
              + "'."
              + NearNames.hint(name, known)
              + " Known are "
              + String.join(", ", known));
    }
    return new Checksum(name, sum);
  }

  /**
   * Returns the names of all algorithms.
   *
   * @return the names, in upper case, as in S3's {@code ChecksumAlgorithm}
   */
  public static List<String> algorithms() {
    List<String> names = new ArrayList<>();
    for (String name : io.boto4j.internal.checksum.Checksum.NAMES) {
      names.add(name.toUpperCase(Locale.ROOT));
    }
    return List.copyOf(names);
  }

  /**
   * Returns the algorithm.
   *
   * @return its name in upper case
   */
  public String algorithm() {
    return algorithm;
  }

  /**
   * Adds bytes.
   *
   * @param bytes the bytes
   * @return this checksum
   */
  public Checksum update(byte[] bytes) {
    return update(bytes, 0, bytes.length);
  }

  /**
   * Adds a range of an array.
   *
   * @param bytes the array
   * @param offset the index of the first byte
   * @param length the number of bytes
   * @return this checksum
   * @throws IndexOutOfBoundsException if the range is outside the array
   */
  public Checksum update(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    sum.update(bytes, offset, length);
    return this;
  }

  /**
   * Returns the checksum of all bytes added. No more bytes can be added afterwards.
   *
   * @return the checksum, most significant byte first
   */
  public byte[] digest() {
    return sum.digest();
  }

  /**
   * Returns the checksum of all bytes added, as S3 writes it. No more bytes can be added
   * afterwards.
   *
   * @return the checksum in Base64
   */
  public String base64() {
    return sum.base64();
  }

  /**
   * Whether the checksum of a whole can be calculated from the checksums of its parts.
   *
   * @param algorithm the name of an algorithm, in either case
   * @return true for {@code CRC32}, {@code CRC32C} and {@code CRC64NVME}
   */
  public static boolean combines(String algorithm) {
    return CrcCombination.of(algorithm) != null;
  }

  /**
   * Returns the checksum of two sequences of bytes, one after the other, from their checksums. The
   * bytes themselves are not needed.
   *
   * @param algorithm {@code CRC32}, {@code CRC32C} or {@code CRC64NVME}, in either case
   * @param first the checksum of the first sequence, in Base64
   * @param second the checksum of the second sequence, in Base64
   * @param secondLength the number of bytes in the second sequence
   * @return the checksum of both, in Base64
   * @throws IllegalArgumentException if checksums of the algorithm cannot be combined, or a
   *     checksum is not in Base64
   */
  public static String combine(String algorithm, String first, String second, long secondLength) {
    CrcCombination combination = CrcCombination.of(algorithm);
    if (combination == null) {
      throw new IllegalArgumentException(
          "Checksums of "
              + algorithm
              + " cannot be combined; those of CRC32, CRC32C and CRC64NVME can");
    }
    Base64.Decoder decoder = Base64.getDecoder();
    byte[] both = combination.combine(decoder.decode(first), decoder.decode(second), secondLength);
    return Base64.getEncoder().encodeToString(both);
  }

  /**
   * Returns the algorithm.
   *
   * @return a text such as {@code Checksum[CRC32]}
   */
  @Override
  public String toString() {
    return "Checksum[" + algorithm + "]";
  }
}
