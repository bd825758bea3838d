package io.boto4j.conformance;

/** Counts what the lint has checked. */
final class LintCounts {
  private int services;
  private int operations;
  private int calls;
  private int unspokenServices;
  private int unspokenOperations;
  private int eventStreams;

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

  /** Counts an operation with event streams, which have their own suite. */
  void eventStream() {
    eventStreams++;
  }

  void print() {
    System.out.println(
        "lint: "
            + services
            + " services, "
            + operations
            + " operations, "
            + calls
            + " calls; protocol not supported yet: "
            + unspokenServices
            + " services, "
            + unspokenOperations
            + " operations; left to their own suite: "
            + eventStreams
            + " with event streams");
  }
}
