package io.boto4j.spark.internal.read;

import io.boto4j.Client;
import io.boto4j.error.Boto4jException;
import io.boto4j.model.Member;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The check of all parameter sets by one small call each, on the driver, before tasks start. */
final class FirstCalls {
  /** The number of sets up to which the check costs little. */
  static final int FEW = 20;

  private static final int MOST_REPORTED = 5;

  private FirstCalls() {}

  /** The client for a region; null for the session's. */
  @FunctionalInterface
  interface Clients {
    Client of(@Nullable String region);
  }

  static void check(ReadOptions read, Clients clients) {
    List<String> failures = new ArrayList<>();
    RuntimeException first = null;
    for (ParameterSet set : read.sets) {
      try {
        clients.of(set.region()).call(read.operation.name(), small(read, set.parameters()));
      } catch (Boto4jException e) {
        first = first == null ? e : first;
        failures.add(Failures.message(read.spec, read.operation, set, e));
      }
    }
    if (first != null) {
      int more = failures.size() - MOST_REPORTED;
      throw new IllegalStateException(
          failures.size()
              + " of "
              + read.sets.size()
              + " parameter sets cannot be read, so no task was started. "
              + String.join(" ", failures.subList(0, Math.min(MOST_REPORTED, failures.size())))
              + (more > 0 ? " And " + more + " more." : ""),
          first);
    }
  }

  /** Asks for one item where the model has no larger minimum. */
  private static Map<String, Object> small(ReadOptions read, Map<String, Object> parameters) {
    String name = PageSize.parameter(read.operation.input());
    StructureShape input = read.operation.input();
    if (name != null && input != null) {
      Member member = input.member(name);
      if (member != null && member.shape().type() == ShapeType.INTEGER) {
        parameters.put(name, PageSize.within(member, 1));
      }
    }
    return parameters;
  }
}
