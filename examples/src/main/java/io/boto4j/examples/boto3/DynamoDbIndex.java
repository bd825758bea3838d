package io.boto4j.examples.boto3;

import static io.boto4j.dynamodb.Conditions.attr;
import static io.boto4j.dynamodb.Conditions.key;

import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.dynamodb.Table;
import io.boto4j.error.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds a user by e-mail through an index, and refuses to store a user twice. */
class DynamoDbIndex {
  public static void main(String[] args) {
    var dynamodb = Session.create().client("dynamodb");
    dynamodb.call("CreateTable", Params.of(
        "TableName", "auth-users",
        "BillingMode", "PAY_PER_REQUEST",
        "AttributeDefinitions", List.of(
            Map.of("AttributeName", "user_id", "AttributeType", "S"),
            Map.of("AttributeName", "email", "AttributeType", "S")),
        "KeySchema", List.of(Map.of("AttributeName", "user_id", "KeyType", "HASH")),
        "GlobalSecondaryIndexes", List.of(Map.of(
            "IndexName", "email-index",
            "KeySchema", List.of(Map.of("AttributeName", "email", "KeyType", "HASH")),
            "Projection", Map.of("ProjectionType", "ALL")))));
    dynamodb.waiter("TableExists").await(Params.of("TableName", "auth-users"));

    var users = Table.of(dynamodb, "auth-users");
    var ada = Params.of(
        "user_id", "u-1",
        "email", "ada@example.com",
        "role", "admin",
        "is_active", true,
        "logins", 3,
        "tags", Set.of("founder"));
    users.put(ada);
    for (var user : users.query(key("email").eq("ada@example.com")).index("email-index")) {
      System.out.println(user.text("user_id") + " " + user.text("role")
          + (user.bool("is_active") ? ", active, " : ", inactive, ")
          + user.integer("logins") + " logins, tags " + String.join(", ", user.texts("tags")));
    }

    try {
      users.put(ada, o -> o.when(attr("user_id").notExists()));
    } catch (ServiceException e) {
      e.rethrowUnless("ConditionalCheckFailedException");
      System.out.println(e.getMessage());
    }
  }
}
