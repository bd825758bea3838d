package io.boto4j.opentelemetry;

import io.boto4j.CallContext;
import io.boto4j.Response;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conventions for SQS: messages are sent, received and settled. */
final class SqsConvention extends Convention {
  static final String SYSTEM = "aws.sqs";

  @Override
  SpanKind kind(String operation, boolean propagates) {
    return propagates && operation.startsWith("SendMessage") ? SpanKind.PRODUCER : SpanKind.CLIENT;
  }

  /** Returns the type of the operation, which is its name too, or null if it is not on messages. */
  private static @Nullable String type(String operation) {
    return switch (operation) {
      case "SendMessage", "SendMessageBatch" -> "send";
      case "ReceiveMessage" -> "receive";
      case "DeleteMessage", "DeleteMessageBatch" -> "settle";
      default -> null;
    };
  }

  @Override
  void start(CallContext call, Map<String, ?> input, SpanBuilder span) {
    String type = type(call.operation());
    if (type == null) {
      return;
    }
    span.setAttribute(Keys.MESSAGING_SYSTEM, SYSTEM);
    span.setAttribute(Keys.MESSAGING_OPERATION_TYPE, type);
    span.setAttribute(Keys.MESSAGING_OPERATION_NAME, type.equals("settle") ? "delete" : type);
    String queueUrl = Values.text(input.get("QueueUrl"));
    if (queueUrl != null) {
      span.setAttribute(Keys.MESSAGING_DESTINATION, queueName(queueUrl));
    }
  }

  static String queueName(String queueUrl) {
    return Values.lastPart(queueUrl, '/');
  }

  @Override
  void request(CallContext call, Map<String, ?> input, Span span) {
    Values.text(span, Keys.SQS_QUEUE_URL, input.get("QueueUrl"));
    if (call.operation().endsWith("Batch")) {
      span.setAttribute(Keys.MESSAGING_BATCH_COUNT, (long) Values.size(input.get("Entries")));
    }
  }

  @Override
  void response(CallContext call, Response response, Span span) {
    Values.text(span, Keys.MESSAGING_MESSAGE_ID, response.get("MessageId"));
    if (call.operation().equals("ReceiveMessage")) {
      span.setAttribute(Keys.MESSAGING_BATCH_COUNT, (long) Values.size(response.get("Messages")));
    }
  }
}
