package io.boto4j.spark.internal.write;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/** A reader of rows, as maps of plain Java values by column name. */
final class RowReader {
  private final String[] names;
  private final Cell[] cells;
  private final boolean keepNulls;

  RowReader(String[] names, Cell[] cells, boolean keepNulls) {
    this.names = names;
    this.cells = cells;
    this.keepNulls = keepNulls;
  }

  /** Reads a row into a new map, in the order of the columns. */
  Map<String, @Nullable Object> read(InternalRow row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(names.length * 2);
    for (int i = 0; i < names.length; i++) {
      Object value = cells[i].readNullable(row, i);
      if (value != null || keepNulls) {
        values.put(names[i], value);
      }
    }
    return values;
  }
}
