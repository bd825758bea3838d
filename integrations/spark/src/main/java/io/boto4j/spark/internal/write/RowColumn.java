package io.boto4j.spark.internal.write;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A column of rows and its reader.
 *
 * @param name the name
 * @param ordinal its index
 * @param cell the reader of its type
 */
record RowColumn(String name, int ordinal, Cell cell) {
  /** Returns columns by their names. */
  static List<RowColumn> of(StructType schema, List<String> names) {
    List<RowColumn> columns = new ArrayList<>();
    for (String name : names) {
      int ordinal = schema.fieldIndex(name);
      Cell cell = Cells.of(schema.fields()[ordinal].dataType(), name, CellOptions.PLAIN);
      columns.add(new RowColumn(name, ordinal, cell));
    }
    return columns;
  }

  @Nullable Object read(InternalRow row) {
    return cell.readNullable(row, ordinal);
  }
}
