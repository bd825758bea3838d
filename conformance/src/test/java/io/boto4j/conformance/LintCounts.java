package io.boto4j.conformance;

/** What the lint has looked at. */
final class LintCounts {
  private int services;
  private int operations;
  private int calls;
  private int unspokenServices;
  private int unspokenOperations;

  void service() {
    services++;
  }

  void operation(int callsMade) {
    operations++;
    calls += callsMade;
  }

  void unspoken() {
    unspokenServices++;
  }

  void unspokenOperation() {
    unspokenOperations++;
  }

  void print() {
    System.out.println(
        "lint: "
            + services
            + " services, "
            + operations
            + " operations, "
            + calls
            + " calls; not spoken yet: "
            + unspokenServices
            + " services, "
            + unspokenOperations
            + " operations with event streams");
  }
}
