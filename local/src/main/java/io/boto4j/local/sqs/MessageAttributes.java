package io.boto4j.local.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.local.engine.EngineException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rules for message attributes: names, types, sizes and checksums. */
final class MessageAttributes {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.\\-]+");
  private static final int MOST = 10;
  private static final int LONGEST_NAME = 256;

  private MessageAttributes() {}

  static void check(Map<String, Attribute> attributes) {
    attributes.forEach(MessageAttributes::check);
    if (attributes.size() > MOST) {
      throw SqsErrors.parameter(
          "Number of message attributes ["
              + attributes.size()
              + "] exceeds the allowed maximum ["
              + MOST
              + "].");
    }
  }

  /** System attributes: there is one that can be sent. */
  static void checkSystem(Map<String, Attribute> attributes) {
    attributes.forEach(
        (name, attribute) -> {
          if (!name.equals("AWSTraceHeader")) {
            throw SqsErrors.parameter(
                "Message system attribute name '"
                    + name
                    + "' is invalid. The set of supported names is AWSTraceHeader.");
          }
          check(name, attribute);
        });
  }

  private static void check(String name, Attribute attribute) {
    checkName(name);
    String type = attribute.type();
    if (type.isEmpty()) {
      throw SqsErrors.parameter(
          "The message attribute '" + name + "' must contain non-empty message attribute type.");
    }
    switch (type.contains(".") ? type.substring(0, type.indexOf('.')) : type) {
      case "String" -> checkText(name, attribute);
      case "Number" -> checkNumber(name, attribute);
      case "Binary" -> {
        byte[] bytes = attribute.bytes();
        if (bytes == null || bytes.length == 0) {
          throw empty(name, type);
        }
      }
      default ->
          throw SqsErrors.parameter(
              "The message attribute '"
                  + name
                  + "' has an invalid message attribute type, the set of supported type prefixes is"
                  + " Binary, Number, and String.");
    }
  }

  private static void checkName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches()) {
      throw SqsErrors.parameter(
          "The message attribute name '"
              + name
              + "' is invalid. Attribute name can contain A-Z, a-z, 0-9, underscore (_), hyphen"
              + " (-), and period (.) characters.");
    }
    if (name.length() > LONGEST_NAME) {
      throw SqsErrors.parameter(
          "The message attribute name must be shorter than " + LONGEST_NAME + " bytes.");
    }
    if (lower.startsWith("aws.") || lower.startsWith("amazon.")) {
      throw SqsErrors.parameter(
          "The message attribute name '" + name + "' is invalid. Reserved prefix.");
    }
    if (name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
      throw SqsErrors.parameter(
          "The message attribute name '"
              + name
              + "' is invalid. You cannot start or end an attribute name with a period, or have"
              + " periods in succession.");
    }
  }

  private static String checkText(String name, Attribute attribute) {
    String text = attribute.text();
    if (text == null || text.isEmpty()) {
      throw empty(name, attribute.type());
    }
    return text;
  }

  private static void checkNumber(String name, Attribute attribute) {
    String text = checkText(name, attribute);
    try {
      BigDecimal unused = new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw SqsErrors.parameter(
          "Can't cast the value of message (user) attribute '" + name + "' to a number.");
    }
  }

  private static EngineException empty(String name, String type) {
    return SqsErrors.parameter(
        "The message attribute '"
            + name
            + "' must contain non-empty message attribute value for message attribute type '"
            + type
            + "'.");
  }

  /** The bytes that attributes add to the size of a message: names, types and values. */
  static int size(Map<String, Attribute> attributes) {
    int size = 0;
    for (Map.Entry<String, Attribute> entry : attributes.entrySet()) {
      size += utf8Length(entry.getKey()) + utf8Length(entry.getValue().type());
      size += value(entry.getValue()).length;
    }
    return size;
  }

  static int utf8Length(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static byte[] value(Attribute attribute) {
    byte[] bytes = attribute.bytes();
    String text = attribute.text();
    return bytes != null ? bytes : text == null ? new byte[0] : text.getBytes(UTF_8);
  }

  /** The MD5 of attributes, as the SQS developer guide defines it. */
  static String md5(Map<String, Attribute> attributes) {
    MessageDigest digest = digest("MD5");
    new TreeMap<>(attributes)
        .forEach(
            (name, attribute) -> {
              update(digest, name.getBytes(UTF_8));
              update(digest, attribute.type().getBytes(UTF_8));
              digest.update((byte) (attribute.bytes() == null ? 1 : 2));
              update(digest, value(attribute));
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  static String md5(String text) {
    return HexFormat.of().formatHex(digest("MD5").digest(text.getBytes(UTF_8)));
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(digest("SHA-256").digest(text.getBytes(UTF_8)));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has both
    }
  }

  /**
   * The attributes that a receiver asked for: names, {@code All}, {@code .*} or {@code prefix.*}.
   */
  static Map<String, Attribute> selected(Map<String, Attribute> attributes, List<String> names) {
    if (names.isEmpty() || attributes.isEmpty()) {
      return Map.of();
    }
    Map<String, Attribute> selected = new LinkedHashMap<>();
    attributes.forEach(
        (name, attribute) -> {
          if (names.stream().anyMatch(wanted -> isWanted(wanted, name))) {
            selected.put(name, attribute);
          }
        });
    return selected;
  }

  private static boolean isWanted(String wanted, String name) {
    return wanted.equals("All")
        || wanted.equals(name)
        || (wanted.endsWith(".*") && name.startsWith(wanted.substring(0, wanted.length() - 2)));
  }
}
