package io.boto4j.local.world;

import io.boto4j.model.codec.CborReader;
import io.boto4j.model.codec.CborTag;
import io.boto4j.model.codec.CborWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Writes documents as CBOR: maps, lists, strings, numbers, booleans, instants, bytes and null. */
final class DocumentType extends BasicDataType<Object> {
  static final DocumentType INSTANCE = new DocumentType();

  private static final String INSTANT = "\u0000instant";
  private static final String DECIMAL = "\u0000decimal";
  private static final int AVERAGE_SIZE = 400;

  private DocumentType() {}

  @Override
  public int getMemory(Object document) {
    return AVERAGE_SIZE;
  }

  @Override
  public void write(WriteBuffer buffer, Object document) {
    CborWriter cbor = new CborWriter();
    write(cbor, document);
    byte[] bytes = cbor.toByteArray();
    buffer.putVarInt(bytes.length).put(bytes);
  }

  private static void write(CborWriter cbor, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      cbor.beginMap(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        cbor.name((String) entry.getKey());
        write(cbor, entry.getValue());
      }
      cbor.endMap();
    } else if (value instanceof List<?> list) {
      cbor.beginArray(list.size());
      for (Object element : list) {
        write(cbor, element);
      }
      cbor.endArray();
    } else if (value instanceof Instant instant) {
      write(cbor, Map.of(INSTANT, instant.toString()));
    } else if (value instanceof BigDecimal decimal) {
      write(cbor, Map.of(DECIMAL, decimal.toString()));
    } else {
      cbor.value(value);
    }
  }

  @Override
  public Object read(ByteBuffer buffer) {
    byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
    buffer.get(bytes);
    Object document = plain(new CborReader(bytes).readValue());
    return document == null ? Map.of() : document;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof CborTag tag) {
      return plain(tag.value());
    }
    if (value instanceof Map<?, ?> map) {
      if (map.size() == 1) {
        if (map.get(INSTANT) instanceof String text) {
          return Instant.parse(text);
        }
        if (map.get(DECIMAL) instanceof String text) {
          return new BigDecimal(text);
        }
      }
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      map.forEach((name, each) -> plain.put((String) name, plain(each)));
      return plain;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(DocumentType::plain).toList();
    }
    return value;
  }

  @Override
  public Object[] createStorage(int size) {
    return new Object[size];
  }
}
