package io.boto4j.spark.internal.read;

import io.boto4j.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The conversion of items into Spark's rows, for the columns that a query needs. */
final class RowMaker {
  private final List<Column> columns = new ArrayList<>();
  private final ReadSpec spec;
  private int corruptColumn = -1;

  private record Column(String name, @Nullable Object constant, @Nullable Converter converter) {}

  RowMaker(AwsReaderFactory factory, String region, String parameters) {
    this.spec = factory.spec();
    for (StructField field : factory.required().fields()) {
      if (factory.hidden().contains(field.name())) {
        columns.add(constant(field, field.name().equals(AwsTable.REGION) ? region : parameters));
      } else {
        columns.add(column(field));
      }
    }
  }

  private static Column constant(StructField field, String text) {
    return new Column(field.name(), UTF8String.fromString(text), null);
  }

  private Column column(StructField field) {
    if (spec.permissive() && field.name().equals(spec.corruptColumn())) {
      corruptColumn = columns.size();
      return new Column(field.name(), null, null);
    }
    return new Column(field.name(), null, Converters.of(field.dataType()));
  }

  /**
   * Converts an item. In permissive mode what does not fit is null, and the item is kept as JSON.
   */
  InternalRow row(Map<?, ?> item) {
    @Nullable Object[] row = new Object[columns.size()];
    boolean corrupt = false;
    for (int i = 0; i < row.length; i++) {
      try {
        row[i] = value(columns.get(i), item);
      } catch (Misfit e) {
        if (!spec.permissive()) {
          throw new IllegalStateException(misfit(item, e.within(columns.get(i).name())), e);
        }
        corrupt = true;
      }
    }
    if (corrupt && corruptColumn >= 0) {
      row[corruptColumn] = UTF8String.fromString(Json.write(new TreeMap<>(item)));
    }
    return new GenericInternalRow(row);
  }

  private static @Nullable Object value(Column column, Map<?, ?> item) {
    Converter converter = column.converter();
    if (converter == null) {
      return column.constant();
    }
    Object value = item.get(column.name());
    return value == null ? null : converter.convert(value);
  }

  private String misfit(Map<?, ?> item, Misfit misfit) {
    return "An item does not fit the schema: "
        + misfit.getMessage()
        + " (item "
        + key(item)
        + "). Give a schema in which this column has another type, such as STRING, or set the option"
        + " mode=permissive, which reads such values as null.";
  }

  private String key(Map<?, ?> item) {
    if (spec.keyNames().isEmpty()) {
      return "with an unknown key";
    }
    List<String> parts = new ArrayList<>();
    for (String name : spec.keyNames()) {
      parts.add(name + "=" + Json.write(item.get(name)));
    }
    return String.join(", ", parts);
  }
}
