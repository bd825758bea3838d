package io.boto4j.examples.interfaces;

import static io.boto4j.dynamodb.Conditions.attr;
import static io.boto4j.dynamodb.Conditions.key;

import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.dynamodb.Table;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Await;
import io.boto4j.typed.Default;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Typed;
import java.util.List;
import java.util.Set;

/** Finds a user by e-mail through an index, and refuses to store a user twice. */
class DynamoDbIndex {
  record Key(String attributeName, String keyType) {}

  record Attribute(String attributeName, String attributeType) {}

  record Projection(String projectionType) {}

  record Index(String indexName, List<Key> keySchema, Projection projection) {}

  interface DynamoDb {
    @Operation("CreateTable") @Default(param = "BillingMode", value = "PAY_PER_REQUEST")
    void create(@Param("TableName") String name, @Param("AttributeDefinitions") List<Attribute> attributes,
        @Param("KeySchema") List<Key> key, @Param("GlobalSecondaryIndexes") List<Index> indexes);

    @Await("TableExists") void awaitExists(@Param("TableName") String name);
  }

  public static void main(String[] args) {
    var client = Session.create().client("dynamodb");
    var dynamodb = Typed.of(client, DynamoDb.class);
    dynamodb.create("auth-users",
        List.of(new Attribute("user_id", "S"), new Attribute("email", "S")),
        List.of(new Key("user_id", "HASH")),
        List.of(new Index("email-index", List.of(new Key("email", "HASH")), new Projection("ALL"))));
    dynamodb.awaitExists("auth-users");

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
