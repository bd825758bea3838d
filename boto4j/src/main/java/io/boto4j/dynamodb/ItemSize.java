package io.boto4j.dynamodb;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/**
 * The size of items by DynamoDB's published rules: names and strings in UTF-8, a byte for two
 * digits of a number and one more, three bytes for a list or map and one for each element.
 */
final class ItemSize {
  /** 400 KB. */
  static final int MOST = 409_600;

  private static final int OF_CONTAINER = 3;
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
      long each = sizeOf(entry.getValue(), /* exact= */ true);
      if (each > size) {
        size = each;
        name = entry.getKey();
      }
    }
    return name + " (" + size + " bytes)";
  }

  /** The size of an item. */
  static long of(Map<String, ?> item) {
    return sizeOf(item, /* exact= */ true);
  }

  /** A bound of the size that takes no look at the characters. */
  static long atMost(Map<String, ?> item) {
    return sizeOf(item, /* exact= */ false);
  }

  private static long sizeOf(Map<String, ?> members, boolean exact) {
    long size = 0;
    for (Map.Entry<String, ?> entry : members.entrySet()) {
      size += text(entry.getKey(), exact) + sizeOf(entry.getValue(), exact);
    }
    return size;
  }

  private static long sizeOf(Object value, boolean exact) {
    AttributeValue attribute = (AttributeValue) value;
    return switch (attribute.type()) {
      case "N" -> number((String) attribute.content(), exact);
      case "NS" -> sum((Collection<?>) attribute.content(), /* numbers= */ true, exact);
      case "SS", "BS" -> sum((Collection<?>) attribute.content(), /* numbers= */ false, exact);
      case "L" -> list((Collection<?>) attribute.content(), exact);
      case "M" -> map((Map<?, ?>) attribute.content(), exact);
      case "S", "B" -> scalar(attribute.content(), exact);
      default -> 1;
    };
  }

  private static long scalar(Object content, boolean exact) {
    return content instanceof byte[] bytes ? bytes.length : text((String) content, exact);
  }

  private static long sum(Collection<?> elements, boolean numbers, boolean exact) {
    long size = 0;
    for (Object each : elements) {
      size += numbers ? number((String) each, exact) : scalar(each, exact);
    }
    return size;
  }

  private static long list(Collection<?> elements, boolean exact) {
    long size = OF_CONTAINER;
    for (Object each : elements) {
      size += 1 + sizeOf(each, exact);
    }
    return size;
  }

  @SuppressWarnings("unchecked") // the serializer writes strings as keys
  private static long map(Map<?, ?> members, boolean exact) {
    return OF_CONTAINER + members.size() + sizeOf((Map<String, ?>) members, exact);
  }

  private static long number(String text, boolean exact) {
    if (!exact) {
      return text.length() + 1L;
    }
    BigDecimal number = NumberText.canonical(text);
    return (number.precision() + 1L) / 2 + 1 + (number.signum() < 0 ? 1 : 0);
  }

  private static long text(String text, boolean exact) {
    if (!exact) {
      return (long) text.length() * BYTES_OF_CHAR;
    }
    long size = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A surrogate is half of a character of four bytes.
      size += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return size;
  }
}
