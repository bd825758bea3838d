package io.boto4j.internal.signing;

import io.boto4j.internal.text.PercentEncoding;

/**
 * The pairs of a query or form, encoded as signatures require. There is no {@code toString}: with a
 * signature among the pairs they are a secret.
 */
final class EncodedPairs {
  private final StringBuilder pairs = new StringBuilder(512);

  /** Adds a pair that is not encoded yet. */
  void add(String name, String value) {
    if (pairs.length() > 0) {
      pairs.append('&');
    }
    pairs.append(PercentEncoding.encode(name)).append('=').append(PercentEncoding.encode(value));
  }

  /** Adds the pairs of an encoded query or form, in their order. Empty ones are left out. */
  void addAll(String encoded) {
    for (int from = 0, to; from < encoded.length(); from = to + 1) {
      to = encoded.indexOf('&', from);
      to = to < 0 ? encoded.length() : to;
      int equals = encoded.indexOf('=', from);
      int nameEnd = equals < 0 || equals > to ? to : equals;
      if (to > from) {
        add(decode(encoded, from, nameEnd), decode(encoded, Math.min(nameEnd + 1, to), to));
      }
    }
  }

  String text() {
    return pairs.toString();
  }

  /** Decodes part of a query, in which a plus may mean a space. */
  private static String decode(String text, int from, int to) {
    return PercentEncoding.decode(text.substring(from, to).replace('+', ' '));
  }
}
