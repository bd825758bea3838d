package io.boto4j.local.dynamodb.value;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Keys in their order: bytes, compared unsigned. */
public final class KeyType extends BasicDataType<byte[]> {
  /** The only instance. */
  public static final KeyType INSTANCE = new KeyType();

  private static final int OBJECT_HEADER = 24;

  private KeyType() {}

  @Override
  public int compare(byte[] one, byte[] two) {
    return Arrays.compareUnsigned(one, two);
  }

  @Override
  public int getMemory(byte[] key) {
    return OBJECT_HEADER + key.length;
  }

  @Override
  public void write(WriteBuffer buffer, byte[] key) {
    buffer.putVarInt(key.length).put(key);
  }

  @Override
  public byte[] read(ByteBuffer buffer) {
    byte[] key = new byte[DataUtils.readVarInt(buffer)];
    buffer.get(key);
    return key;
  }

  @Override
  public byte[][] createStorage(int size) {
    return new byte[size][];
  }
}
