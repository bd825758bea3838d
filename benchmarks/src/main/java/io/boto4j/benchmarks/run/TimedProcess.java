package io.boto4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs to their end, one at a time, and measures them.
 *
 * <p>bash's {@code time} measures milliseconds of wall and CPU time; GNU time, within it, measures
 * peak memory and costs every program the same millisecond. Java itself can measure neither for a
 * child process.
 */
public final class TimedProcess {
  private static final String TIMED =
      "TIMEFORMAT='%3R %3U %3S'; { time \"$@\" 2>\"$ERR\"; } 2>\"$TIMES\"";

  private final Path folder;
  private final boolean gnuTime;
  private volatile @Nullable Process running;

  /**
   * What a program has used.
   *
   * @param status its exit status
   * @param wallMillis the time from its start to its end
   * @param cpuMillis the user and system time of all its threads
   * @param peakKib the peak of its resident memory; -1 without GNU time
   */
  public record Usage(int status, int wallMillis, int cpuMillis, int peakKib) {}

  /**
   * Creates a runner.
   *
   * @param folder a folder for the output of the programs, without any file of AWS's tools
   */
  public TimedProcess(Path folder) {
    this.folder = folder;
    this.gnuTime = hasGnuTime();
  }

  /**
   * Runs a program in a clean environment.
   *
   * @param command the program and its arguments
   * @param environment variables to set
   * @return what it has used
   * @throws IOException if it cannot be started
   */
  public Usage run(List<String> command, Map<String, String> environment) throws IOException {
    List<String> timed = new ArrayList<>(List.of("bash", "-c", TIMED, "bash"));
    if (gnuTime) {
      timed.addAll(List.of("/usr/bin/time", "-q", "-f", "%M", "-o", file("memory").toString()));
    }
    timed.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(timed).redirectOutput(file("stdout").toFile());
    CleanEnvironment.make(builder.environment(), folder);
    builder.environment().putAll(environment);
    builder.environment().put("TIMES", file("times").toString());
    builder.environment().put("ERR", file("stderr").toString());
    Process process = builder.start();
    running = process;
    int status = Program.waitFor(process);
    running = null;
    String[] seconds = Files.readString(file("times")).strip().split(" ", -1);
    int peak = gnuTime ? Integer.parseInt(Files.readString(file("memory")).strip()) : -1;
    int cpu = millis(seconds[1]) + millis(seconds[2]);
    return new Usage(status, millis(seconds[0]), cpu, peak);
  }

  /**
   * Returns what the last program has printed.
   *
   * @return its output
   * @throws IOException if it cannot be read
   */
  public String output() throws IOException {
    return Files.readString(file("stdout"));
  }

  /**
   * Returns what the last program has printed as errors.
   *
   * @return its error output
   * @throws IOException if it cannot be read
   */
  public String errors() throws IOException {
    return Files.readString(file("stderr"));
  }

  /** Ends the running processes: bash's child and grandchild first, which would outlive it. */
  public void end() {
    Process process = running;
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static int millis(String seconds) {
    return (int) Math.round(Double.parseDouble(seconds) * 1000);
  }

  private static boolean hasGnuTime() {
    try {
      Program.output("/usr/bin/time", "-f", "%M", "true");
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
