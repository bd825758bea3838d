package io.boto4j.local.client;

import static io.boto4j.dynamodb.Conditions.attr;
import static io.boto4j.dynamodb.Conditions.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Name;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.dynamodb.Attr;
import io.boto4j.dynamodb.AttributeValues;
import io.boto4j.dynamodb.BatchItems;
import io.boto4j.dynamodb.BatchWriteException;
import io.boto4j.dynamodb.BatchWriter;
import io.boto4j.dynamodb.Condition;
import io.boto4j.dynamodb.Documents;
import io.boto4j.dynamodb.Expression;
import io.boto4j.dynamodb.Page;
import io.boto4j.dynamodb.Query;
import io.boto4j.dynamodb.ReturnValues;
import io.boto4j.dynamodb.Table;
import io.boto4j.dynamodb.TypedTable;
import io.boto4j.dynamodb.Update;
import io.boto4j.error.ServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The programs of docs/dynamodb.md: each of its snippets is in this class, and runs. */
final class TutorialTest {
  private static Tables engine;
  private static Client dynamodb;
  private static Table users;
  private static Table orders;

  private final Params item = Params.of("user_id", "new", "email", "new@example.com");

  record User(
      @Name("user_id") String userId, String email, List<String> roles, @Nullable Instant seen) {}

  @BeforeAll
  static void start() {
    engine = Tables.start();
    dynamodb = engine.client();
    users = engine.table("auth-users", "user_id", "email", "email-index");
    orders = engine.sortedTable("orders", "customer", "number");
  }

  @AfterAll
  static void stop() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void snippets_ofThePage_areInThisClass() throws Exception {
    String source =
        Files.readString(Path.of("src/test/java/io/boto4j/local/client/TutorialTest.java"));
    List<String> missing = new ArrayList<>();
    String[] parts = Files.readString(Path.of("../docs/dynamodb.md")).split("```java\n");
    for (int i = 1; i < parts.length; i++) {
      String snippet = parts[i].substring(0, parts[i].indexOf("```"));
      if (!source.replaceAll("\\s+", "").contains(snippet.replaceAll("\\s+", ""))) {
        missing.add(snippet);
      }
    }
    assertThat(parts).hasSizeGreaterThan(15);
    assertThat(missing).isEmpty();
  }

  @Test
  void firstProgram_runs() {
    Table users = Table.of(dynamodb, "auth-users");
    users.put(
        Params.of("user_id", "u1", "email", "ada@example.com", "is_active", true, "logins", 0));
    Optional<Structure> user = users.get("user_id", "u1");
    String email = user.orElseThrow().text("email");
    for (Structure each : users.query(key("email").eq(email)).index("email-index")) {
      System.out.println(each.text("user_id"));
    }
    users
        .update("user_id", "u1")
        .set("role", "admin")
        .add("logins", 1)
        .when(attr("is_active").eq(true))
        .run();
    users.delete("user_id", "u1");

    assertThat(email).isEqualTo("ada@example.com");
    assertThat(users.get("user_id", "u1")).isEmpty();
  }

  @Test
  void singleItems_run() {
    users.delete("user_id", "new");
    users.put(Params.of("user_id", "u1", "email", "u1@example.com", "is_active", false));
    users.put(item, o -> o.when(attr("user_id").notExists()));
    Structure old = users.put(item, o -> o.returnOld());
    Optional<Structure> part =
        users.get(
            Params.of("user_id", "u1"), o -> o.consistent().attributes("email", "address.city"));
    users.delete(Params.of("user_id", "u1"), o -> o.when(attr("is_active").eq(false)));

    assertThat(old).isEqualTo(item);
    assertThat(part).isPresent();
    try {
      users.put(item, o -> o.when(attr("user_id").notExists()));
    } catch (ServiceException e) {
      if (e.is("ConditionalCheckFailedException")) {
        System.out.println(e.response().structure("Item").text("email") + " was first");
      }
    }
  }

