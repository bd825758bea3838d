package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.dynamodb.table.Tables;
import io.boto4j.local.engine.EngineException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resource policies of tables, which are stored. */
final class Policies {
  private static final String POLICY = "ResourcePolicy";

  private final Tables tables;
  private final Clock clock;

  Policies(Tables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  private Table table(@Nullable String arn) {
    Table table = arn == null ? null : tables.find(arn);
    if (table == null) {
      throw new EngineException(
          "ResourceNotFoundException",
          "Requested resource not found: Table: "
              + Tables.nameOf(String.valueOf(arn))
              + " not found");
    }
    return table;
  }

  private static EngineException notFound(String rest) {
    return new EngineException(
        "PolicyNotFoundException",
        "Resource-based policy not found for the provided ResourceArn: " + rest);
  }

  private static @Nullable String revision(Map<String, Object> settings) {
    return settings.get(POLICY) instanceof Map<?, ?> policy
        ? String.valueOf(policy.get("RevisionId"))
        : null;
  }

  private static void checkRevision(Table table, @Nullable String expected, @Nullable String now) {
    if (expected == null || expected.equals(now)) {
      return;
    }
    if (expected.equals("NO_POLICY")) {
      if (now != null) {
        throw notFound(
            "Requested policy update expecting none to be present for table "
                + table.name()
                + ", but a policy exists with revision id "
                + now
                + ".");
      }
      return;
    }
    throw notFound(
        "Requested update for policy with revision id "
            + expected
            + ", but the policy associated to target table "
            + table.name()
            + " has revision id "
            + now
            + ".");
  }

  Map<String, ?> putResourcePolicy(Structure input) {
    Table table = table(input.text("ResourceArn"));
    String document = String.valueOf(input.text("Policy"));
    tables.change(
        table,
        changed -> {
          String now = revision(changed);
          checkRevision(table, input.text("ExpectedRevisionId"), now);
          boolean same =
              changed.get(POLICY) instanceof Map<?, ?> policy
                  && document.equals(policy.get("Policy"));
          if (!same) {
            changed.put(POLICY, Map.of("Policy", document, "RevisionId", next(now)));
          }
          return changed;
        });
    return Map.of("RevisionId", String.valueOf(revision(table.settings())));
  }

  /** Returns a revision id after another. */
  private String next(@Nullable String now) {
    long millis = clock.millis();
    return Long.toString(now == null ? millis : Math.max(millis, Long.parseLong(now) + 1));
  }

  Map<String, ?> getResourcePolicy(Structure input) {
    String arn = String.valueOf(input.text("ResourceArn"));
    Table table = table(arn);
    if (table.settings().get(POLICY) instanceof Map<?, ?> policy) {
      Map<String, Object> output = new LinkedHashMap<>();
      policy.forEach((name, value) -> output.put(String.valueOf(name), value));
      return output;
    }
    throw notFound(arn);
  }

  Map<String, ?> deleteResourcePolicy(Structure input) {
    Table table = table(input.text("ResourceArn"));
    String now = revision(table.settings());
    checkRevision(table, input.text("ExpectedRevisionId"), now);
    tables.change(
        table,
        changed -> {
          changed.remove(POLICY);
          return changed;
        });
    return now == null ? Map.of() : Map.of("RevisionId", now);
  }
}
