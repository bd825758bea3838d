package io.boto4j.internal.attempt;

import io.boto4j.error.InvalidHttpResponseException;

/**
 * The exception for a response that would fill the heap. It is created here because the JVM loads
 * an exception when it verifies the class that throws it.
 */
final class TooLarge {
  private TooLarge() {}

  static RuntimeException exception(String url, int most) {
    return new InvalidHttpResponseException(
        url, "the body is larger than " + most + " bytes, a quarter of the heap", null);
  }
}
