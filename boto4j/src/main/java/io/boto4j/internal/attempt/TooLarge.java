package io.boto4j.internal.attempt;

import io.boto4j.error.InvalidHttpResponseException;
import io.boto4j.error.ResponseParseException;

/**
 * The exceptions for responses that would fill the heap. They are created here because the JVM
 * loads an exception when it verifies the class that throws it.
 */
final class TooLarge {
  private TooLarge() {}

  static RuntimeException exception(String url, int most) {
    return new InvalidHttpResponseException(
        url, "the body is larger than " + most + " bytes, a quarter of the heap", null);
  }

  /**
   * Returns the exception for values that do not fit into what is left of the heap. A reader's own
   * limit counts one response: what other threads read and keep at the same time is not known.
   */
  static RuntimeException values(String operation, OutOfMemoryError e) {
    return new ResponseParseException(
        "The response to the "
            + operation
            + " operation does not fit into the heap, of which others use a part",
        e);
  }

  /** Returns the exception for a body that does not fit into what is left of the heap. */
  static RuntimeException exception(String url, OutOfMemoryError e) {
    return new InvalidHttpResponseException(
        url, "the body does not fit into the heap, of which others use a part", e);
  }
}
