package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;
import io.boto4j.model.OperationModel;
import java.util.Map;

/** Auto Scaling expects user data in Base64. */
final class AutoScaling implements Customization {
  @Override
  public Map<String, ?> input(OperationModel operation, Map<String, ?> input) {
    return operation.name().equals("CreateLaunchConfiguration") ? UserData.encode(input) : input;
  }
}
