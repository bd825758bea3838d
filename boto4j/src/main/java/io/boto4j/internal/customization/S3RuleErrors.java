package io.boto4j.internal.customization;

import io.boto4j.error.InvalidHostLabelException;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.UnsupportedS3AccesspointConfigurationException;
import io.boto4j.error.UnsupportedS3ConfigurationException;
import io.boto4j.error.UnsupportedS3ControlArnException;
import io.boto4j.error.UnsupportedS3ControlConfigurationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors of the endpoint rules, recognized by text, for which boto3 has exception classes. */
final class S3RuleErrors {
  private static final String[] ACCESS_POINT = {
    "S3 Outposts does not support",
    "S3 MRAP does not support",
    "S3 Object Lambda does not support",
    "Access Points do not support",
    "Invalid configuration:",
    "Client was configured for partition",
  };

  private S3RuleErrors() {}

  static @Nullable RuntimeException ofS3(String text) {
    if (text.equals("S3 Object Lambda does not support S3 Accelerate")
        || text.equals("Accelerate cannot be used with FIPS")) {
      return new UnsupportedS3ConfigurationException(text);
    }
    for (String start : ACCESS_POINT) {
      if (text.startsWith(start)) {
        return new UnsupportedS3AccesspointConfigurationException(text);
      }
    }
    return text.regionMatches(true, 0, "Invalid ARN:", 0, 12)
        ? new ParamValidationException(List.of(text))
        : ofAny(text);
  }

  static @Nullable RuntimeException ofS3Control(String text, String arn) {
    if (text.startsWith("Invalid ARN:")) {
      return new UnsupportedS3ControlArnException(arn, text);
    }
    if (text.startsWith("Invalid configuration:")
        || text.startsWith("Client was configured for partition")) {
      return new UnsupportedS3ControlConfigurationException(text);
    }
    return text.equals("AccountId is required but not set")
        ? new ParamValidationException(List.of(text))
        : ofAny(text);
  }

  private static @Nullable RuntimeException ofAny(String text) {
    if (!text.startsWith("Invalid region in ARN: ")) {
      return null;
    }
    int start = text.indexOf('`') + 1;
    int end = text.indexOf('`', start);
    return new InvalidHostLabelException(end < 0 ? text : text.substring(start, end), text);
  }
}
