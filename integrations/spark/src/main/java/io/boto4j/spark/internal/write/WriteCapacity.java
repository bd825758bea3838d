package io.boto4j.spark.internal.write;

import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.spark.internal.RateLimit;
import java.util.Map;

/**
 * The interceptor that keeps the writes of a task within its rate of capacity units: each request
 * waits until earlier ones are paid, and then charges what DynamoDB reports.
 */
final class WriteCapacity implements Interceptor {
  private final RateLimit limit;

  WriteCapacity(RateLimit limit) {
    this.limit = limit;
  }

  @Override
  public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
    try {
      // The units are charged once they are known: this only waits while the task is in debt.
      limit.take(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException("Interrupted while waiting for write capacity", e);
    }
    return Params.copyOf(parameters).with("ReturnConsumedCapacity", "TOTAL");
  }

  @Override
  public Response afterCall(CallContext call, Response response) {
    double units = 0;
    for (Structure each : response.structures("ConsumedCapacity")) {
      Double consumed = each.real("CapacityUnits");
      units += consumed == null ? 0 : consumed;
    }
    limit.charge(units);
    return response;
  }
}
