package io.boto4j.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.local.EngineDoor;
import io.boto4j.local.world.Stores;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PartiQL statements, and tables that are opened again. */
final class StatementsTest {
  private EngineDoor door;
  private Client client;

  @BeforeEach
  void open() {
    door = new EngineDoor(new DynamoDb());
    client = door.client("dynamodb");
    createTable(client);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private static void createTable(Client client) {
    client.call(
        "CreateTable",
        Map.of(
            "TableName",
            "music",
            "BillingMode",
            "PAY_PER_REQUEST",
            "AttributeDefinitions",
            List.of(
                Map.of("AttributeName", "artist", "AttributeType", "S"),
                Map.of("AttributeName", "song", "AttributeType", "S")),
            "KeySchema",
            List.of(
                Map.of("AttributeName", "artist", "KeyType", "HASH"),
                Map.of("AttributeName", "song", "KeyType", "RANGE"))));
  }

  private Response execute(String statement, Object... parameters) {
    return client.call(
        "ExecuteStatement",
        Params.of(
            "Statement",
            statement,
            "Parameters",
            parameters.length == 0 ? null : List.of(parameters)));
  }

  private static Map<String, Object> text(String text) {
    return Map.of("S", text);
  }

  @Test
  void statements_ofAllKinds_areCarriedOut() {
    execute("INSERT INTO music VALUE {'artist': 'a', 'song': 'x', 'plays': 1, 'tags': <<'t'>>}");
    execute("INSERT INTO \"music\" VALUE {'artist': ?, 'song': ?}", text("a"), text("y"));
    execute(
        "UPDATE music SET plays = plays + 2 SET tags = set_add(tags, <<'u'>>)"
            + " WHERE artist = 'a' AND song = 'x'");

    assertThat(
            execute("SELECT plays, tags FROM music WHERE artist = 'a' AND song < 'y'")
                .list("Items"))
        .isEqualTo(
            List.of(Map.of("plays", Map.of("N", "3"), "tags", Map.of("SS", List.of("t", "u")))));
    assertThat(
            execute("SELECT song FROM music WHERE artist = 'a' ORDER BY song DESC").list("Items"))
        .isEqualTo(List.of(Map.of("song", text("y")), Map.of("song", text("x"))));
    assertThat(
            execute("DELETE FROM music WHERE artist = 'a' AND song = 'y' RETURNING ALL OLD *")
                .list("Items"))
        .isEqualTo(List.of(Map.of("artist", text("a"), "song", text("y"))));
    assertThat(execute("SELECT * FROM music WHERE plays IS NOT MISSING").list("Items")).hasSize(1);
  }

  @Test
  void statements_thatAreInvalid_areRefused() {
    execute("INSERT INTO music VALUE {'artist': 'a', 'song': 'x'}");

    assertThatThrownBy(() -> execute("INSERT INTO music VALUE {'artist': 'a', 'song': 'x'}"))
        .hasMessageContaining("DuplicateItemException")
        .hasMessageContaining("Duplicate primary key exists in table");
    assertThatThrownBy(() -> execute("UPDATE music SET n = 1 WHERE artist = 'a'"))
        .hasMessageContaining(
            "Where clause does not contain a mandatory equality on all key attributes");
    assertThatThrownBy(() -> execute("UPDATE music SET n = 1 WHERE artist = 'b' AND song = 'x'"))
        .hasMessageContaining("The conditional request failed");
    assertThatThrownBy(() -> execute("SELECT FROM music"))
        .hasMessageContaining("Statement wasn't well formed, can't be processed");
    assertThatThrownBy(() -> execute("SELECT * FROM music WHERE artist = ?"))
        .hasMessageContaining("Number of parameters in request and statement don't match.");
    assertThatThrownBy(() -> execute("SELECT * FROM music WHERE " + "(".repeat(2000)))
        .hasMessageContaining("Statement wasn't well formed, can't be processed");
  }

  @Test
  void table_openedAgain_hasItsItems(@TempDir Path directory) {
    Map<String, Object> item =
        Map.of("artist", text("a"), "song", text("x"), "plays", Map.of("N", "-1.5"));
    try (EngineDoor first = new EngineDoor(Stores.open(directory), new DynamoDb())) {
      createTable(first.client("dynamodb"));
      first.client("dynamodb").call("PutItem", Map.of("TableName", "music", "Item", item));
    }
    try (EngineDoor second = new EngineDoor(Stores.open(directory), new DynamoDb())) {
      Client again = second.client("dynamodb");
      assertThat(again.call("Scan", Map.of("TableName", "music")).list("Items"))
          .isEqualTo(List.of(item));
      assertThat(
              again
                  .call("DescribeTable", Map.of("TableName", "music"))
                  .structure("Table")
                  .text("TableStatus"))
          .isEqualTo("ACTIVE");
    }
  }
}
