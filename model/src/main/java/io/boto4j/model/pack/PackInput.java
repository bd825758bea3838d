package io.boto4j.model.pack;

import io.boto4j.model.ModelException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reader of the primitives of a pack, over one section. Not thread-safe. */
public final class PackInput {
  /** More than any model has, and safe for the stack. */
  private static final int MAX_DEPTH = 500;

  private final byte[] bytes;
  private int position;
  private int depth;

  /**
   * Creates a reader.
   *
   * @param bytes the section
   * @param position the index of the first byte to read
   */
  public PackInput(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  /**
   * Returns the position.
   *
   * @return the index of the next byte
   */
  public int position() {
    return position;
  }

  /**
   * Skips bytes.
   *
   * @param count the number of bytes
   * @throws ModelException if the section has fewer
   */
  public void skip(int count) {
    if (count < 0 || count > bytes.length - position) {
      throw damaged();
    }
    position += count;
  }

  /**
   * Reads one byte.
   *
   * @return 0 to 255
   * @throws ModelException if the section has ended
   */
  public int u8() {
    if (position >= bytes.length) {
      throw damaged();
    }
    return bytes[position++] & 0xff;
  }

  /**
   * Reads an unsigned number.
   *
   * @return the number; one of more than 63 bits is negative
   * @throws ModelException if the section ends early
   */
  public long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw damaged();
  }

  /**
   * Reads the count of things that take at least one byte each, which bounds the memory that a
   * damaged pack can ask for.
   *
   * @return at most the number of bytes left
   * @throws ModelException if the count is larger
   */
  public int count() {
    long value = varint();
    if (value < 0 || value > bytes.length - position) {
      throw damaged();
    }
    return (int) value;
  }

  /**
   * Reads a number below a limit.
   *
   * @param limit the first number that is not allowed
   * @return 0 to {@code limit} − 1
   * @throws ModelException if the number is not below the limit
   */
  public int index(int limit) {
    long value = varint();
    if (value < 0 || value >= limit) {
      throw damaged();
    }
    return (int) value;
  }

  /**
   * Reads a signed number.
   *
   * @return the number
   * @throws ModelException if the section ends early
   */
  public long zigzag() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /**
   * Reads a text.
   *
   * @return the text
   * @throws ModelException if the section ends early
   */
  public String text() {
    int length = count();
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  /**
   * Reads a count and as many texts.
   *
   * @return the texts
   * @throws ModelException if the section ends early
   */
  public String[] texts() {
    String[] texts = new String[count()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text();
    }
    return texts;
  }

  /**
   * Reads a value of any kind.
   *
   * @return a map, list, String, Boolean, number, or null
   * @throws ModelException if the section ends early, or the value is of an unknown kind
   */
  public @Nullable Object value() {
    return switch (u8()) {
      case PackFormat.NULL -> null;
      case PackFormat.FALSE -> false;
      case PackFormat.TRUE -> true;
      case PackFormat.WHOLE -> whole(zigzag());
      case PackFormat.DECIMAL -> decimal(text());
      case PackFormat.TEXT -> text();
      case PackFormat.LIST -> list();
      case PackFormat.MAP -> map();
      default -> throw damaged();
    };
  }

  private static Number whole(long value) {
    if (value == (int) value) {
      return (int) value;
    }
    return value;
  }

  private static Number decimal(String text) {
    try {
      return parsed(text);
    } catch (NumberFormatException e) {
      throw damaged();
    }
  }

  private static Number parsed(String text) {
    boolean fraction = text.indexOf('.') >= 0 || text.indexOf('E') >= 0;
    if (!fraction) {
      return new BigInteger(text);
    }
    double value = Double.parseDouble(text);
    return Double.toString(value).equals(text) ? (Number) value : (Number) new BigDecimal(text);
  }

  private List<@Nullable Object> list() {
    int count = deeper();
    List<@Nullable Object> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(value());
    }
    depth--;
    return list;
  }

  private Map<String, @Nullable Object> map() {
    int count = deeper();
    Map<String, @Nullable Object> map = new LinkedHashMap<>(count * 2);
    for (int i = 0; i < count; i++) {
      String key = text();
      map.put(key, value());
    }
    depth--;
    return map;
  }

  private int deeper() {
    if (++depth > MAX_DEPTH) {
      throw damaged();
    }
    return count();
  }

  private static RuntimeException damaged() {
    return PackErrors.of("The model pack is damaged: a section ends early or is malformed", null);
  }
}
