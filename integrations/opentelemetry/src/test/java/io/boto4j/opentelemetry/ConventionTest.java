package io.boto4j.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Params;
import io.boto4j.error.ParamValidationException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.local.LocalAws;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The attributes of single services. */
final class ConventionTest {
  private static final String MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:orders";

  private static LocalAws aws;

  private final Telemetry telemetry = Telemetry.create();

  @BeforeAll
  static void start() {
    aws =
        LocalAws.builder()
            .lambda("greet", event -> Map.of("text", "hello"))
            .on("kinesis", "PutRecord", c -> Map.of("ShardId", "s", "SequenceNumber", "1"))
            .on(
                "stepfunctions",
                "StartExecution",
                c -> Map.of("executionArn", "arn:aws:states:x", "startDate", 1))
            .start();
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
    dynamodb.waiter("TableExists").await(Map.of("TableName", "users"));
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @AfterEach
  void close() {
    telemetry.close();
  }

  private Client client(String service) {
    return client(service, builder -> builder);
  }

  private Client client(String service, UnaryOperator<OpenTelemetryInterceptor.Builder> settings) {
    return telemetry.session(aws, settings).client(service);
  }

  private Map<String, Object> attributes() {
    return Telemetry.attributes(telemetry.onlySpan());
  }

  @Test
  void dynamoDb_getItem_hasTableAndProjectionAndNotTheKey() {
    client("dynamodb")
        .call(
            "GetItem",
            Map.of(
                "TableName",
                "users",
                "Key",
                Map.of("id", Map.of("S", "personal-id")),
                "ConsistentRead",
                true,
                "ProjectionExpression",
                "email",
                "ReturnConsumedCapacity",
                "TOTAL"));
    assertThat(attributes())
        .containsEntry("db.system.name", "aws.dynamodb")
        .containsEntry("aws.dynamodb.table_names", List.of("users"))
        .containsEntry("aws.dynamodb.consistent_read", true)
        .containsEntry("aws.dynamodb.projection", "email")
        .hasEntrySatisfying(
            "aws.dynamodb.consumed_capacity",
            value ->
                assertThat(value.toString())
                    .contains("\"TableName\":\"users\"", "\"CapacityUnits\":1.0"));
    assertThat(telemetry.onlySpan().toString()).doesNotContain("personal-id");
  }

  @Test
  void dynamoDb_scan_hasCountsAndSegments() {
    client("dynamodb")
        .call(
            "Scan",
            Map.of(
                "TableName",
                "users",
                "Segment",
                0,
                "TotalSegments",
                2,
                "Limit",
                5,
                "Select",
                "COUNT"));
    assertThat(attributes())
        .containsEntry("aws.dynamodb.segment", 0L)
        .containsEntry("aws.dynamodb.total_segments", 2L)
        .containsEntry("aws.dynamodb.limit", 5L)
        .containsEntry("aws.dynamodb.select", "COUNT")
        .containsEntry("aws.dynamodb.count", 0L)
        .containsEntry("aws.dynamodb.scanned_count", 0L);
  }

  @Test
  void dynamoDb_query_hasNoValuesOfExpressions() {
    client("dynamodb")
        .call(
            "Query",
            Map.of(
                "TableName",
                "users",
                "KeyConditionExpression",
                "id = :id",
                "ExpressionAttributeValues",
                Map.of(":id", Map.of("S", "personal-id")),
                "ScanIndexForward",
                false));
    assertThat(attributes())
        .containsEntry("aws.dynamodb.scan_forward", false)
        .doesNotContainKey("aws.dynamodb.count");
    assertThat(telemetry.onlySpan().toString()).doesNotContain("personal-id");
  }

  @Test
  void dynamoDb_batch_hasTheNamesOfItsTables() {
    client("dynamodb")
        .call(
            "BatchGetItem",
            Map.of(
                "RequestItems",
                Map.of("users", Map.of("Keys", List.of(Map.of("id", Map.of("S", "x")))))));
    assertThat(attributes()).containsEntry("aws.dynamodb.table_names", List.of("users"));
  }

  @Test
  void dynamoDb_listTables_hasTheirCount() {
    client("dynamodb").call("ListTables", Map.of("ExclusiveStartTableName", "aaa"));
    assertThat(attributes())
        .containsEntry("aws.dynamodb.table_count", 1L)
        .containsEntry("aws.dynamodb.exclusive_start_table", "aaa");
  }

  @Test
  void dynamoDb_createTable_hasItsCapacity() {
    client("dynamodb")
        .call(
            "CreateTable",
            Map.of(
                "TableName",
                "provisioned",
                "KeySchema",
                List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
                "AttributeDefinitions",
                List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
                "ProvisionedThroughput",
                Map.of("ReadCapacityUnits", 3, "WriteCapacityUnits", 4)));
    aws.session().client("dynamodb").call("DeleteTable", Map.of("TableName", "provisioned"));
    assertThat(attributes())
        .containsEntry("aws.dynamodb.provisioned_read_capacity", 3.0)
        .containsEntry("aws.dynamodb.provisioned_write_capacity", 4.0);
  }

  @Test
  void s3_upload_hasNoKeyUnlessWanted() {
    aws.session().client("s3").call("CreateBucket", Map.of("Bucket", "photos"));
    Map<String, Object> input = Map.of("Bucket", "photos", "Key", "ada.png", "Body", "secret");
    client("s3").call("PutObject", input);
    assertThat(attributes())
        .containsEntry("aws.s3.bucket", "photos")
        .doesNotContainKey("aws.s3.key");
    telemetry.reset();
    client("s3", builder -> builder.objectKeys(true)).call("PutObject", input);
    assertThat(attributes()).containsEntry("aws.s3.key", "ada.png");
    assertThat(telemetry.onlySpan().toString()).doesNotContain("secret");
  }

  @Test
  void s3_extendedRequestId_comesFromTheHeader() {
    Interceptor adding =
        new Interceptor() {
          @Override
          public HttpResponse responseReceived(CallContext call, HttpResponse response) {
            Headers headers = response.headers().toBuilder().set("x-amz-id-2", "host-id").build();
            return HttpResponse.of(response.statusCode(), headers, response.body());
          }
        };
    client("s3").with(adding).call("ListBuckets");
    assertThat(attributes()).containsEntry("aws.extended_request_id", "host-id");
  }

  @Test
  void s3_copyAndDelete_haveTheirKeysIfWanted() {
    Client plain = aws.session().client("s3");
    plain.call("CreateBucket", Map.of("Bucket", "copies"));
    plain.call("PutObject", Map.of("Bucket", "copies", "Key", "a", "Body", "x"));
    Client s3 = client("s3", builder -> builder.objectKeys(true));
    s3.call("CopyObject", Map.of("Bucket", "copies", "Key", "b", "CopySource", "copies/a"));
    assertThat(attributes()).containsEntry("aws.s3.copy_source", "copies/a");
    telemetry.reset();
    s3.call(
        "DeleteObjects",
        Map.of("Bucket", "copies", "Delete", Map.of("Objects", List.of(Map.of("Key", "a")))));
    assertThat(attributes()).containsEntry("aws.s3.delete", "Objects=[{Key=a}]");
  }

  @Test
  void s3_parts_haveUploadAndNumber() {
    aws.session().client("s3").call("CreateBucket", Map.of("Bucket", "parts"));
    Client s3 = client("s3");
    String id =
        s3.call("CreateMultipartUpload", Map.of("Bucket", "parts", "Key", "k")).text("UploadId");
    assertThat(attributes()).containsEntry("aws.s3.upload_id", id);
    telemetry.reset();
    s3.call(
        "UploadPart",
        Params.of("Bucket", "parts", "Key", "k", "UploadId", id, "PartNumber", 1, "Body", "x"));
    assertThat(attributes())
        .containsEntry("aws.s3.upload_id", id)
        .containsEntry("aws.s3.part_number", 1L);
  }

  @Test
  void sqs_sendReceiveDelete_areOperationsOnMessages() {
    String url =
        aws.session()
            .client("sqs")
            .call("CreateQueue", Map.of("QueueName", "orders"))
            .text("QueueUrl");
    Client sqs = client("sqs");
    String id =
        sqs.call("SendMessage", Map.of("QueueUrl", url, "MessageBody", "secret")).text("MessageId");
    assertThat(telemetry.onlySpan().getKind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(attributes())
        .containsEntry("messaging.system.name", "aws.sqs")
        .containsEntry("messaging.operation.type", "send")
        .containsEntry("messaging.operation.name", "send")
        .containsEntry("messaging.destination.name", "orders")
        .containsEntry("messaging.message.id", id)
        .containsEntry("aws.sqs.queue.url", url)
        .doesNotContainKey("messaging.batch.message_count");
    assertThat(telemetry.onlySpan().toString()).doesNotContain("secret");
    telemetry.reset();
    String receipt =
        sqs.call("ReceiveMessage", Map.of("QueueUrl", url))
            .structures("Messages")
            .get(0)
            .text("ReceiptHandle");
    assertThat(telemetry.onlySpan().getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(attributes())
        .containsEntry("messaging.operation.type", "receive")
        .containsEntry("messaging.batch.message_count", 1L);
    telemetry.reset();
    sqs.call("DeleteMessage", Map.of("QueueUrl", url, "ReceiptHandle", receipt));
    assertThat(attributes())
        .containsEntry("messaging.operation.type", "settle")
        .containsEntry("messaging.operation.name", "delete");
  }

  @Test
  void sqs_withoutPropagation_isAClient() {
    String url =
        aws.session()
            .client("sqs")
            .call("CreateQueue", Map.of("QueueName", "plain"))
            .text("QueueUrl");
    client("sqs", builder -> builder.propagation(false))
        .call("SendMessage", Map.of("QueueUrl", url, "MessageBody", "m"));
    assertThat(telemetry.onlySpan().getKind()).isEqualTo(SpanKind.CLIENT);
  }

  @Test
  void sns_publish_hasTheTopic() {
    String topic =
        aws.session().client("sns").call("CreateTopic", Map.of("Name", "news")).text("TopicArn");
    client("sns").call("Publish", Map.of("TopicArn", topic, "Message", "m"));
    assertThat(telemetry.onlySpan().getKind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(attributes())
        .containsEntry("messaging.system.name", "aws.sns")
        .containsEntry("messaging.operation.name", "publish")
        .containsEntry("messaging.destination.name", "news")
        .containsEntry("aws.sns.topic.arn", topic)
        .containsKey("messaging.message.id");
    telemetry.reset();
    client("sns").call("Publish", Map.of("PhoneNumber", "+15005550006", "Message", "m"));
    assertThat(telemetry.onlySpan().toString()).doesNotContain("5005550006");
  }

  @Test
  void sns_targets_areTopicsAndNoDevices() {
    String topic = "arn:aws:sns:us-east-1:123456789012:news";
    String device = "arn:aws:sns:us-east-1:123456789012:endpoint/GCM/app/5e3e9847";
    assertThat(SnsConvention.topic(Map.of("TargetArn", topic))).isEqualTo(topic);
    assertThat(SnsConvention.topic(Map.of("TargetArn", device))).isNull();
  }

  @Test
  void lambda_invoke_hasTheFunctionsName() {
    client("lambda").call("Invoke", Map.of("FunctionName", "greet", "Payload", "{}"));
    assertThat(attributes())
        .containsEntry("faas.invoked_name", "greet")
        .containsEntry("faas.invoked_provider", "aws")
        .containsEntry("faas.invoked_region", "us-east-1");
    telemetry.reset();
    client("lambda")
        .call(
            "Invoke",
            Map.of("FunctionName", "arn:aws:lambda:us-east-1:123456789012:function:greet:$LATEST"));
    assertThat(attributes()).containsEntry("faas.invoked_name", "greet");
    telemetry.reset();
    client("lambda").call("Invoke", Map.of("FunctionName", "123456789012:function:greet"));
    assertThat(attributes()).containsEntry("faas.invoked_name", "greet");
  }

  @Test
  void kinesis_putRecord_hasTheStream() {
    client("kinesis")
        .call("PutRecord", Map.of("StreamName", "clicks", "Data", "x", "PartitionKey", "p"));
    assertThat(attributes()).containsEntry("aws.kinesis.stream_name", "clicks");
  }

  @Test
  void secretsManager_getSecretValue_hasTheArnAndNotTheSecret() {
    String arn =
        aws.session()
            .client("secretsmanager")
            .call("CreateSecret", Map.of("Name", "db", "SecretString", "hunter2"))
            .text("ARN");
    client("secretsmanager").call("GetSecretValue", Map.of("SecretId", "db"));
    assertThat(attributes()).containsEntry("aws.secretsmanager.secret.arn", arn);
    assertThat(telemetry.onlySpan().toString()).doesNotContain("hunter2");
  }

  @Test
  void stepFunctions_startExecution_hasTheMachine() {
    client("stepfunctions")
        .call("StartExecution", Map.of("stateMachineArn", MACHINE, "input", "{\"a\":1}"));
    assertThat(attributes())
        .containsEntry("aws.step_functions.state_machine.arn", MACHINE)
        .containsEntry("rpc.method", "SFN/StartExecution");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void inputOfWrongTypes_isLeftToTheValidation() {
    Map<String, Object> input =
        Map.of("TableName", List.of(), "Limit", "x", "ConsistentRead", 1, "RequestItems", 2);
    assertThatThrownBy(() -> client("dynamodb").call("Query", input))
        .isInstanceOf(ParamValidationException.class);
    assertThat(attributes()).doesNotContainKeys("aws.dynamodb.limit", "aws.dynamodb.table_names");
  }
}
