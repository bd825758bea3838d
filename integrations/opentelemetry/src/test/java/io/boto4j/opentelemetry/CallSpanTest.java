package io.boto4j.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.ResponseStream;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.local.LocalAws;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The span of a call: its parent, its end and what every call has. */
final class CallSpanTest {
  private static LocalAws aws;

  private final Telemetry telemetry = Telemetry.create();

  @BeforeAll
  static void start() {
    aws = LocalAws.start();
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(Context.current()).isSameAs(Context.root());
    aws.faults().clear();
    telemetry.close();
  }

  private Client client(String service) {
    return telemetry.session(aws).client(service);
  }

  @Test
  void call_thatSucceeds_hasASpanByTheConventions() {
    Response response = client("dynamodb").call("ListTables");

    SpanData span = telemetry.onlySpan();
    assertThat(span.getName()).isEqualTo("DynamoDB.ListTables");
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(Telemetry.attributes(span))
        .containsEntry("rpc.system.name", "aws-api")
        .containsEntry("rpc.method", "DynamoDB/ListTables")
        .containsEntry("cloud.region", "us-east-1")
        .containsEntry("server.address", "dynamodb.us-east-1.amazonaws.com")
        .containsEntry("server.port", 443L)
        .containsEntry("http.response.status_code", 200L)
        .containsEntry("db.system.name", "aws.dynamodb")
        .containsEntry("aws.request_id", response.metadata().requestId())
        .doesNotContainKeys("error.type", "http.request.resend_count");
  }

  @Test
  void span_ofACall_isAChildOfTheCurrentOne() {
    Span parent = telemetry.within(() -> client("dynamodb").call("ListTables"));
    assertThat(telemetry.span("DynamoDB.ListTables").getParentSpanId())
        .isEqualTo(parent.getSpanContext().getSpanId());
  }

  @Test
  void span_ofAnAsynchronousCall_isAChildOfTheCallersOne() {
    Span parent =
        telemetry.within(
            () -> assertThat(client("dynamodb").callAsync("ListTables").join()).isNotNull());
    assertThat(telemetry.span("DynamoDB.ListTables").getParentSpanId())
        .isEqualTo(parent.getSpanContext().getSpanId());
  }

  @Test
  void span_duringTheCall_isCurrent() {
    Interceptor looking =
        new Interceptor() {
          @Override
          public HttpRequest beforeCall(CallContext call, HttpRequest request) {
            assertThat(Span.current().getSpanContext().isValid()).isTrue();
            telemetry.sdk().getTracer("test").spanBuilder("inner").startSpan().end();
            return request;
          }
        };
    client("dynamodb").with(looking).call("ListTables");
    assertThat(telemetry.span("inner").getParentSpanId())
        .isEqualTo(telemetry.span("DynamoDB.ListTables").getSpanId());
  }

  @Test
  void call_thatFails_hasTheErrorsCodeAndNotItsMessage() {
    assertThatThrownBy(
            () -> client("dynamodb").call("DescribeTable", Map.of("TableName", "no-such-table")))
        .isInstanceOfSatisfying(
            ServiceException.class,
            e ->
                assertThat(Telemetry.attributes(telemetry.onlySpan()))
                    .containsEntry("aws.request_id", e.requestId()));
    SpanData span = telemetry.onlySpan();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(Telemetry.attributes(span))
        .containsEntry("error.type", "ResourceNotFoundException")
        .containsEntry("http.response.status_code", 400L);
    assertThat(span.getEvents()).hasSize(1);
    assertThat(span.getEvents().get(0).getName()).isEqualTo("exception");
    assertThat(span.getEvents().get(0).getAttributes().asMap())
        .hasSize(1)
        .containsEntry(Keys.EXCEPTION_TYPE, ServiceException.class.getName());
  }

