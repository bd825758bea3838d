package io.boto4j.local.rds.postgres;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The archive with the programs of PostgreSQL, if it and what unpacks it are on the class path.
 * This class refers to none of the optional libraries, so that it loads without them.
 */
final class Archive {
  private static final List<String> PARTS =
      List.of(
          "org.tukaani.xz.XZInputStream",
          "org.apache.commons.compress.archivers.tar.TarArchiveInputStream",
          "org.postgresql.Driver");

  private Archive() {}

  /** Returns the archive for this machine, or null if something is not on the class path. */
  static @Nullable URL find() {
    ClassLoader loader = Archive.class.getClassLoader();
    if (loader == null) {
      return null;
    }
    for (String part : PARTS) {
      try {
        Class.forName(part, false, loader);
      } catch (ClassNotFoundException e) {
        return null;
      }
    }
    String name = name();
    return name == null ? null : loader.getResource(name);
  }

  private static @Nullable String name() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String processor =
        switch (machine) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "arm_64";
          default -> null;
        };
    if (processor == null) {
      return null;
    }
    if (system.startsWith("linux")) {
      boolean alpine = Files.exists(Path.of("/etc/alpine-release"));
      return "postgres-linux-" + processor + (alpine ? "-alpine_linux" : "") + ".txz";
    }
    return system.startsWith("mac") ? "postgres-darwin-" + processor + ".txz" : null;
  }
}
