package io.boto4j.conformance;

/** What the lint has looked at. */
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

  /** An operation whose messages are frames, which have a suite of their own. */
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
            + " calls; not spoken yet: "
            + unspokenServices
            + " services, "
            + unspokenOperations
            + " operations; left to their own suite: "
            + eventStreams
            + " with event streams");
  }
}
