package io.boto4j.examples.boto3;

import static io.boto4j.dynamodb.Conditions.attr;
import static io.boto4j.dynamodb.Conditions.key;

import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.dynamodb.Table;
import java.util.List;
import java.util.Map;

/** Writes many items in batches, and finds them by conditions on their attributes. */
class DynamoDbBatch {
  public static void main(String[] args) {
    var dynamodb = Session.create().client("dynamodb");
    dynamodb.call("CreateTable", Params.of(
        "TableName", "people",
        "BillingMode", "PAY_PER_REQUEST",
        "KeySchema", List.of(
            Map.of("AttributeName", "username", "KeyType", "HASH"),
            Map.of("AttributeName", "last_name", "KeyType", "RANGE")),
        "AttributeDefinitions", List.of(
            Map.of("AttributeName", "username", "AttributeType", "S"),
            Map.of("AttributeName", "last_name", "AttributeType", "S"))));
    var people = Table.of(dynamodb, "people");

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
