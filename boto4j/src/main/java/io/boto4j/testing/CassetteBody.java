package io.boto4j.testing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body in a cassette. A body of valid UTF-8 is kept as text, which people can read and edit.
 *
 * @param text the text, or Base64 of the bytes
 * @param binary whether {@code text} is Base64
 */
record CassetteBody(String text, boolean binary) {
  /** The number of characters to show before and after a difference. */
  private static final int AROUND = 30;

  static CassetteBody of(byte[] content) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      return new CassetteBody(
          StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), /* binary= */ false);
    } catch (CharacterCodingException e) {
      return new CassetteBody(Base64.getEncoder().encodeToString(content), /* binary= */ true);
    }
  }

  static CassetteBody read(@Nullable Object value) {
    return value instanceof Map<?, ?> map && map.get("base64") instanceof String base64
        ? new CassetteBody(base64, /* binary= */ true)
        : new CassetteBody(value instanceof String text ? text : "", /* binary= */ false);
  }

  Object write() {
    return binary ? Map.of("base64", text) : text;
  }

  byte[] bytes() {
    return binary ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
  }

  CassetteBody scrubbed(Scrubber scrubber) {
    return binary ? this : new CassetteBody(scrubber.text(text), /* binary= */ false);
  }

  /** Describes the first difference between two bodies, with the text around it. */
  String difference(CassetteBody actual) {
    int at = 0;
    int shorter = Math.min(text.length(), actual.text.length());
    while (at < shorter && text.charAt(at) == actual.text.charAt(at)) {
      at++;
    }
    return "recorded " + around(text, at) + ", now " + around(actual.text, at);
  }

  private static String around(String text, int at) {
    int start = Math.max(0, at - AROUND);
    int end = Math.min(text.length(), at + AROUND);
    return "'"
        + (start > 0 ? "…" : "")
        + text.substring(start, end)
        + (end < text.length() ? "…" : "")
        + "'";
  }
}
