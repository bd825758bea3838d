package io.boto4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.Journal;
import io.boto4j.local.LocalAws;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ModelTableTest {
  private static LocalAws aws;

  @BeforeAll
  static void fill() {
    aws = LocalAws.start();
    for (String region : List.of("us-east-1", "eu-west-1")) {
      Client ec2 = aws.session(region).client("ec2");
      String image =
          ec2.call("DescribeImages", Params.of("Owners", List.of("amazon")))
              .search("Images[0].ImageId", String.class);
      for (String type : List.of("t3.micro", "t3.small")) {
        ec2.call(
            "RunInstances",
            Params.of("ImageId", image, "InstanceType", type, "MinCount", 1, "MaxCount", 1));
      }
    }
    Client iam = aws.session().client("iam");
    for (String name : List.of("anna", "ben")) {
      iam.call("CreateUser", Map.of("UserName", name, "Path", "/team/"));
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

  private static DataFrameReader table(String service, String operation) {
    return SparkLocal.reader(aws)
        .option("service", service)
        .option("operation", operation)
        .option("check", "false");
  }

  private static List<Structure> calls(String service, String operation) {
    return aws.journal().calls(service, operation).stream().map(Journal.Entry::input).toList();
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.getString(0)).toList();
  }

  @Test
  void resultKey_withAPath_flattensLists() {
    Dataset<Row> instances =
        table("ec2", "describe_instances").option("resultKey", "Reservations[].Instances[]").load();
    assertThat(texts(instances.select("InstanceType")))
        .containsExactlyInAnyOrder("t3.micro", "t3.small");
    Row row = instances.select("State.Name", "LaunchTime", "BlockDeviceMappings").first();
    assertThat(row.getString(0)).isIn("running", "pending");
    assertThat(row.getTimestamp(1)).isNotNull();
    assertThat(row.getList(2)).isNotNull();
  }

  @Test
  void filterOfEc2_isPushedWhereItsMeaningIsSure() {
    Dataset<Row> instances =
        table("ec2", "DescribeInstances").option("resultKey", "Reservations.Instances").load();
    assertThat(texts(instances.filter("InstanceType = 't3.small'").select("InstanceType")))
        .containsExactly("t3.small");
    Structure filter = calls("ec2", "DescribeInstances").get(0).structures("Filters").get(0);
    assertThat(filter.text("Name")).isEqualTo("instance-type");
    assertThat(filter.texts("Values")).containsExactly("t3.small");
  }

  @Test
  void pushdown_canBeSwitchedOff() {
    Dataset<Row> instances =
        table("ec2", "DescribeInstances")
            .option("resultKey", "Reservations.Instances")
            .option("pushdown", "false")
            .load();
    assertThat(instances.filter("InstanceType = 't3.small'").count()).isEqualTo(1);
    assertThat(calls("ec2", "DescribeInstances")).allMatch(call -> call.list("Filters").isEmpty());
  }

  @Test
  void regions_areReadInPartitionsOfTheirOwn() {
    Dataset<Row> instances =
        table("ec2", "DescribeInstances")
            .option("resultKey", "Reservations.Instances")
            .option("regions", "us-east-1, eu-west-1")
            .load();
    assertThat(instances.rdd().getNumPartitions()).isEqualTo(2);
    assertThat(texts(instances.select("_region", "InstanceType").orderBy("_region")))
        .containsExactly("eu-west-1", "eu-west-1", "us-east-1", "us-east-1");
  }

  @Test
  void memberOfTheSameName_isPushed_andARefusalIsReadWithout() {
    Dataset<Row> databases = table("rds", "DescribeDBInstances").load();
    assertThat(databases.filter("DBInstanceIdentifier = 'none'").collectAsList()).isEmpty();
    assertThat(calls("rds", "DescribeDBInstances"))
        .extracting(call -> String.valueOf(call.text("DBInstanceIdentifier")))
        .containsExactly("none", "null");
  }

  @Test
  void limitBelowAMinimum_thatTheModelLacks_isReadWithout() {
    assertThat(table("ec2", "DescribeInstances").option("check", "true").load().limit(1).count())
        .isEqualTo(1);
    assertThat(calls("ec2", "DescribeInstances"))
        .extracting(call -> String.valueOf(call.integer("MaxResults")))
        .contains("1", "null");
  }

  @Test
  void limit_isPushedWithinTheBoundsOfTheModel() {
    Dataset<Row> users = table("iam", "ListUsers").load().limit(1);
    assertThat(users.collectAsList()).hasSize(1);
    assertThat(calls("iam", "ListUsers")).extracting(call -> call.integer("MaxItems")).contains(1);
  }

  @Test
  void operationWithoutPages_isOneRow() {
    Dataset<Row> caller = table("sts", "GetCallerIdentity").load();
    assertThat(texts(caller.select("Account"))).containsExactly(LocalAws.ACCOUNT);
    Dataset<Row> user =
        table("iam", "GetUser").option("resultKey", "User").option("param.UserName", "ben").load();
    assertThat(texts(user.select("UserName"))).containsExactly("ben");
  }

  @Test
  void listOfTexts_isAColumnNamedValue() {
    aws.session().client("sqs").call("CreateQueue", Map.of("QueueName", "jobs"));
    assertThat(texts(table("sqs", "ListQueues").load().select("value")))
        .singleElement()
        .asString()
        .endsWith("/jobs");
  }

  @Test
  void schemaOfTheUser_isCheckedAgainstTheModel() {
    assertThat(
            texts(
                table("iam", "ListUsers")
                    .schema("UserName STRING, CreateDate STRING")
                    .load()
                    .select("UserName")))
        .containsExactlyInAnyOrder("anna", "ben");
    assertThatThrownBy(() -> table("iam", "ListUsers").schema("UserNam STRING").load())
        .hasMessageStartingWith("iam.ListUsers has no column 'UserNam'. Did you mean UserName")
        .hasMessageContaining("Its columns are: Path, UserName");
    assertThatThrownBy(() -> table("iam", "ListUsers").schema("UserName BIGINT").load())
        .hasMessage(
            "iam.ListUsers: the column 'UserName' cannot be read as BIGINT; the model has STRING.");
  }

  @Test
  void wrongNames_areRefusedBeforeAnyCall() {
    assertThatThrownBy(() -> table("ec3", "DescribeInstances").load()).hasMessageContaining("ec2");
    assertThatThrownBy(() -> table("ec2", "DescribeInstence").load())
        .hasMessageStartingWith(
            "The service ec2 has no operation 'DescribeInstence'. Did you mean ");
    assertThatThrownBy(() -> table("ec2", "DescribeInstances").option("regoins", "x").load())
        .hasMessageContaining("has no option 'regoins'. Did you mean regions");
    assertThatThrownBy(
            () -> table("ec2", "DescribeInstances").option("resultKey", "Reservation").load())
        .hasMessageContaining(
            "DescribeInstances has no member 'Reservation'. Did you mean Reservations");
    assertThatThrownBy(() -> table("ec2", "TerminateInstances").load())
        .hasMessageContaining("ec2.TerminateInstances does not only read, so it cannot be a table");
    assertThatThrownBy(() -> table("s3", "GetObject").load())
        .hasMessageContaining("s3.GetObject returns a stream, so it cannot be a table");
    assertThatThrownBy(() -> table("ec2", "DescribeVpcs").option("segments", 4).load())
        .hasMessageContaining("The option 'segments' is for dynamodb.Scan");
    assertThatThrownBy(() -> table("ec2", "DescribeVpcs").option("secretKey", "abc").load())
        .hasMessageContaining("is a secret")
        .hasMessageNotContaining("abc");
    assertThat(aws.journal().calls()).isEmpty();
  }

  @Test
  void parameterSets_areReadOnceEach() {
    Dataset<Row> users =
        table("iam", "ListUsers")
            .option("partitions", "[{\"PathPrefix\":\"/team/\"},{\"PathPrefix\":\"/none/\"}]")
            .load();
    assertThat(users.rdd().getNumPartitions()).isEqualTo(2);
    assertThat(texts(users.select("_parameters").distinct()))
        .containsExactly("{\"PathPrefix\":\"/team/\"}");
    assertThatThrownBy(
            () ->
                table("iam", "ListUsers")
                    .option("partitions", "[{\"PathPrefix\":\"/a/\"},{\"PathPrefix\":\"/a/\"}]")
                    .load())
        .hasMessageContaining("twice: its rows would be doubled");
    assertThatThrownBy(
            () -> table("iam", "ListUsers").option("partitions", "[{\"Prefix\":\"/a/\"}]").load())
        .hasMessageStartingWith("ListUsers has no parameter 'Prefix'. Did you mean PathPrefix");
  }

  @Test
  void parameterSets_ofADataSet_areItsRows() {
    Client s3 = aws.session().client("s3");
    for (String bucket : List.of("one", "two")) {
      s3.call("CreateBucket", Map.of("Bucket", bucket));
      s3.call("PutObject", Map.of("Bucket", bucket, "Key", "in-" + bucket, "Body", "x"));
    }
    Dataset<Row> buckets = table("s3", "ListBuckets").load().selectExpr("Name AS Bucket");
    Dataset<Row> objects =
        table("s3", "ListObjectsV2").option("partitions", ParameterSets.of(buckets)).load();
    assertThat(texts(objects.select("Key"))).containsExactlyInAnyOrder("in-one", "in-two");
    assertThat(ParameterSets.of(List.of(Map.of("Bucket", "one"))))
        .isEqualTo("[{\"Bucket\":\"one\"}]");
  }

  @Test
  void settingOfTheSparkSession_isAnOption() {
    SparkLocal.session().conf().set("spark.datasource.aws.resultKey", "Nonsense");
    try {
      assertThatThrownBy(() -> table("iam", "ListUsers").load())
          .hasMessageContaining("no member 'Nonsense'");
    } finally {
      SparkLocal.session().conf().unset("spark.datasource.aws.resultKey");
    }
  }
}
