package io.boto4j.testing;

import io.boto4j.internal.text.PercentEncoding;

/** Built on an internal package, unlike anything a user can write. */
public final class UsesInternals {
  private UsesInternals() {}

  static Class<?> internal() {
    return PercentEncoding.class;
  }
}
