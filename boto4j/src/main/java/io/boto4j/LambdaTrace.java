package io.boto4j;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trace of the Lambda invocation at work. Lambda gives it to a JVM in a system property, anew
 * for each invocation; to other processes in a variable.
 */
final class LambdaTrace implements Supplier<String> {
  private final @Nullable String variable;
  private final boolean ofProcess;

  /**
   * Makes a source.
   *
   * @param variable what the variable says
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
