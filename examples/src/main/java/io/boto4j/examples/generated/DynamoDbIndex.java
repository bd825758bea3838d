package io.boto4j.examples.generated;

import static io.boto4j.dynamodb.Conditions.attr;
import static io.boto4j.dynamodb.Conditions.key;

import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.dynamodb.Table;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.dynamodb.AttributeDefinition;
import io.boto4j.examples.generated.dynamodb.BillingMode;
import io.boto4j.examples.generated.dynamodb.CreateTableRequest;
import io.boto4j.examples.generated.dynamodb.DescribeTableRequest;
import io.boto4j.examples.generated.dynamodb.DynamoDb;
import io.boto4j.examples.generated.dynamodb.GlobalSecondaryIndex;
import io.boto4j.examples.generated.dynamodb.KeySchemaElement;
import io.boto4j.examples.generated.dynamodb.KeyType;
import io.boto4j.examples.generated.dynamodb.Projection;
import io.boto4j.examples.generated.dynamodb.ProjectionType;
import io.boto4j.examples.generated.dynamodb.ScalarAttributeType;
import java.util.List;
import java.util.Set;

/** Finds a user by e-mail through an index, and refuses to store a user twice. */
class DynamoDbIndex {
  public static void main(String[] args) {
    var client = Session.create().client("dynamodb");
    var dynamodb = DynamoDb.of(client);
    var byEmail = GlobalSecondaryIndex.of("email-index", List.of(KeySchemaElement.of("email", KeyType.HASH)),
        Projection.of().projectionType(ProjectionType.ALL));
    dynamodb.createTable(CreateTableRequest.of("auth-users")
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            AttributeDefinition.of("user_id", ScalarAttributeType.S),
            AttributeDefinition.of("email", ScalarAttributeType.S))
        .keySchema(KeySchemaElement.of("user_id", KeyType.HASH))
        .globalSecondaryIndexes(byEmail));
    dynamodb.awaitTableExists(DescribeTableRequest.of("auth-users"));

    var users = Table.of(client, "auth-users");
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
