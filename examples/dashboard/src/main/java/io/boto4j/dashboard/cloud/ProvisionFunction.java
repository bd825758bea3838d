package io.boto4j.dashboard.cloud;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Service;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Creates the function, whose code is on the class path of this very program. */
final class ProvisionFunction {
  /** A new role is known to Lambda only after some seconds, in which it refuses the function. */
  private static final Map<String, ?> CREATED =
      Map.of(
          "operation",
          "CreateFunction",
          "delay",
          3,
          "maxAttempts",
          20,
          "acceptors",
          List.of(
              Map.of("state", "success", "matcher", "status", "expected", 201),
              Map.of(
                  "state", "retry",
                  "matcher", "error",
                  "expected", "InvalidParameterValueException")));

  private final Client lambda;
  private final Names names;

  ProvisionFunction(@Service("lambda") Client lambda, Names names) {
    this.lambda = lambda;
    this.names = names;
  }

  /** Creates the function unless it exists, gives it its role, and returns its ARN. */
  String run(String role) {
    Params function = Params.of("FunctionName", names.function());
    try {
      Structure known = lambda.call("GetFunctionConfiguration", function);
      if (!role.equals(known.text("Role"))) {
        lambda.call("UpdateFunctionConfiguration", function.with("Role", role));
      }
    } catch (ServiceException e) {
      e.rethrowUnless("ResourceNotFoundException");
      create(function, role);
    }
    Structure active = lambda.waiter("FunctionActiveV2").await(function);
    return Objects.requireNonNull(active.text("Configuration", "FunctionArn"), "FunctionArn");
  }

  private void create(Params function, String role) {
    lambda
        .waiter("Created", Map.of("version", 2, "waiters", Map.of("Created", CREATED)))
        .await(
            function
                .with("Runtime", "java21")
                .with("Handler", NightlyStop.class.getName() + "::handle")
                .with("Role", role)
                .with("MemorySize", 512)
                .with("Timeout", 60)
                .with("Code", Map.of("ZipFile", FunctionCode.zip())));
  }
}
