package io.boto4j.local.lambda.runtime;

import io.boto4j.local.engine.EngineException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Creates environments for functions whose code was uploaded. */
public final class Environments {
  private final Supplier<String> endpoint;

  /**
   * Creates a factory.
   *
   * @param endpoint gives the address under which functions reach this AWS
   */
  public Environments(Supplier<String> endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Creates an environment.
   *
   * @param spec describes the function
   * @return a new environment
   * @throws EngineException if the runtime cannot run here
   */
  public Environment create(FunctionSpec spec) {
    String runtime = spec.runtime();
    if (runtime.startsWith("java")) {
      return new JavaEnvironment(spec);
    }
    if (runtime.startsWith("python")) {
      String python = Interpreters.python();
      if (python == null) {
        throw unavailable(spec, "no python3 was found on the PATH");
      }
      return ProcessEnvironment.start(
          spec, List.of(python, "-u"), "bootstrap.py", endpoint, Map.of());
    }
    if (runtime.startsWith("nodejs")) {
      String node = Interpreters.node();
      if (node == null) {
        throw unavailable(spec, "no node was found on the PATH");
      }
      return ProcessEnvironment.start(spec, List.of(node), "bootstrap.cjs", endpoint, Map.of());
    }
    if (runtime.startsWith("provided")) {
      return ProcessEnvironment.start(spec, List.of(), "", endpoint, Map.of());
    }
    throw unavailable(spec, "it runs Java, Python, Node.js and programs named bootstrap");
  }

  private static EngineException unavailable(FunctionSpec spec, String why) {
    return new EngineException(
        "InvalidRuntimeException",
        "boto4j-local cannot run the function "
            + spec.name()
            + " with the runtime "
            + spec.runtime()
            + ": "
            + why,
        502,
        Map.of("Type", "User"));
  }
}
