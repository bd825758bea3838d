package io.boto4j.model.pack;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A buffer for the primitives of a pack, which {@link PackInput} reads. Not thread-safe. */
public final class PackOutput {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * Returns the number of bytes written so far.
   *
   * @return the length
   */
  public int length() {
    return bytes.size();
  }

  /**
   * Returns the bytes written so far.
   *
   * @return a copy
   */
  public byte[] toByteArray() {
    return bytes.toByteArray();
  }

  /**
   * Writes one byte.
   *
   * @param value 0 to 255
   */
  public void u8(int value) {
    bytes.write(value);
  }

  /**
   * Writes bytes as they are.
   *
   * @param value the bytes
   */
  public void raw(byte[] value) {
    bytes.writeBytes(value);
  }

  /**
   * Writes an unsigned number.
   *
   * @param value the number; a negative one is taken as a number of 64 bits
   */
  public void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  /**
   * Writes a signed number.
   *
   * @param value the number
   */
  public void zigzag(long value) {
    varint((value << 1) ^ (value >> 63));
  }

  /**
   * Writes a text.
   *
   * @param value the text
   */
  public void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    varint(utf8.length);
    raw(utf8);
  }

  /**
   * Writes a count and as many texts.
   *
   * @param values the texts
   */
  public void texts(String[] values) {
    varint(values.length);
    for (String value : values) {
      text(value);
    }
  }

  /**
   * Writes a value of any kind.
   *
   * @param value a map, list, String, Boolean, number, or null
   * @throws IllegalArgumentException if the value is, or contains, an object of another type
   */
  public void value(@Nullable Object value) {
    if (value == null) {
      u8(PackFormat.NULL);
    } else if (value instanceof Boolean bool) {
      u8(bool ? PackFormat.TRUE : PackFormat.FALSE);
    } else if (value instanceof Integer || value instanceof Long) {
      u8(PackFormat.WHOLE);
      zigzag(((Number) value).longValue());
    } else if (value instanceof Double
        || value instanceof BigInteger
        || value instanceof BigDecimal) {
      u8(PackFormat.DECIMAL);
      text(value.toString());
    } else if (value instanceof String text) {
      u8(PackFormat.TEXT);
      text(text);
    } else if (value instanceof List<?> list) {
      u8(PackFormat.LIST);
      varint(list.size());
      for (Object element : list) {
        value(element);
      }
    } else if (value instanceof Map<?, ?> map) {
      u8(PackFormat.MAP);
      varint(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text((String) entry.getKey());
        value(entry.getValue());
      }
    } else {
      throw new IllegalArgumentException("A model cannot hold a " + value.getClass().getName());
    }
  }
}
