package io.boto4j.spark.internal.read;

import org.jspecify.annotations.Nullable;

/** The conversion of a plain Java value into Spark's form of a column's type. */
@FunctionalInterface
interface Converter {
  /**
   * Converts a value.
   *
   * @param value the value, never null
   * @return what Spark keeps in its rows
   * @throws Misfit if the value does not fit the type
   */
  @Nullable Object convert(Object value);
}
