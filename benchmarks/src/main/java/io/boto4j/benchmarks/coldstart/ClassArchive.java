package io.boto4j.benchmarks.coldstart;

import io.boto4j.benchmarks.run.Jdk;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The archive of a program's classes that a JDK can make of one run for the next ones.
 *
 * @param name as tables call it
 * @param making the flag that makes one, but for the file
 * @param using the flag that uses it, but for the file
 */
record ClassArchive(String name, String making, String using) {
  private static final ClassArchive APP_CDS =
      new ClassArchive("AppCDS", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=");

  /** JEP 483, made in one step by JEP 514. */
  private static final ClassArchive AOT_CACHE =
      new ClassArchive("AOT cache", "-XX:AOTCacheOutput=", "-XX:AOTCache=");

  /** The best one a JDK has; null if none. */
  static @Nullable ClassArchive of(Jdk jdk) {
    if (jdk.featureVersion() >= 25) {
      return AOT_CACHE;
    }
    return jdk.featureVersion() >= 13 ? APP_CDS : null;
  }

  String making(Path file) {
    return making + file;
  }

  String using(Path file) {
    return using + file;
  }
}
