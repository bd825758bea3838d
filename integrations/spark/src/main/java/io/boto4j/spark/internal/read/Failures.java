package io.boto4j.spark.internal.read;

import io.boto4j.error.Boto4jException;
import io.boto4j.error.ServiceException;
import io.boto4j.model.OperationModel;
import java.util.function.Supplier;

/** Failures of calls, with the partition that met them in the message. */
final class Failures {
  private static final int CLIENT_ERROR = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private Failures() {}

  /** Runs a call, whose failure names the parameters. */
  static <T> T named(ReadSpec spec, OperationModel operation, ParameterSet set, Supplier<T> call) {
    try {
      return call.get();
    } catch (Boto4jException e) {
      throw new IllegalStateException(message(spec, operation, set, e), e);
    }
  }

  /** Returns the message for a failure of a partition. */
  static String message(
      ReadSpec spec, OperationModel operation, ParameterSet set, RuntimeException failure) {
    String advice =
        isDenied(failure)
            ? " The identity of the session (option profile, roleArn or credentialsProvider) needs"
                + " the permission for these parameters."
            : "";
    return spec.name()
        + " failed for the partition with "
        + set.describe(operation)
        + ": "
        + failure.getMessage()
        + advice;
  }

  /** Whether the service lacks a permission or refuses the credentials. */
  static boolean isDenied(RuntimeException failure) {
    return failure instanceof ServiceException e
        && (e.statusCode() == UNAUTHORIZED
            || e.statusCode() == FORBIDDEN
            || e.code().contains("AccessDenied")
            || e.code().contains("Unauthorized"));
  }

  /** Whether the service finds fault with the parameters, so that others may succeed. */
  static boolean isOfParameters(RuntimeException failure) {
    return failure instanceof io.boto4j.error.ParamValidationException
        || (failure instanceof ServiceException e
            && e.statusCode() >= CLIENT_ERROR
            && e.statusCode() < SERVER_ERROR
            && e.statusCode() != TOO_MANY
            && !e.isThrottling()
            && !isDenied(e));
  }
}
