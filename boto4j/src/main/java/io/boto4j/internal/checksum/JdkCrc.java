package io.boto4j.internal.checksum;

/** A 32-bit CRC of the JDK, which the JVM computes with an intrinsic. */
final class JdkCrc extends Checksum {
  private final java.util.zip.Checksum crc;

  JdkCrc(java.util.zip.Checksum crc) {
    this.crc = crc;
  }

  @Override
  public void update(byte[] bytes, int offset, int length) {
    crc.update(bytes, offset, length);
  }

  @Override
  public byte[] digest() {
    return bigEndian(crc.getValue(), Integer.BYTES);
  }
}
