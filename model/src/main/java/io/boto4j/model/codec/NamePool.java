package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/**
 * Makes one String of a name that comes again and again, as the attributes of a thousand items do.
 * Holds as many names as it has places: a new one takes the place of another.
 */
final class NamePool {
  private static final int PLACES = 128;

  private final @Nullable String[] names = new @Nullable String[PLACES];

  /** The name of those bytes, which are ASCII. */
  String of(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    String known = names[place];
    if (known != null && isName(known, bytes, from, to)) {
      return known;
    }
    String made = new String(bytes, from, to - from, ISO_8859_1);
    names[place] = made;
    return made;
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
