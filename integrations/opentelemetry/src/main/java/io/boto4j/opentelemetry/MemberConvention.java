package io.boto4j.opentelemetry;

import io.boto4j.CallContext;
import io.boto4j.Response;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The conventions for a service of which members of inputs and outputs become attributes. */
final class MemberConvention extends Convention {
  static final Convention KINESIS =
      new MemberConvention(
          List.of(
              new Source("StreamName", Keys.KINESIS_STREAM_NAME, name -> name),
              new Source("StreamARN", Keys.KINESIS_STREAM_NAME, MemberConvention::lastOfArn)));

  static final Convention SECRETS_MANAGER =
      new MemberConvention(
          List.of(
              new Source("SecretId", Keys.SECRET_ARN, MemberConvention::arn),
              new Source("ARN", Keys.SECRET_ARN, MemberConvention::arn)));

  static final Convention STEP_FUNCTIONS =
      new MemberConvention(
          List.of(
              new Source("stateMachineArn", Keys.STATE_MACHINE_ARN, MemberConvention::arn),
              new Source("activityArn", Keys.ACTIVITY_ARN, MemberConvention::arn)));

  /** A member, the attribute that it becomes, and how; null if the value is not fit for it. */
  private record Source(
      String member, AttributeKey<String> key, Function<String, @Nullable String> conversion) {}

  private final List<Source> sources;

  private MemberConvention(List<Source> sources) {
    this.sources = sources;
  }

  private static @Nullable String arn(String text) {
    return text.startsWith("arn:") ? text : null;
  }

  private static @Nullable String lastOfArn(String text) {
    return text.startsWith("arn:") ? Values.lastPart(text, '/') : null;
  }

  @Override
  void request(CallContext call, Map<String, ?> input, Span span) {
    set(input, span);
  }

  @Override
  void response(CallContext call, Response response, Span span) {
    set(response, span);
  }

  private void set(Map<String, ?> members, Span span) {
    for (Source each : sources) {
      String text = Values.text(members.get(each.member));
      if (text != null) {
        Values.text(span, each.key, each.conversion.apply(text));
      }
    }
  }
}
