package io.boto4j.examples.generated;

import static io.boto4j.dynamodb.Conditions.attr;
import static io.boto4j.dynamodb.Conditions.key;

import io.boto4j.Session;
import io.boto4j.dynamodb.Table;
import io.boto4j.examples.generated.dynamodb.AttributeDefinition;
import io.boto4j.examples.generated.dynamodb.BillingMode;
import io.boto4j.examples.generated.dynamodb.CreateTableRequest;
import io.boto4j.examples.generated.dynamodb.DynamoDb;
import io.boto4j.examples.generated.dynamodb.KeySchemaElement;
import io.boto4j.examples.generated.dynamodb.KeyType;
import io.boto4j.examples.generated.dynamodb.ScalarAttributeType;
import java.util.List;
import java.util.Map;

/** Writes many items in batches, and finds them by conditions on their attributes. */
class DynamoDbBatch {
  public static void main(String[] args) {
    var client = Session.create().client("dynamodb");
    var dynamodb = DynamoDb.of(client);
    dynamodb.createTable(CreateTableRequest.of("people")
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(
            KeySchemaElement.of("username", KeyType.HASH),
            KeySchemaElement.of("last_name", KeyType.RANGE))
        .attributeDefinitions(
            AttributeDefinition.of("username", ScalarAttributeType.S),
            AttributeDefinition.of("last_name", ScalarAttributeType.S)));
    var people = Table.of(client, "people");

    try (var batch = people.batchWriter()) {
      batch.put(Map.of("username", "grace", "last_name", "Hopper", "age", 37, "kind", "admin",
          "address", Map.of("city", "New York", "state", "NY", "zip", 10001)));
      batch.put(Map.of("username", "alan", "last_name", "Turing", "age", 24, "kind", "member",
          "address", Map.of("city", "Princeton", "state", "NJ", "zip", 8540)));
      batch.put(Map.of("username", "barbara", "last_name", "Liskov", "age", 29, "kind", "admin",
          "address", Map.of("city", "Newark", "state", "NJ", "zip", 7101)));
      for (int i = 0; i < 50; i++) {
        batch.put(Map.of("username", "guest" + i, "last_name", "Unknown", "kind", "guest"));
      }
      batch.put(Map.of("username", "guest49", "last_name", "Unknown", "kind", "member"));
    }

    for (var person : people.query(key("username").eq("grace"))) {
      System.out.println(person.text("last_name") + ", " + person.integer("age") + ", "
          + person.text("address", "city") + " " + person.integer("address", "zip"));
    }
    var conditions = List.of(
        attr("age").lt(30),
        attr("last_name").beginsWith("L").and(attr("kind").eq("admin")),
        attr("address.state").eq("NJ").or(attr("kind").eq("member")));
    for (var condition : conditions) {
      var names = people.scan().filter(condition).stream().map(each -> each.text("username")).sorted().toList();
      System.out.println(String.join(", ", names));
    }
    System.out.println(people.count() + " items");
  }
}
