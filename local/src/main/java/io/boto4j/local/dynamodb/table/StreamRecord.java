package io.boto4j.local.dynamodb.table;

import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.ItemType;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * A change of an item in a stream.
 *
 * @param time when it was, in milliseconds since 1970
 * @param expired whether the item was deleted because its time to live had passed
 * @param keys the key of the item
 * @param old the item before, or null if there was none
 * @param item the item after, or null if it does not exist
 */
public record StreamRecord(
    long time,
    boolean expired,
    Attributes keys,
    @Nullable Attributes old,
    @Nullable Attributes item) {
  /**
   * Returns the name of the event.
   *
   * @return {@code INSERT}, {@code MODIFY} or {@code REMOVE}
   */
  public String eventName() {
    return item == null ? "REMOVE" : old == null ? "INSERT" : "MODIFY";
  }

  /** The form of records in a file. */
  static final class RecordType extends BasicDataType<StreamRecord> {
    static final RecordType INSTANCE = new RecordType();

    private static final int EXPIRED = 1;
    private static final int OLD = 2;
    private static final int NEW = 4;
    private static final int OBJECT_HEADERS = 64;

    @Override
    public int getMemory(StreamRecord record) {
      return OBJECT_HEADERS + 2 * record.keys.bytes();
    }

    @Override
    public void write(WriteBuffer buffer, StreamRecord record) {
      int flags = record.expired ? EXPIRED : 0;
      flags += record.old == null ? 0 : OLD;
      flags += record.item == null ? 0 : NEW;
      buffer.putVarLong(record.time).put((byte) flags);
      ItemType.INSTANCE.write(buffer, record.keys);
      if (record.old != null) {
        ItemType.INSTANCE.write(buffer, record.old);
      }
      if (record.item != null) {
        ItemType.INSTANCE.write(buffer, record.item);
      }
    }

    @Override
    public StreamRecord read(ByteBuffer buffer) {
      long time = DataUtils.readVarLong(buffer);
      int flags = buffer.get();
      Attributes keys = ItemType.INSTANCE.read(buffer);
      Attributes old = (flags & OLD) == 0 ? null : ItemType.INSTANCE.read(buffer);
      Attributes item = (flags & NEW) == 0 ? null : ItemType.INSTANCE.read(buffer);
      return new StreamRecord(time, (flags & EXPIRED) != 0, keys, old, item);
    }

    @Override
    public StreamRecord[] createStorage(int size) {
      return new StreamRecord[size];
    }
  }
}
