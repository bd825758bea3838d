package io.boto4j.internal.call;

import io.boto4j.error.FlexibleChecksumException;
import java.util.zip.CRC32;

/** The checksum that DynamoDB sends with each answer, over the body as it came. */
final class DynamoDbChecksum {
  private DynamoDbChecksum() {}

  /** Whether it is the body's; a header that is no number says nothing. */
  static boolean fits(String expected, byte[] body) {
    try {
      return Long.parseLong(expected.strip()) == of(body);
    } catch (NumberFormatException e) {
      return true;
    }
  }

  static FlexibleChecksumException mismatch(String expected, byte[] body) {
    return new FlexibleChecksumException(
        "Checksum crc32 failed, expected checksum "
            + expected.strip()
            + " did not match calculated checksum "
            + of(body)
            + ".");
  }

  private static long of(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return crc.getValue();
  }
}
