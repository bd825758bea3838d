package io.boto4j.local.dynamodb.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.local.EngineDoor;
import io.boto4j.local.dynamodb.DynamoDb;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The records of streams, and items whose time to live has passed. */
final class StreamsEngineTest {
  private static final String TABLE = "sessions";

  private EngineDoor door;
  private Client dynamodb;
  private Client streams;
  private String arn;

  @BeforeEach
  void open() {
    door = new EngineDoor(new DynamoDb(), new DynamoDbStreams());
    dynamodb = door.client("dynamodb");
    streams = door.client("dynamodbstreams");
    Response created =
        dynamodb.call(
            "CreateTable",
            Map.of(
                "TableName", TABLE,
                "BillingMode", "PAY_PER_REQUEST",
                "AttributeDefinitions",
                    List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
                "KeySchema", List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
                "StreamSpecification",
                    Map.of("StreamEnabled", true, "StreamViewType", "NEW_AND_OLD_IMAGES")));
    arn = created.text("TableDescription", "LatestStreamArn");
  }

  @AfterEach
  void close() {
    door.close();
  }

  private void put(String id, long expires) {
    dynamodb.call(
        "PutItem",
        Map.of(
            "TableName",
            TABLE,
            "Item",
            Map.of("id", Map.of("S", id), "expires", Map.of("N", Long.toString(expires)))));
  }

  private List<Structure> records() {
    String shard =
        streams
            .call("DescribeStream", Map.of("StreamArn", arn))
            .structures("StreamDescription", "Shards")
            .get(0)
            .text("ShardId");
    Response iterator =
        streams.call(
            "GetShardIterator",
            Params.of("StreamArn", arn, "ShardId", shard, "ShardIteratorType", "TRIM_HORIZON"));
    return streams
        .call("GetRecords", Map.of("ShardIterator", iterator.text("ShardIterator")))
        .structures("Records");
  }

  @Test
  void changes_ofAnItem_areRecordsWithBothImages() {
    put("a", 1);
    put("a", 1);
    put("a", 2);
    dynamodb.call("DeleteItem", Map.of("TableName", TABLE, "Key", Map.of("id", Map.of("S", "a"))));

    List<Structure> records = records();

    assertThat(records)
        .extracting(each -> each.get("eventName"))
        .containsExactly("INSERT", "MODIFY", "REMOVE");
    assertThat(records.get(0).map("dynamodb")).doesNotContainKey("OldImage");
    assertThat(records.get(1).text("dynamodb", "OldImage", "expires", "N")).isEqualTo("1");
    assertThat(records.get(1).text("dynamodb", "NewImage", "expires", "N")).isEqualTo("2");
    assertThat(records.get(2).map("dynamodb")).doesNotContainKey("NewImage");
  }

  @Test
  void item_whoseTimeToLivePasses_isDeletedByTheClock() {
    dynamodb.call(
        "UpdateTimeToLive",
        Map.of(
            "TableName",
            TABLE,
            "TimeToLiveSpecification",
            Map.of("Enabled", true, "AttributeName", "expires")));
    long now = door.clock().instant().getEpochSecond();
    put("soon", now + 60);
    put("later", now + 7200);

    door.clock().advance(Duration.ofMinutes(2));

    assertThat(dynamodb.call("Scan", Map.of("TableName", TABLE)).structures("Items"))
        .extracting(item -> item.text("id", "S"))
        .containsExactly("later");
    List<Structure> records = records();
    Structure last = records.get(records.size() - 1);
    assertThat(last.text("eventName")).isEqualTo("REMOVE");
    assertThat(last.text("userIdentity", "PrincipalId")).isEqualTo("dynamodb.amazonaws.com");

    door.clock().advance(Duration.ofHours(2));
    assertThat(dynamodb.call("Scan", Map.of("TableName", TABLE)).integer("Count")).isZero();
  }
}
