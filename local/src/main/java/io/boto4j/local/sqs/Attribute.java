package io.boto4j.local.sqs;

import io.boto4j.Structure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message attribute.
 *
 * @param type the data type, such as {@code Number.int}
 * @param text the value of a string or number, or null
 * @param bytes the value of a binary, or null
 */
record Attribute(String type, @Nullable String text, byte @Nullable [] bytes) {
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
