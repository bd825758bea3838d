package io.boto4j.examples;

import io.boto4j.Client;
import io.boto4j.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of users in DynamoDB: every method is one call. */
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

  Response describeTable() {
    return dynamodb.call("DescribeTable", Map.of("TableName", "auth-users"));
  }

  Response listTables() {
    return dynamodb.call("ListTables");
  }

  Response put(User user) {
    return dynamodb.call("PutItem", Map.of("TableName", "auth-users", "Item", user.toItem()));
  }

  /** Refused with ConditionalCheckFailedException if there is a user of this id. */
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

  /** One page; the next begins where the LastEvaluatedKey of this one says. */
  Response scan(int limit, @Nullable Map<String, Object> startKey) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("TableName", "auth-users");
    parameters.put("Limit", limit);
    if (startKey != null) {
      parameters.put("ExclusiveStartKey", startKey);
    }
    return dynamodb.call("Scan", parameters);
  }

  Response delete(User user) {
    return dynamodb.call(
        "DeleteItem",
        Map.of(
            "TableName",
            "auth-users", //
            "Key",
            Map.of("user_id", Map.of("S", user.userId()))));
  }

  Response deleteTable() {
    return dynamodb.call("DeleteTable", Map.of("TableName", "auth-users"));
  }
}
