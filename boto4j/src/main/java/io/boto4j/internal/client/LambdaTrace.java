package io.boto4j.internal.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trace ID of the current Lambda invocation. Lambda passes it to a JVM in a system property,
 * which it sets again for each invocation, and to other processes in an environment variable.
 */
final class LambdaTrace implements Supplier<String> {
  private final @Nullable String variable;
  private final boolean ofProcess;

  /**
   * Creates a source.
   *
   * @param variable the value of {@code _X_AMZN_TRACE_ID}, or null
   * @param ofProcess whether the session's environment is the process's own
   */
  LambdaTrace(@Nullable String variable, boolean ofProcess) {
    this.variable = variable;
    this.ofProcess = ofProcess;
  }

  @Override
  public String get() {
    String trace = ofProcess ? System.getProperty("com.amazonaws.xray.traceHeader") : null;
    trace = trace == null ? variable : trace;
    return trace == null ? "" : trace;
  }
}
