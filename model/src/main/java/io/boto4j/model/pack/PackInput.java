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

/** Reads the primitives of a pack from one section. Used by one thread. */
public final class PackInput {
  /** Deeper than any model, and no danger to the stack. */
  private static final int MAX_DEPTH = 500;

  private final byte[] bytes;
  private int position;
  private int depth;

  public PackInput(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  public int position() {
    return position;
  }

  public void skip(int count) {
    if (count < 0 || count > bytes.length - position) {
      throw damaged();
    }
    position += count;
  }

  public int u8() {
    if (position >= bytes.length) {
      throw damaged();
    }
    return bytes[position++] & 0xff;
  }

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
   * A varint that counts things which take at least a byte each, so that damage asks for no memory.
   */
  public int count() {
    long value = varint();
    if (value < 0 || value > bytes.length - position) {
      throw damaged();
    }
    return (int) value;
  }

  public int index(int limit) {
    long value = varint();
    if (value < 0 || value >= limit) {
      throw damaged();
    }
    return (int) value;
  }

  public long zigzag() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  public String text() {
    int length = count();
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  public String[] texts() {
    String[] texts = new String[count()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text();
    }
    return texts;
  }

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

  private static ModelException damaged() {
    return new ModelException(
        "The model pack is damaged: a section ends early or holds nonsense", null);
  }
}
