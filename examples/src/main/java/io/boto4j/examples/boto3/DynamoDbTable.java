package io.boto4j.examples.boto3;

import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.dynamodb.Table;
import java.util.List;
import java.util.Map;

/** Creates a table, and puts, reads, updates and deletes an item. */
class DynamoDbTable {
  public static void main(String[] args) {
    var dynamodb = Session.create().client("dynamodb");
    dynamodb.call("CreateTable", Params.of(
        "TableName", "users",
        "BillingMode", "PAY_PER_REQUEST",
        "KeySchema", List.of(
            Map.of("AttributeName", "username", "KeyType", "HASH"),
            Map.of("AttributeName", "last_name", "KeyType", "RANGE")),
        "AttributeDefinitions", List.of(
            Map.of("AttributeName", "username", "AttributeType", "S"),
            Map.of("AttributeName", "last_name", "AttributeType", "S"))));
    dynamodb.waiter("TableExists").await(Params.of("TableName", "users"));
    var users = Table.of(dynamodb, "users");
    System.out.println(users.describe().longInteger("ItemCount") + " items");

    users.put(Params.of(
        "username", "ada",
        "last_name", "Lovelace",
        "first_name", "Ada",
        "age", 36,
        "account_type", "standard"));
    var key = Params.of("username", "ada", "last_name", "Lovelace");
    var user = users.get(key).orElseThrow();
    System.out.println(user.text("first_name") + " will be " + (user.integer("age") + 1));

    users.update(key).set("age", 37).run();
    System.out.println("now " + users.get(key).orElseThrow().integer("age"));

    users.delete(key);
    System.out.println(users.get(key).isPresent() ? "still there" : "gone");
    dynamodb.call("DeleteTable", Params.of("TableName", "users"));
  }
}
