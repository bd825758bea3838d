package io.boto4j.internal.call;

import io.boto4j.model.OperationModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a service changes about the built-ins of its endpoint rules, call by call. */
public interface EndpointCustomization {
  /**
   * The value of a built-in for one call.
   *
   * @param builtIn as {@code AWS::S3::ForcePathStyle}
   * @param operation the operation
   * @param input its input
   * @return the value, or null to leave it as it is
   */
  @Nullable Object builtIn(String builtIn, OperationModel operation, Map<String, ?> input);
}
