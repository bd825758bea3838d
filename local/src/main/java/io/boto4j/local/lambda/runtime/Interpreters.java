package io.boto4j.local.lambda.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The interpreters of this machine, looked for when they are first needed. */
final class Interpreters {
  private Interpreters() {}

  static @Nullable String python() {
    return Python.PATH;
  }

  static @Nullable String node() {
    return Node.PATH;
  }

  private static final class Python {
    static final @Nullable String PATH =
        ask(List.of("python3", "-c", "import sys; print(sys.executable)"));
  }

  private static final class Node {
    static final @Nullable String PATH = ask(List.of("node", "-p", "process.execPath"));
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
