package io.boto4j.spark.internal.read;

import io.boto4j.model.Member;
import io.boto4j.model.StructureShape;
import io.boto4j.spark.internal.RateLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** One read of a table, as a query needs it. Its partitions are planned once, on first use. */
final class AwsScan implements Scan, Batch {
  private final ReadOptions read;
  private final StructType required;
  private final List<String> hidden;
  private final Pushdown changes;
  private final List<Filter> filters;
  private final int limit;
  private @Nullable List<AwsPartition> partitions;
  private int slots = 1;

  AwsScan(
      ReadOptions read,
      StructType required,
      List<String> hidden,
      Pushdown changes,
      List<Filter> filters,
      int limit) {
    this.read = read;
    this.required = required;
    this.hidden = hidden;
    this.changes = changes;
    this.filters = filters;
    this.limit = limit;
  }

  @Override
  public StructType readSchema() {
    return required;
  }

  @Override
  public String description() {
    List<String> sets = new ArrayList<>();
    for (ParameterSet set : read.sets.subList(0, Math.min(3, read.sets.size()))) {
      sets.add(set.describe(read.operation));
    }
    return "aws "
        + read.spec.name()
        + " "
        + String.join("; ", sets)
        + (read.sets.size() > sets.size() ? "; … (" + read.sets.size() + " sets)" : "")
        + " PushedFilters: "
        + filters
        + (limit > 0 ? " PushedLimit: " + limit : "");
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public CustomMetric[] supportedCustomMetrics() {
    return ReadMetrics.all();
  }

  @Override
  public synchronized InputPartition[] planInputPartitions() {
    if (partitions == null) {
      ReadPlan plan = new ReadPlan(read);
      plan.check();
      slots = plan.slots();
      partitions = plan.partitions(changes, pageSize());
    }
    return partitions.toArray(new InputPartition[0]);
  }

  /** A limit below the service's usual page makes small pages. */
  private Pushdown pageSize() {
    StructureShape input = read.operation.input();
    String name = PageSize.parameter(input);
    Member member = name == null || input == null ? null : input.member(name);
    if (member == null || limit == 0 || limit > PageSize.USUAL) {
      return Pushdown.NONE;
    }
    return Pushdown.adding(Map.of(member.name(), PageSize.within(member, limit)));
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    int count = planInputPartitions().length;
    return new AwsReaderFactory(
        read.spec,
        required,
        hidden,
        limit,
        RateLimit.share(read.spec.requestsPerSecond(), count, slots),
        RateLimit.share(read.spec.readUnitsPerSecond(), count, slots));
  }
}
