package io.boto4j.local.dynamodb.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Items as they are written to a file: names and values, each value after a byte for its type. */
public final class ItemType extends BasicDataType<Attributes> {
  /** The only instance. */
  public static final ItemType INSTANCE = new ItemType();

  private static final int OBJECT_HEADERS = 48;

  private ItemType() {}

  @Override
  public int getMemory(Attributes item) {
    return OBJECT_HEADERS + 2 * item.bytes();
  }

  @Override
  public void write(WriteBuffer buffer, Attributes item) {
    buffer.putVarInt(item.count());
    for (int i = 0; i < item.count(); i++) {
      writeText(buffer, item.name(i));
      writeValue(buffer, item.value(i));
    }
  }

  @SuppressWarnings("EnumOrdinal") // the order of the types is part of the layout of the file
  private void writeValue(WriteBuffer buffer, Value value) {
    buffer.put((byte) value.type().ordinal());
    if (value instanceof Value.Text text) {
      writeText(buffer, text.text());
    } else if (value instanceof Value.Num number) {
      buffer.putVarInt(number.number().scale() & 0xFFFF);
      writeBytes(buffer, number.number().unscaledValue().toByteArray());
    } else if (value instanceof Value.Binary binary) {
      writeBytes(buffer, binary.bytes());
    } else if (value instanceof Value.Bool bool) {
      buffer.put((byte) (bool.value() ? 1 : 0));
    } else if (value instanceof Value.SetOf set) {
      writeValues(buffer, set.elements());
    } else if (value instanceof Value.ListOf list) {
      writeValues(buffer, list.elements());
    } else if (value instanceof Value.MapOf map) {
      write(buffer, map.attributes());
    }
  }

  private void writeValues(WriteBuffer buffer, List<Value> values) {
    buffer.putVarInt(values.size());
    for (Value value : values) {
      writeValue(buffer, value);
    }
  }

  private static void writeText(WriteBuffer buffer, String text) {
    writeBytes(buffer, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void writeBytes(WriteBuffer buffer, byte[] bytes) {
    buffer.putVarInt(bytes.length).put(bytes);
  }

  @Override
  public Attributes read(ByteBuffer buffer) {
    int count = DataUtils.readVarInt(buffer);
    String[] names = new String[count];
    Value[] values = new Value[count];
    for (int i = 0; i < count; i++) {
      names[i] = Names.shared(readText(buffer));
      values[i] = readValue(buffer);
    }
    return new Attributes(names, values);
  }

  private Value readValue(ByteBuffer buffer) {
    Value.Type type = Value.Type.of(buffer.get());
    return switch (type) {
      case S -> new Value.Text(readText(buffer));
      case N -> readNumber(buffer);
      case B -> new Value.Binary(readBytes(buffer));
      case BOOL -> new Value.Bool(buffer.get() != 0);
      case NULL -> new Value.Null();
      case SS, NS, BS -> new Value.SetOf(type, readValues(buffer));
      case L -> new Value.ListOf(readValues(buffer));
      case M -> new Value.MapOf(read(buffer));
    };
  }

  private static Value readNumber(ByteBuffer buffer) {
    int scale = (short) DataUtils.readVarInt(buffer);
    return new Value.Num(new BigDecimal(new BigInteger(readBytes(buffer)), scale));
  }

  private List<Value> readValues(ByteBuffer buffer) {
    Value[] values = new Value[DataUtils.readVarInt(buffer)];
    for (int i = 0; i < values.length; i++) {
      values[i] = readValue(buffer);
    }
    return Arrays.asList(values);
  }

  private static String readText(ByteBuffer buffer) {
    return new String(readBytes(buffer), StandardCharsets.UTF_8);
  }

  private static byte[] readBytes(ByteBuffer buffer) {
    byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
    buffer.get(bytes);
    return bytes;
  }

  @Override
  public Attributes[] createStorage(int size) {
    return new Attributes[size];
  }
}
