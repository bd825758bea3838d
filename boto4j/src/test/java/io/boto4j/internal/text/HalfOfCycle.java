package io.boto4j.internal.text;

/** Depends on a class that depends on a class nested in this one. */
public final class HalfOfCycle {
  OtherHalfOfCycle other() {
    return new OtherHalfOfCycle();
  }

  public static final class Nested {}
}
