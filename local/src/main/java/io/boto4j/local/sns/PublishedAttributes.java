package io.boto4j.local.sns;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/** The rules for the attributes of messages that are published. */
final class PublishedAttributes {
  private PublishedAttributes() {}

  static void check(Map<String, Structure> attributes) {
    attributes.forEach(PublishedAttributes::check);
  }

  private static void check(String name, Structure attribute) {
    if (!name.matches("[A-Za-z0-9_.-]{1,256}") || name.startsWith(".") || name.endsWith(".")) {
      throw SnsErrors.parameter(
          "MessageAttributes Reason: The message attribute name '" + name + "' is invalid.");
    }
    String type = Objects.requireNonNullElse(attribute.text("DataType"), "");
    if (type.isEmpty()) {
      throw SnsErrors.invalid(
          "The message attribute '" + name + "' must contain non-empty message attribute value.");
    }
    String text = attribute.text("StringValue");
    byte[] bytes = attribute.bytes("BinaryValue");
    switch (type.contains(".") ? type.substring(0, type.indexOf('.')) : type) {
      case "String" -> checkPresent(name, type, text != null && !text.isEmpty());
      case "Number" -> {
        checkPresent(name, type, text != null && !text.isEmpty());
        checkNumber(name, Objects.requireNonNullElse(text, ""));
      }
      case "Binary" -> checkPresent(name, type, bytes != null && bytes.length > 0);
      default ->
          throw SnsErrors.invalid(
              "The message attribute '"
                  + name
                  + "' has an invalid message attribute type, the set of supported type prefixes is"
                  + " Binary, Number, and String.");
    }
  }

  private static void checkPresent(String name, String type, boolean present) {
    if (!present) {
      throw SnsErrors.invalid(
          "The message attribute '"
              + name
              + "' must contain non-empty message attribute value for message attribute type '"
              + type
              + "'.");
    }
  }

  private static void checkNumber(String name, String text) {
    try {
      BigDecimal unused = new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw new EngineException(
          "InvalidParameterValueException",
          "Could not cast message attribute '" + name + "' value to number.");
    }
  }
}
