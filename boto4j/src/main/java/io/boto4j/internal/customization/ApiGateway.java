package io.boto4j.internal.customization;

import io.boto4j.http.HttpRequest;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.model.OperationModel;
import java.util.Map;

/** API Gateway responds in HAL unless the request asks for plain JSON. */
final class ApiGateway implements Customization {
  private static final String ACCEPT = "Accept";

  @Override
  public HttpRequest request(
      OperationModel operation,
      Map<String, ?> input,
      HttpRequest request,
      CustomizationClient client) {
    return request.headers().contains(ACCEPT)
        ? request
        : request.withHeader(ACCEPT, "application/json");
  }
}
