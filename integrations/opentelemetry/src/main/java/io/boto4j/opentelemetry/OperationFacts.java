package io.boto4j.opentelemetry;

import io.boto4j.CallContext;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/**
 * What is the same for all calls of an operation in a region. Created once, because building
 * attributes costs more than setting them.
 *
 * @param spanName the name of the span, such as {@code DynamoDB.GetItem}
 * @param attributes the attributes of spans and metrics
 * @param convention the conventions for the service
 */
record OperationFacts(String spanName, Attributes attributes, Convention convention) {
  private static final String SYSTEM = "aws-api";

  static OperationFacts of(CallContext call, Convention convention, boolean earlierNames) {
    String service = call.serviceId();
    AttributesBuilder attributes = Attributes.builder().put(Keys.CLOUD_REGION, call.region());
    if (earlierNames) {
      attributes
          .put(Keys.Earlier.RPC_SYSTEM, SYSTEM)
          .put(Keys.Earlier.RPC_SERVICE, service)
          .put(Keys.RPC_METHOD, call.operation());
    } else {
      attributes
          .put(Keys.RPC_SYSTEM_NAME, SYSTEM)
          .put(Keys.RPC_METHOD, service + "/" + call.operation());
    }
    return new OperationFacts(service + "." + call.operation(), attributes.build(), convention);
  }
}
