package io.boto4j.local.sns;

import io.boto4j.local.engine.EngineContext;
import org.jspecify.annotations.Nullable;

/** Parts of ARNs. */
final class Arns {
  private static final int PARTS = 6;

  private Arns() {}

  static String partition(String region) {
    return region.startsWith("cn-")
        ? "aws-cn"
        : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  static String of(EngineContext context, String resource) {
    return "arn:"
        + partition(context.region())
        + ":sns:"
        + context.region()
        + ":"
        + context.account()
        + ":"
        + resource;
  }

  /**
   * Returns the parts of an ARN, of which the last is the resource, or null if the text is not an
   * ARN.
   */
  static String @Nullable [] parts(@Nullable String arn) {
    String[] parts = arn == null ? new String[0] : arn.split(":", PARTS);
    return parts.length == PARTS && parts[0].equals("arn") ? parts : null;
  }

  /** Returns an ARN that a call has given. */
  static String checked(String parameter, @Nullable String arn) {
    String given = arn == null ? "" : arn;
    int count = given.split(":", -1).length;
    if (count < PARTS) {
      throw SnsErrors.parameter(
          parameter + " Reason: An ARN must have at least 6 elements, not " + count);
    }
    return given;
  }
}
