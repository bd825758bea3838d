package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Warm calls by boto4j. */
public final class Boto4jCalls {
  private static final Map<String, Object> KEY = Map.of("id", Map.of("S", "user-1"));
  private static final Map<String, Object> ITEM =
      Map.of(
          "id", Map.of("S", "user-1"),
          "email", Map.of("S", "ada@example.com"),
          "name", Map.of("S", "Ada Lovelace"),
          "logins", Map.of("N", "1815"),
          "active", Map.of("BOOL", true),
          "roles", Map.of("L", List.of(Map.of("S", "admin"), Map.of("S", "writer"))),
          "created", Map.of("S", "2026-11-22T10:15:30Z"));

  private final Client dynamodb;
  private final Client rds;

  private Boto4jCalls(Session session) {
    this.dynamodb = session.client("dynamodb");
    this.rds = session.client("rds");
  }

  /**
   * Warms each operation up, then measures each.
   *
   * @param args endpoint URL, numbers of threads, {@code platform} or {@code virtual}, milliseconds
   *     of warming up, milliseconds of measuring
   * @throws Exception if a call fails
   */
  public static void main(String[] args) throws Exception {
    Session session =
        Session.builder()
            .region("us-east-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "example-secret-key"))
            .config(c -> c.endpointUrl(args[0]).maxPoolConnections(64))
            .build();
    Boto4jCalls calls = new Boto4jCalls(session);
    CallLoad load = new CallLoad(args[2], Long.parseLong(args[4]));
    long warm = Long.parseLong(args[3]);
    load.warmUp(calls::getItem, warm);
    load.warmUp(calls::putItem, warm);
    load.warmUp(calls::describeDbInstances, warm);
    load.measure("GetItem", calls::getItem, args[1]);
    load.measure("PutItem", calls::putItem, args[1]);
    load.measure("DescribeDBInstances", calls::describeDbInstances, args[1]);
  }

  private void getItem() {
    Map<?, ?> item =
        Objects.requireNonNull(
            dynamodb.call("GetItem", Map.of("TableName", "auth-users", "Key", KEY)).map("Item"));
    check("ada@example.com", ((Structure) Objects.requireNonNull(item.get("email"))).text("S"));
  }

  private void putItem() {
    check(
        1.0,
        Objects.requireNonNull(
                dynamodb
                    .call(
                        "PutItem",
                        Map.of(
                            "TableName",
                            "auth-users",
                            "Item",
                            ITEM,
                            "ReturnConsumedCapacity",
                            "TOTAL"))
                    .structure("ConsumedCapacity"))
            .number("CapacityUnits"));
  }

  private void describeDbInstances() {
    check(
        "available",
        Objects.requireNonNull(
                rds.call("DescribeDBInstances", Map.of("DBInstanceIdentifier", "orders"))
                    .structures("DBInstances"))
            .get(0)
            .text("DBInstanceStatus"));
  }

  private static void check(Object expected, @Nullable Object seen) {
    if (!expected.equals(seen)) {
      throw new IllegalStateException("Expected " + expected + " and saw " + seen);
    }
  }
}
