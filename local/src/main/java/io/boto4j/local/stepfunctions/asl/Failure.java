package io.boto4j.local.stepfunctions.asl;

import org.jspecify.annotations.Nullable;

/** An error of a state: its name, such as {@code States.TaskFailed}, and its cause. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String error;

  /**
   * Creates an error.
   *
   * @param error the name; null for a state that fails without one
   * @param cause the cause
   */
  public Failure(@Nullable String error, @Nullable String cause) {
    super(cause);
    this.error = error;
  }

  static Failure runtime(String cause) {
    return new Failure("States.Runtime", cause);
  }

  static Failure function(String cause) {
    return new Failure("States.IntrinsicFailure", cause);
  }

  /**
   * Returns the name of the error.
   *
   * @return the name, or null
   */
  public @Nullable String error() {
    return error;
  }

  /**
   * Whether a list of error names has this error.
   *
   * @param names the names, such as {@code States.ALL}
   * @return whether a rule with these names applies
   */
  public boolean matches(Iterable<String> names) {
    for (String name : names) {
      boolean isSpecial =
          "States.Runtime".equals(error) || "States.DataLimitExceeded".equals(error);
      boolean isTask = !isSpecial && !"States.Timeout".equals(error);
      if (name.equals(error)
          || (name.equals("States.ALL") && !isSpecial)
          || (name.equals("States.TaskFailed") && isTask)) {
        return true;
      }
    }
    return false;
  }

  /** Expected errors are frequent, and their stack traces are never read. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
