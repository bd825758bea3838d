package io.boto4j.testing;

import io.boto4j.error.Boto4jException;

/** A cassette has no answer to a request, or is none. */
public final class ReplayException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message the request, and what comes nearest to it
   */
  public ReplayException(String message) {
    super(message);
  }
}
