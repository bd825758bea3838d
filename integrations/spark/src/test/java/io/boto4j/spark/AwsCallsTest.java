package io.boto4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Structure;
import io.boto4j.local.LocalAws;
import io.boto4j.local.engine.EngineException;
import io.boto4j.spark.internal.write.Attempts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AwsCallsTest {
  private static final SparkSession SPARK = SparkLocal.session();

  /** The number of calls of the function "together" that must be in progress at the same time. */
  private static final int TOGETHER = 3;

  private static final CyclicBarrier BARRIER = new CyclicBarrier(TOGETHER);

  /** While it is true, names that end in 7 are refused. */
  private static final AtomicBoolean REFUSING = new AtomicBoolean();

  private static LocalAws aws;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    aws =
        LocalAws.builder()
            .lambda("upper", AwsCallsTest::upper)
            .lambda("together", event -> BARRIER.await(20, TimeUnit.SECONDS))
            .on("sqs", "CreateQueue", call -> queue(call.input()))
            .on("ec2", "RunInstances", call -> Map.of("ReservationId", "r-1"))
            .start();
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @BeforeEach
  void clear() {
    aws.journal().clear();
    REFUSING.set(false);
  }

  private static Object upper(Object event) {
    return Map.of(
        "name", String.valueOf(((Structure) event).text("name")).toUpperCase(Locale.ROOT));
  }

  private static Map<String, ?> queue(Structure input) {
    String name = String.valueOf(input.text("QueueName"));
    if (REFUSING.get() && name.endsWith("7")) {
      throw new EngineException("QueueIsClosed", "Wait 60 seconds for " + name);
    }
    return Map.of("QueueUrl", "http://queues/" + name);
  }

  private static AwsCalls calls(Dataset<Row> inputs) {
    return AwsCalls.of(inputs)
        .option("region", "us-east-1")
        .option("endpointUrl", aws.endpoint().toString())
        .option("sessionFactory", LocalSessions.class.getName());
  }

  private static Dataset<Row> names(int number, int partitions) {
    return SPARK.range(0, number, 1, partitions).selectExpr("id", "concat('q', id) QueueName");
  }

  private static AwsCalls queues(Dataset<Row> names) {
    return calls(names).service("sqs").operation("CreateQueue").id("id");
  }

  @Test
  void results_eachRow_hasItsResponseInOrder() {
    Dataset<Row> inputs =
        SPARK
            .range(0, 20, 1, 2)
            .selectExpr("id", "to_json(named_struct('name', concat('n', id))) Payload", "'x' note");

    List<Row> rows =
        calls(inputs)
            .service("lambda")
            .operation("Invoke")
            .parameter("FunctionName", "upper")
            .id("id")
            .keep("note")
            .concurrency(4)
            .responseAsJson()
            .results()
            .withColumn(
                "payload", functions.get_json_object(functions.col("response"), "$.Payload"))
            .withColumn("text", functions.expr("cast(unbase64(payload) as string)"))
            .collectAsList();

    assertThat(rows).hasSize(20);
    for (int i = 0; i < 20; i++) {
      Row row = rows.get(i);
      assertThat(row.<Long>getAs("id")).isEqualTo(i);
      assertThat(row.<String>getAs("note")).isEqualTo("x");
      assertThat(row.<String>getAs("text")).isEqualTo("{\"name\":\"N" + i + "\"}");
      assertThat(row.<Integer>getAs("status")).isEqualTo(200);
      assertThat(row.<Integer>getAs("attempts")).isEqualTo(1);
      assertThat(row.<String>getAs("request_id")).isNotBlank();
      assertThat(row.<String>getAs("error_code")).isNull();
    }
  }

  @Test
  void results_withConcurrency_makesSoManyCallsAtATime() {
    Dataset<Row> inputs = SPARK.range(0, 2 * TOGETHER, 1, 1).selectExpr("'null' Payload");

    List<Row> rows =
        calls(inputs)
            .service("lambda")
            .operation("Invoke")
            .parameter("FunctionName", "together")
            .concurrency(TOGETHER)
            .results()
            .where("response.FunctionError is null")
            .collectAsList();

    assertThat(rows).hasSize(2 * TOGETHER);
  }

  @Test
  void results_withARate_takeAsLongAsItAllows() {
    long start = System.nanoTime();

    queues(names(11, 1)).requestsPerSecond(20).results().collectAsList();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(500));
  }

  @Test
  void results_responseAsJson_isText() {
    List<Row> rows = queues(names(1, 1)).responseAsJson().results().collectAsList();

    assertThat(rows.get(0).<String>getAs("response"))
        .isEqualTo("{\"QueueUrl\":\"http://queues/q0\"}");
  }

  @Test
  void results_callsThatFail_areRowsWithTheError() {
    REFUSING.set(true);

    List<Row> rows = queues(names(10, 1)).results().collectAsList();

    Row failed = rows.get(7);
    assertThat(failed.<String>getAs("error_code")).isEqualTo("QueueIsClosed");
    assertThat(failed.<String>getAs("error_message")).isEqualTo("Wait 60 seconds for q7");
    assertThat(failed.<Integer>getAs("status")).isEqualTo(400);
    assertThat(rows.stream().filter(row -> row.getAs("error_code") == null)).hasSize(9);
  }

  @Test
  void results_failFast_failsTheJobWithTheError() {
    REFUSING.set(true);

    assertThatThrownBy(() -> queues(names(10, 1)).failFast().results().collectAsList())
        .hasMessageContaining("sqs.CreateQueue failed for 1 row of a task, and maxErrors is 0")
        .hasMessageContaining("the row [7]: QueueIsClosed: Wait 60 seconds for q7");
  }

  @Test
  void results_parametersInJson_areThoseOfTheCall() {
    Dataset<Row> inputs =
        SPARK.sql(
            "select 1 id, '{\"QueueName\": \"from-json\", \"tags\": {\"a\": \"b\"}}' input"
                + " union all select 2 id, 'not json' input");

    List<Row> rows =
        queues(inputs).parametersColumn("input").results().orderBy("id").collectAsList();

    assertThat(rows.get(0).<String>getAs("error_code")).isNull();
    assertThat(rows.get(1).<String>getAs("error_code")).isEqualTo("IllegalArgumentException");
    aws.journal().assertCalled("sqs", "CreateQueue", call -> "b".equals(call.text("tags", "a")));
  }

  @Test
  void run_again_callsOnlyWhatHasNoResult() {
    REFUSING.set(true);
    String results = folder.resolve("results").toString();
    Dataset<Row> first = queues(names(20, 2)).run(results);
    assertThat(first.where("error_code is not null").count()).isEqualTo(2);
    aws.journal().assertCalls("sqs", "CreateQueue", 20);
    aws.journal().clear();
    REFUSING.set(false);

    Dataset<Row> second = queues(names(25, 2)).run(results);

    aws.journal().assertCalls("sqs", "CreateQueue", 2 + 5);
    assertThat(second.count()).isEqualTo(25);
    assertThat(second.where("error_code is not null").count()).isZero();
  }

  @Test
  void run_taskKilledInTheMiddle_continuesWithoutRepeatingCalls() throws Exception {
    String results = folder.resolve("killed").toString();
    FailOnce.register(SPARK, "fail_calls", "30");
    Dataset<Row> inputs =
        SPARK
            .range(0, 40, 1, 1)
            .selectExpr("id", "concat('q', fail_calls(cast(id as string))) QueueName");

    Dataset<Row> all = queues(inputs).run(results);

    assertThat(FailOnce.hasFailed("fail_calls")).isTrue();
    assertThat(all.count()).isEqualTo(40);
    // Calls that were in progress when the task was killed are made again.
    int calls = aws.journal().calls("sqs", "CreateQueue").size();
    assertThat(calls).isBetween(40, 42);
  }

  @Test
  void run_withoutRows_hasNoResults() {
    assertThat(queues(names(0, 1)).run(folder.resolve("none").toString()).count()).isZero();
  }

  @Test
  void run_noFileIsHalfWritten() throws Exception {
    Path results = folder.resolve("files");

    queues(names(20, 2)).run(results.toString());

    try (Stream<Path> files = Files.list(results)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.startsWith("."))
          .hasSize(2)
          .allMatch(name -> name.startsWith("calls-") && name.endsWith(".json"));
    }
  }

  @Test
  void results_idempotencyTokens_areTheSameForEachAttempt() {
    Dataset<Row> inputs =
        SPARK.sql("select 'a' id, 1 MinCount, 1 MaxCount union all select 'b' id, 1, 1");
    AwsCalls runs = calls(inputs).service("ec2").operation("RunInstances").id("id");

    runs.results().collectAsList();
    runs.results().collectAsList();

    List<String> tokens =
        aws.journal().calls("ec2", "RunInstances").stream()
            .map(call -> call.input().text("ClientToken"))
            .toList();
    assertThat(tokens).hasSize(4).doesNotContainNull();
    assertThat(Set.copyOf(tokens)).as("one for each row").hasSize(2);
  }

  @Test
  void run_twoAttemptsOfATask_actOnceAndHaveOneResultForEachRow() throws Exception {
    String results = folder.resolve("twice").toString();
    Dataset<Row> inputs = SPARK.range(0, 6, 1, 1).selectExpr("id", "1 MinCount", "1 MaxCount");
    AwsCalls runs = calls(inputs).service("ec2").operation("RunInstances").id("id");

    Attempts.interleaveCalls(aws, "ec2", "RunInstances", results, inputs);

    List<Structure> made =
        aws.journal().calls("ec2", "RunInstances").stream().map(call -> call.input()).toList();
    assertThat(made).hasSizeGreaterThan(6);
    assertThat(made.stream().map(call -> call.text("ClientToken")).distinct()).hasSize(6);
    assertThat(runs.saved(results).count()).isEqualTo(6);
  }

  @Test
  void run_putObjectThatWasMadeBefore_isNoErrorIfTheContentIsTheSame() {
    aws.session().client("s3").call("CreateBucket", Map.of("Bucket", "objects"));
    Dataset<Row> inputs = SPARK.sql("select 'k' Key, 'text' Body, 'text/plain' ContentType");
    AwsCalls puts =
        calls(inputs)
            .service("s3")
            .operation("PutObject")
            .parameter("Bucket", "objects")
            .parameter("IfNoneMatch", "*")
            .id("Key");
    Dataset<Row> others = SPARK.sql("select 'k' Key, 'other' Body");

    assertThat(puts.results().first().<String>getAs("error_code")).isNull();
    assertThat(puts.results().first().<String>getAs("error_code")).isNull();
    Row refused =
        calls(others)
            .service("s3")
            .operation("PutObject")
            .parameter("Bucket", "objects")
            .parameter("IfNoneMatch", "*")
            .results()
            .first();

    assertThat(refused.<String>getAs("error_code")).isEqualTo("PreconditionFailed");
  }

  @Test
  void results_unknownColumn_suggestsANearName() {
    Dataset<Row> inputs = SPARK.sql("select 1 id, 'q' QueuName");

    assertThatThrownBy(() -> queues(inputs).results())
        .hasMessageContaining("CreateQueue has no parameter QueuName")
        .hasMessageContaining("QueueName");
  }

  @Test
  void results_columnOfAnotherType_isRefused() {
    Dataset<Row> inputs = SPARK.sql("select 1 id, 5 QueueName");

    assertThatThrownBy(() -> queues(inputs).results())
        .hasMessage("The column QueueName has the type int, but the parameter needs a string.");
  }

  @Test
  void results_missingParameter_isRefused() {
    assertThatThrownBy(() -> queues(SPARK.sql("select 1 id")).results())
        .hasMessageContaining("CreateQueue needs the parameters QueueName");
  }

  @Test
  void results_unknownOperation_suggestsANearName() {
    assertThatThrownBy(() -> queues(names(1, 1)).operation("CreatQueue").results())
        .hasMessageContaining("CreateQueue");
  }

  @Test
  void results_misspelledOption_suggestsANearName() {
    assertThatThrownBy(() -> queues(names(1, 1)).option("concurency", "2").results())
        .hasMessageContaining("has no option 'concurency'")
        .hasMessageContaining("concurrency");
  }

  @Test
  void parameter_thatIsASecret_isRefused() {
    AwsCalls users =
        calls(SPARK.sql("select 'u' UserName"))
            .service("iam")
            .operation("CreateLoginProfile")
            .parameter("Password", "hunter2");

    assertThatThrownBy(users::results)
        .hasMessageContaining("The parameter Password of CreateLoginProfile is a secret")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void run_withoutId_isRefused() {
    AwsCalls calls =
        calls(SPARK.sql("select 'q' QueueName")).service("sqs").operation("CreateQueue");

    assertThatThrownBy(() -> calls.run(folder.toString())).hasMessageContaining("id");
  }

  @Test
  void format_withoutResults_failsAtTheFirstError() {
    REFUSING.set(true);

    assertThatThrownBy(
            () ->
                names(10, 1)
                    .write()
                    .format("aws")
                    .option("region", "us-east-1")
                    .option("endpointUrl", aws.endpoint().toString())
                    .option("sessionFactory", LocalSessions.class.getName())
                    .option("service", "sqs")
                    .option("operation", "CreateQueue")
                    .option("id", "id")
                    .mode("append")
                    .save())
        .hasStackTraceContaining("QueueIsClosed");
  }
}
