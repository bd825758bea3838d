package io.boto4j.benchmarks.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** Other programs, run for what they print. */
final class Program {
  private Program() {}

  /** What a program prints, on both of its channels. */
  static String output(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    int status = waitFor(process);
    if (status != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + status + ": " + output);
    }
    return output;
  }

  static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for process " + process.pid(), e);
    }
  }
}
