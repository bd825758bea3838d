package io.boto4j.internal.customization;

import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.model.OperationModel;
import java.net.URI;
import java.util.Map;

/** Each model of Machine Learning has an endpoint of its own, which the caller passes. */
final class MachineLearning implements Customization {
  @Override
  public HttpRequest request(
      OperationModel operation,
      Map<String, ?> input,
      HttpRequest request,
      CustomizationClient client) {
    String given =
        operation.name().equals("Predict") ? InputValues.text(input.get("PredictEndpoint")) : null;
    if (given == null || given.isEmpty()) {
      return request;
    }
    // Validated as any endpoint. The path stays that of the operation, as in boto3.
    Endpoint endpoint = Endpoint.of(given);
    String url = request.uri().toString();
    int path = url.indexOf('/', url.indexOf("://") + "://".length());
    String target = path < 0 ? "" : url.substring(path);
    return request.withUri(URI.create(endpoint.scheme() + "://" + endpoint.authority() + target));
  }
}
