package io.boto4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

final class WriteSecretsTest {
  private static final SparkSession SPARK = SparkLocal.session();
  private static final List<String> SECRETS =
      List.of(LocalCredentials.SECRET, "AKIAIOSFODNN7SPARKTS", "AWS4-HMAC");

  private static Map<String, String> options(LocalAws aws) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("region", "us-east-1");
    options.put("endpointUrl", aws.endpoint().toString());
    options.put("sessionFactory", LocalSessions.class.getName());
    options.put("credentialsProvider", LocalCredentials.class.getName());
    return options;
  }

  private static String seen() throws IOException, TimeoutException {
    SPARK.sparkContext().listenerBus().waitUntilEmpty();
    StringBuilder text = new StringBuilder(Files.readString(Path.of("target", "spark.log")));
    try (Stream<Path> files = Files.walk(SparkLocal.events())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  @Test
  void secrets_ofWritesAndCalls_areInNoPlanNoLogAndNoEvent() throws IOException, TimeoutException {
    try (LocalAws aws = LocalAws.start()) {
      aws.session().client("s3").call("CreateBucket", Map.of("Bucket", "written"));
      Dataset<Row> rows = SPARK.range(5).selectExpr("concat('secretive', id) QueueName", "id");
      Map<String, String> options = options(aws);

      rows.write()
          .format("aws")
          .options(options)
          .option("service", "s3")
          .option("bucket", "written")
          .option("prefix", "rows")
          .mode("append")
          .save();
      AwsCalls calls = AwsCalls.of(rows).service("sqs").operation("CreateQueue").id("id");
      for (Map.Entry<String, String> option : options.entrySet()) {
        calls = calls.option(option.getKey(), option.getValue());
      }
      Dataset<Row> results = calls.results();
      assertThat(results.where("error_code is null").count()).isEqualTo(5);

      assertThat(results.queryExecution().toString()).doesNotContain(SECRETS);
      assertThat(calls.toString()).isEqualTo("AwsCalls[sqs.CreateQueue]");
      assertThat(seen())
          .contains("write files to s3://written/rows/", "rows written to AWS")
          .doesNotContain(SECRETS);
    }
  }

  @Test
  void failure_ofAWrite_showsWhatFailedAndNoSecret() {
    try (LocalAws aws = LocalAws.builder().enforceIam(true).start()) {
      Dataset<Row> rows = SPARK.range(5).selectExpr("id");

      assertThatThrownBy(
              () ->
                  rows.write()
                      .format("aws")
                      .options(options(aws))
                      .option("service", "dynamodb")
                      .option("table", "orders")
                      .mode("append")
                      .save())
          .hasStackTraceContaining("orders")
          .satisfies(
              failure ->
                  assertThat(Throwables.getStackTrace(failure))
                      .doesNotContain(LocalCredentials.SECRET));
    }
  }

  @Test
  void sensitiveParameter_inAnOption_isRefusedAndNowhereSeen()
      throws IOException, TimeoutException {
    Dataset<Row> rows = SPARK.range(5).selectExpr("cast(id as string) BrokerName");

    assertThatThrownBy(
            () ->
                rows.write()
                    .format("aws")
                    .option("region", "us-east-1")
                    .option("service", "iam")
                    .option("operation", "CreateLoginProfile")
                    .option("param.UserName", "ada")
                    .option("param.Password", "xyzzy-plugh")
                    .mode("append")
                    .save())
        .hasMessageContaining("The parameter Password of CreateLoginProfile is a secret")
        .hasMessageNotContaining("xyzzy");

    assertThat(seen()).doesNotContain("xyzzy-plugh");
  }

  @Test
  void option_withASecret_isRefusedBeforeItIsInAPlan() {
    Dataset<Row> rows = SPARK.range(5).selectExpr("cast(id as string) id");

    assertThatThrownBy(
            () ->
                rows.write()
                    .format("aws")
                    .option("service", "dynamodb")
                    .option("table", "orders")
                    .option("secretAccessKey", LocalCredentials.SECRET)
                    .mode("append")
                    .save())
        .hasMessageContaining("The option 'secretAccessKey' is a secret")
        .hasMessageNotContaining(LocalCredentials.SECRET);
  }
}
