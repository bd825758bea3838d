package io.boto4j.opentelemetry.docs;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.opentelemetry.MessageTracing;
import io.boto4j.opentelemetry.OpenTelemetryInterceptor;
import io.opentelemetry.api.OpenTelemetry;
import java.util.Map;
import java.util.function.Consumer;

/** A sender and a consumer of messages. */
final class Orders {
  private Orders() {}

  static Session session(Session.Builder builder, OpenTelemetry openTelemetry) {
    return builder
        .interceptor(
            OpenTelemetryInterceptor.builder(openTelemetry)
                .attemptSpans(true)
                .objectKeys(true)
                .build())
        .build();
  }

  static void send(Client sqs, String queueUrl) {
    sqs.call("SendMessage", Map.of("QueueUrl", queueUrl, "MessageBody", "one coffee"));
  }

  static void consume(
      Client sqs, String queueUrl, OpenTelemetry openTelemetry, Consumer<String> work) {
    MessageTracing tracing = MessageTracing.of(openTelemetry);
    Map<String, Object> input = Map.of("QueueUrl", queueUrl, "WaitTimeSeconds", 20);
    for (Structure message : sqs.call("ReceiveMessage", input).structures("Messages")) {
      tracing.process(queueUrl, message, m -> work.accept(m.text("Body")));
      sqs.call(
          "DeleteMessage",
          Map.of("QueueUrl", queueUrl, "ReceiptHandle", message.text("ReceiptHandle")));
    }
  }
}
