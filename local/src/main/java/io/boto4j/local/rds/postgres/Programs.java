package io.boto4j.local.rds.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Command lines that also work for root, as whom PostgreSQL refuses to run. */
final class Programs {
  private static final int SECONDS = 60;

  private Programs() {}

  /** Adds to a command what makes it run as somebody other than root. */
  static List<String> command(List<String> command) {
    if (!System.getProperty("user.name", "").equals("root")) {
      return command;
    }
    // In a user namespace of its own the process is nobody, and so is the owner of root's files.
    List<String> prefixed = new ArrayList<>(List.of("unshare", "-U"));
    prefixed.addAll(command);
    return prefixed;
  }

  /** Runs a program to its end. */
  static void run(Path directory, String... command) throws IOException {
    Path log = Files.createTempFile(directory, "run", ".log");
    Process process =
        new ProcessBuilder(command(List.of(command)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command[0] + " did not end within " + SECONDS + " s");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          command[0] + " failed: " + Files.readString(log, StandardCharsets.UTF_8));
    }
    Files.delete(log);
  }
}
