package io.boto4j.dynamodb;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The size of items by DynamoDB's published rules: names and strings in UTF-8, a byte for two
 * digits of a number and one more, three bytes for a list or map and one for each element.
 */
final class ItemSize {
  /** 400 KB. */
  static final int MOST = 409_600;

  static final int OF_CONTAINER = 3;
  private static final int BYTES_OF_CHAR = 3;

  private ItemSize() {}

  /** Checks the size of an item, in attribute values. */
  static void check(String table, Map<String, ?> item) {
    if (atMost(item) > MOST) {
      long size = of(item);
      if (size > MOST) {
        throw new IllegalArgumentException(
            "The item for table "
                + table
                + " has "
                + size
                + " bytes, names included; DynamoDB stores at most "
                + MOST
                + ". The largest attribute is "
                + largest(item));
      }
    }
  }

  private static String largest(Map<String, ?> item) {
    String name = "";
    long size = -1;
    for (Map.Entry<String, ?> entry : item.entrySet()) {
      long each = of(entry.getValue());
      if (each > size) {
        size = each;
        name = entry.getKey();
      }
    }
    return name + " (" + size + " bytes)";
  }

  /** The size of an item. */
  static long of(Map<String, ?> item) {
    long size = 0;
    for (Map.Entry<String, ?> entry : item.entrySet()) {
      size += text(entry.getKey()) + of(entry.getValue());
    }
    return size;
  }

  /** A bound of the size of an item, for which each value has counted its part. */
  static long atMost(Map<String, ?> item) {
    long size = 0;
    for (Map.Entry<String, ?> entry : item.entrySet()) {
      size += atMost(entry.getKey()) + ((AttributeValue) entry.getValue()).atMost();
    }
    return size;
  }

  /** A bound of the size of a text, without a look at its characters. */
  static long atMost(String text) {
    return (long) text.length() * BYTES_OF_CHAR;
  }

  /** A bound of the size of a set. */
  static long atMost(List<?> elements) {
    long size = 0;
    for (Object each : elements) {
      size += each instanceof byte[] bytes ? bytes.length : atMost((String) each);
    }
    return size;
  }

  private static long of(Object value) {
    AttributeValue attribute = (AttributeValue) value;
    Object content = attribute.content();
    return switch (attribute.type()) {
      case "S" -> text((String) content);
      case "N" -> number((String) content);
      case "B" -> ((byte[]) content).length;
      case "M" -> map((Map<?, ?>) content);
      case "L" -> list((Collection<?>) content);
      case "NS", "SS", "BS" -> set(attribute.type(), (Collection<?>) content);
      default -> 1;
    };
  }

  private static long set(String type, Collection<?> elements) {
    long size = 0;
    for (Object each : elements) {
      size +=
          each instanceof byte[] bytes
              ? bytes.length
              : type.equals("NS") ? number((String) each) : text((String) each);
    }
    return size;
  }

  private static long list(Collection<?> elements) {
    long size = OF_CONTAINER;
    for (Object each : elements) {
      size += 1 + of(each);
    }
    return size;
  }

  @SuppressWarnings("unchecked") // the serializer writes strings as keys
  private static long map(Map<?, ?> members) {
    return OF_CONTAINER + members.size() + of((Map<String, ?>) members);
  }

  private static long number(String text) {
    BigDecimal number = NumberText.canonical(text);
    return (number.precision() + 1L) / 2 + 1 + (number.signum() < 0 ? 1 : 0);
  }

  private static long text(String text) {
    long size = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A surrogate is half of a character of four bytes.
      size += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return size;
  }
}
