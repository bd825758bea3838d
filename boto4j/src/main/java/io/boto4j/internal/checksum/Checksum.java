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
 * A checksum of bytes that arrive piece by piece. Used for one body, by one thread.
 *
 * <p>The algorithms are S3's, named as in its headers {@code x-amz-checksum-NAME}. {@code MD5} is
 * not supported: boto3 rejects it too, and it has a header of its own.
 */
public abstract class Checksum {
  /** The prefix of all headers with a checksum. */
  public static final String HEADER_PREFIX = "x-amz-checksum-";

  /** The names of all algorithms, in the order in which the checksums of a response are tried. */
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
   * Starts a checksum.
   *
   * @param name the algorithm, in lower case
   * @return a new checksum, or null if the algorithm is unknown
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
   * Adds bytes to the checksum.
   *
   * @param bytes an array with the bytes
   * @param offset the index of the first byte
   * @param length the number of bytes
   */
  public abstract void update(byte[] bytes, int offset, int length);

  /**
   * Returns the checksum of all bytes added. No more bytes can be added afterwards.
   *
   * @return the checksum, most significant byte first
   */
  public abstract byte[] digest();

  /**
   * Returns the checksum of all bytes added, as it is written in headers. No more bytes can be
   * added afterwards.
   *
   * @return the checksum in Base64
   */
  public final String base64() {
    return Base64.getEncoder().encodeToString(digest());
  }

  /**
   * Compares the checksum of all bytes added with the one that was sent with them. No more bytes
   * can be added afterwards.
   *
   * @param expected the checksum that was sent, in Base64
   * @throws FlexibleChecksumException if the two differ
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
   * Adds a whole body, which is opened once.
   *
   * @param body the body; must be replayable if it is sent afterwards
   * @return this checksum
   * @throws IOException if reading the body fails
   */
  public final Checksum update(HttpBody body) throws IOException {
    body.writeTo(new Sink(this));
    return this;
  }

  /** Returns the bytes of a number, most significant byte first. */
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
