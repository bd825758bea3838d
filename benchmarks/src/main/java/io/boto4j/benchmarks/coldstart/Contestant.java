package io.boto4j.benchmarks.coldstart;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way to perform the task, ready to run.
 *
 * @param group the group in which it is compared
 * @param kind the library or program that performs the task
 * @param command the program and its arguments
 * @param environment the variables it needs in addition to the common ones
 * @param training the command that creates the archive of classes that {@code command} uses; empty
 *     if it uses none
 */
record Contestant(
    Group group,
    Kind kind,
    List<String> command,
    Map<String, String> environment,
    List<String> training) {
  /** The library or program that performs the task. */
  enum Kind {
    EMPTY("empty JVM", null),
    FLOOR("hand-written floor", null),
    BOTO4J("boto4j", null),
    BASELINE("boto4j, baseline", null),
    GENERATED("boto4j, generated types", null),
    INTERFACE("boto4j, interface", null),
    AWS_SDK("AWS SDK 2.x, url-connection", "url-connection-client"),
    AWS_SDK_APACHE("AWS SDK 2.x, apache", "apache-client"),
    AWS_SDK_DEFAULT("AWS SDK 2.x, its default: apache5", "apache5-client"),
    BOTO3("boto3", null);

    private final String label;
    private final @Nullable String httpClient;

    Kind(String label, @Nullable String httpClient) {
      this.label = label;
      this.httpClient = httpClient;
    }

    String label() {
      return label;
    }

    /** The artifact of the HTTP client of AWS SDK 2.x; null for others. */
    @Nullable String httpClient() {
      return httpClient;
    }

    /**
     * Whether it is also compared with an archive of classes; of AWS SDK 2.x only the leanest is.
     */
    boolean archived() {
      return this == FLOOR || this == BOTO4J || this == BASELINE || this == AWS_SDK || isTyped();
    }

    /** Whether it has a style of calls of boto4j-typed, which {@code --typed} adds. */
    boolean isTyped() {
      return this == GENERATED || this == INTERFACE;
    }
  }

  boolean isJvm() {
    return kind != Kind.BOTO3;
  }

  String expectedOutput() {
    return kind == Kind.EMPTY ? "" : group.task().output();
  }
}
