package io.boto4j.spark.internal.read;

import io.boto4j.Params;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The division of a read into partitions, on the driver. */
final class ReadPlan {
  private static final int PARTITIONS_PER_SLOT = 4;

  private final ReadOptions read;
  private final int slots;

  ReadPlan(ReadOptions read) {
    this.read = read;
    this.slots = SparkSession.active().sparkContext().defaultParallelism();
  }

  /** Returns the number of tasks that can run at the same time. */
  int slots() {
    return slots;
  }

  /** Returns the partitions, whose parameters a query has changed. */
  List<AwsPartition> partitions(Pushdown changes, Pushdown pageSize) {
    List<AwsPartition> partitions = new ArrayList<>();
    for (ParameterSet set : read.sets) {
      if (read.plan.prefixes() || !read.plan.splitKeys().isEmpty()) {
        addRanges(set, changes, pageSize, partitions);
      } else if (read.spec.name().equals("dynamodb.Scan") && isWhole(set)) {
        addSegments(set, changes, pageSize, partitions);
      } else {
        partitions.add(new AwsPartition(set, set, pageSize.apply(changes.apply(set)), null));
      }
    }
    return partitions;
  }

  private static boolean isWhole(ParameterSet set) {
    Map<String, Object> parameters = set.parameters();
    return !parameters.containsKey("Segment") && !parameters.containsKey("TotalSegments");
  }

  private void addSegments(
      ParameterSet set, Pushdown changes, Pushdown pageSize, List<AwsPartition> partitions) {
    int segments = read.plan.segments() > 0 ? read.plan.segments() : slots;
    for (int i = 0; i < segments; i++) {
      ParameterSet segment =
          segments == 1 ? set : set.with(Params.of("Segment", i, "TotalSegments", segments));
      partitions.add(new AwsPartition(set, segment, pageSize.apply(changes.apply(segment)), null));
    }
  }

  /** The filters come first: discovery looks below the prefix of the query. */
  private void addRanges(
      ParameterSet set, Pushdown changes, Pushdown pageSize, List<AwsPartition> partitions) {
    ParameterSet narrowed = changes.apply(set);
    int wanted = read.plan.count() > 0 ? read.plan.count() : slots * PARTITIONS_PER_SLOT;
    List<KeyRanges.Range> ranges =
        Failures.named(
            read.spec,
            read.operation,
            narrowed,
            () -> KeyRanges.of(read.client(set.region()), narrowed, read.plan, wanted));
    for (KeyRanges.Range range : ranges) {
      Map<String, Object> start = new LinkedHashMap<>();
      start.put("StartAfter", range.after());
      ParameterSet part = narrowed.with(start);
      partitions.add(new AwsPartition(set, part, pageSize.apply(part), range.upTo()));
    }
  }

  /** Tries the first call of each parameter set, so that a missing permission is found early. */
  void check() {
    boolean wanted =
        switch (read.plan.check()) {
          case TRUE -> true;
          case FALSE -> false;
          case AUTO -> read.sets.size() <= FirstCalls.FEW;
        };
    if (wanted && read.spec.paginated()) {
      FirstCalls.check(read);
    }
  }
}
