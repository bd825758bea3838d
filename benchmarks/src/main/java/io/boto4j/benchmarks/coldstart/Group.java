package io.boto4j.benchmarks.coldstart;

/**
 * The contestants that one table compares.
 *
 * @param task the task
 * @param jdk the JDK's label, for example {@code JDK 17}
 * @param scheme {@code http} or {@code https}
 * @param archive the name of the archive of classes, or {@code none}
 */
record Group(Task task, String jdk, String scheme, String archive) {
  static final String NO_ARCHIVE = "none";

  boolean isArchived() {
    return !archive.equals(NO_ARCHIVE);
  }

  String title() {
    String plain = task.title() + ", " + jdk + ", " + scheme;
    return isArchived() ? plain + ", " + archive : plain;
  }
}
