package io.boto4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.dynamodb.Table;
import io.boto4j.local.LocalAws;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.junit.jupiter.api.Test;

final class FailedPartitionTest {
  private static final AtomicReference<Credentials> READER = new AtomicReference<>();

  /** The key of a user of IAM, which the test creates. */
  public static final class ReaderKey implements CredentialsProvider {
    @Override
    public Credentials credentials() {
      return READER.get();
    }
  }

  /** Fails the first attempt of each task after 20 rows. */
  private static final class FirstAttemptFails implements MapPartitionsFunction<Long, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Long> call(Iterator<Long> ids) {
      int attempt = TaskContext.get().attemptNumber();
      AtomicInteger seen = new AtomicInteger();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return ids.hasNext();
        }

        @Override
        public Long next() {
          if (attempt == 0 && seen.incrementAndGet() > 20) {
            throw new IllegalStateException("killed in the middle");
          }
          return ids.next();
        }
      };
    }
  }

  private static LocalAws withTwoBuckets() {
    LocalAws aws = LocalAws.builder().enforceIam(true).start();
    for (String bucket : List.of("open", "closed")) {
      Client s3 = aws.session().client("s3");
      s3.call("CreateBucket", Map.of("Bucket", bucket));
      s3.call("PutObject", Map.of("Bucket", bucket, "Key", "k", "Body", "x"));
    }
    Client iam = aws.session().client("iam");
    iam.call("CreateUser", Map.of("UserName", "reader"));
    iam.call(
        "PutUserPolicy",
        Map.of(
            "UserName", "reader",
            "PolicyName", "one",
            "PolicyDocument",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                    + "\"s3:ListBucket\",\"Resource\":\"arn:aws:s3:::open\"}]}"));
    Structure key =
        iam.call("CreateAccessKey", Map.of("UserName", "reader")).structure("AccessKey");
    READER.set(Credentials.of(key.text("AccessKeyId"), key.text("SecretAccessKey")));
    return aws;
  }

  private static DataFrameReader buckets(LocalAws aws) {
    return SparkLocal.reader(aws)
        .option("credentialsProvider", ReaderKey.class.getName())
        .option("service", "s3")
        .option("operation", "ListObjectsV2")
        .option("partitions", "[{\"Bucket\":\"open\"},{\"Bucket\":\"closed\"}]");
  }

  @Test
  void missingPermission_onOnePartition_isFoundBeforeTasksStart() {
    try (LocalAws aws = withTwoBuckets()) {
      Dataset<Row> objects = buckets(aws).load();
      assertThatThrownBy(objects::collectAsList)
          .hasMessageContaining("1 of 2 parameter sets cannot be read, so no task was started.")
          .hasMessageContaining(
              "s3.ListObjectsV2 failed for the partition with {\"Bucket\":\"closed\"}: ")
          .hasMessageContaining("AccessDenied")
          .hasMessageContaining("needs the permission for these parameters");
    }
  }

  @Test
  void missingPermission_withoutCheck_failsTheJobAndNamesThePartition() {
    try (LocalAws aws = withTwoBuckets()) {
      Dataset<Row> objects = buckets(aws).option("check", "false").load();
      assertThatThrownBy(objects::collectAsList)
          .hasStackTraceContaining(
              "s3.ListObjectsV2 failed for the partition with {\"Bucket\":\"closed\"}: ")
          .hasStackTraceContaining("AccessDenied");
    }
  }

  @Test
  void missingPermission_inARegion_namesTheRegion() {
    try (LocalAws aws = LocalAws.start()) {
      Dataset<Row> vpcs =
          SparkLocal.reader(aws)
              .option("service", "ec2")
              .option("operation", "DescribeVpcs")
              .option("regions", "us-east-1,eu-west-1")
              .load();
      aws.faults().fail("ec2", 1, "UnauthorizedOperation", "You are not authorized.");
      assertThatThrownBy(vpcs::count)
          .hasMessageContaining("2 of 2 parameter sets cannot be read")
          .hasMessageContaining("partition with region eu-west-1, {}: ")
          .hasMessageContaining("needs the permission");
    }
  }

  @Test
  void missingPermission_forTheSample_isNamedByLoad() {
    try (LocalAws aws = LocalAws.start()) {
      aws.faults().fail("dynamodb", 1, "AccessDeniedException", "User is not authorized.");
      assertThatThrownBy(
              () ->
                  SparkLocal.reader(aws)
                      .option("service", "dynamodb")
                      .option("operation", "Scan")
                      .option("param.TableName", "users")
                      .load())
          .hasMessageStartingWith(
              "dynamodb.Scan failed for the partition with {\"TableName\":\"users\"}: ")
          .hasMessageContaining("AccessDeniedException");
    }
  }

  private static DataFrameReader numbers(LocalAws aws, int count) {
    Client dynamodb = aws.session().client("dynamodb");
    dynamodb.call(
        "CreateTable",
        Params.of(
            "TableName",
            "numbers",
            "KeySchema",
            List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
            "AttributeDefinitions",
            List.of(Map.of("AttributeName", "id", "AttributeType", "N")),
            "BillingMode",
            "PAY_PER_REQUEST"));
    Table table = Table.of(dynamodb, "numbers");
    IntStream.range(0, count).forEach(i -> table.put(Params.of("id", i)));
    return SparkLocal.reader(aws)
        .schema("id BIGINT")
        .option("service", "dynamodb")
        .option("operation", "Scan")
        .option("param.TableName", "numbers")
        .option("param.Limit", 7)
        .option("check", "false");
  }

  @Test
  void taskThatFailsInTheMiddle_isRepeatedWithoutLossOrDoubling() {
    try (LocalAws aws = LocalAws.start()) {
      List<Long> ids =
          numbers(aws, 100)
              .load()
              .as(Encoders.LONG())
              .mapPartitions(new FirstAttemptFails(), Encoders.LONG())
              .collectAsList();
      assertThat(ids)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 100).mapToObj(Long::valueOf).toList());
    }
  }

  @Test
  void serverErrors_beyondTheRetries_areRepeatedByTheTask() {
    try (LocalAws aws = LocalAws.start()) {
      Dataset<Row> numbers = numbers(aws, 30).option("maxAttempts", 1).load();
      aws.faults().fail("dynamodb", 1, 2);
      assertThat(numbers.collectAsList()).hasSize(30).doesNotHaveDuplicates();
    }
  }

  private static long metric(SparkPlan plan, String name) {
    SQLMetric metric = plan.collectLeaves().apply(0).metrics().apply(name);
    return (Long) metric.value();
  }

  @Test
  void metrics_countRequestsRetriesAndItems() {
    try (LocalAws aws = LocalAws.start()) {
      Dataset<Row> numbers = numbers(aws, 30).option("segments", 1).load();
      aws.faults().fail("dynamodb", 1, 1);
      assertThat(numbers.collectAsList()).hasSize(30);
      SparkPlan plan = numbers.queryExecution().executedPlan();
      assertThat(metric(plan, "items")).isEqualTo(30);
      assertThat(metric(plan, "retries")).isEqualTo(1);
      assertThat(metric(plan, "requests")).isEqualTo(6);
      assertThat(metric(plan, "throttles")).isZero();
    }
  }
}
