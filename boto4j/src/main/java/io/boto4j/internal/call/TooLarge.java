package io.boto4j.internal.call;

import io.boto4j.error.InvalidHttpResponseException;

/** An answer that would fill the heap. A class of its own, for whoever throws a class loads it. */
final class TooLarge {
  private TooLarge() {}

  static RuntimeException exception(String url, int most) {
    return new InvalidHttpResponseException(
        url, "the body is larger than " + most + " bytes, a quarter of the heap", null);
  }
}
