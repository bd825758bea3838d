package io.boto4j.benchmarks.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** Runs other programs for their output. */
public final class Program {
  private Program() {}

  /**
   * Runs a program to its end.
   *
   * @param command the program and its arguments
   * @return its standard output and error output
   * @throws IOException if it cannot be started, or fails
   */
  public static String output(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    int status = waitFor(process);
    if (status != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + status + ": " + output);
    }
    return output;
  }

  /**
   * Waits for the end of a process.
   *
   * @param process the process
   * @return its exit status
   * @throws IOException if this thread is interrupted
   */
  public static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for process " + process.pid(), e);
    }
  }
}
