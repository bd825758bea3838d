package io.boto4j.internal.customization;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.error.InvalidEndpointConfigurationException;
import io.boto4j.internal.hook.Customization;
import io.boto4j.model.OperationModel;
import java.util.Map;

/** The endpoint ids of EventBridge become part of a host name. */
final class EventBridge implements Customization {
  @Override
  public RuntimeException ruleError(
      OperationModel operation, Map<String, ?> input, EndpointResolutionException error) {
    String text = String.valueOf(error.getMessage());
    return text.equals("EndpointId must be a valid host label.")
            || text.startsWith("Invalid Configuration: FIPS is not supported with EventBridge")
        ? new InvalidEndpointConfigurationException(text)
        : error;
  }
}
