package io.boto4j.spark.internal.write;

import io.boto4j.spark.internal.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/** The conversion of rows to inputs of calls. */
final class CallInputs {
  private final CallSpec spec;
  private final Map<String, Object> constants;
  private final List<RowColumn> parameters;
  private final List<RowColumn> id;
  private final int jsonColumn;

  CallInputs(CallSpec spec) {
    this.spec = spec;
    this.constants = Parameters.object(spec.constants(), "parameters");
    this.parameters = RowColumn.of(spec.schema(), spec.parameters());
    this.id = RowColumn.of(spec.schema(), spec.id());
    String json = spec.jsonColumn();
    this.jsonColumn = json == null ? -1 : spec.schema().fieldIndex(json);
  }

  /**
   * Reads the parameters of a row, with idempotency tokens: a column wins over the column with
   * JSON, and that over the constants.
   *
   * @throws IllegalArgumentException if the JSON of the row is not an object
   */
  Map<String, @Nullable Object> read(InternalRow row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(constants);
    if (jsonColumn >= 0 && !row.isNullAt(jsonColumn)) {
      values.putAll(
          Parameters.object(row.getUTF8String(jsonColumn).toString(), "parametersColumn"));
    }
    for (RowColumn column : parameters) {
      Object value = column.read(row);
      if (value != null) {
        values.put(column.name(), value);
      }
    }
    addTokens(identity(row), values);
    return values;
  }

  /** Reads the values that identify a row. */
  List<@Nullable Object> identity(InternalRow row) {
    List<@Nullable Object> values = new ArrayList<>(id.size());
    for (RowColumn column : id) {
      values.add(column.read(row));
    }
    return values;
  }

  private void addTokens(List<@Nullable Object> identity, Map<String, @Nullable Object> values) {
    if (spec.tokens().isEmpty() || values.keySet().containsAll(spec.tokens())) {
      return;
    }
    String token = IdempotencyToken.of(spec, identity, values);
    for (String name : spec.tokens()) {
      values.putIfAbsent(name, token);
    }
  }
}
