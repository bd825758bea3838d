package io.boto4j.conformance;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads CBOR (RFC 8949) into a tree, independently of the SDK's own reader, which it tests. */
final class CborTree {
  private static final int INDEFINITE = 31;
  private static final Object BREAK = new Object();

  private final ByteBuffer in;

  private CborTree(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  static @Nullable Object read(byte[] bytes) {
    CborTree tree = new CborTree(bytes);
    Object value = tree.value();
    if (tree.in.hasRemaining()) {
      throw new IllegalArgumentException(tree.in.remaining() + " bytes after the value");
    }
    return value;
  }

  private @Nullable Object value() {
    int initial = in.get() & 0xff;
    int major = initial >> 5;
    int info = initial & 0x1f;
    return switch (major) {
      case 0 -> unsigned(info);
      case 1 -> BigInteger.ONE.negate().subtract(unsigned(info));
      case 2 -> bytes(info);
      case 3 -> new String(bytes(info), StandardCharsets.UTF_8);
      case 4 -> list(info);
      case 5 -> map(info);
      case 6 -> tagged(info);
      default -> simple(info);
    };
  }

  private BigInteger unsigned(int info) {
    long value =
        switch (info) {
          case 24 -> in.get() & 0xffL;
          case 25 -> in.getShort() & 0xffffL;
          case 26 -> in.getInt() & 0xffffffffL;
          case 27 -> in.getLong();
          default -> info;
        };
    return new BigInteger(Long.toUnsignedString(value));
  }

  private byte[] bytes(int info) {
    if (info == INDEFINITE) {
      ByteBuffer joined = ByteBuffer.allocate(in.remaining());
      for (Object part = value(); part != BREAK; part = value()) {
        joined.put(
            part instanceof byte[] raw
                ? raw
                : String.valueOf(part).getBytes(StandardCharsets.UTF_8));
      }
      byte[] all = new byte[joined.flip().remaining()];
      joined.get(all);
      return all;
    }
    byte[] bytes = new byte[unsigned(info).intValueExact()];
    in.get(bytes);
    return bytes;
  }

  private List<Object> list(int info) {
    List<Object> list = new ArrayList<>();
    int count = info == INDEFINITE ? Integer.MAX_VALUE : unsigned(info).intValueExact();
    for (int i = 0; i < count; i++) {
      Object element = value();
      if (element == BREAK) {
        break;
      }
      list.add(element);
    }
    return list;
  }

  private Map<String, Object> map(int info) {
    Map<String, Object> map = new LinkedHashMap<>();
    int count = info == INDEFINITE ? Integer.MAX_VALUE : unsigned(info).intValueExact();
    for (int i = 0; i < count; i++) {
      Object key = value();
      if (key == BREAK) {
        break;
      }
      map.put((String) key, value());
    }
    return map;
  }

  /** Returns a tagged value. The tag is part of it: a timestamp (tag 1) differs from its number. */
  private Object tagged(int info) {
    BigInteger tag = unsigned(info);
    Object value = value();
    return Map.of("tag", tag, "value", value);
  }

  private @Nullable Object simple(int info) {
    return switch (info) {
      case 20 -> false;
      case 21 -> true;
      case 22, 23 -> null;
      case 25 -> half(in.getShort());
      case 26 -> in.getFloat();
      case 27 -> in.getDouble();
      case INDEFINITE -> BREAK;
      default -> throw new IllegalArgumentException("Simple value " + info);
    };
  }

  private static float half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int mantissa = bits & 0x3ff;
    double size =
        exponent == 0
            ? mantissa * 0x1p-24
            : exponent == 31
                ? (mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                : (1 + mantissa / 1024.0) * Math.scalb(1.0, exponent - 15);
    return (float) ((bits & 0x8000) == 0 ? size : -size);
  }
}
