package io.boto4j.local.sqs;

import io.boto4j.Structure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message attribute. Its bytes are never changed. */
final class Attribute {
  private final String type;
  private final @Nullable String text;
  private final byte @Nullable [] bytes;

  private Attribute(String type, @Nullable String text, byte @Nullable [] bytes) {
    this.type = type;
    this.text = text;
    this.bytes = bytes;
  }

  static Attribute of(Structure value) {
    String type = value.text("DataType");
    return new Attribute(
        type == null ? "" : type, value.text("StringValue"), value.bytes("BinaryValue"));
  }

  static Map<String, Attribute> all(Map<String, Structure> values) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    values.forEach((name, value) -> attributes.put(name, of(value)));
    return attributes;
  }

  /** The data type, such as {@code Number.int}. */
  String type() {
    return type;
  }

  /** The value of a string or number, or null. */
  @Nullable String text() {
    return text;
  }

  /** The value of a binary, or null. */
  byte @Nullable [] bytes() {
    return bytes;
  }

  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("DataType", type);
    if (text != null) {
      document.put("StringValue", text);
    }
    if (bytes != null) {
      document.put("BinaryValue", bytes);
    }
    return document;
  }

  static Map<String, Object> documents(Map<String, Attribute> attributes) {
    Map<String, Object> documents = new LinkedHashMap<>();
    attributes.forEach((name, attribute) -> documents.put(name, attribute.document()));
    return documents;
  }
}
