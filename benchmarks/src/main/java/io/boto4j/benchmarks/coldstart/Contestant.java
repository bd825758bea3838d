package io.boto4j.benchmarks.coldstart;

import java.util.List;
import java.util.Map;

/**
 * One way to do the task, ready to be run.
 *
 * @param group what it is compared within, as {@code JDK 17, https}
 * @param kind what does the task
 * @param command the program and its arguments
 * @param environment variables it needs beside the common ones
 */
record Contestant(String group, Kind kind, List<String> command, Map<String, String> environment) {
  /** What does the task. */
  enum Kind {
    EMPTY("empty JVM"),
    FLOOR("hand-written floor"),
    BOTO4J("boto4j"),
    AWS_SDK("AWS SDK for Java 2.x"),
    BOTO3("boto3");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  boolean isJvm() {
    return kind != Kind.BOTO3;
  }

  String expectedOutput() {
    return kind == Kind.EMPTY ? "" : CannedServer.EMAIL;
  }
}
