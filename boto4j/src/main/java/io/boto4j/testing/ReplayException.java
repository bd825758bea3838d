package io.boto4j.testing;

import io.boto4j.error.Boto4jException;

/** Thrown if a cassette has no response to a request, or a file is not a cassette. */
public final class ReplayException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the request and the most similar recorded one, or the fault in the file
   */
  public ReplayException(String message) {
    super(message);
  }
}
