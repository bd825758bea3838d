package io.boto4j.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spans and metrics of attempts, and the metrics of calls. */
final class AttemptsTest {
  private final LocalAws aws = LocalAws.start();
  private final Telemetry telemetry = Telemetry.create();
  private final Client dynamodb =
      telemetry.session(aws, builder -> builder.attemptSpans(true)).client("dynamodb");

  @AfterEach
  void close() {
    telemetry.close();
    aws.close();
  }

  @Test
  void attempts_haveSpansBelowTheCall() {
    aws.faults().fail("dynamodb", 1, 1);
    dynamodb.call("ListTables");
    SpanData call = telemetry.span("DynamoDB.ListTables");
    assertThat(Telemetry.attributes(call)).containsEntry("http.request.resend_count", 1L);
    List<SpanData> attempts =
        telemetry.spans().stream().filter(each -> each.getName().equals("POST")).toList();
    assertThat(attempts)
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.getParentSpanId()).isEqualTo(call.getSpanId()));
    assertThat(Telemetry.attributes(attempts.get(0)))
        .containsEntry("http.request.method", "POST")
        .containsEntry("http.response.status_code", 500L)
        .containsEntry("server.address", "dynamodb.us-east-1.amazonaws.com")
        .containsKey("error.type")
        .doesNotContainKeys("http.request.resend_count", "url.full");
    assertThat(Telemetry.attributes(attempts.get(1)))
        .containsEntry("http.response.status_code", 200L)
        .containsEntry("http.request.resend_count", 1L)
        .doesNotContainKey("error.type");
    assertThat(attempts.get(0).getEndEpochNanos())
        .isLessThanOrEqualTo(attempts.get(1).getStartEpochNanos());
  }

  @Test
  void attempt_withoutAResponse_endsWithTheException() {
    aws.faults().drop("dynamodb", 1);
    assertThatThrownBy(() -> dynamodb.call("ListTables")).isInstanceOf(RuntimeException.class);
    SpanData attempt = telemetry.span("POST");
    assertThat(Telemetry.attributes(attempt))
        .containsKey("error.type")
        .doesNotContainKey("http.response.status_code");
  }

  @Test
  void call_thatIsNotSigned_hasNoAttempt() {
    Client bare =
        aws.sessionBuilder()
            .credentials(
                () -> {
                  throw new NoCredentialsException("none");
                })
            .interceptor(telemetry.interceptor(builder -> builder.attemptSpans(true)))
            .build()
            .client("dynamodb");
    assertThatThrownBy(() -> bare.call("ListTables")).isInstanceOf(NoCredentialsException.class);
    assertThat(Telemetry.attributes(telemetry.onlySpan()))
        .containsEntry("error.type", NoCredentialsException.class.getName());
  }

  private static PointData only(MetricData metric) {
    assertThat(metric.getData().getPoints()).hasSize(1);
    return metric.getData().getPoints().iterator().next();
  }

  private static Map<String, Object> attributes(PointData point) {
    Map<String, Object> byName = new TreeMap<>();
    point.getAttributes().forEach((key, value) -> byName.put(key.getKey(), value));
    return byName;
  }

  @Test
  void duration_ofCalls_isAHistogramInSeconds() {
    dynamodb.call("ListTables");
    dynamodb.call("ListTables");
    MetricData duration = telemetry.metric("rpc.client.call.duration");
    assertThat(duration.getUnit()).isEqualTo("s");
    var point = duration.getHistogramData().getPoints().iterator().next();
    assertThat(point.getCount()).isEqualTo(2);
    assertThat(point.getSum()).isBetween(0.0, 20.0);
    assertThat(point.getBoundaries()).startsWith(0.005, 0.01).endsWith(7.5, 10.0);
    assertThat(attributes(point))
        .containsOnly(
            Map.entry("cloud.region", "us-east-1"),
            Map.entry("rpc.method", "DynamoDB/ListTables"),
            Map.entry("rpc.system.name", "aws-api"));
  }

  @Test
  void duration_ofAFailedCall_hasTheErrorsCode() {
    assertThatThrownBy(() -> dynamodb.call("DescribeTable", Map.of("TableName", "none")))
        .isInstanceOf(ServiceException.class);
    assertThat(attributes(only(telemetry.metric("rpc.client.call.duration"))))
        .containsEntry("error.type", "ResourceNotFoundException")
        .hasSize(4);
  }

  @Test
  void attemptsAndRetries_areCounted() {
    aws.faults().fail("dynamodb", 1, 2);
    dynamodb.call("ListTables");
    long attempts =
        telemetry.metric("boto4j.client.attempts").getLongSumData().getPoints().stream()
            .mapToLong(each -> each.getValue())
            .sum();
    assertThat(attempts).isEqualTo(3);
    var retries = telemetry.metric("boto4j.client.retries").getLongSumData().getPoints();
    assertThat(retries).hasSize(1);
    assertThat(retries.iterator().next().getValue()).isEqualTo(2);
    assertThat(attributes(retries.iterator().next())).containsKey("error.type");
  }

  @Test
  void attempts_overSockets_haveTheUseOfTheirConnection() {
    Client overSocket =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region("us-east-1")
            .credentials(Credentials.of("test", "test"))
            .interceptor(telemetry.interceptor(builder -> builder))
            .config(c -> c.endpointUrl(aws.endpoint().toString()))
            .build()
            .client("dynamodb");
    overSocket.call("ListTables");
    overSocket.call("ListTables");
    overSocket.close();
    assertThat(telemetry.metric("boto4j.client.attempts").getLongSumData().getPoints())
        .extracting(each -> attributes(each).get("boto4j.connection"))
        .containsExactlyInAnyOrder("new", "reused");
    assertThat(Telemetry.attributes(telemetry.spans().get(0)))
        .containsEntry("server.address", "127.0.0.1")
        .containsEntry("server.port", (long) aws.endpoint().getPort());
  }

  @Test
  void metrics_notWanted_areNotRecorded() {
    telemetry.session(aws, builder -> builder.metrics(false)).client("dynamodb").call("ListTables");
    assertThat(telemetry.metrics()).isEmpty();
    assertThat(telemetry.spans()).hasSize(1);
  }

  @Test
  void errorCodes_thatAreNone_areNotRecorded() {
    assertThat(ErrorType.ofCode("InvalidParameter.Value_1")).isEqualTo("InvalidParameter.Value_1");
    assertThat(ErrorType.ofCode("user=ada@example.com")).isEqualTo("_OTHER");
    assertThat(ErrorType.ofCode("x".repeat(101))).isEqualTo("_OTHER");
    assertThat(ErrorType.ofCode("")).isEqualTo("_OTHER");
  }
}
