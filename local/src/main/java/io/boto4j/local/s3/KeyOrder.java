package io.boto4j.local.s3;

/**
 * Keys of objects as texts of the store. The store orders texts by their UTF-16 units, S3 by their
 * UTF-8 bytes; the two differ for characters outside the basic plane.
 *
 * <p>An encoded key contains no NUL, which separates keys from what follows them in the store.
 */
final class KeyOrder {
  private static final char ESCAPE = 1;

  /** The number of surrogates, which move to the end. */
  private static final int SURROGATES = 0x800;

  private KeyOrder() {}

  /** Encodes a key. */
  static String encode(String key) {
    StringBuilder encoded = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c <= ESCAPE) {
        encoded.append(ESCAPE).append((char) (c + 1));
      } else if (Character.isSurrogate(c)) {
        encoded.append((char) (c + 0x10000 - SURROGATES - Character.MIN_SURROGATE));
      } else {
        encoded.append(c > Character.MAX_SURROGATE ? (char) (c - SURROGATES) : c);
      }
    }
    return encoded.toString();
  }
}
