package io.boto4j.opentelemetry;

import io.boto4j.CallContext;
import io.boto4j.Response;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conventions for SNS. Phone numbers and devices, to which it publishes, are not recorded. */
final class SnsConvention extends Convention {
  static final String SYSTEM = "aws.sns";

  private static boolean publishes(String operation) {
    return operation.equals("Publish") || operation.equals("PublishBatch");
  }

  @Override
  SpanKind kind(String operation, boolean propagates) {
    return propagates && publishes(operation) ? SpanKind.PRODUCER : SpanKind.CLIENT;
  }

  @Override
  void start(CallContext call, Map<String, ?> input, SpanBuilder span) {
    if (!publishes(call.operation())) {
      return;
    }
    span.setAttribute(Keys.MESSAGING_SYSTEM, SYSTEM);
    span.setAttribute(Keys.MESSAGING_OPERATION_TYPE, "send");
    span.setAttribute(Keys.MESSAGING_OPERATION_NAME, "publish");
    String topic = topic(input);
    if (topic != null) {
      span.setAttribute(Keys.MESSAGING_DESTINATION, Values.lastPart(topic, ':'));
    }
  }

  /** Returns the ARN of the topic, or null: a target may be the endpoint of a person's device. */
  static @Nullable String topic(Map<String, ?> input) {
    String topic = Values.text(input.get("TopicArn"));
    String target = topic == null ? Values.text(input.get("TargetArn")) : topic;
    return target == null || target.contains(":endpoint/") ? null : target;
  }

  @Override
  void request(CallContext call, Map<String, ?> input, Span span) {
    Values.text(span, Keys.SNS_TOPIC_ARN, topic(input));
    if (call.operation().equals("PublishBatch")) {
      span.setAttribute(
          Keys.MESSAGING_BATCH_COUNT, (long) Values.size(input.get("PublishBatchRequestEntries")));
    }
  }

  @Override
  void response(CallContext call, Response response, Span span) {
    Values.text(span, Keys.MESSAGING_MESSAGE_ID, response.get("MessageId"));
  }
}
