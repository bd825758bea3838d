package io.boto4j.benchmarks.coldstart;

/**
 * The contestants that one table compares.
 *
 * @param task the task
 * @param jdk the JDK's label, for example {@code JDK 17}
 * @param scheme {@code http} or {@code https}
 * @param archive the archive of classes: {@code none}, {@code AppCDS} or {@code AOT cache}
 */
record Group(Task task, String jdk, String scheme, String archive) {
  static final String NO_ARCHIVE = "none";

  String title() {
    String plain = task.title() + ", " + jdk + ", " + scheme;
    return archive.equals(NO_ARCHIVE) ? plain : plain + ", " + archive;
  }
}
