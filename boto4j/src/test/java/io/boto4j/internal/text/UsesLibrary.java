package io.boto4j.internal.text;

import org.assertj.core.api.Assertions;

/** Depends on a library. */
public final class UsesLibrary {
  void check() {
    Assertions.setMaxStackTraceElementsDisplayed(1);
  }
}