  @Test
  void exceptionMessages_wanted_areRecorded() {
    Client dynamodb =
        telemetry.session(aws, builder -> builder.exceptionMessages(true)).client("dynamodb");
    assertThatThrownBy(() -> dynamodb.call("DescribeTable", Map.of("TableName", "no-such-table")))
        .isInstanceOf(ServiceException.class);
    assertThat(telemetry.onlySpan().getEvents().get(0).getAttributes().asMap().toString())
        .contains("exception.message=An error occurred (ResourceNotFoundException)");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void call_withBadInput_hasTheClassOfTheException() {
    assertThatThrownBy(
            () -> client("dynamodb").call("GetItem", Map.of("TableName", 1, "Key", "secret-value")))
        .isInstanceOf(ParamValidationException.class);
    SpanData span = telemetry.onlySpan();
    assertThat(Telemetry.attributes(span))
        .containsEntry("error.type", ParamValidationException.class.getName())
        .doesNotContainKey("server.address");
    assertThat(span.toString()).doesNotContain("secret-value");
  }

  @Test
  void call_thatEndsWithAnError_endsItsSpan() {
    Interceptor failing =
        new Interceptor() {
          @Override
          public HttpResponse beforeSend(CallContext call, HttpRequest request) {
            throw new StackOverflowError();
          }
        };
    Client dynamodb =
        telemetry
            .session(aws, builder -> builder.attemptSpans(true))
            .client("dynamodb")
            .with(failing);
    assertThatThrownBy(() -> dynamodb.call("ListTables")).isInstanceOf(StackOverflowError.class);
    assertThat(telemetry.spans()).hasSize(2);
    assertThat(Telemetry.attributes(telemetry.span("DynamoDB.ListTables")))
        .containsEntry("error.type", "java.lang.StackOverflowError");
  }

  @Test
  void asynchronousCall_thatIsCancelled_endsItsSpans() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Interceptor waiting =
        new Interceptor() {
          @Override
          public HttpResponse responseReceived(CallContext call, HttpResponse response) {
            begun.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              throw new IllegalStateException("interrupted", e);
            }
            return response;
          }

          @Override
          public void callEnded(CallContext call, Throwable failure) {
            ended.countDown();
          }
        };
    Client dynamodb =
        telemetry
            .session(aws, builder -> builder.attemptSpans(true))
            .client("dynamodb", c -> c.interceptorFirst(waiting));
    CompletableFuture<Response> call = dynamodb.callAsync("ListTables");
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(call.cancel(true)).isTrue();
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(telemetry.spans())
        .extracting(SpanData::getName)
        .containsExactly("POST", "DynamoDB.ListTables");
  }

  @Test
  void call_thatAnEarlierInterceptorFails_leavesNothing() {
    Interceptor failing =
        new Interceptor() {
          @Override
          public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
            throw new IllegalStateException("first");
          }
        };
    Client dynamodb = telemetry.session(aws).client("dynamodb", c -> c.interceptorFirst(failing));
    assertThatThrownBy(() -> dynamodb.call("ListTables")).hasMessage("first");
    assertThat(telemetry.spans()).isEmpty();
  }

  @Test
  void explainAndPresign_haveNoSpan() {
    Client s3 = client("s3");
    s3.explain("ListBuckets", Map.of());
    s3.presign("GetObject", Map.of("Bucket", "b", "Key", "k"));
    s3.presignPost("b", "k");
    assertThat(telemetry.spans()).isEmpty();
  }

  @Test
  void streamedResponse_endsTheSpanWhenTheCallReturns() {
    Client s3 = client("s3");
    s3.call("CreateBucket", Map.of("Bucket", "streams"));
    s3.call("PutObject", Map.of("Bucket", "streams", "Key", "k", "Body", "text"));
    telemetry.reset();
    Response response = s3.call("GetObject", Map.of("Bucket", "streams", "Key", "k"));
    assertThat(telemetry.onlySpan().hasEnded()).isTrue();
    ResponseStream body = response.body("Body");
    assertThat(body.text()).isEqualTo("text");
  }

  @Test
  void interceptor_addedTwice_observesOnce() {
    OpenTelemetryInterceptor interceptor =
        telemetry.interceptor(builder -> builder.attemptSpans(true));
    aws.sessionBuilder()
        .interceptor(interceptor)
        .interceptor(interceptor)
        .build()
        .client("dynamodb")
        .call("ListTables");
    assertThat(telemetry.spans())
        .extracting(SpanData::getName)
        .containsExactly("POST", "DynamoDB.ListTables");
    assertThat(telemetry.metric("boto4j.client.attempts").getLongSumData().getPoints())
        .satisfiesExactly(point -> assertThat(point.getValue()).isEqualTo(1));
  }

  @Test
  void interceptors_ofTwoTelemetries_makeOneSpanEach() {
    try (Telemetry other = Telemetry.create()) {
      telemetry
          .session(aws)
          .client("dynamodb", c -> c.interceptor(other.interceptor(builder -> builder)))
          .call("ListTables");
      assertThat(telemetry.spans()).hasSize(1);
      assertThat(other.spans()).hasSize(1);
    }
  }

  @Test
  void noopTelemetry_changesNothing() {
    Client sqs =
        aws.sessionBuilder()
            .interceptor(OpenTelemetryInterceptor.create(OpenTelemetry.noop()))
            .build()
            .client("sqs");
    String url = sqs.call("CreateQueue", Map.of("QueueName", "quiet")).text("QueueUrl");
    sqs.call("SendMessage", Map.of("QueueUrl", url, "MessageBody", "m"));
    Response received =
        sqs.call(
            "ReceiveMessage", Map.of("QueueUrl", url, "MessageAttributeNames", List.of("All")));
    assertThat(received.structures("Messages").get(0)).doesNotContainKey("MessageAttributes");
  }

  @Test
  void spanNotSampled_isNotRecordedAndStaysCurrent() {
    try (Telemetry off = Telemetry.with(Sampler.alwaysOff())) {
      Interceptor looking =
          new Interceptor() {
            @Override
            public HttpRequest beforeCall(CallContext call, HttpRequest request) {
              assertThat(Span.current().getSpanContext().isValid()).isTrue();
              assertThat(Span.current().getSpanContext().isSampled()).isFalse();
              return request;
            }
          };
      off.session(aws).client("dynamodb").with(looking).call("ListTables");
      assertThat(off.spans()).isEmpty();
    }
  }

  @Test
  void earlierRpcNames_replaceTheCurrentOnes() {
    telemetry
        .session(aws, builder -> builder.earlierRpcNames(true))
        .client("secretsmanager")
        .call("ListSecrets");
    assertThat(Telemetry.attributes(telemetry.onlySpan()))
        .containsEntry("rpc.system", "aws-api")
        .containsEntry("rpc.service", "Secrets Manager")
        .containsEntry("rpc.method", "ListSecrets")
        .doesNotContainKey("rpc.system.name");
    assertThat(telemetry.onlySpan().getName()).isEqualTo("Secrets Manager.ListSecrets");
  }
}
