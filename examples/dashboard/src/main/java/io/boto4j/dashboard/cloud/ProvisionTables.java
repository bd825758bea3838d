package io.boto4j.dashboard.cloud;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Creates the four tables. */
final class ProvisionTables {
  private static final String EXPIRES = "expires_at";

  private final Client dynamodb;
  private final Names names;

  ProvisionTables(@Service("dynamodb") Client dynamodb, Names names) {
    this.dynamodb = dynamodb;
    this.names = names;
  }

  /** Creates the tables, and returns the ARN of the one that the function writes to. */
  String run() {
    create(Params.of("TableName", names.users()), List.of("user_id"), "email");
    create(Params.of("TableName", names.attempts()), List.of("email"));
    create(Params.of("TableName", names.sessions()), List.of("token_hash"));
    create(Params.of("TableName", names.history()), List.of("topic", "entry"));
    expire(names.attempts());
    expire(names.sessions());
    Structure history =
        dynamodb.waiter("TableExists").await(Params.of("TableName", names.history()));
    return Objects.requireNonNull(history.text("Table", "TableArn"), "TableArn");
  }

  /** Throws an exception if one of the tables does not exist. */
  void check() {
    for (String table :
        List.of(names.users(), names.attempts(), names.sessions(), names.history())) {
      try {
        dynamodb.call("DescribeTable", Params.of("TableName", table));
      } catch (ServiceException e) {
        e.rethrowUnless("ResourceNotFoundException");
        throw new NotProvisionedException(table, dynamodb.region(), e);
      }
    }
  }

  private void create(Params table, List<String> key, String... indexed) {
    List<Map<String, String>> attributes = new ArrayList<>();
    key.forEach(name -> attributes.add(text(name)));
    List.of(indexed).forEach(name -> attributes.add(text(name)));
    try {
      dynamodb.call(
          "CreateTable",
          table
              .with("AttributeDefinitions", attributes)
              .with("KeySchema", keySchema(key))
              .with("GlobalSecondaryIndexes", indexed.length == 0 ? null : List.of(index(indexed)))
              .with("BillingMode", "PAY_PER_REQUEST"));
    } catch (ServiceException e) {
      e.rethrowUnless("ResourceInUseException");
    }
    dynamodb.waiter("TableExists").await(table);
  }

  private static Map<String, ?> index(String... key) {
    return Map.of(
        "IndexName", Names.EMAIL_INDEX,
        "KeySchema", keySchema(List.of(key)),
        "Projection", Map.of("ProjectionType", "ALL"));
  }

  private static Map<String, String> text(String name) {
    return Map.of("AttributeName", name, "AttributeType", "S");
  }

  private static List<Map<String, String>> keySchema(List<String> key) {
    List<Map<String, String>> schema = new ArrayList<>();
    for (String name : key) {
      schema.add(Map.of("AttributeName", name, "KeyType", schema.isEmpty() ? "HASH" : "RANGE"));
    }
    return schema;
  }

  /** Has DynamoDB delete items some time after they have expired. */
  private void expire(String table) {
    String state =
        dynamodb
            .call("DescribeTimeToLive", Params.of("TableName", table))
            .text("TimeToLiveDescription", "TimeToLiveStatus");
    if ("DISABLED".equals(state)) {
      dynamodb.call(
          "UpdateTimeToLive",
          Params.of("TableName", table)
              .with("TimeToLiveSpecification", Map.of("Enabled", true, "AttributeName", EXPIRES)));
    }
  }
}
