package io.boto4j.local.rds.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A data directory of PostgreSQL, and the password of its administrator, whom RDS calls {@code
 * rdsadmin}.
 *
 * @param programs the directory that holds {@code bin}
 * @param directory the directory that holds {@code data} and the password
 */
record Cluster(Path programs, Path directory) {
  static final String ADMINISTRATOR = "rdsadmin";

  private static final String ACCESS =
      """
      # Every connection needs a password.
      host all all 127.0.0.1/32 scram-sha-256
      host replication all 127.0.0.1/32 scram-sha-256
      """;

  Path data() {
    return directory.resolve("data");
  }

  private Path passwordFile() {
    return directory.resolve("administrator");
  }

  String password() throws IOException {
    return Files.readString(passwordFile(), StandardCharsets.UTF_8).trim();
  }

  boolean exists() {
    return Files.exists(data().resolve("PG_VERSION"));
  }

  /** Creates an empty cluster. */
  void init() throws IOException {
    Folders.create(directory);
    byte[] password = new byte[16];
    new SecureRandom().nextBytes(password);
    Files.writeString(passwordFile(), HexFormat.of().formatHex(password), StandardCharsets.UTF_8);
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    Programs.run(
        directory,
        programs.resolve("bin/initdb").toString(),
        "--pgdata=" + data(),
        "--username=" + ADMINISTRATOR,
        "--pwfile=" + passwordFile(),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=" + (linux ? "C.UTF-8" : "C"),
        "--no-sync");
    Files.writeString(data().resolve("pg_hba.conf"), ACCESS, StandardCharsets.UTF_8);
  }

  /** Returns an empty place for a copy, so that a copy is there as a whole or not at all. */
  Cluster unfinished() throws IOException {
    Cluster place =
        new Cluster(programs, directory.resolveSibling(directory.getFileName() + ".new"));
    Folders.remove(place.directory());
    return place;
  }

  /** Puts a finished copy into its place. */
  void put(Cluster finished) throws IOException {
    Folders.remove(directory);
    Files.move(finished.directory(), directory);
  }
}
