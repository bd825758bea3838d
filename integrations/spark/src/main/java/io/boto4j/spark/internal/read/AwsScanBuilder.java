package io.boto4j.spark.internal.read;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownFilters;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;

/** The negotiation with Spark about filters, limit and columns. */
final class AwsScanBuilder
    implements SupportsPushDownFilters, SupportsPushDownRequiredColumns, SupportsPushDownLimit {
  private final ReadOptions read;
  private final StructType schema;
  private StructType required;
  private Pushdown.Result pushed = Pushdown.Result.NOTHING;
  private int limit;

  AwsScanBuilder(ReadOptions read, StructType schema) {
    this.read = read;
    this.schema = schema;
    this.required = schema;
  }

  /** Every filter is left to Spark too: what is pushed only reduces what is sent. */
  @Override
  public Filter[] pushFilters(Filter[] filters) {
    pushed = Pushdown.of(read, schema, filters);
    return filters;
  }

  @Override
  public Filter[] pushedFilters() {
    return pushed.filters().toArray(new Filter[0]);
  }

  @Override
  public boolean pushLimit(int most) {
    if (read.plan.pushdown()) {
      limit = most;
    }
    return read.plan.pushdown();
  }

  @Override
  public void pruneColumns(StructType columns) {
    required = columns;
  }

  @Override
  public Scan build() {
    return new AwsScan(read, required, hidden(), changes(), pushed.filters(), limit);
  }

  /** A column of the items with the name of a hidden one wins, as everywhere in Spark. */
  private List<String> hidden() {
    return Arrays.stream(required.fieldNames())
        .filter(name -> !schema.getFieldIndex(name).isDefined())
        .toList();
  }

  private Pushdown changes() {
    Pushdown filters = pushed.effect();
    boolean whole = required.length() >= schema.length() || !read.plan.pushdown();
    if (!read.spec.nativeItems() || (whole && required.length() > 0)) {
      return filters;
    }
    Set<String> columns = new LinkedHashSet<>();
    columns.addAll(List.of(required.fieldNames()));
    columns.removeAll(hidden());
    columns.remove(read.spec.corruptColumn());
    boolean onlyHidden = columns.isEmpty() && required.length() > 0;
    return onlyHidden
        ? filters
        : set -> Expressions.projected(filters.apply(set), columns, read.spec.keyNames());
  }
}
