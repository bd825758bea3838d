package io.boto4j.local.sts;

import io.boto4j.local.engine.EngineException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** The details of a refusal, which some services return encoded and STS decodes. */
public final class EncodedMessage {
  private static final int MAX = 100_000;

  private EncodedMessage() {}

  /**
   * Encodes details.
   *
   * @param json the details
   * @return a text without meaning to the caller
   */
  public static String encode(String json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  static String decode(String message) {
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(message)))) {
      return new String(in.readNBytes(MAX), StandardCharsets.UTF_8);
    } catch (IOException | IllegalArgumentException e) {
      throw new EngineException("InvalidAuthorizationMessageException", "Message is not valid");
    }
  }
}