  @Test
  void conditionsAndUpdates_run() {
    Condition condition =
        attr("age")
            .between(18, 65)
            .and(attr("role").in("admin", "owner").or(attr("tags").size().gt(3)));
    Condition overdrawn = attr("spent").gt(attr("budget"));
    Condition dotted = Attr.path("settings", "mail.daily", 0).eq(true);

    for (Condition each : List.of(condition, overdrawn, dotted)) {
      assertThat(users.scan().filter(each).list()).isEmpty();
    }
    users.put(
        Params.of(
            "user_id",
            "u1",
            "email",
            "u1@example.com",
            "address",
            Map.of(),
            "price",
            7,
            "tags",
            Set.of("new", "old"),
            "old",
            List.of(1, 2),
            "invited_by",
            "x"));
    Structure after =
        users
            .update("user_id", "u1")
            .set("address.city", "London")
            .set("total", attr("total").orElse(0).plus(attr("price")))
            .setIfAbsent("created", Instant.now())
            .append("log", "moved")
            .add("logins", 1)
            .delete("tags", Set.of("new"))
            .remove("invited_by", "old[0]")
            .when(attr("user_id").exists())
            .returning(ReturnValues.ALL_NEW)
            .run();
    assertThat(after.integer("total")).isEqualTo(7);
    assertThat(after.texts("log")).containsExactly("moved");
    assertThat(after.instant("created")).isNotNull();
  }

  @Test
  void queriesAndScans_run() {
    for (int i = 0; i < 30; i++) {
      orders.put(Params.of("customer", "c1", "number", 90 + i, "state", "paid", "total", 100 * i));
    }
    Query<Structure> recent =
        orders
            .query(key("customer").eq("c1").and(key("number").gte(100)))
            .filter(attr("state").ne("cancelled"))
            .attributes("number", "total")
            .descending()
            .limit(20);
    for (Structure order : recent) {
      System.out.println(order.integer("number"));
    }
    List<Structure> list = recent.list();
    long count = orders.query(key("customer").eq("c1")).count();
    Optional<Structure> newest = orders.query(key("customer").eq("c1")).descending().first();
    assertThat(list).hasSize(20);
    assertThat(count).isEqualTo(30);
    assertThat(newest.orElseThrow().integer("number")).isEqualTo(119);

    Page<Structure> page = orders.query(key("customer").eq("c1")).limit(10).page();
    Structure next = page.nextKey();
    if (next != null) {
      page = orders.query(key("customer").eq("c1")).limit(10).startKey(next).page();
    }
    assertThat(page.items().get(0).integer("number")).isEqualTo(100);

    for (Structure order : orders.scan().filter(attr("total").gt(1000)).segments(4)) {
      System.out.println(order.text("customer"));
    }
  }

  @Test
  void batches_run() {
    try (BatchWriter batch = users.batchWriter()) {
      for (int i = 0; i < 1_000; i++) {
        batch.put(Params.of("user_id", "u" + i, "email", i + "@example.com"));
      }
      batch.delete("user_id", "u7");
    }
    BatchItems<Structure> found = users.batchGet("user_id", List.of("u1", "u2", "nobody"));
    System.out.println(found.items().size() + " found, missing: " + found.missing());
    assertThat(found.items()).hasSize(2);

    try (BatchWriter batch = users.batchWriter()) {
      batch.put(item);
    } catch (BatchWriteException e) {
      System.out.println(e.unwrittenPuts() + " and " + e.unwrittenDeletes() + " were not written");
    }
  }

