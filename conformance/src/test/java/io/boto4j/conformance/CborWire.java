package io.boto4j.conformance;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.StructureShape;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as a service with CBOR does, independently of boto4j's own reader. */
final class CborWire {
  private static final int MAP = 5;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final boolean odd;

  private CborWire(boolean odd) {
    this.odd = odd;
  }

  /** Returns the bytes of a structure; odd ones have unknown members and indefinite lengths. */
  static byte[] structure(StructureShape shape, Map<?, ?> value, boolean odd) {
    return write(shape, value, null, odd);
  }

  /** Returns the bytes of an error. */
  static byte[] error(StructureShape shape, Map<?, ?> value, String type, boolean odd) {
    return write(shape, value, type, odd);
  }

  private static byte[] write(
      StructureShape shape, Map<?, ?> value, @Nullable String type, boolean odd) {
    CborWire wire = new CborWire(odd);
    try {
      wire.structure(shape, value, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return wire.bytes.toByteArray();
  }

  private void structure(StructureShape shape, Map<?, ?> value, @Nullable String type)
      throws IOException {
    boolean unheardOf = odd && !shape.isUnion();
    begin(MAP, value.size() + (type == null ? 0 : 1) + (unheardOf ? 1 : 0));
    if (type != null) {
      text("__type");
      text(type);
    }
    if (unheardOf) {
      text("unheard of");
      out.write(0xf6);
    }
    for (Map.Entry<?, ?> entry : value.entrySet()) {
      Member member = shape.member((String) entry.getKey());
      text(member.wireName());
      value(member, entry.getValue());
    }
    end();
  }

  private void value(Member member, Object value) throws IOException {
    switch (member.shape().type()) {
      case STRUCTURE -> structure((StructureShape) member.shape(), (Map<?, ?>) value, null);
      case LIST -> list((ListShape) member.shape(), (List<?>) value);
      case MAP -> map((MapShape) member.shape(), (Map<?, ?>) value);
      case STRING -> text((String) value);
      case BOOLEAN -> out.write((boolean) value ? 0xf5 : 0xf4);
      case INTEGER, LONG, BIG_INTEGER -> whole(((Number) value).longValue());
      case FLOAT -> single((float) value);
      case DOUBLE, BIG_DECIMAL -> twice(((Number) value).doubleValue());
      case TIMESTAMP -> timestamp((Instant) value);
      case BLOB -> bytes((byte[]) value);
      case DOCUMENT -> throw new IllegalArgumentException("no documents in CBOR");
    }
  }

  private void list(ListShape shape, List<?> value) throws IOException {
    begin(4, value.size());
    for (Object each : value) {
      value(shape.element(), each);
    }
    end();
  }

  private void map(MapShape shape, Map<?, ?> value) throws IOException {
    begin(MAP, value.size());
    for (Map.Entry<?, ?> entry : value.entrySet()) {
      text((String) entry.getKey());
      value(shape.value(), entry.getValue());
    }
    end();
  }

  private void timestamp(Instant value) throws IOException {
    head(6, 1);
    if (value.getNano() == 0) {
      whole(value.getEpochSecond());
    } else {
      twice(JsonWire.seconds(value).doubleValue());
    }
  }

  private void text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    head(3, utf8.length);
    out.write(utf8);
  }

  private void bytes(byte[] value) throws IOException {
    head(2, value.length);
    out.write(value);
  }

  private void whole(long value) throws IOException {
    head(value < 0 ? 1 : 0, value < 0 ? -1 - value : value);
  }

  private void single(float value) throws IOException {
    out.write(0xfa);
    out.writeFloat(value);
  }

  private void twice(double value) throws IOException {
    out.write(0xfb);
    out.writeDouble(value);
  }

  private void begin(int major, int size) throws IOException {
    if (odd) {
      out.write(major << 5 | 31);
    } else {
      head(major, size);
    }
  }

  private void end() throws IOException {
    if (odd) {
      out.write(0xff);
    }
  }

  private void head(int major, long argument) throws IOException {
    int type = major << 5;
    if (argument < 24) {
      out.write(type | (int) argument);
    } else if (argument < 0x100) {
      out.write(type | 24);
      out.write((int) argument);
    } else if (argument < 0x10000) {
      out.write(type | 25);
      out.writeShort((int) argument);
    } else if (argument < 0x1_0000_0000L) {
      out.write(type | 26);
      out.writeInt((int) argument);
    } else {
      out.write(type | 27);
      out.writeLong(argument);
    }
  }
}
