package io.boto4j.examples;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code auth-users} in DynamoDB: every method makes one call, or waits for the table.
 */
final class AuthUsers {
  private final Client dynamodb;

  AuthUsers(Client dynamodb) {
    this.dynamodb = dynamodb;
  }

  Response createTable() {
    return dynamodb.call(
        "CreateTable",
        Map.of(
            "TableName", "auth-users",
            "BillingMode", "PAY_PER_REQUEST",
            "AttributeDefinitions",
                List.of(
                    Map.of("AttributeName", "user_id", "AttributeType", "S"),
                    Map.of("AttributeName", "email", "AttributeType", "S")),
            "KeySchema", List.of(Map.of("AttributeName", "user_id", "KeyType", "HASH")),
            "GlobalSecondaryIndexes",
                List.of(
                    Map.of(
                        "IndexName", "email-index",
                        "KeySchema", List.of(Map.of("AttributeName", "email", "KeyType", "HASH")),
                        "Projection", Map.of("ProjectionType", "ALL")))));
  }

  /**
   * Waits until the table and its indexes are active; the model's TableExists does not check
   * indexes.
   */
  Structure awaitTable() {
    String ready =
        "Table.TableStatus == 'ACTIVE'"
            + " && !(Table.GlobalSecondaryIndexes[?IndexStatus != 'ACTIVE'])";
    Map<String, Object> isReady =
        Map.of("state", "success", "matcher", "path", "argument", ready, "expected", true);
    Map<String, Object> waiter =
        Map.of(
            "operation",
            "DescribeTable",
            "delay",
            1,
            "maxAttempts",
            120,
            "acceptors",
            List.of(isReady));
    return dynamodb
        .waiter("TableReady", Map.of("version", 2, "waiters", Map.of("TableReady", waiter)))
        .await(Map.of("TableName", "auth-users"));
  }

  Structure awaitNoTable() {
    return dynamodb
        .waiter("TableNotExists")
        .delay(Duration.ofSeconds(1))
        .maxAttempts(120)
        .await(Map.of("TableName", "auth-users"));
  }

  Response listTables() {
    return dynamodb.call("ListTables");
  }

  Response put(User user) {
    return dynamodb.call("PutItem", Map.of("TableName", "auth-users", "Item", user.toItem()));
  }

  /** Puts a user; fails with ConditionalCheckFailedException if there is a user with this id. */
  Response putIfAbsent(User user) {
    return dynamodb.call(
        "PutItem",
        Map.of(
            "TableName", "auth-users",
            "Item", user.toItem(),
            "ConditionExpression", "attribute_not_exists(user_id)"));
  }

  Response findByEmail(String email) {
    return dynamodb.call(
        "Query",
        Map.of(
            "TableName", "auth-users",
            "IndexName", "email-index",
            "KeyConditionExpression", "email = :email",
            "ExpressionAttributeValues", Map.of(":email", Map.of("S", email))));
  }

  /** Returns one page; its LastEvaluatedKey is the start key of the next. */
  Response scan(int limit, @Nullable Map<String, Object> startKey) {
    return dynamodb.call(
        "Scan",
        Params.of("TableName", "auth-users", "Limit", limit, "ExclusiveStartKey", startKey));
  }

  Response delete(User user) {
    return dynamodb.call(
        "DeleteItem",
        Params.of("TableName", "auth-users", "Key", Map.of("user_id", Map.of("S", user.userId()))));
  }

  Response deleteTable() {
    return dynamodb.call("DeleteTable", Map.of("TableName", "auth-users"));
  }
}
