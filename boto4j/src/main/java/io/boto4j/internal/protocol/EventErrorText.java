package io.boto4j.internal.protocol;

import io.boto4j.model.codec.CborException;
import io.boto4j.model.codec.CborReader;
import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.XmlException;
import io.boto4j.model.codec.XmlReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The message in the payload of an error event that has no shape. The format of the payload is
 * recognized by its first byte: services send errors in other formats than their protocol's too.
 */
final class EventErrorText {
  private EventErrorText() {}

  /** Returns the message in a payload; empty if it has none. */
  static String of(byte[] payload) {
    int first = payload.length == 0 ? 0 : payload[ResponseErrors.afterLeadIn(payload, 1)] & 0xff;
    String message =
        switch (first) {
          case '{' -> ofJson(payload);
          case '<' -> ofXml(payload);
          default -> first >> 5 == 5 ? ofCbor(payload) : null;
        };
    return message == null ? ResponseErrors.plainText(payload) : message;
  }

  private static @Nullable String ofJson(byte[] payload) {
    try {
      return message(new JsonReader(payload).readValue());
    } catch (JsonException e) {
      return null;
    }
  }

  private static @Nullable String ofCbor(byte[] payload) {
    try {
      return message(new CborReader(payload).readValue());
    } catch (CborException e) {
      return null;
    }
  }

  private static String message(@Nullable Object body) {
    Map<?, ?> members = body instanceof Map<?, ?> map ? map : Map.of();
    Object message = members.get("message");
    message = message == null ? members.get("Message") : message;
    return message == null ? "" : message.toString();
  }

  private static @Nullable String ofXml(byte[] payload) {
    try {
      XmlReader xml = new XmlReader(payload);
      xml.beginRoot();
      while (xml.hasNextChild()) {
        if (xml.nameEquals("Message") || xml.nameEquals("message")) {
          return xml.readText();
        }
        // Not skipped, so that its children are next.
        if (!xml.nameEquals("Error")) {
          xml.skipElement();
        }
      }
      return "";
    } catch (XmlException e) {
      return null;
    }
  }
}
