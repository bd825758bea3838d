package io.boto4j.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A hash table of the indexes of names in a fixed list, for look-ups by string or straight from the
 * bytes of a response.
 *
 * <p>Open addressing over {@link String#hashCode()}, which for ASCII names can also be computed
 * from the bytes, so that a name in a response needs no String.
 */
final class NameIndex {
  private final String[] names;
  private final byte[][] bytes;
  private final int[] slots;

  NameIndex(String[] names) {
    this.names = names;
    this.bytes = new byte[names.length][];
    this.slots = new int[Integer.highestOneBit(Math.max(names.length, 1) * 2) * 2];
    for (int i = 0; i < names.length; i++) {
      bytes[i] = names[i].getBytes(StandardCharsets.UTF_8);
      int slot = spread(hash(bytes[i], 0, bytes[i].length));
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
  }

  /** Returns the index of a name, or −1. */
  int find(String name) {
    int hash = name.hashCode();
    for (int slot = spread(hash); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
      if (names[slots[slot] - 1].equals(name)) {
        return slots[slot] - 1;
      }
    }
    return isAscii(name) ? -1 : findByScan(name);
  }

  /** Returns the index of a name in UTF-8, or −1. */
  int find(byte[] utf8, int start, int end) {
    for (int slot = spread(hash(utf8, start, end));
        slots[slot] != 0;
        slot = (slot + 1) & (slots.length - 1)) {
      if (matches(slots[slot] - 1, utf8, start, end)) {
        return slots[slot] - 1;
      }
    }
    return -1;
  }

  boolean matches(int index, byte[] utf8, int start, int end) {
    byte[] name = bytes[index];
    return Arrays.equals(name, 0, name.length, utf8, start, end);
  }

  private int spread(int hash) {
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }

  private static int hash(byte[] utf8, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + (utf8[i] & 0xff);
    }
    return hash;
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  private int findByScan(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
