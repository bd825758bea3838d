package io.boto4j.opentelemetry;

import io.boto4j.CallContext;
import io.boto4j.Response;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Map;

/**
 * The conventions for the spans of one service, beyond those for all calls. This one has none.
 *
 * <p>Never recorded: contents of items, messages and objects, keys of items, values of expressions,
 * and phone numbers.
 */
class Convention {
  private static final Convention NONE = new Convention();

  /** Returns the conventions for a service. */
  static Convention of(String serviceId, boolean objectKeys) {
    return switch (serviceId) {
      case "DynamoDB" -> new DynamoDbConvention();
      case "S3" -> new S3Convention(objectKeys);
      case "SQS" -> new SqsConvention();
      case "SNS" -> new SnsConvention();
      case "Lambda" -> new LambdaConvention();
      case "Kinesis" -> MemberConvention.KINESIS;
      case "Secrets Manager" -> MemberConvention.SECRETS_MANAGER;
      case "SFN" -> MemberConvention.STEP_FUNCTIONS;
      default -> NONE;
    };
  }

  /**
   * Returns the kind of the span.
   *
   * @param propagates whether the context of the span is added to messages
   */
  SpanKind kind(String operation, boolean propagates) {
    return SpanKind.CLIENT;
  }

  /** Sets what a sampler may decide by, before the span is started. */
  void start(CallContext call, Map<String, ?> input, SpanBuilder span) {}

  /** Sets attributes of the request, if the span is recorded. */
  void request(CallContext call, Map<String, ?> input, Span span) {}

  /** Sets attributes of the response, if the span is recorded. */
  void response(CallContext call, Response response, Span span) {}
}
