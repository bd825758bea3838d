package io.boto4j.internal.checksum;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * CRC-64/NVME: the polynomial 0xAD93D23594C93659, reflected, with all bits inverted before and
 * after.
 *
 * <p>Source: NVM Express, "NVM Command Set Specification", "64b Guard". Eight bytes are processed
 * per step, with eight tables, as zlib does for 32 bits ("slicing by 8").
 *
 * <p>Long inputs are processed in three lanes, whose CRCs are then combined: a step of one lane has
 * to wait for the tables' values of the step before, and a processor looks up those of the other
 * lanes meanwhile. That takes half the time.
 */
final class Crc64Nvme extends Checksum {
  /** The polynomial with its bits in reverse. */
  private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;

  /** Eight consecutive tables of 256 entries: table k is for a byte that k bytes follow. */
  private static final long[] TABLES = tables();

  private static final int LANE = 1024;

  /** The number of bytes that are processed together. */
  private static final int BLOCK = 3 * LANE;

  /** From this length on the work pays for the tables of {@link Followed}. */
  private static final int LONG = 4096;

  private long crc = -1;

  @Override
  public void update(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = offset;
    long value = crc;
    if (length >= LONG) {
      at = end - length % BLOCK;
      value = blocks(value, bytes, offset, at);
    }
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (; end - at >= Long.BYTES; at += Long.BYTES) {
      value = step(value ^ words.getLong(at));
    }
    for (; at < end; at++) {
      value = TABLES[(int) (value ^ bytes[at]) & 0xFF] ^ (value >>> 8);
    }
    crc = value;
  }

  /** Returns the CRC after whole blocks, from one position to another. */
  private static long blocks(long crc, byte[] bytes, int from, int to) {
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long value = crc;
    for (int block = from; block < to; block += BLOCK) {
      long second = 0;
      long third = 0;
      for (int at = block; at < block + LANE; at += Long.BYTES) {
        value = step(value ^ words.getLong(at));
        second = step(second ^ words.getLong(at + LANE));
        third = step(third ^ words.getLong(at + 2 * LANE));
      }
      value = Followed.byLane(Followed.byLane(value) ^ second) ^ third;
    }
    return value;
  }

  private static long step(long word) {
    return TABLES[7 * 256 + (int) (word & 0xFF)]
        ^ TABLES[6 * 256 + (int) ((word >>> 8) & 0xFF)]
        ^ TABLES[5 * 256 + (int) ((word >>> 16) & 0xFF)]
        ^ TABLES[4 * 256 + (int) ((word >>> 24) & 0xFF)]
        ^ TABLES[3 * 256 + (int) ((word >>> 32) & 0xFF)]
        ^ TABLES[2 * 256 + (int) ((word >>> 40) & 0xFF)]
        ^ TABLES[256 + (int) ((word >>> 48) & 0xFF)]
        ^ TABLES[(int) (word >>> 56)];
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

  /** The map from a CRC to that CRC if a lane of zeros follows. Loaded for long inputs only. */
  private static final class Followed {
    /** Eight consecutive tables of 256 entries: table k is for byte k of the CRC. */
    private static final long[] BY_LANE = byLane();

    static long byLane(long crc) {
      return BY_LANE[(int) (crc & 0xFF)]
          ^ BY_LANE[256 + (int) ((crc >>> 8) & 0xFF)]
          ^ BY_LANE[2 * 256 + (int) ((crc >>> 16) & 0xFF)]
          ^ BY_LANE[3 * 256 + (int) ((crc >>> 24) & 0xFF)]
          ^ BY_LANE[4 * 256 + (int) ((crc >>> 32) & 0xFF)]
          ^ BY_LANE[5 * 256 + (int) ((crc >>> 40) & 0xFF)]
          ^ BY_LANE[6 * 256 + (int) ((crc >>> 48) & 0xFF)]
          ^ BY_LANE[7 * 256 + (int) (crc >>> 56)];
    }

    /** The map is linear: an entry is the sum of those of its bits. */
    private static long[] byLane() {
      CrcCombination crc64 = Objects.requireNonNull(CrcCombination.of("CRC64NVME"));
      long[] table = new long[8 * 256];
      for (int bit = 0; bit < Long.SIZE; bit++) {
        int single = 1 << (bit % 8);
        int first = (bit / 8) * 256;
        long image = crc64.followedByZeros(1L << bit, LANE);
        for (int rest = 0; rest < single; rest++) {
          table[first + single + rest] = table[first + rest] ^ image;
        }
      }
      return table;
    }
  }
}
