package io.boto4j.local.rds.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, which the artifacts of {@code io.zonky.test.postgres} carry as an
 * archive.
 *
 * <p>The archive is unpacked once per machine and user, into a directory for temporary files that
 * is named after its size, beside an empty cluster from which every new database is copied.
 */
final class Binaries {
  private static final Pattern VERSION = Pattern.compile("(\\d+(\\.\\d+)*)\\s*$");

  private final Path home;
  private final String version;

  private Binaries(Path home, String version) {
    this.home = home;
    this.version = version;
  }

  /** Unpacks the archive unless that has happened before. */
  static Binaries unpack(URL archive) throws IOException {
    long size = archive.openConnection().getContentLengthLong();
    Path home =
        Path.of(System.getProperty("java.io.tmpdir", "/tmp"))
            .resolve("boto4j-local-postgres-" + System.getProperty("user.name", "") + "-" + size);
    if (Files.isDirectory(home)) {
      if (!Files.getOwner(home).equals(Files.getOwner(temporary(home)))) {
        throw new IOException(home + " belongs to another user");
      }
    } else {
      Path unpacked = temporary(home);
      try (InputStream in = archive.openStream()) {
        extract(in, unpacked.resolve("pg"));
      }
      try {
        new Cluster(unpacked.resolve("pg"), unpacked.resolve("empty")).init();
        Files.move(unpacked, home);
      } catch (IOException e) {
        Folders.remove(unpacked);
        if (!(e instanceof FileAlreadyExistsException) && !Files.isDirectory(home)) {
          throw e;
        }
      }
    }
    Path bin = home.resolve("pg");
    return new Binaries(home, version(bin));
  }

  private static Path temporary(Path home) throws IOException {
    Path parent = home.getParent();
    return Files.createTempDirectory(parent == null ? Path.of("/tmp") : parent, "boto4j-postgres-");
  }

  private static void extract(InputStream archive, Path to) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = to.resolve(entry.getName()).normalize();
        if (!path.startsWith(to)) {
          throw new IOException("The archive has a file outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Path parent = path.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + path + " executable");
          }
        }
      }
    }
  }

  private static String version(Path programs) throws IOException {
    Process process =
        new ProcessBuilder(List.of(programs.resolve("bin/postgres").toString(), "--version"))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
    Matcher found = VERSION.matcher(output);
    if (!found.find()) {
      throw new IOException("postgres --version answered: " + output);
    }
    return String.valueOf(found.group(1));
  }

  /** The directory that holds {@code bin}. */
  Path programs() {
    return home.resolve("pg");
  }

  /** An empty cluster to copy. */
  Path empty() {
    return home.resolve("empty");
  }

  /** The version, such as {@code 18.1}. */
  String version() {
    return version;
  }
}
