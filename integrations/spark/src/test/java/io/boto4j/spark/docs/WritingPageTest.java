package io.boto4j.spark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.dynamodb.Table;
import io.boto4j.local.LocalAws;
import io.boto4j.spark.LocalSessions;
import io.boto4j.spark.SparkLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WritingPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "spark-writing.md");
  private static final Path SOURCES =
      Path.of("src", "test", "java", "io", "boto4j", "spark", "docs");
  private static final SparkSession SPARK = SparkLocal.session();

  private static LocalAws aws;
  private static Map<String, String> settings;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    aws =
        LocalAws.builder()
            .lambda("invoice", event -> "paid " + ((Structure) event).get("total"))
            .on("ec2", "DescribeInstanceAttribute", call -> attribute(call.input()))
            .on("sqs", "SendMessage", call -> Map.of("MessageId", "m-1"))
            .start();
    settings =
        Map.of(
            "spark.datasource.aws.sessionFactory",
            LocalSessions.class.getName(),
            "spark.datasource.aws.region",
            "us-east-1",
            "spark.datasource.aws.endpointUrl",
            aws.endpoint().toString());
    settings.forEach(SPARK.conf()::set);
  }

  @AfterAll
  static void stop() {
    settings.keySet().forEach(SPARK.conf()::unset);
    aws.close();
  }

  private static Map<String, ?> attribute(Structure input) {
    return Map.of(
        "InstanceId",
        String.valueOf(input.text("InstanceId")),
        "DisableApiTermination",
        Map.of("Value", true));
  }

  private static List<String> rows(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  @Test
  void firstProgram_invoicesEachOrderOnce() throws IOException {
    Path orders =
        Files.writeString(folder.resolve("orders.json"), "{\"order_id\":1,\"total\":5}\n");
    String results = folder.resolve("results").toString();

    InvoiceOrders.main(new String[] {orders.toString(), results});
    InvoiceOrders.main(new String[] {orders.toString(), results});

    aws.journal().assertCalls("lambda", "Invoke", 1);
  }

  @Test
  void items_areWrittenAndDeleted() {
    Client dynamodb = aws.session().client("dynamodb");
    dynamodb.call(
        "CreateTable",
        Map.of(
            "TableName",
            "users",
            "KeySchema",
            List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
            "AttributeDefinitions",
            List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
            "BillingMode",
            "PAY_PER_REQUEST"));
    Dataset<Row> users =
        SPARK.sql("select 'u1' id, array('admin') roles, date'2019-05-05' last_login");
    Table table = Table.of(dynamodb, "users");

    WritingPage.items(users);
    assertThat(table.get("id", "u1").orElseThrow().get("roles")).isEqualTo(Set.of("admin"));
    WritingPage.deletion(users);

    assertThat(table.get("id", "u1")).isEmpty();
  }

  @Test
  void filesAndObjects_areWritten() {
    Client s3 = aws.session().client("s3");
    s3.call("CreateBucket", Map.of("Bucket", "exports"));
    s3.call("CreateBucket", Map.of("Bucket", "website"));

    WritingPage.files(SPARK.sql("select 1 id"));
    assertThat(s3.items("ListObjectsV2", Map.of("Bucket", "exports"))).hasSize(2);

    Dataset<Row> pages = SPARK.sql("select 'index.html' path, '<p>' html");
    assertThat(rows(WritingPage.objects(pages, folder.toString()).select("Key", "error_code")))
        .containsExactly("[index.html,null]");
  }

  @Test
  void calls_haveResults() {
    assertThat(rows(WritingPage.reading(SPARK.sql("select 'i-1' InstanceId"))))
        .containsExactly("[i-1,true,null]");

    WritingPage.calls(SPARK.sql("select 1 order_id, 'hello' MessageBody"));
    aws.journal()
        .assertCalled("sqs", "SendMessage", input -> "hello".equals(input.text("MessageBody")));
  }

  @Test
  void blocksOfThePage_areInTheSources() throws IOException {
    String sources = plain(source("InvoiceOrders.java") + source("WritingPage.java"));
    Matcher blocks =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    List<String> found = new ArrayList<>();
    while (blocks.find()) {
      found.add(plain(blocks.group(1)));
    }
    assertThat(found).hasSize(7).allSatisfy(block -> assertThat(sources).contains(block));
  }

  private static String source(String name) throws IOException {
    return Files.readString(SOURCES.resolve(name));
  }

  /** Indentation and line breaks do not count. */
  private static String plain(String code) {
    return code.replaceAll("\\s+", "");
  }

  @Test
  void options_ofThePage_areThoseOfTheWriters() throws IOException {
    String page = Files.readString(PAGE) + Files.readString(PAGE.resolveSibling("spark.md"));
    Map<String, Map<String, String>> writers = new LinkedHashMap<>();
    writers.put("dynamodb", Map.of("service", "dynamodb", "table", "t"));
    writers.put("s3", Map.of("service", "s3"));
    writers.put("calls", Map.of("service", "sqs", "operation", "SendMessage"));

    writers.forEach(
        (name, options) ->
            assertThat(known(options))
                .as(name)
                .hasSizeGreaterThan(15)
                .allSatisfy(
                    option -> assertThat(page).containsAnyOf("`" + option + "`", "`" + option)));
  }

  /** The options of a writer, as the message about an unknown one lists them. */
  private static List<String> known(Map<String, String> options) {
    try {
      SPARK.range(1).write().format("aws").options(options).option("x", "y").mode("append").save();
    } catch (IllegalArgumentException e) {
      String list = String.valueOf(e.getMessage());
      String names = list.substring(list.indexOf("The options are: ") + 17, list.length() - 1);
      return List.of(names.split(", ", -1));
    }
    throw new AssertionError("An unknown option was accepted");
  }
}
