package io.boto4j.internal.customization;

import io.boto4j.internal.endpoint.BuiltIns;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.text.Arn;
import io.boto4j.model.OperationModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where S3 takes no virtual host or no path, whatever was configured, as botocore's {@code
 * customize_endpoint_resolver_builtins}.
 */
final class S3AddressingStyle {
  private S3AddressingStyle() {}

  static @Nullable Object builtIn(String builtIn, OperationModel operation, Map<String, ?> input) {
    if (!builtIn.equals(BuiltIns.FORCE_PATH_STYLE)) {
      return null;
    }
    // The bucket's region is what the caller does not know, and a virtual host would be signed for.
    if (operation.name().equals("GetBucketLocation")) {
      return true;
    }
    return Arn.is(InputValues.text(input.get("Bucket"))) ? false : null;
  }
}
