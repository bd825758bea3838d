package io.boto4j.benchmarks.coldstart;

import io.boto4j.benchmarks.run.Jdk;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of archive of a program's classes, which a JDK creates in one run for later runs.
 *
 * @param name its name in tables
 * @param making the flag that creates one, without the file
 * @param using the flag that uses one, without the file
 * @param flags the other flags of both runs
 */
record ClassArchive(String name, String making, String using, List<String> flags) {
  private static final ClassArchive APP_CDS =
      new ClassArchive("AppCDS", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=", List.of());

  /** JEP 483, created in one step since JEP 514. */
  private static final ClassArchive AOT_CACHE =
      new ClassArchive("AOT cache", "-XX:AOTCacheOutput=", "-XX:AOTCache=", List.of());

  /** Returns the best kind that a JDK supports; null if it supports none. */
  static @Nullable ClassArchive of(Jdk jdk) {
    if (jdk.featureVersion() >= 25) {
      return AOT_CACHE;
    }
    return jdk.featureVersion() >= 13 ? APP_CDS : null;
  }

  /** Returns this kind with the flags that docs/startup.md recommends for short processes. */
  ClassArchive asRecipe() {
    return new ClassArchive(
        name + " with C1 and the serial collector",
        making,
        using,
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
  }

  String making(Path file) {
    return making + file;
  }

  String using(Path file) {
    return using + file;
  }
}