  @Test
  void transactions_run() {
    users.put(Params.of("user_id", "u1", "email", "a@example.com", "balance", 80));
    users.put(Params.of("user_id", "u2", "email", "b@example.com", "balance", 0));
    users
        .transaction()
        .update(
            Params.of("user_id", "u1"), u -> u.add("balance", -50).when(attr("balance").gte(50)))
        .update(Params.of("user_id", "u2"), u -> u.add("balance", 50))
        .on(orders)
        .put(Params.of("customer", "u1", "number", 1), attr("customer").notExists())
        .run();
    List<Optional<Structure>> both =
        users.transactionGet().get("user_id", "u1").get("user_id", "u2").run();

    assertThat(both)
        .extracting(each -> each.orElseThrow().integer("balance"))
        .containsExactly(30, 50);
  }

  @Test
  void optimisticLocking_runs() {
    users.put(Params.of("user_id", "u1", "email", "a@example.com", "version", 5));
    users.put(Params.of("user_id", "u2", "email", "a@example.com", "version", 3));
    Table versioned = users.versioned("version");
    Structure current = versioned.get("user_id", "u1").orElseThrow();
    versioned.put(Params.copyOf(current).with("email", "new@example.com"));
    versioned.update("user_id", "u2").set("role", "admin").version(3).run();

    assertThat(users.get("user_id", "u1").orElseThrow().integer("version")).isEqualTo(6);
    assertThat(users.get("user_id", "u2").orElseThrow().integer("version")).isEqualTo(4);
    ServiceException e =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            ServiceException.class,
            () -> versioned.put(Params.copyOf(current).with("email", "late@example.com")));
    assertThat(e.response().structure("Item").text("email")).isEqualTo("new@example.com");
  }

  @Test
  void records_run() {
    users.delete("user_id", "u1");
    TypedTable<User> typed = users.as(User.class);
    typed.put(new User("u1", "ada@example.com", List.of("reader"), Instant.EPOCH));
    Optional<User> ada = typed.get("user_id", "u1");
    for (User each : typed.query(key("email").eq("ada@example.com")).index("email-index")) {
      System.out.println(each.userId());
    }
    assertThat(ada).contains(new User("u1", "ada@example.com", List.of("reader"), Instant.EPOCH));
    typed.put(new User("u9", "bob@example.com", List.of(), null));
    assertThat(typed.get("user_id", "u9"))
        .contains(new User("u9", "bob@example.com", List.of(), null));
    assertThat(users.get("user_id", "u9").orElseThrow()).doesNotContainKey("seen");
    assertThat(typed.batchGet("user_id", List.of("u9")).items()).hasSize(1);
    assertThat(typed.delete(Map.of("user_id", "u9"), o -> o.returnOld())).isPresent();
  }

  @Test
  void statementsAndOtherCalls_run() {
    users.put(Params.of("user_id", "u1", "email", "a@example.com", "is_active", true));
    for (Structure each : users.execute("SELECT * FROM \"auth-users\" WHERE user_id = ?", "u1")) {
      System.out.println(each.text("email"));
    }

    Client documents = Documents.of(dynamodb);
    documents.call(
        "TransactWriteItems",
        Params.of(
            "TransactItems",
            List.of(
                Params.of(
                    "Update",
                    Params.of(
                        "TableName", "auth-users",
                        "Key", Params.of("user_id", "u1"),
                        "UpdateExpression", new Update().set("role", "admin"),
                        "ConditionExpression", attr("is_active").eq(true))))));
    for (Response scanned :
        documents.paginator("Scan").pages(Params.of("TableName", "auth-users"))) {
      System.out.println(scanned.structures("Items"));
    }
    assertThat(users.get("user_id", "u1").orElseThrow().text("role")).isEqualTo("admin");

    Map<String, Object> value = AttributeValues.serialize(List.of(1, "a"));
    Structure image = AttributeValues.deserializeItem(Map.of("user_id", Map.of("S", "u1")));
    Expression expression = attr("age").gte(18).expression();
    assertThat(value.toString()).isEqualTo("{L=[{N=1}, {S=a}]}");
    assertThat(image.text("user_id")).isEqualTo("u1");
    assertThat(expression.text()).isEqualTo("#n0 >= :v0");
  }
}
