package io.boto4j.internal.customization;

import io.boto4j.http.HttpRequest;
import io.boto4j.internal.call.CallRoad;
import io.boto4j.internal.call.Customization;
import io.boto4j.model.OperationModel;
import java.util.Map;

/** API Gateway answers in HAL unless asked for plain JSON. */
final class ApiGateway implements Customization {
  private static final String ACCEPT = "Accept";

  @Override
  public HttpRequest request(
      OperationModel operation, Map<String, ?> input, HttpRequest request, CallRoad road) {
    return request.headers().contains(ACCEPT)
        ? request
        : request.withHeader(ACCEPT, "application/json");
  }
}
