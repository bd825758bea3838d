package io.boto4j.benchmarks.contestants;

/** Does nothing: what any JVM costs before its program begins. */
public final class EmptyJvm {
  private EmptyJvm() {}

  /**
   * Returns.
   *
   * @param args not read
   */
  public static void main(String[] args) {}
}
