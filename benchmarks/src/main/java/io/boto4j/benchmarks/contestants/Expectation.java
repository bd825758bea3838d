package io.boto4j.benchmarks.contestants;

import java.io.IOException;

/** The check that every contestant makes of its own work. */
final class Expectation {
  private Expectation() {}

  static void equal(long expected, long seen) throws IOException {
    if (expected != seen) {
      throw new IOException("Expected " + expected + " and transferred " + seen);
    }
  }
}
