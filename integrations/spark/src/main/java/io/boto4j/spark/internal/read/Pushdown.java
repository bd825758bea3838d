package io.boto4j.spark.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;

/**
 * The filters of a query that became parameters.
 *
 * <p>Spark applies every filter to the rows again. Parameters only have to let all wanted rows
 * through, and a service that refuses them is read without them.
 */
interface Pushdown {
  /** No filter was pushed. */
  Pushdown NONE = set -> set;

  /** Returns the parameters of a partition with the filters in them. */
  ParameterSet apply(ParameterSet set);

  /** The filters that were pushed, and their effect. */
  record Result(List<Filter> filters, Pushdown effect) {
    static final Result NOTHING = new Result(List.of(), NONE);
  }

  /** Finds the filters that an operation has parameters for. */
  static Result of(ReadOptions read, StructType schema, Filter[] filters) {
    if (!read.plan.pushdown()) {
      return Result.NOTHING;
    }
    if (read.spec.nativeItems()) {
      return ItemFilters.of(read.spec, schema, filters);
    }
    List<Filter> pushed = new ArrayList<>();
    Pushdown effect =
        read.spec.name().equals("s3.ListObjectsV2")
                && read.spec.resultKey().equals(List.of("Contents"))
            ? KeyFilters.of(filters, pushed)
            : MemberFilters.of(read, filters, pushed);
    return new Result(pushed, effect);
  }

  /** Returns an effect that sets parameters which the partition does not have. */
  static Pushdown adding(Map<String, ?> parameters) {
    return set -> {
      Map<String, Object> own = set.parameters();
      Map<String, Object> added = new java.util.LinkedHashMap<>(parameters);
      added.keySet().removeAll(own.keySet());
      return added.isEmpty() ? set : set.with(added);
    };
  }
}
