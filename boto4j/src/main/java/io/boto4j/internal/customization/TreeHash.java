package io.boto4j.internal.customization;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The two hashes that Glacier expects: SHA-256 of the whole, and SHA-256 as a tree: of each
 * mebibyte, then of each two hashes, until one is left.
 *
 * <p>Source: Amazon S3 Glacier Developer Guide, "Computing checksums".
 */
final class TreeHash extends OutputStream {
  private static final String HEX = "0123456789abcdef";
  private static final int CHUNK = 1024 * 1024;

  private final MessageDigest linear = sha256();
  private final MessageDigest chunk = sha256();
  private final List<byte[]> chunks = new ArrayList<>();
  private int inChunk;

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    linear.update(bytes, offset, length);
    int end = offset + length;
    for (int at = offset; at < end; ) {
      int taken = Math.min(CHUNK - inChunk, end - at);
      chunk.update(bytes, at, taken);
      at += taken;
      inChunk += taken;
      if (inChunk == CHUNK) {
        endChunk();
      }
    }
  }

  /** Returns the hash of the whole. */
  String linear() {
    return hex(linear.digest());
  }

  /** Returns the hash of the tree. */
  String tree() {
    if (inChunk > 0 || chunks.isEmpty()) {
      endChunk();
    }
    List<byte[]> level = chunks;
    while (level.size() > 1) {
      List<byte[]> above = new ArrayList<>(level.size() / 2 + 1);
      for (int i = 0; i + 1 < level.size(); i += 2) {
        chunk.update(level.get(i));
        above.add(chunk.digest(level.get(i + 1)));
      }
      if (level.size() % 2 == 1) {
        above.add(level.get(level.size() - 1));
      }
      level = above;
    }
    return hex(level.get(0));
  }

  private void endChunk() {
    chunks.add(chunk.digest());
    inChunk = 0;
  }

  private static String hex(byte[] hash) {
    StringBuilder text = new StringBuilder(hash.length * 2);
    for (byte octet : hash) {
      text.append(HEX.charAt(octet >> 4 & 0xF)).append(HEX.charAt(octet & 0xF));
    }
    return text.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256", e);
    }
  }
}
