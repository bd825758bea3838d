package io.boto4j.dashboard.cloud;

/** Thrown if the function was called, and has ended with an error. */
public final class FunctionFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  FunctionFailedException(String message) {
    super(message);
  }
}
