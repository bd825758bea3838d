package io.boto4j.internal.text;

/** Depends on a class nested in one that depends on this one. */
public final class OtherHalfOfCycle {
  HalfOfCycle.Nested other() {
    return new HalfOfCycle.Nested();
  }
}
