package io.boto4j.internal.checksum;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * CRC-64/NVME: the polynomial 0xAD93D23594C93659, reflected, with all bits inverted before and
 * after.
 *
 * <p>Source: NVM Express, "NVM Command Set Specification", "64b Guard". Eight bytes are processed
 * per step, with eight tables, as zlib does for 32 bits ("slicing by 8").
 */
final class Crc64Nvme extends Checksum {
  /** The polynomial with its bits in reverse. */
  private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;

  /** Eight consecutive tables of 256 entries: table k is for a byte that k bytes follow. */
  private static final long[] TABLES = tables();

  private long crc = -1;

  @Override
  public void update(byte[] bytes, int offset, int length) {
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int end = offset + length;
    int at = offset;
    long value = crc;
    for (; end - at >= Long.BYTES; at += Long.BYTES) {
      long word = value ^ words.getLong(at);
      value =
          TABLES[7 * 256 + (int) (word & 0xFF)]
              ^ TABLES[6 * 256 + (int) ((word >>> 8) & 0xFF)]
              ^ TABLES[5 * 256 + (int) ((word >>> 16) & 0xFF)]
              ^ TABLES[4 * 256 + (int) ((word >>> 24) & 0xFF)]
              ^ TABLES[3 * 256 + (int) ((word >>> 32) & 0xFF)]
              ^ TABLES[2 * 256 + (int) ((word >>> 40) & 0xFF)]
              ^ TABLES[256 + (int) ((word >>> 48) & 0xFF)]
              ^ TABLES[(int) (word >>> 56)];
    }
    for (; at < end; at++) {
      value = TABLES[(int) (value ^ bytes[at]) & 0xFF] ^ (value >>> 8);
    }
    crc = value;
  }

  @Override
  public byte[] digest() {
    return bigEndian(~crc, Long.BYTES);
  }

  private static long[] tables() {
    long[] tables = new long[8 * 256];
    for (int i = 0; i < 256; i++) {
      long value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ POLYNOMIAL;
      }
      tables[i] = value;
    }
    for (int i = 256; i < tables.length; i++) {
      long before = tables[i - 256];
      tables[i] = tables[(int) (before & 0xFF)] ^ (before >>> 8);
    }
    return tables;
  }
}
