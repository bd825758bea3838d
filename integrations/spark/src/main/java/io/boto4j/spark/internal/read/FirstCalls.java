package io.boto4j.spark.internal.read;

import io.boto4j.Client;
import io.boto4j.error.Boto4jException;
import io.boto4j.model.Member;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The check of all parameter sets by one small call each, on the driver, before tasks start. */
final class FirstCalls {
  /** The number of sets up to which the check costs little. */
  static final int FEW = 20;

  private static final int MOST_REPORTED = 5;

  private FirstCalls() {}

  static void check(ReadOptions read) {
    List<String> failures = new ArrayList<>();
    RuntimeException first = null;
    for (ParameterSet set : read.sets) {
      try {
        call(read, set);
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

  /** Asks for one item; a service with a larger minimum than its model has is asked again. */
  private static void call(ReadOptions read, ParameterSet set) {
    Client client = read.client(set.region());
    Map<String, Object> small = small(read, set.parameters());
    try {
      client.call(read.operation.name(), small);
    } catch (Boto4jException e) {
      if (small.equals(set.parameters()) || !Failures.isOfParameters(e)) {
        throw e;
      }
      client.call(read.operation.name(), set.parameters());
    }
  }

  private static Map<String, Object> small(ReadOptions read, Map<String, Object> parameters) {
    StructureShape input = read.operation.input();
    String name = PageSize.parameter(input);
    Member member = name == null || input == null ? null : input.member(name);
    if (member != null) {
      parameters.put(member.name(), PageSize.within(member, 1));
    }
    return parameters;
  }
}
