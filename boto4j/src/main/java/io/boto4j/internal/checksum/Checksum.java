package io.boto4j.internal.checksum;

import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.http.HttpBody;
import io.boto4j.internal.text.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A checksum over bytes that come piece by piece. For one body, and one thread.
 *
 * <p>The algorithms are those of S3, by the names that stand in its headers {@code
 * x-amz-checksum-NAME}. {@code MD5} is not among them: boto3 refuses it too, and it goes by another
 * header.
 */
public abstract class Checksum {
  /** What every header with a checksum begins with. */
  public static final String HEADER_PREFIX = "x-amz-checksum-";

  /** All algorithms by name: the one an answer is checked with first comes first. */
  public static final List<String> NAMES =
      List.of(
          "xxhash128",
          "xxhash3",
          "crc64nvme",
          "xxhash64",
          "crc32c",
          "crc32",
          "sha1",
          "sha256",
          "sha512");

  Checksum() {}

  /**
   * Begins a checksum.
   *
   * @param name the algorithm, in lower case
   * @return a checksum over no bytes yet, or null if there is no such algorithm
   */
  public static @Nullable Checksum of(String name) {
    return switch (name) {
      case "crc32" -> new JdkCrc(new CRC32());
      case "crc32c" -> new JdkCrc(new CRC32C());
      case "crc64nvme" -> new Crc64Nvme();
      case "sha1" -> new JdkDigest("SHA-1");
      case "sha256" -> new JdkDigest("SHA-256");
      case "sha512" -> new JdkDigest("SHA-512");
      case "xxhash64" -> new XxHash64();
      case "xxhash3" -> new XxHash3(XxHash3.BITS_64);
      case "xxhash128" -> new XxHash3(XxHash3.BITS_128);
      default -> null;
    };
  }

  /**
   * Takes more bytes.
   *
   * @param bytes holds the bytes
   * @param offset where they begin
   * @param length how many there are
   */
  public abstract void update(byte[] bytes, int offset, int length);

  /**
   * The checksum of all bytes taken, which ends it.
   *
   * @return the bytes, the most significant first
   */
  public abstract byte[] digest();

  /**
   * The checksum of all bytes taken as headers carry it, which ends it.
   *
   * @return base64
   */
  public final String base64() {
    return Base64.getEncoder().encodeToString(digest());
  }

  /**
   * Holds the checksum of all bytes taken, which ends it, against the one they came with.
   *
   * @param expected in base64
   * @throws FlexibleChecksumException if it is another
   */
  public final void require(String expected) {
    String calculated = base64();
    if (!calculated.equals(expected.strip())) {
      throw new FlexibleChecksumException(
          "Expected checksum "
              + Printable.of(expected)
              + " did not match calculated checksum: "
              + calculated);
    }
  }

  /**
   * Takes a whole body, opening it once.
   *
   * @param body the body; it must be replayable if it is to be sent afterwards
   * @return this checksum
   * @throws IOException if reading the body fails
   */
  public final Checksum update(HttpBody body) throws IOException {
    body.writeTo(new Sink(this));
    return this;
  }

  /** The bytes of a number, the most significant first. */
  static byte[] bigEndian(long value, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (value >>> (8 * (size - 1 - i)));
    }
    return bytes;
  }

  private static final class Sink extends OutputStream {
    private final Checksum checksum;

    Sink(Checksum checksum) {
      this.checksum = checksum;
    }

    @Override
    public void write(int octet) {
      checksum.update(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      checksum.update(bytes, offset, length);
    }
  }
}
