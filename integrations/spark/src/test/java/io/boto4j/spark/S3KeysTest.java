package io.boto4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.local.Journal;
import io.boto4j.local.LocalAws;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class S3KeysTest {
  private static final TreeSet<String> KEYS = new TreeSet<>();
  private static LocalAws aws;

  @BeforeAll
  static void fill() {
    aws = LocalAws.start();
    Client s3 = aws.session().client("s3");
    s3.call("CreateBucket", Map.of("Bucket", "data"));
    KEYS.addAll(
        List.of("a.txt", "logs/", "logs/readme", "z.txt", "ω/1", "\uFFFD/1", "😀/1", "a b/+&"));
    for (int month = 1; month <= 6; month++) {
      for (int day = 1; day <= 4; day++) {
        KEYS.add("logs/2024-" + month + "/" + day + "/part-0");
        KEYS.add("logs/2024-" + month + "/" + day + "/part-1");
      }
    }
    for (String key : KEYS) {
      s3.call("PutObject", Map.of("Bucket", "data", "Key", key, "Body", "x"));
    }
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @BeforeEach
  void clear() {
    aws.journal().clear();
  }

  private static DataFrameReader objects() {
    return SparkLocal.reader(aws)
        .option("service", "s3")
        .option("operation", "ListObjectsV2")
        .option("param.Bucket", "data");
  }

  private static List<String> keys(Dataset<Row> objects) {
    return objects.select("Key").as(Encoders.STRING()).collectAsList();
  }

  private static List<Structure> listings() {
    return aws.journal().calls("s3", "ListObjectsV2").stream().map(Journal.Entry::input).toList();
  }

  @Test
  void discovery_atAnyNumberAndDepth_losesAndDoublesNothing() {
    for (int number : List.of(1, 3, 7, 100)) {
      for (int depth : List.of(1, 4)) {
        Dataset<Row> objects =
            objects()
                .option("partitions", "prefixes")
                .option("partitionCount", number)
                .option("partitionDepth", depth)
                .load();
        assertThat(keys(objects))
            .as("%s partitions at depth %s", number, depth)
            .containsExactlyInAnyOrderElementsOf(KEYS);
        assertThat(objects.rdd().getNumPartitions()).isLessThanOrEqualTo(number);
      }
    }
  }

  @Test
  void discovery_dividesAtPrefixesOfEveryLevel() {
    Dataset<Row> objects =
        objects().option("partitions", "prefixes").option("partitionCount", 9).load();
    assertThat(objects.rdd().getNumPartitions()).isEqualTo(9);
  }

  @Test
  void objectsWrittenAfterPlanning_areReadToo() {
    Dataset<Row> objects =
        objects().option("partitions", "prefixes").option("partitionCount", 9).load();
    assertThat(objects.queryExecution().executedPlan().execute().getNumPartitions()).isEqualTo(9);
    Client s3 = aws.session().client("s3");
    s3.call("PutObject", Map.of("Bucket", "data", "Key", "new/prefix/1", "Body", "x"));
    try {
      assertThat(objects.queryExecution().executedPlan().executeCollect()).hasSize(KEYS.size() + 1);
    } finally {
      s3.call("DeleteObject", Map.of("Bucket", "data", "Key", "new/prefix/1"));
    }
  }

  @Test
  void splitKeys_divideWithoutDiscovery() {
    Dataset<Row> objects =
        objects().option("splitKeys", "[\"logs/2024-3/\",\"b\"]").option("check", "false").load();
    assertThat(keys(objects)).containsExactlyInAnyOrderElementsOf(KEYS);
    assertThat(listings())
        .extracting(listing -> String.valueOf(listing.text("StartAfter")))
        .containsExactlyInAnyOrder("null", "b", "logs/2024-3/");
  }

  @Test
  void filtersOnTheKey_becomePrefixAndStartAfter() {
    Dataset<Row> objects = objects().option("check", "false").load();
    assertThat(keys(objects.filter("Key LIKE 'logs/2024-3/%' AND Key > 'logs/2024-3/2/part-0'")))
        .containsExactlyInAnyOrder(
            "logs/2024-3/2/part-1",
            "logs/2024-3/3/part-0",
            "logs/2024-3/3/part-1",
            "logs/2024-3/4/part-0",
            "logs/2024-3/4/part-1");
    assertThat(listings())
        .hasSize(1)
        .allMatch(listing -> "logs/2024-3/".equals(listing.text("Prefix")))
        .allMatch(listing -> "logs/2024-3/2/part-0".equals(listing.text("StartAfter")));
  }

  @Test
  void filtersOnTheKey_withADelimiter_listNothingElse() {
    Dataset<Row> top = objects().option("param.Delimiter", "/").load();
    assertThat(keys(top)).containsExactlyInAnyOrder("a.txt", "z.txt");
    assertThat(keys(top.filter("startswith(Key, 'logs/')"))).isEmpty();
    assertThat(keys(top.filter("startswith(Key, 'a')"))).containsExactly("a.txt");
  }

  @Test
  void filterOnTheKey_narrowsDiscovery() {
    Dataset<Row> objects =
        objects().option("partitions", "prefixes").option("check", "false").load();
    assertThat(keys(objects.filter("startswith(Key, 'logs/2024-5/')"))).hasSize(8);
    assertThat(listings())
        .isNotEmpty()
        .allMatch(listing -> String.valueOf(listing.text("Prefix")).startsWith("logs/2024-5/"));
  }

  @Test
  void types_areThoseOfTheModel() {
    Row row = objects().load().filter("Key = 'a.txt'").select("Size", "LastModified").first();
    assertThat(row.getLong(0)).isEqualTo(1);
    assertThat(row.getTimestamp(1)).isNotNull();
  }

  @Test
  void manySmallPages_areReadToTheEnd() {
    assertThat(keys(objects().option("param.MaxKeys", 5).load()))
        .containsExactlyInAnyOrderElementsOf(KEYS);
  }

  @Test
  void delimiterOrDirectoryBucket_withDiscovery_isRefused() {
    assertThatThrownBy(
            () -> objects().option("partitions", "prefixes").option("param.Delimiter", "/").load())
        .hasMessageContaining("'Delimiter'")
        .hasMessageContaining("exclude each other");
    assertThatThrownBy(
            () ->
                objects()
                    .option("partitions", "prefixes")
                    .option("param.Bucket", "fast--use1-az4--x-s3")
                    .load())
        .hasMessageContaining("is a directory bucket, which lists keys in no order");
  }
}
