package io.boto4j.spark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.dynamodb.Table;
import io.boto4j.local.LocalAws;
import io.boto4j.spark.LocalSessions;
import io.boto4j.spark.SparkLocal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SparkPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "spark.md");
  private static final Path SOURCES =
      Path.of("src", "test", "java", "io", "boto4j", "spark", "docs");
  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.datasource.aws.sessionFactory",
          LocalSessions.class.getName(),
          "spark.datasource.aws.region",
          "us-east-1");

  private static final ReadingPage READING = new ReadingPage(SparkLocal.session());
  private static LocalAws aws;

  @BeforeAll
  static void fill() {
    aws = LocalAws.start();
    SETTINGS.forEach(SparkLocal.session().conf()::set);
    SparkLocal.session().conf().set("spark.datasource.aws.endpointUrl", aws.endpoint().toString());
    Client dynamodb = aws.session().client("dynamodb");
    create(dynamodb, "users", "id");
    create(dynamodb, "customers", "id");
    create(dynamodb, "orders", "customer");
    Table.of(dynamodb, "users")
        .put(Params.of("id", "u1", "age", 30, "address", Map.of("city", "Bern")));
    Table.of(dynamodb, "customers").put(Params.of("id", "c1"));
    Table.of(dynamodb, "orders").put(Params.of("customer", "c-17", "total", 5));
    Client s3 = aws.session().client("s3");
    s3.call("CreateBucket", Map.of("Bucket", "my-bucket"));
    s3.call("PutObject", Map.of("Bucket", "my-bucket", "Key", "logs/2026/1", "Body", "abc"));
  }

  private static void create(Client dynamodb, String table, String key) {
    dynamodb.call(
        "CreateTable",
        Params.of(
            "TableName",
            table,
            "KeySchema",
            List.of(Map.of("AttributeName", key, "KeyType", "HASH")),
            "AttributeDefinitions",
            List.of(Map.of("AttributeName", key, "AttributeType", "S")),
            "BillingMode",
            "PAY_PER_REQUEST"));
  }

  @AfterAll
  static void stop() {
    for (String name : List.of("sessionFactory", "region", "endpointUrl", "maxAttempts")) {
      SparkLocal.session().conf().unset("spark.datasource.aws." + name);
    }
    aws.close();
  }

  private static List<String> rows(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).toList();
  }

  @Test
  void firstProgram_printsUsersPerCity() {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      scala.Console.withOut(
          printed,
          () -> {
            CountUsers.main(new String[0]);
            return null;
          });
    } finally {
      System.setOut(console);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("|Bern|    1|");
  }

  @Test
  void readers_ofThePage_read() {
    assertThat(rows(READING.instances())).isEmpty();
    assertThat(rows(READING.typedUsers())).containsExactly("[u1,30,null,[Bern]]");
    assertThat(rows(READING.orders())).containsExactly("[c-17,5]");
    assertThat(rows(READING.objects())).containsExactly("[STANDARD,3]");
    assertThat(rows(READING.bucketByBucket().select("Key"))).containsExactly("[logs/2026/1]");
    assertThat(rows(READING.twoTables()))
        .containsExactlyInAnyOrder(
            "[u1,{\"TableName\":\"users\"}]", "[c1,{\"TableName\":\"customers\"}]");
    assertThat(rows(READING.permissive())).containsExactly("[u1,30,null]");
  }

  @Test
  void settings_ofThePage_areOptions() {
    READING.settings();
    try {
      assertThat(rows(READING.instances())).isEmpty();
      assertThat(
              new ReadingPage.PatientSessions().builder().build().client("s3", c -> c.region("x")))
          .isNotNull();
      assertThat(new ReadingPage.VaultCredentials(Map.of("path", "p")).credentials().accessKeyId())
          .isEqualTo("p/id");
    } finally {
      SETTINGS.forEach(SparkLocal.session().conf()::set);
    }
  }

  @Test
  void blocksOfThePage_areInTheSources() throws IOException {
    String sources = plain(source("CountUsers.java") + source("ReadingPage.java"));
    Matcher blocks =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    List<String> found = new ArrayList<>();
    while (blocks.find()) {
      found.add(plain(blocks.group(1)));
    }
    assertThat(found)
        .hasSizeGreaterThan(8)
        .allSatisfy(block -> assertThat(sources).contains(block));
  }

  private static String source(String name) throws IOException {
    return Files.readString(SOURCES.resolve(name));
  }

  /** Indentation, line breaks and what a snippet leaves out do not count. */
  private static String plain(String code) {
    return code.replaceAll("\\s+", "");
  }

  @Test
  void options_ofThePage_areThoseOfTheSource() throws IOException {
    List<String> documented = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = Pattern.compile("\\| `([A-Za-z]+\\.?)(?:\\w+)?` \\|.*").matcher(line);
      if (row.matches()) {
        documented.add(row.group(1));
      }
    }
    assertThat(documented).containsAll(knownOptions());
  }

  private static List<String> knownOptions() {
    List<String> known = new ArrayList<>();
    try {
      SparkLocal.session().read().format("aws").option("nonsense", "x").load();
    } catch (IllegalArgumentException e) {
      String list = String.valueOf(e.getMessage());
      String names = list.substring(list.indexOf("The options are: ") + 17, list.length() - 1);
      known.addAll(List.of(names.split(", ", -1)));
    }
    assertThat(known).hasSizeGreaterThan(20);
    return known;
  }
}
