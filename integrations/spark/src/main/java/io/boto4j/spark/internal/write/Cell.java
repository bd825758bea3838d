package io.boto4j.spark.internal.write;

import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.jspecify.annotations.Nullable;

/** A reader of one value of Spark's internal rows, arrays and maps, as a plain Java value. */
@FunctionalInterface
interface Cell {
  /**
   * Reads a value, which is not null in Spark's sense.
   *
   * @param row a row, or the elements of an array
   * @param ordinal the index of the value in it
   * @return a value that does not refer to the row, because Spark uses rows again; null if it is
   *     left out
   */
  @Nullable Object read(SpecializedGetters row, int ordinal);

  /** Reads a value, or returns null if the row has none. */
  default @Nullable Object readNullable(SpecializedGetters row, int ordinal) {
    return row.isNullAt(ordinal) ? null : read(row, ordinal);
  }
}
