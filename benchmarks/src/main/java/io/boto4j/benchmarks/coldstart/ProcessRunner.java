package io.boto4j.benchmarks.coldstart;

import io.boto4j.benchmarks.run.CleanEnvironment;
import io.boto4j.benchmarks.run.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs contestants to their end, one at a time.
 *
 * <p>bash's {@code time} tells milliseconds of wall and CPU; GNU time, within it, tells peak memory
 * and costs every contestant the same millisecond. Java itself can learn neither of a child.
 */
final class ProcessRunner {
  private static final String TIMED =
      "TIMEFORMAT='%3R %3U %3S'; { time \"$@\" 2>\"$ERR\"; } 2>\"$TIMES\"";

  private final Path folder;
  private final boolean gnuTime;
  private volatile @Nullable Process running;

  ProcessRunner(Path folder) {
    this.folder = folder;
    this.gnuTime = hasGnuTime();
  }

  Measurement measure(Contestant contestant) throws IOException {
    return measure(contestant, contestant.command());
  }

  /** Loaded classes: all, and those that no shared archive of the JDK holds ready. */
  int[] loadedClasses(Contestant contestant) throws IOException {
    Path log = folder.resolve("classes.log");
    List<String> command = new ArrayList<>(contestant.command());
    command.add(1, "-Xlog:class+load:file=" + log);
    measure(contestant, command);
    int all = 0;
    int shared = 0;
    for (String line : Files.readAllLines(log)) {
      all += line.contains("source:") ? 1 : 0;
      shared += line.contains("source: shared objects file") ? 1 : 0;
    }
    Files.delete(log);
    return new int[] {all, all - shared};
  }

  private Measurement measure(Contestant contestant, List<String> program) throws IOException {
    Path times = folder.resolve("times");
    Path memory = folder.resolve("memory");
    Path errors = folder.resolve("stderr");
    Path output = folder.resolve("stdout");
    List<String> command = new ArrayList<>(List.of("bash", "-c", TIMED, "bash"));
    if (gnuTime) {
      command.addAll(List.of("/usr/bin/time", "-f", "%M", "-o", memory.toString()));
    }
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile());
    CleanEnvironment.make(builder.environment(), folder);
    builder.environment().putAll(contestant.environment());
    builder.environment().put("TIMES", times.toString());
    builder.environment().put("ERR", errors.toString());
    Process process = builder.start();
    running = process;
    int status = Program.waitFor(process);
    running = null;
    String printed = Files.readString(output).strip();
    if (status != 0 || !printed.equals(contestant.expectedOutput())) {
      throw new IOException(
          contestant.kind().label()
              + " ("
              + contestant.group()
              + ") ended with "
              + status
              + " and printed '"
              + printed
              + "' where '"
              + contestant.expectedOutput()
              + "' was expected\n"
              + Files.readString(errors));
    }
    String[] seconds = Files.readString(times).strip().split(" ", -1);
    int peak = gnuTime ? Integer.parseInt(Files.readString(memory).strip()) : -1;
    return new Measurement(millis(seconds[0]), millis(seconds[1]) + millis(seconds[2]), peak);
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

  /** Ends what runs: bash's child and grandchild first, which would outlive it. */
  void end() {
    Process process = running;
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }
}
