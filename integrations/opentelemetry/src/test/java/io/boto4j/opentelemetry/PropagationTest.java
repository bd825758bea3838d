package io.boto4j.opentelemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.local.LocalAws;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.contrib.awsxray.propagator.AwsXrayPropagator;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The context in what calls send, and in what they receive. */
final class PropagationTest {
  private static LocalAws aws;

  private final Telemetry telemetry = Telemetry.create();
  private final Client sqs = telemetry.session(aws).client("sqs");
  private String url;

  @BeforeAll
  static void start() {
    aws = LocalAws.builder().lambda("greet", event -> Map.of("text", "hello")).start();
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @BeforeEach
  void createQueue() {
    aws.journal().clear();
    url =
        aws.session()
            .client("sqs")
            .call("CreateQueue", Map.of("QueueName", "orders"))
            .text("QueueUrl");
    aws.session().client("sqs").call("PurgeQueue", Map.of("QueueUrl", url));
  }

  @AfterEach
  void close() {
    telemetry.close();
  }

  private static Structure sent(String service, String operation) {
    return aws.journal().calls(service, operation).get(0).input();
  }

  private static String traceparent(SpanData span) {
    return "00-"
        + span.getTraceId()
        + "-"
        + span.getSpanId()
        + "-"
        + span.getSpanContext().getTraceFlags().asHex();
  }

  private Structure received() {
    return sqs.call("ReceiveMessage", Map.of("QueueUrl", url)).structures("Messages").get(0);
  }

  private static Map<String, Object> attributes(int count) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      attributes.put("a" + i, Map.of("DataType", "String", "StringValue", "v"));
    }
    return attributes;
  }

  @Test
  void message_sentAndReceived_hasTheContextOfItsSender() {
    sqs.call("SendMessage", Map.of("QueueUrl", url, "MessageBody", "m"));
    SpanData send = telemetry.span("SQS.SendMessage");
    Structure message = received();
    assertThat(message.text("MessageAttributes", "traceparent", "StringValue"))
        .isEqualTo(traceparent(send));
    SpanContext found =
        Span.fromContext(MessageTracing.of(telemetry.sdk()).contextOf(message)).getSpanContext();
    assertThat(found.getSpanId()).isEqualTo(send.getSpanId());
    assertThat(found.isRemote()).isTrue();
  }

  @Test
  void process_linksItsSpanToTheSender() {
    sqs.call("SendMessage", Map.of("QueueUrl", url, "MessageBody", "m"));
    Structure message = received();
    List<String> handled = new ArrayList<>();
    MessageTracing.of(telemetry.sdk())
        .process(
            url,
            message,
            m -> {
              handled.add(m.text("Body"));
              assertThat(Span.current().getSpanContext().isValid()).isTrue();
            });
    assertThat(handled).containsExactly("m");
    SpanData process = telemetry.span("process orders");
    SpanData send = telemetry.span("SQS.SendMessage");
    assertThat(process.getKind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(process.getTraceId()).isNotEqualTo(send.getTraceId());
    assertThat(process.getLinks()).hasSize(1);
    assertThat(process.getLinks().get(0).getSpanContext().getSpanId()).isEqualTo(send.getSpanId());
    assertThat(Telemetry.attributes(process))
        .containsEntry("messaging.system.name", "aws.sqs")
        .containsEntry("messaging.operation.type", "process")
        .containsEntry("messaging.destination.name", "orders")
        .containsEntry("messaging.message.id", message.text("MessageId"))
        .containsEntry("aws.sqs.queue.url", url);
  }

  @Test
  void process_withParents_continuesTheTraceOfTheSender() {
    sqs.call("SendMessage", Map.of("QueueUrl", url, "MessageBody", "m"));
    MessageTracing.of(telemetry.sdk()).withParents().process(url, received(), m -> {});
    SpanData send = telemetry.span("SQS.SendMessage");
    assertThat(telemetry.span("process orders").getTraceId()).isEqualTo(send.getTraceId());
    assertThat(telemetry.span("process orders").getParentSpanId()).isEqualTo(send.getSpanId());
  }

  @Test
  void process_thatFails_hasTheErrorAndThrowsIt() {
    MessageTracing tracing = MessageTracing.of(telemetry.sdk());
    assertThatThrownBy(
            () ->
                tracing.process(
                    url,
                    Map.of("Body", "b"),
                    m -> {
                      throw new IllegalStateException("bad");
                    }))
        .hasMessage("bad");
    SpanData process = telemetry.span("process orders");
    assertThat(process.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(process.getLinks()).isEmpty();
    assertThat(Telemetry.attributes(process))
        .containsEntry("error.type", "java.lang.IllegalStateException");
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void batch_givesTheContextToEachMessage() {
    sqs.call(
        "SendMessageBatch",
        Map.of(
            "QueueUrl",
            url,
            "Entries",
            List.of(
                Map.of("Id", "1", "MessageBody", "a"),
                Params.of("Id", "2", "MessageBody", "b", "MessageAttributes", attributes(1)))));
    List<Structure> entries = sent("sqs", "SendMessageBatch").structures("Entries");
    String expected = traceparent(telemetry.span("SQS.SendMessageBatch"));
    assertThat(entries)
        .extracting(each -> each.text("MessageAttributes", "traceparent", "StringValue"))
        .containsExactly(expected, expected);
    assertThat(entries.get(1).map("MessageAttributes")).containsOnlyKeys("a0", "traceparent");
    assertThat(Telemetry.attributes(telemetry.span("SQS.SendMessageBatch")))
        .containsEntry("messaging.batch.message_count", 2L);
  }

  @Test
  void message_withTenAttributes_isSentAsItIs() {
    Map<String, Object> input =
        Map.of("QueueUrl", url, "MessageBody", "m", "MessageAttributes", attributes(10));
    sqs.call("SendMessage", input);
    assertThat(sent("sqs", "SendMessage").map("MessageAttributes"))
        .hasSize(10)
        .doesNotContainKey("traceparent");
    assertThat(input.get("MessageAttributes")).isEqualTo(attributes(10));
  }

  @Test
  void message_withAContextOfTheUser_keepsIt() {
    Map<String, Object> own =
        Map.of("traceparent", Map.of("DataType", "String", "StringValue", "mine"));
    sqs.call("SendMessage", Map.of("QueueUrl", url, "MessageBody", "m", "MessageAttributes", own));
    assertThat(sent("sqs", "SendMessage").text("MessageAttributes", "traceparent", "StringValue"))
        .isEqualTo("mine");
  }

  @Test
  void contextOfSeveralFields_isAddedAsFarAsItFits() {
    TextMapPropagator both =
        TextMapPropagator.composite(
            W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance());
    try (Telemetry wide = Telemetry.with(both)) {
      Client sending = wide.session(aws).client("sqs");
      Context.current()
          .with(Baggage.builder().put("tenant", "42").build())
          .wrap(
              () -> {
                send(sending, 8);
                send(sending, 9);
              })
          .run();
    }
    assertThat(aws.journal().calls("sqs", "SendMessage"))
        .extracting(each -> List.copyOf(each.input().map("MessageAttributes").keySet()))
        .satisfiesExactly(
            first -> assertThat(first).hasSize(10).contains("traceparent", "baggage"),
            second ->
                assertThat(second).hasSize(10).contains("traceparent").doesNotContain("baggage"));
  }

  private void send(Client sending, int attributes) {
    sending.call(
        "SendMessage",
        Map.of("QueueUrl", url, "MessageBody", "m", "MessageAttributes", attributes(attributes)));
  }

  @Test
  void receive_asksForTheContextToo() {
    sqs.call("ReceiveMessage", Map.of("QueueUrl", url, "MessageAttributeNames", List.of("a0")));
    sqs.call("ReceiveMessage", Map.of("QueueUrl", url, "MessageAttributeNames", List.of("All")));
    assertThat(aws.journal().calls("sqs", "ReceiveMessage"))
        .extracting(each -> each.input().list("MessageAttributeNames"))
        .containsExactly(List.of("a0", "traceparent", "tracestate"), List.of("All"));
  }

  @Test
  void propagation_notWanted_changesNothing() {
    telemetry
        .session(aws, builder -> builder.propagation(false))
        .client("sqs")
        .call("SendMessage", Map.of("QueueUrl", url, "MessageBody", "m"));
    assertThat(sent("sqs", "SendMessage")).doesNotContainKey("MessageAttributes");
  }

  @Test
  void notification_ofATopic_hasTheContextInTheBodyOfTheMessage() {
    Client plain = aws.session().client("sns");
    String topic = plain.call("CreateTopic", Map.of("Name", "news")).text("TopicArn");
    plain.call(
        "Subscribe",
        Map.of(
            "TopicArn",
            topic,
            "Protocol",
            "sqs",
            "Endpoint",
            "arn:aws:sqs:us-east-1:123456789012:orders"));
    telemetry.session(aws).client("sns").call("Publish", Map.of("TopicArn", topic, "Message", "m"));
    Structure message = received();
    assertThat(message.text("Body")).contains("\"Notification\"");
    MessageTracing.of(telemetry.sdk()).withParents().process(url, message, m -> {});
    assertThat(telemetry.span("process orders").getParentSpanId())
        .isEqualTo(telemetry.span("SNS.Publish").getSpanId());
    plain.call("DeleteTopic", Map.of("TopicArn", topic));
  }

  @Test
  void publishBatch_givesTheContextToEachMessage() {
    Client sns = telemetry.session(aws).client("sns");
    String topic = sns.call("CreateTopic", Map.of("Name", "batches")).text("TopicArn");
    sns.call(
        "PublishBatch",
        Map.of(
            "TopicArn",
            topic,
            "PublishBatchRequestEntries",
            List.of(Map.of("Id", "1", "Message", "a"))));
    assertThat(
            sent("sns", "PublishBatch")
                .structures("PublishBatchRequestEntries")
                .get(0)
                .text("MessageAttributes", "traceparent", "StringValue"))
        .isEqualTo(traceparent(telemetry.span("SNS.PublishBatch")));
  }

  @Test
  void sms_hasNoContext() {
    telemetry
        .session(aws)
        .client("sns")
        .call("Publish", Map.of("PhoneNumber", "+15005550006", "Message", "m"));
    assertThat(sent("sns", "Publish")).doesNotContainKey("MessageAttributes");
  }

  private Map<?, ?> clientContext(Map<String, ?> more) {
    Map<String, Object> input = new LinkedHashMap<>(more);
    input.put("FunctionName", "greet");
    telemetry.session(aws).client("lambda").call("Invoke", input);
    String encoded = sent("lambda", "Invoke").text("ClientContext");
    return encoded == null
        ? Map.of()
        : (Map<?, ?>) Json.read(new String(Base64.getDecoder().decode(encoded), UTF_8));
  }

  private static String base64(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
  }

  @Test
  void invoke_hasTheContextInItsClientContext() {
    assertThat(clientContext(Map.of()))
        .isEqualTo(
            Map.of("custom", Map.of("traceparent", traceparent(telemetry.span("Lambda.Invoke")))));
  }

  @Test
  void invoke_withAClientContextOfTheUser_keepsIt() {
    String own = base64("{\"client\":{\"app_title\":\"t\"},\"custom\":{\"a\":\"b\"}}");
    Map<?, ?> sent = clientContext(Map.of("ClientContext", own));
    assertThat(sent.get("client")).isEqualTo(Map.of("app_title", "t"));
    assertThat(sent.get("custom").toString()).contains("a=b", "traceparent=");
  }

  @Test
  void invoke_whoseContextDoesNotFit_isSentAsItIs() {
    String own = base64("{\"custom\":{\"a\":\"" + "x".repeat(2600) + "\"}}");
    assertThat(clientContext(Map.of("ClientContext", own)).get("custom").toString())
        .doesNotContain("traceparent");
  }

  @Test
  void invoke_asynchronous_hasNoClientContext() {
    assertThat(clientContext(Map.of("InvocationType", "Event"))).isEmpty();
  }

  @Test
  void event_hasTheHeaderOfXRay() {
    telemetry
        .session(aws)
        .client("events")
        .call(
            "PutEvents",
            Map.of(
                "Entries",
                List.of(
                    Map.of("Source", "s", "DetailType", "t", "Detail", "{}"),
                    Map.of(
                        "Source",
                        "s",
                        "DetailType",
                        "t",
                        "Detail",
                        "{}",
                        "TraceHeader",
                        "Root=1"))));
    SpanData span = telemetry.span("EventBridge.PutEvents");
    assertThat(sent("events", "PutEvents").structures("Entries"))
        .extracting(each -> each.text("TraceHeader"))
        .containsExactly(xray(span), "Root=1");
  }

  private static String xray(SpanData span) {
    String trace = span.getTraceId();
    return "Root=1-"
        + trace.substring(0, 8)
        + "-"
        + trace.substring(8)
        + ";Parent="
        + span.getSpanId()
        + ";Sampled=1";
  }

  /** Remembers the last request. */
  private static final class Looking implements Interceptor {
    private HttpRequest last;

    @Override
    public HttpResponse beforeSend(CallContext call, HttpRequest request) {
      last = request;
      return null;
    }

    String header() {
      return last.headers().first("X-Amzn-Trace-Id");
    }
  }

  @Test
  void xrayHeader_isSentIfThePropagatorWritesIt() {
    Looking looking = new Looking();
    sqs.with(looking).call("ListQueues");
    assertThat(looking.header()).isNull();
    try (Telemetry ofXRay = Telemetry.with(AwsXrayPropagator.getInstance())) {
      ofXRay.session(aws).client("sqs").with(looking).call("ListQueues");
      assertThat(looking.header()).isEqualTo(xray(ofXRay.onlySpan()));
    }
  }

  @Test
  void xrayHeader_keepsTheLineageOfLambda() {
    Looking looking = new Looking();
    String previous = "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0;Lineage=a87bd80c:1|68fd";
    telemetry
        .session(aws, builder -> builder.xrayHeader(true))
        .client("sqs")
        .with(looking)
        .call("ListQueues", Map.of(), o -> o.header("X-Amzn-Trace-Id", previous));
    assertThat(looking.header()).isEqualTo(xray(telemetry.onlySpan()) + ";Lineage=a87bd80c:1|68fd");
  }

  @Test
  void xrayHeader_ofAMessage_isTheContextIfThereIsNoOther() {
    telemetry
        .session(aws, builder -> builder.xrayHeader(true).propagation(false))
        .client("sqs")
        .call("SendMessage", Map.of("QueueUrl", url, "MessageBody", "m"));
    SpanData send = telemetry.span("SQS.SendMessage");
    Map<String, Object> message = Map.of("Attributes", Map.of("AWSTraceHeader", xray(send)));
    SpanContext found =
        Span.fromContext(MessageTracing.of(telemetry.sdk()).contextOf(message)).getSpanContext();
    assertThat(found.getTraceId()).isEqualTo(send.getTraceId());
    assertThat(found.getSpanId()).isEqualTo(send.getSpanId());
    assertThat(found.isSampled()).isTrue();
  }

  @Test
  void message_withoutOrWithBrokenContext_hasTheRootContext() {
    MessageTracing tracing = MessageTracing.of(telemetry.sdk());
    for (Map<String, Object> message :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("Body", "{\"Type\": \"Notification\""),
            Map.of("Body", "{\"Notification\": 1}", "MessageAttributes", "x"),
            Map.of("Attributes", Map.of("AWSTraceHeader", "Root=1-x;;Parent=;Sampled")))) {
      assertThat(Span.fromContext(tracing.contextOf(message)).getSpanContext().isValid()).isFalse();
    }
  }
}
