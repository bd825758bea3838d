package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.Structure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls by name, with maps. */
final class RawStyle implements CallStyle {
  private final Client dynamodb;
  private final Client rds;
  private final Map<String, Object> request = request();

  RawStyle(Client dynamodb, Client rds) {
    this.dynamodb = dynamodb;
    this.rds = rds;
  }

  @Override
  public @Nullable Object getItem() {
    return dynamodb
        .call(
            "GetItem",
            Map.of("TableName", "auth-users", "Key", Map.of("id", Map.of("S", "user-1"))))
        .text("Item", "email", "S");
  }

  @Override
  public @Nullable Object putItem() {
    return dynamodb.call("PutItem", request()).real("ConsumedCapacity", "CapacityUnits");
  }

  @Override
  public @Nullable Object putSameItem() {
    return dynamodb.call("PutItem", request).real("ConsumedCapacity", "CapacityUnits");
  }

  private static Map<String, Object> request() {
    return Map.of("TableName", "auth-users", "Item", item(), "ReturnConsumedCapacity", "TOTAL");
  }

  static Map<String, Object> item() {
    return Map.of(
        "id", Map.of("S", "user-1"),
        "email", Map.of("S", "ada@example.com"),
        "name", Map.of("S", "Ada Lovelace"),
        "logins", Map.of("N", "1815"),
        "active", Map.of("BOOL", true),
        "roles", Map.of("L", List.of(Map.of("S", "admin"), Map.of("S", "writer"))),
        "created", Map.of("S", "2026-11-22T10:15:30Z"));
  }

  @Override
  public @Nullable Object describeDbInstances() {
    int sum = 0;
    for (Structure each :
        rds.call("DescribeDBInstances", Map.of("DBInstanceIdentifier", "orders"))
            .structures("DBInstances")) {
      sum += length(each.text("DBInstanceIdentifier"));
      sum += length(each.text("DBInstanceClass"));
      sum += length(each.text("DBInstanceStatus"));
      sum += length(each.text("Endpoint", "Address"));
      Integer storage = each.integer("AllocatedStorage");
      sum += storage == null ? 0 : storage;
    }
    return sum;
  }

  static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
