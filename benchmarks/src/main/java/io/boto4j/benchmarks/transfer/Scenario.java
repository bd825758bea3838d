package io.boto4j.benchmarks.transfer;

import java.util.Locale;

/** The tasks that are measured. */
enum Scenario {
  UP("up", "http", "a large file up"),
  DOWN("down", "http", "a large file down"),
  UP_TLS("up", "https", "a large file up"),
  DOWN_TLS("down", "https", "a large file down"),
  FILES_UP("files-up", "http", "small files up"),
  FILES_DOWN("files-down", "http", "small files down"),
  SYNC_UNCHANGED("sync", "http", "small files synced, unchanged"),
  SYNC_CHANGED("sync", "http", "small files synced, 1 % changed"),
  COPY("copy", "http", "a copy inside S3, in parts");

  private final String task;
  private final String scheme;
  private final String label;

  Scenario(String task, String scheme, String label) {
    this.task = task;
    this.scheme = scheme;
    this.label = label;
  }

  /** The argument of the contestants. */
  String task() {
    return task;
  }

  boolean isEncrypted() {
    return scheme.equals("https");
  }

  /** Whether it transfers small files. */
  boolean isOfFiles() {
    return task.startsWith("files") || task.equals("sync");
  }

  /** Returns the name in options and raw values, such as {@code files-up}. */
  String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The heading of its table. */
  String title(TransferOptions options) {
    String amount =
        switch (this) {
          case UP, DOWN, UP_TLS, DOWN_TLS -> options.sizeMib + " MiB";
          case COPY -> 5 * options.sizeMib + " MiB";
          case FILES_UP, FILES_DOWN, SYNC_UNCHANGED, SYNC_CHANGED ->
              options.files + " × " + Workload.SMALL + " bytes";
        };
    return amount + ": " + label + ", " + scheme;
  }
}
