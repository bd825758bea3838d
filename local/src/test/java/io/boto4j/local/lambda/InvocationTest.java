package io.boto4j.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Functions that are registered in code, through the wire. */
final class InvocationTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:";

  private final List<Object> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final CountDownLatch hold = new CountDownLatch(1);
  private final LocalAws aws =
      LocalAws.builder()
          .lambda("double", event -> Map.of("twice", 2 * number(event)))
          .lambda(
              "context",
              (event, context) -> {
                context.log("hello");
                return Map.of(
                    "name", context.functionName(),
                    "arn", context.invokedFunctionArn(),
                    "region", context.region());
              })
          .lambda(
              "fails",
              event -> {
                failures.incrementAndGet();
                throw new IllegalStateException("I failed!");
              })
          .lambda(
              "records",
              event -> {
                events.add(Objects.requireNonNull(event));
                return null;
              })
          .lambda(
              "waits",
              event -> {
                hold.await(10, TimeUnit.SECONDS);
                return null;
              })
          .start();
  private final Client lambda = aws.session().client("lambda", c -> c.maxAttempts(1));

  private static int number(Object event) {
    Integer number = ((Structure) event).integer("n");
    return number == null ? 0 : number;
  }

  @AfterEach
  void close() {
    hold.countDown();
    aws.close();
  }

  private static byte[] json(Object value) {
    return Json.write(value).getBytes(StandardCharsets.UTF_8);
  }

  private Response invoke(String name, Map<String, ?> more) {
    return lambda.call("Invoke", Params.copyOf(more).with("FunctionName", name));
  }

  private static String payload(Response response) {
    return Objects.requireNonNull(response.body("Payload")).text();
  }

  @Test
  void registeredFunction_isListedAndInvoked() {
    assertThat(lambda.call("ListFunctions", Map.of()).structures("Functions"))
        .extracting(each -> each.text("FunctionName"))
        .contains("double", "context");
    Response response = invoke("double", Map.of("Payload", json(Map.of("n", 21))));
    assertThat(response.integer("StatusCode")).isEqualTo(200);
    assertThat(response.text("ExecutedVersion")).isEqualTo("$LATEST");
    assertThat(payload(response)).isEqualTo("{\"twice\":42}");
  }

  @Test
  void registeredFunction_knowsItsInvocation_andItsLogIsReturned() {
    Response response = invoke("context", Map.of("LogType", "Tail"));
    assertThat(payload(response))
        .contains("\"name\":\"context\"", ARN + "context", "\"region\":\"us-east-1\"");
    String log =
        new String(
            Base64.getDecoder().decode(String.valueOf(response.text("LogResult"))),
            StandardCharsets.UTF_8);
    assertThat(log).startsWith("START RequestId: ").contains("\nhello\n", "\nREPORT RequestId: ");
  }

  @Test
  void error_isThePayload() {
    Response response = invoke("fails", Map.of());
    assertThat(response.text("FunctionError")).isEqualTo("Unhandled");
    Structure error = Json.read(payload(response), Structure.class);
    assertThat(error.text("errorType")).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.text("errorMessage")).isEqualTo("I failed!");
    assertThat(error.texts("stackTrace").get(0)).contains("InvocationTest");
  }

  @Test
  void dryRun_doesNotRun() {
    assertThat(invoke("fails", Map.of("InvocationType", "DryRun")).integer("StatusCode"))
        .isEqualTo(204);
    assertThat(failures).hasValue(0);
  }

  @Test
  void payloadThatIsNotJson_isRefused() {
    assertThatThrownBy(
            () -> invoke("double", Map.of("Payload", "x".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOfSatisfying(
            ServiceException.class,
            e -> assertThat(e.is("InvalidRequestContentException")).isTrue());
  }

  @Test
  void reservedConcurrency_throttles() throws InterruptedException {
    lambda.call(
        "PutFunctionConcurrency",
        Map.of("FunctionName", "waits", "ReservedConcurrentExecutions", 1));
    Thread first = new Thread(() -> invoke("waits", Map.of()));
    first.start();
    boolean throttled = false;
    for (int i = 0; i < 200 && !throttled; i++) {
      try {
        lambda.call("Invoke", Map.of("FunctionName", "waits", "InvocationType", "DryRun"));
        if (first.getState() == Thread.State.TIMED_WAITING) {
          invoke("waits", Map.of());
        }
        Thread.onSpinWait();
      } catch (ServiceException e) {
        throttled = e.is("TooManyRequestsException");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    assertThat(throttled).isTrue();
    hold.countDown();
    first.join();
  }

  @Test
  void asynchronousFailure_isRetriedByTheClock_andGoesToTheDestination() {
    Client sqs = aws.session().client("sqs");
    String queue = sqs.call("CreateQueue", Map.of("QueueName", "failed")).text("QueueUrl") + "";
    lambda.call(
        "PutFunctionEventInvokeConfig",
        Map.of(
            "FunctionName",
            "fails",
            "DestinationConfig",
            Map.of(
                "OnFailure", Map.of("Destination", "arn:aws:sqs:us-east-1:123456789012:failed"))));
    Response accepted =
        invoke("fails", Map.of("InvocationType", "Event", "Payload", json(Map.of("a", 1))));
    assertThat(accepted.integer("StatusCode")).isEqualTo(202);
    await(() -> failures.get() == 1);
    advance(Duration.ofMinutes(1));
    await(() -> failures.get() == 2);
    advance(Duration.ofMinutes(2));
    await(() -> failures.get() == 3);
    List<Structure> messages =
        sqs.call("ReceiveMessage", Map.of("QueueUrl", queue, "WaitTimeSeconds", 5))
            .structures("Messages");
    Structure record = Json.read(String.valueOf(messages.get(0).text("Body")), Structure.class);
    assertThat(record.text("requestContext", "condition")).isEqualTo("RetriesExhausted");
    assertThat(record.integer("requestContext", "approximateInvokeCount")).isEqualTo(3);
    assertThat(record.integer("requestPayload", "a")).isEqualTo(1);
    assertThat(record.text("responsePayload", "errorMessage")).isEqualTo("I failed!");
  }

  /** The first attempt schedules the next when it has ended. */
  private void advance(Duration time) {
    settle();
    aws.clock().advance(time);
  }

  private static void settle() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void queue_invokesTheFunctionWithItsMessages() {
    Client sqs = aws.session().client("sqs");
    String queue = sqs.call("CreateQueue", Map.of("QueueName", "q")).text("QueueUrl") + "";
    lambda.call("UpdateFunctionConfiguration", Map.of("FunctionName", "records", "Timeout", 3));
    lambda.call(
        "CreateEventSourceMapping",
        Map.of(
            "FunctionName", "records",
            "EventSourceArn", "arn:aws:sqs:us-east-1:123456789012:q",
            "FilterCriteria",
                Map.of("Filters", List.of(Map.of("Pattern", "{\"body\":{\"k\":[\"v\"]}}")))));
    sqs.call("SendMessage", Map.of("QueueUrl", queue, "MessageBody", "{\"k\":\"other\"}"));
    sqs.call(
        "SendMessage",
        Map.of(
            "QueueUrl",
            queue,
            "MessageBody",
            "{\"k\":\"v\"}",
            "MessageAttributes",
            Map.of("color", Map.of("DataType", "String", "StringValue", "red"))));
    await(() -> !events.isEmpty());
    Structure record = ((Structure) events.get(0)).structures("Records").get(0);
    assertThat(record.keySet())
        .containsExactly(
            "messageId",
            "receiptHandle",
            "body",
            "attributes",
            "messageAttributes",
            "md5OfMessageAttributes",
            "md5OfBody",
            "eventSource",
            "eventSourceARN",
            "awsRegion");
    assertThat(record.text("body")).isEqualTo("{\"k\":\"v\"}");
    assertThat(record.text("messageAttributes", "color", "stringValue")).isEqualTo("red");
    assertThat(record.text("attributes", "ApproximateReceiveCount")).isEqualTo("1");
    settle();
    assertThat(
            sqs.call(
                    "GetQueueAttributes",
                    Map.of("QueueUrl", queue, "AttributeNames", List.of("All")))
                .text("Attributes", "ApproximateNumberOfMessagesNotVisible"))
        .isEqualTo("0");
  }

  @Test
  void stream_invokesTheFunctionWithItsRecords() {
    Client dynamodb = aws.session().client("dynamodb");
    Response table =
        dynamodb.call(
            "CreateTable",
            Map.of(
                "TableName", "table",
                "AttributeDefinitions",
                    List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
                "KeySchema", List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
                "BillingMode", "PAY_PER_REQUEST",
                "StreamSpecification",
                    Map.of("StreamEnabled", true, "StreamViewType", "NEW_AND_OLD_IMAGES")));
    lambda.call(
        "CreateEventSourceMapping",
        Params.of(
            "FunctionName", "records",
            "EventSourceArn", table.text("TableDescription", "LatestStreamArn"),
            "StartingPosition", "LATEST"));
    dynamodb.call(
        "PutItem",
        Map.of(
            "TableName", "table", "Item", Map.of("id", Map.of("S", "1"), "n", Map.of("N", "7"))));
    await(() -> !events.isEmpty());
    Structure record = ((Structure) events.get(0)).structures("Records").get(0);
    assertThat(record.text("eventName")).isEqualTo("INSERT");
    assertThat(record.text("eventSource")).isEqualTo("aws:dynamodb");
    assertThat(record.text("dynamodb", "NewImage", "n", "N")).isEqualTo("7");
    assertThat(record.get("eventSourceARN"))
        .isEqualTo(table.text("TableDescription", "LatestStreamArn"));
  }

  @Test
  void topic_invokesTheFunction() {
    Client sns = aws.session().client("sns");
    String topic = sns.call("CreateTopic", Map.of("Name", "t")).text("TopicArn") + "";
    sns.call(
        "Subscribe", Map.of("TopicArn", topic, "Protocol", "lambda", "Endpoint", ARN + "records"));
    sns.call("Publish", Map.of("TopicArn", topic, "Message", "hi"));
    await(() -> !events.isEmpty());
    Structure record = ((Structure) events.get(0)).structures("Records").get(0);
    assertThat(record.text("EventSource")).isEqualTo("aws:sns");
    assertThat(record.text("Sns", "Message")).isEqualTo("hi");
  }
}
