package io.boto4j.local.lambda.runtime;

import io.boto4j.Json;
import io.boto4j.Params;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The result of an invocation.
 *
 * @param payload the result or the error, JSON
 * @param failed whether the payload is an error
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are not compared or changed.
public record Outcome(byte[] payload, boolean failed) {
  /**
   * Returns a result.
   *
   * @param json the result, JSON
   * @return the outcome
   */
  public static Outcome result(String json) {
    return new Outcome(json.getBytes(StandardCharsets.UTF_8), false);
  }

  /**
   * Returns an error.
   *
   * @param type the type of the error
   * @param message the message
   * @return the outcome
   */
  public static Outcome error(String type, String message) {
    return error(Params.of("errorType", type, "errorMessage", message));
  }

  static Outcome error(Params document) {
    return new Outcome(Json.write(document).getBytes(StandardCharsets.UTF_8), true);
  }

  static Outcome timedOut(Invocation invocation, FunctionSpec spec) {
    String text =
        String.format(
            Locale.ROOT, "Task timed out after %.2f seconds", spec.timeout().toMillis() / 1000.0);
    invocation.log().accept(invocation.requestId() + " " + text);
    return error("Sandbox.Timedout", "RequestId: " + invocation.requestId() + " Error: " + text);
  }
}
