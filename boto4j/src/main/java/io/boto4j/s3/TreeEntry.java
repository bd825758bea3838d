package io.boto4j.s3;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file or object in a listing.
 *
 * @param name the path relative to the directory or prefix, with {@code /} between names
 * @param size the size in bytes
 * @param modified when it was modified
 * @param eTag the entity tag of an object; null for a file, or if the store sends none
 * @param hash the algorithm of the checksum of an object, if it covers the whole object
 * @param frozen whether it is an object in Glacier that is not restored
 * @param linked whether it is a file in a directory that is reached through a symbolic link
 */
record TreeEntry(
    String name,
    long size,
    Instant modified,
    @Nullable String eTag,
    @Nullable String hash,
    boolean frozen,
    boolean linked) {
  private static final int FIRST_SURROGATE = 0xD800;
  private static final int AFTER_SURROGATES = 0xE000;

  /** Returns a file. */
  static TreeEntry file(String name, long size, Instant modified, boolean linked) {
    return new TreeEntry(name, size, modified, null, null, false, linked);
  }

  /** Whether it is an object without content that represents a directory. */
  boolean isMarker() {
    return size == 0 && (name.isEmpty() || name.endsWith("/"));
  }

  /**
   * Compares names by code point, which is the order of their bytes in UTF-8 and the order of S3.
   * {@link String#compareTo} has another order for characters that need two {@code char}s.
   */
  static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        return rank(a) - rank(b);
      }
    }
    return one.length() - other.length();
  }

  /** Moves surrogates, which belong to the highest code points, behind all other characters. */
  private static int rank(char c) {
    if (c < FIRST_SURROGATE) {
      return c;
    }
    return c < AFTER_SURROGATES ? c + 0x2000 : c - 0x800;
  }
}
