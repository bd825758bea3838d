package io.boto4j.local.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LogsEngineTest {
  private final BlockingQueue<Object> received = new LinkedBlockingQueue<>();
  private final LocalAws aws =
      LocalAws.builder()
          .lambda(
              "subscriber",
              event -> {
                received.add(Objects.requireNonNull(event));
                return null;
              })
          .start();
  private final Client logs = aws.session().client("logs", c -> c.maxAttempts(1));

  @BeforeEach
  void create() {
    logs.call("CreateLogGroup", Map.of("logGroupName", "g"));
    logs.call("CreateLogStream", Map.of("logGroupName", "g", "logStreamName", "s"));
  }

  @AfterEach
  void close() {
    aws.close();
  }

  private long now() {
    return aws.clock().millis();
  }

  private Response put(String... messages) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (String message : messages) {
      events.add(Map.of("timestamp", now(), "message", message));
    }
    return logs.call(
        "PutLogEvents", Map.of("logGroupName", "g", "logStreamName", "s", "logEvents", events));
  }

  private static List<String> messages(Response response) {
    return response.structures("events").stream()
        .map(event -> String.valueOf(event.text("message")))
        .toList();
  }

  private Response get(Params more) {
    return logs.call("GetLogEvents", more.with("logGroupName", "g").with("logStreamName", "s"));
  }

  private static void refused(String code, String message, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is(code)).as(e.toString()).isTrue())
        .hasMessageContaining(message);
  }

  @Test
  void getLogEvents_pagesForwardsAndBackwards() {
    put("1", "2", "3", "4", "5");
    Response last = get(Params.of("limit", 2));
    assertThat(messages(last)).containsExactly("4", "5");
    Response before = get(Params.of("limit", 2, "nextToken", last.text("nextBackwardToken")));
    assertThat(messages(before)).containsExactly("2", "3");
    Response after = get(Params.of("limit", 2, "nextToken", before.text("nextForwardToken")));
    assertThat(messages(after)).containsExactly("4", "5");
    Response end = get(Params.of("nextToken", after.text("nextForwardToken")));
    assertThat(messages(end)).isEmpty();
    assertThat(end.text("nextForwardToken")).isEqualTo(after.text("nextForwardToken"));
    put("6");
    assertThat(messages(get(Params.of("nextToken", end.text("nextForwardToken")))))
        .containsExactly("6");
    refused(
        "InvalidParameterException",
        "The specified nextToken is invalid.",
        () -> get(Params.of("nextToken", "x")));
  }

  @Test
  void putLogEvents_rejectsWhatIsTooOldOrTooNew() {
    Response response =
        logs.call(
            "PutLogEvents",
            Map.of(
                "logGroupName",
                "g",
                "logStreamName",
                "s",
                "logEvents",
                List.of(
                    Map.of(
                        "timestamp", now() - Duration.ofDays(15).toMillis(), "message", "old"))));
    assertThat(response.integer("rejectedLogEventsInfo", "tooOldLogEventEndIndex")).isEqualTo(1);
    assertThat(messages(get(Params.of()))).isEmpty();
    refused(
        "InvalidParameterException",
        "must be in chronological order.",
        () ->
            logs.call(
                "PutLogEvents",
                Map.of(
                    "logGroupName",
                    "g",
                    "logStreamName",
                    "s",
                    "logEvents",
                    List.of(
                        Map.of("timestamp", now(), "message", "1"),
                        Map.of("timestamp", now() - 10, "message", "2")))));
    refused(
        "ResourceNotFoundException",
        "The specified log stream does not exist.",
        () ->
            logs.call(
                "PutLogEvents",
                Map.of(
                    "logGroupName",
                    "g",
                    "logStreamName",
                    "other",
                    "logEvents",
                    List.of(Map.of("timestamp", now(), "message", "1")))));
  }

  @Test
  void filterLogEvents_searchesAllStreams() {
    logs.call("CreateLogStream", Map.of("logGroupName", "g", "logStreamName", "s2"));
    put("{\"level\":\"INFO\"}", "{\"level\":\"ERROR\",\"n\":1}");
    aws.clock().advance(Duration.ofSeconds(1));
    logs.call(
        "PutLogEvents",
        Map.of(
            "logGroupName",
            "g",
            "logStreamName",
            "s2",
            "logEvents",
            List.of(Map.of("timestamp", now(), "message", "{\"level\":\"ERROR\",\"n\":2}"))));
    Response first =
        logs.call(
            "FilterLogEvents",
            Map.of("logGroupName", "g", "filterPattern", "{ $.level = \"ERROR\" }", "limit", 1));
    assertThat(messages(first)).containsExactly("{\"level\":\"ERROR\",\"n\":1}");
    Response second =
        logs.call(
            "FilterLogEvents",
            Params.of(
                "logGroupName", "g",
                "filterPattern", "{ $.level = \"ERROR\" }",
                "nextToken", first.text("nextToken")));
    assertThat(messages(second)).containsExactly("{\"level\":\"ERROR\",\"n\":2}");
    assertThat(second.text("nextToken")).isNull();
  }

  @Test
  void retention_endsEventsByTheClock() {
    logs.call("PutRetentionPolicy", Map.of("logGroupName", "g", "retentionInDays", 1));
    put("gone soon");
    assertThat(messages(get(Params.of()))).hasSize(1);
    aws.clock().advance(Duration.ofDays(2));
    assertThat(messages(get(Params.of()))).isEmpty();
    refused(
        "InvalidParameterException",
        "Member must satisfy enum value set",
        () -> logs.call("PutRetentionPolicy", Map.of("logGroupName", "g", "retentionInDays", 2)));
  }

  @Test
  void subscription_sendsMatchingEventsToTheFunction() throws InterruptedException, IOException {
    logs.call(
        "PutSubscriptionFilter",
        Map.of(
            "logGroupName", "g",
            "filterName", "errors",
            "filterPattern", "ERROR",
            "destinationArn", "arn:aws:lambda:us-east-1:123456789012:function:subscriber"));
    put("all is well", "ERROR here");
    Structure event = (Structure) Objects.requireNonNull(received.poll(10, TimeUnit.SECONDS));
    byte[] data = Base64.getDecoder().decode(String.valueOf(event.text("awslogs", "data")));
    String text;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(data))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Structure document = Json.read(text, Structure.class);
    assertThat(document.text("messageType")).isEqualTo("DATA_MESSAGE");
    assertThat(document.text("logGroup")).isEqualTo("g");
    assertThat(document.texts("subscriptionFilters")).containsExactly("errors");
    assertThat(document.structures("logEvents"))
        .extracting(each -> each.text("message"))
        .containsExactly("ERROR here");
    refused(
        "InvalidParameterException",
        "Could not execute the lambda function.",
        () ->
            logs.call(
                "PutSubscriptionFilter",
                Map.of(
                    "logGroupName", "g",
                    "filterName", "other",
                    "filterPattern", "",
                    "destinationArn", "arn:aws:lambda:us-east-1:123456789012:function:none")));
  }

  @Test
  void functions_logHere() {
    aws.session()
        .client("lambda")
        .call(
            "Invoke",
            Map.of("FunctionName", "subscriber", "Payload", "1".getBytes(StandardCharsets.UTF_8)));
    Response response =
        logs.call("FilterLogEvents", Map.of("logGroupName", "/aws/lambda/subscriber"));
    assertThat(messages(response))
        .hasSize(3)
        .satisfies(all -> assertThat(all.get(0)).startsWith("START RequestId: "))
        .satisfies(all -> assertThat(all.get(2)).startsWith("REPORT RequestId: "));
  }

  @Test
  void testMetricFilter_extractsValues() {
    Response response =
        logs.call(
            "TestMetricFilter",
            Map.of(
                "filterPattern",
                "{ $.n > 1 }",
                "logEventMessages",
                List.of("{\"n\":1}", "{\"n\":2}")));
    assertThat(response.structures("matches")).hasSize(1);
    Structure match = response.structures("matches").get(0);
    assertThat(match.longInteger("eventNumber")).isEqualTo(2);
    assertThat(match.map("extractedValues")).containsEntry("$.n", "2");
  }

  @Test
  void describeLogStreams_ordersByTheLastEvent() {
    logs.call("CreateLogStream", Map.of("logGroupName", "g", "logStreamName", "a"));
    put("x");
    Response response =
        logs.call(
            "DescribeLogStreams",
            Map.of("logGroupName", "g", "orderBy", "LastEventTime", "descending", true));
    assertThat(response.structures("logStreams"))
        .extracting(stream -> stream.text("logStreamName"))
        .containsExactly("s", "a");
  }

  @Test
  void metricFilter_sendsMetrics() {
    logs.call(
        "PutMetricFilter",
        Map.of(
            "logGroupName", "g",
            "filterName", "sizes",
            "filterPattern", "{ $.size > 1 }",
            "metricTransformations",
                List.of(
                    Map.of(
                        "metricName", "Size",
                        "metricNamespace", "Test",
                        "metricValue", "$.size",
                        "dimensions", Map.of("kind", "$.kind")))));
    put(
        "{\"size\":1,\"kind\":\"a\"}",
        "{\"size\":5,\"kind\":\"a\"}",
        "{\"size\":7,\"kind\":\"a\"}");
    Response statistics =
        aws.session()
            .client("cloudwatch")
            .call(
                "GetMetricStatistics",
                Map.of(
                    "Namespace", "Test",
                    "MetricName", "Size",
                    "Dimensions", List.of(Map.of("Name", "kind", "Value", "a")),
                    "StartTime", aws.clock().instant().minusSeconds(600),
                    "EndTime", aws.clock().instant().plusSeconds(600),
                    "Period", 3600,
                    "Statistics", List.of("Sum", "SampleCount")));
    double sum = 0;
    for (Structure point : statistics.structures("Datapoints")) {
      Double own = point.real("Sum");
      sum += own == null ? 0 : own;
    }
    assertThat(sum).isEqualTo(12);
    assertThat(
            logs.call("DescribeLogGroups", Map.of("logGroupNamePrefix", "g"))
                .structures("logGroups")
                .get(0)
                .integer("metricFilterCount"))
        .isEqualTo(1);
  }
}
