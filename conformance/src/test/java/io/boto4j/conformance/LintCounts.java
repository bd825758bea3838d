package io.boto4j.conformance;

import io.boto4j.conformance.page.SuiteRecord;
import java.io.IOException;

/** Counts what the lint has checked. */
final class LintCounts {
  private final SuiteRecord record = new SuiteRecord("lint");
  private int services;
  private int operations;
  private int calls;
  private int unspokenServices;
  private int unspokenOperations;
  private int eventStreams;

  void service(String protocol) {
    services++;
    record.count(protocol, "services", 1);
  }

  void operation(String protocol, int callsMade) {
    operations++;
    calls += callsMade;
    record.count(protocol, "operations", 1);
    record.passed(protocol, callsMade);
  }

  void unspoken() {
    unspokenServices++;
  }

  void unspokenOperation() {
    unspokenOperations++;
  }

  /** Counts an operation with event streams, which have their own suite. */
  void eventStream(String protocol, String service) {
    eventStreams++;
    record.leftOut(protocol);
    record.leftOutReason(
        "an operation with event streams, which have a suite of their own", service);
  }

  void print() throws IOException {
    record.write();
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
