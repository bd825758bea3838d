package io.boto4j.examples.interfaces;

import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.dynamodb.Table;
import io.boto4j.typed.Await;
import io.boto4j.typed.Default;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Typed;
import java.util.List;

/** Creates a table, and puts, reads, updates and deletes an item. */
class DynamoDbTable {
  record Key(String attributeName, String keyType) {}

  record Attribute(String attributeName, String attributeType) {}

  interface DynamoDb {
    @Operation("CreateTable") @Default(param = "BillingMode", value = "PAY_PER_REQUEST")
    void create(@Param("TableName") String name, @Param("KeySchema") List<Key> key,
        @Param("AttributeDefinitions") List<Attribute> attributes);

    @Await("TableExists") void awaitExists(@Param("TableName") String name);

    @Operation("DeleteTable") void delete(@Param("TableName") String name);
  }

  public static void main(String[] args) {
    var client = Session.create().client("dynamodb");
    var dynamodb = Typed.of(client, DynamoDb.class);
    dynamodb.create("users",
        List.of(new Key("username", "HASH"), new Key("last_name", "RANGE")),
        List.of(new Attribute("username", "S"), new Attribute("last_name", "S")));
    dynamodb.awaitExists("users");
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
    dynamodb.delete("users");
  }
}
