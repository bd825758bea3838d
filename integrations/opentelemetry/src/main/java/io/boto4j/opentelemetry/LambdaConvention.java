package io.boto4j.opentelemetry;

import io.boto4j.CallContext;
import io.boto4j.Response;
import io.opentelemetry.api.trace.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conventions for Lambda: the invoked function, and event source mappings. */
final class LambdaConvention extends Convention {
  private static final int REGION = 3;
  private static final int NAME = 6;

  @Override
  void request(CallContext call, Map<String, ?> input, Span span) {
    if (call.operation().startsWith("Invoke")) {
      String function = Values.text(input.get("FunctionName"));
      String region = function == null ? null : Values.arnField(function, REGION);
      Values.text(span, Keys.FAAS_INVOKED_NAME, function == null ? null : name(function));
      span.setAttribute(Keys.FAAS_INVOKED_PROVIDER, "aws");
      span.setAttribute(Keys.FAAS_INVOKED_REGION, region == null ? call.region() : region);
    }
    if (call.operation().endsWith("EventSourceMapping")) {
      Values.text(span, Keys.LAMBDA_MAPPING_ID, input.get("UUID"));
    }
  }

  /**
   * Returns the name in {@code name}, {@code name:alias}, {@code account:function:name} or an ARN.
   */
  private static @Nullable String name(String function) {
    String ofArn = Values.arnField(function, NAME);
    if (ofArn != null) {
      return ofArn;
    }
    int partial = function.indexOf(":function:");
    String name = partial < 0 ? function : function.substring(partial + ":function:".length());
    int alias = name.indexOf(':');
    return alias < 0 ? name : name.substring(0, alias);
  }

  @Override
  void response(CallContext call, Response response, Span span) {
    if (call.operation().endsWith("EventSourceMapping")) {
      Values.text(span, Keys.LAMBDA_MAPPING_ID, response.get("UUID"));
    }
  }
}
