package io.boto4j.local.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Tokens of pages, which hold the last name on the page before. */
final class PageToken {
  private PageToken() {}

  static String write(String lastName) {
    return Base64.getUrlEncoder().encodeToString(lastName.getBytes(UTF_8));
  }

  static String read(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), UTF_8);
    } catch (IllegalArgumentException e) {
      throw SqsErrors.parameter("Invalid or expired next token.");
    }
  }
}
