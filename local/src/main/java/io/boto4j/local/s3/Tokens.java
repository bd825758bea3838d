package io.boto4j.local.s3;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Continuation tokens: where a listing goes on, in a form that clients do not read. */
final class Tokens {
  private Tokens() {}

  static String of(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("1" + place).getBytes(StandardCharsets.UTF_8));
  }

  static String read(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.startsWith("1")) {
        return text.substring(1);
      }
    } catch (IllegalArgumentException e) {
      // The error below is the answer.
    }
    throw S3Errors.invalidArgument(
        "The continuation token provided is incorrect", "continuation-token", token);
  }
}
