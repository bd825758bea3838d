package io.boto4j.internal.customization;

import io.boto4j.error.InvalidEndpointConfigurationException;
import io.boto4j.internal.hook.Customization;
import io.boto4j.model.OperationModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoint ids of EventBridge become part of a host name. */
final class EventBridge implements Customization {
  @Override
  public @Nullable RuntimeException ruleError(
      OperationModel operation, Map<String, ?> input, String error) {
    return error.equals("EndpointId must be a valid host label.")
            || error.startsWith("Invalid Configuration: FIPS is not supported with EventBridge")
        ? new InvalidEndpointConfigurationException(error)
        : null;
  }

  @Override
  public boolean changesEndpointRules() {
    return true;
  }
}
