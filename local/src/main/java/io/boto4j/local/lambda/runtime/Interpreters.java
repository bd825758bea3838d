package io.boto4j.local.lambda.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The interpreters of this machine, looked for when they are first needed. */
final class Interpreters {
  private static final Map<String, String> FOUND = new ConcurrentHashMap<>();

  private Interpreters() {}

  static @Nullable String python() {
    return find("python3", "-c", "import sys; print(sys.executable)");
  }

  static @Nullable String node() {
    return find("node", "-p", "process.execPath");
  }

  /** Looks again after a failure, which may have been an interruption. */
  private static @Nullable String find(String... command) {
    String known = FOUND.get(command[0]);
    if (known == null) {
      known = ask(List.of(command));
      if (known != null) {
        FOUND.put(command[0], known);
      }
    }
    return known;
  }

  /** The interpreter's own path, so that functions do not start it through a wrapper. */
  private static @Nullable String ask(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String path =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return null;
      }
      return process.exitValue() == 0 && !path.isEmpty() ? path : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
