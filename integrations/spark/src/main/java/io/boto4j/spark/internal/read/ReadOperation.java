package io.boto4j.spark.internal.read;

import io.boto4j.Client;
import io.boto4j.model.NearNames;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operation of a table: found under any spelling, and refused if it does not only read. */
final class ReadOperation {
  /** The verbs of operations that change nothing, and may be repeated. */
  private static final List<String> READING =
      List.of(
          "Get",
          "List",
          "Describe",
          "Scan",
          "Query",
          "Search",
          "Lookup",
          "BatchGet",
          "Head",
          "Select",
          "Filter",
          "Simulate",
          "View",
          "Check",
          "Estimate",
          "Preview",
          "Retrieve",
          "Discover",
          "Find",
          "Count",
          "Read",
          "BatchDescribe");

  private ReadOperation() {}

  static OperationModel find(Client client, String name) {
    String wanted = name.replace("_", "").toLowerCase(Locale.ROOT);
    for (String candidate : client.operations()) {
      if (candidate.toLowerCase(Locale.ROOT).equals(wanted)) {
        OperationModel found = client.model().operation(candidate);
        check(client, found);
        return found;
      }
    }
    throw new IllegalArgumentException(
        "The service "
            + client.service()
            + " has no operation '"
            + name
            + "'."
            + NearNames.hint(name, client.operations()));
  }

  /**
   * Spark reads a table as often as it likes, so an operation that changes something is refused.
   */
  private static void check(Client client, OperationModel found) {
    boolean reads =
        client.canPaginate(found.name())
            || READING.stream().anyMatch(verb -> found.name().startsWith(verb));
    boolean streams = found.eventOutput() != null || hasStream(found.output());
    if (!reads || streams) {
      throw new IllegalArgumentException(
          client.service()
              + "."
              + found.name()
              + (reads ? " returns a stream" : " does not only read")
              + ", so it cannot be a table: Spark reads a table again whenever it needs to.");
    }
  }

  private static boolean hasStream(@Nullable StructureShape output) {
    return output != null
        && output.members().stream()
            .anyMatch(
                member ->
                    Boolean.TRUE.equals(member.trait("streaming"))
                        || member.shape().traits().flag("streaming"));
  }
}
