package io.boto4j.spark.internal.write;

/** The number of errors that a task tolerates. */
final class ErrorBudget {
  private final CallSpec spec;
  private int errors;

  ErrorBudget(CallSpec spec) {
    this.spec = spec;
  }

  /**
   * Counts an outcome.
   *
   * @param identity the row, for the message
   * @throws IllegalStateException if there are too many errors
   */
  void add(CallOutcome outcome, String identity) {
    if (!outcome.failed()) {
      return;
    }
    errors++;
    if (errors > spec.maxErrors()) {
      throw new IllegalStateException(
          spec
              + " failed for "
              + errors
              + (errors == 1 ? " row" : " rows")
              + " of a task, and maxErrors is "
              + spec.maxErrors()
              + ". The last error, of the row "
              + identity
              + ": "
              + outcome.errorCode()
              + ": "
              + outcome.errorMessage());
    }
  }
}
