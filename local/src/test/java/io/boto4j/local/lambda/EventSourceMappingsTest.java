package io.boto4j.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches that fail, wholly or in part. */
final class EventSourceMappingsTest {
  private static final String QUEUES = "arn:aws:sqs:us-east-1:123456789012:";

  private final BlockingQueue<List<String>> batches = new LinkedBlockingQueue<>();
  private final LocalAws aws =
      LocalAws.builder().lambda("f", this::handle).lambda("stream", this::handleStream).start();
  private final Client lambda = aws.session().client("lambda", c -> c.maxAttempts(1));
  private final Client sqs = aws.session().client("sqs");

  @AfterEach
  void close() {
    aws.close();
  }

  /** Reports the messages that are {@code bad} as failed. */
  private Object handle(Object event) {
    List<String> bodies = new ArrayList<>();
    List<Map<String, ?>> failures = new ArrayList<>();
    for (Structure record : ((Structure) event).structures("Records")) {
      bodies.add(String.valueOf(record.text("body")));
      if ("bad".equals(record.text("body"))) {
        failures.add(Params.of("itemIdentifier", record.text("messageId")));
      }
    }
    batches.add(bodies);
    return Map.of("batchItemFailures", failures);
  }

  /** Fails for batches that have the item {@code bad}. */
  private Object handleStream(Object event) {
    List<String> ids = new ArrayList<>();
    for (Structure record : ((Structure) event).structures("Records")) {
      ids.add(String.valueOf(record.text("dynamodb", "Keys", "id", "S")));
    }
    batches.add(ids);
    if (ids.contains("bad")) {
      throw new IllegalStateException("bad record");
    }
    return Map.of();
  }

  private List<String> next() throws InterruptedException {
    List<String> batch = batches.poll(20, TimeUnit.SECONDS);
    assertThat(batch).isNotNull();
    return batch;
  }

  private String queue(String name) {
    return String.valueOf(
        sqs.call(
                "CreateQueue",
                Map.of("QueueName", name, "Attributes", Map.of("VisibilityTimeout", "900")))
            .text("QueueUrl"));
  }

  private String attribute(String queue, String name) {
    return String.valueOf(
        sqs.call("GetQueueAttributes", Map.of("QueueUrl", queue, "AttributeNames", List.of("All")))
            .text("Attributes", name));
  }

  @Test
  void partOfABatchThatFails_comesAgain() throws InterruptedException {
    String queue = queue("q");
    for (String body : List.of("good", "bad")) {
      sqs.call("SendMessage", Map.of("QueueUrl", queue, "MessageBody", body));
    }
    lambda.call(
        "CreateEventSourceMapping",
        Map.of(
            "FunctionName",
            "f",
            "EventSourceArn",
            QUEUES + "q",
            "FunctionResponseTypes",
            List.of("ReportBatchItemFailures")));
    assertThat(next()).containsExactlyInAnyOrder("good", "bad");
    awaitOne(queue);
    aws.clock().advance(java.time.Duration.ofMinutes(16));
    assertThat(next()).containsExactly("bad");
  }

  private void awaitOne(String queue) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      if (attribute(queue, "ApproximateNumberOfMessagesNotVisible").equals("1")) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(attribute(queue, "ApproximateNumberOfMessagesNotVisible")).isEqualTo("1");
  }

  @Test
  void streamBatchThatFails_isDivided_andItsBadRecordIsGivenUp() throws InterruptedException {
    String failures = queue("failures");
    Client dynamodb = aws.session().client("dynamodb");
    String stream =
        String.valueOf(
            dynamodb
                .call(
                    "CreateTable",
                    Map.of(
                        "TableName", "table",
                        "AttributeDefinitions",
                            List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
                        "KeySchema", List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
                        "BillingMode", "PAY_PER_REQUEST",
                        "StreamSpecification",
                            Map.of("StreamEnabled", true, "StreamViewType", "KEYS_ONLY")))
                .text("TableDescription", "LatestStreamArn"));
    for (String id : List.of("1", "bad", "3", "4")) {
      dynamodb.call("PutItem", Map.of("TableName", "table", "Item", Map.of("id", Map.of("S", id))));
    }
    lambda.call(
        "CreateEventSourceMapping",
        Map.of(
            "FunctionName",
            "stream",
            "EventSourceArn",
            stream,
            "StartingPosition",
            "TRIM_HORIZON",
            "BisectBatchOnFunctionError",
            true,
            "MaximumRetryAttempts",
            0,
            "DestinationConfig",
            Map.of("OnFailure", Map.of("Destination", QUEUES + "failures"))));
    assertThat(next()).containsExactly("1", "bad", "3", "4");
    assertThat(next()).containsExactly("1", "bad");
    assertThat(next()).containsExactly("1");
    assertThat(next()).containsExactly("bad");
    assertThat(next()).containsExactly("3", "4");
    Structure message =
        sqs.call("ReceiveMessage", Map.of("QueueUrl", failures, "WaitTimeSeconds", 10))
            .structures("Messages")
            .get(0);
    Structure record = Json.read(String.valueOf(message.text("Body")), Structure.class);
    assertThat(record.text("requestContext", "condition")).isEqualTo("RetryAttemptsExhausted");
    assertThat(record.integer("DDBStreamBatchInfo", "batchSize")).isEqualTo(1);
    dynamodb.call("PutItem", Map.of("TableName", "table", "Item", Map.of("id", Map.of("S", "5"))));
    assertThat(next()).containsExactly("5");
  }

  @Test
  void queueThatDoesNotExist_isRefused() {
    assertThatThrownBy(
            () ->
                lambda.call(
                    "CreateEventSourceMapping",
                    Map.of("FunctionName", "f", "EventSourceArn", QUEUES + "none")))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("Error occurred while ReceiveMessage. SQS Error Code: ");
  }
}
