package io.boto4j.local.sns;

import org.jspecify.annotations.Nullable;

/** Tokens of pages, which are the number of elements before the page. */
final class Tokens {
  private Tokens() {}

  static int read(@Nullable String token) {
    try {
      return token == null || token.isEmpty() ? 0 : Integer.parseInt(token);
    } catch (NumberFormatException e) {
      throw SnsErrors.parameter("NextToken");
    }
  }
}
