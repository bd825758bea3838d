package io.boto4j.benchmarks.contestants;

/** A program that does nothing, and so shows what any JVM costs before its program begins. */
public final class EmptyJvm {
  private EmptyJvm() {}

  /**
   * Returns at once.
   *
   * @param args ignored
   */
  public static void main(String[] args) {}
}
