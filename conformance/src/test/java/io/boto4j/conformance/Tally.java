package io.boto4j.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts a suite's cases, and fails those whose outcome is not the known one. */
final class Tally {
  private final String suite;
  private int passed;
  private int knownFailures;
  private int failed;

  Tally(String suite) {
    this.suite = suite;
  }

  void count(String name, List<String> problems, @Nullable String knownReason) {
    if (problems.isEmpty() && knownReason == null) {
      passed++;
    } else if (!problems.isEmpty() && knownReason != null) {
      knownFailures++;
    } else {
      failed++;
      throw new AssertionError(
          problems.isEmpty()
              ? name + " passes now: take it out of known-failures.txt"
              : name + ": " + String.join("\n", problems));
    }
  }

  void print() {
    System.out.println(
        suite
            + ": "
            + passed
            + " passed, "
            + knownFailures
            + " known failures"
            + (failed == 0 ? "" : ", " + failed + " FAILED"));
  }
}
