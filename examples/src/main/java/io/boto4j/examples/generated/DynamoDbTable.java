package io.boto4j.examples.generated;

import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.dynamodb.Table;
import io.boto4j.examples.generated.dynamodb.AttributeDefinition;
import io.boto4j.examples.generated.dynamodb.BillingMode;
import io.boto4j.examples.generated.dynamodb.CreateTableRequest;
import io.boto4j.examples.generated.dynamodb.DeleteTableRequest;
import io.boto4j.examples.generated.dynamodb.DescribeTableRequest;
import io.boto4j.examples.generated.dynamodb.DynamoDb;
import io.boto4j.examples.generated.dynamodb.KeySchemaElement;
import io.boto4j.examples.generated.dynamodb.KeyType;
import io.boto4j.examples.generated.dynamodb.ScalarAttributeType;

/** Creates a table, and puts, reads, updates and deletes an item. */
class DynamoDbTable {
  public static void main(String[] args) {
    var client = Session.create().client("dynamodb");
    var dynamodb = DynamoDb.of(client);
    dynamodb.createTable(CreateTableRequest.of("users")
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(
            KeySchemaElement.of("username", KeyType.HASH),
            KeySchemaElement.of("last_name", KeyType.RANGE))
        .attributeDefinitions(
            AttributeDefinition.of("username", ScalarAttributeType.S),
            AttributeDefinition.of("last_name", ScalarAttributeType.S)));
    dynamodb.awaitTableExists(DescribeTableRequest.of("users"));
    var users = Table.of(client, "users");
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
    dynamodb.deleteTable(DeleteTableRequest.of("users"));
  }
}
