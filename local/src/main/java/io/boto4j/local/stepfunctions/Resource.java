package io.boto4j.local.stepfunctions;

import io.boto4j.local.stepfunctions.asl.Failure;

/**
 * What a Task state calls.
 *
 * @param text the ARN
 * @param service the service, such as {@code dynamodb}, {@code lambda} or {@code aws-sdk:s3}
 * @param action the action with its pattern, such as {@code sendMessage.waitForTaskToken}
 */
record Resource(String text, String service, String action) {
  private static final String ACTIVITY = "activity:";
  private static final String TOKEN = ".waitForTaskToken";

  static Resource of(String arn) {
    String[] parts = arn.split(":", 6);
    if (parts.length == 6 && parts[2].equals("lambda")) {
      return new Resource(arn, "lambda", "");
    }
    if (parts.length == 6 && parts[2].equals("states") && parts[5].startsWith(ACTIVITY)) {
      return new Resource(arn, "activity", "");
    }
    if (parts.length == 6 && parts[2].equals("states")) {
      int dot = parts[5].indexOf('.');
      int colon = parts[5].lastIndexOf(':', dot < 0 ? parts[5].length() : dot);
      if (colon > 0) {
        return new Resource(arn, parts[5].substring(0, colon), parts[5].substring(colon + 1));
      }
    }
    throw new Failure("States.Runtime", "boto4j-local does not emulate the resource " + arn);
  }

  /** Whether this is a function of Lambda, called by its ARN. */
  boolean isFunction() {
    return service.equals("lambda") && action.isEmpty();
  }

  boolean isActivity() {
    return service.equals("activity");
  }

  boolean waitsForToken() {
    return isActivity() || action.endsWith(TOKEN);
  }

  /** The action without its pattern. */
  String plainAction() {
    int dot = action.indexOf('.');
    return dot < 0 ? action : action.substring(0, dot);
  }

  /** The pattern, such as {@code sync:2}, or an empty text. */
  String pattern() {
    int dot = action.indexOf('.');
    return dot < 0 ? "" : action.substring(dot + 1);
  }
}
