package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/**
 * A pool of Strings for names that repeat, such as the attribute names of a thousand items. It is a
 * hash table with one name per slot: a new name replaces the one in its slot.
 */
final class NamePool {
  private static final int SLOTS = 128;

  private final @Nullable String[] names = new @Nullable String[SLOTS];

  /** Returns the name in a slice of an array, which must be ASCII. */
  String of(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    String known = names[slot];
    if (known != null && isName(known, bytes, from, to)) {
      return known;
    }
    String created = new String(bytes, from, to - from, ISO_8859_1);
    names[slot] = created;
    return created;
  }

  private static boolean isName(String name, byte[] bytes, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (name.charAt(i - from) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
