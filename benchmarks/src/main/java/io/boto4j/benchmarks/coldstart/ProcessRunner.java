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
 * <p>bash's {@code time} measures milliseconds of wall and CPU time; GNU time, within it, measures
 * peak memory and costs every contestant the same millisecond. Java itself can measure neither for
 * a child process.
 */
final class ProcessRunner {
  private static final String TIMED =
      "TIMEFORMAT='%3R %3U %3S'; { time \"$@\" 2>\"$ERR\"; } 2>\"$TIMES\"";

  private static final String TIMES = "times";
  private static final String MEMORY = "memory";
  private static final String ERRORS = "stderr";
  private static final String OUTPUT = "stdout";

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

  /** Creates the archive of classes that a contestant uses, with a run of the same program. */
  void train(Contestant contestant) throws IOException {
    run(contestant, contestant.training());
    String printed = Files.readString(folder.resolve(OUTPUT));
    // A JDK 25 prints a report on the archive after it.
    check(contestant, printed.startsWith(contestant.expectedOutput()), printed);
  }

  /**
   * Returns the number of loaded classes: of all, and of those that did not come from an archive.
   */
  int[] loadedClasses(Contestant contestant) throws IOException {
    Path log = folder.resolve("classes.log");
    List<String> command = new ArrayList<>(contestant.command());
    command.add(1, "-Xlog:class+load:file=" + log);
    measure(contestant, command);
    int all = 0;
    int shared = 0;
    boolean sharedOwn = false;
    for (String line : Files.readAllLines(log)) {
      boolean isShared = line.contains("source: shared objects file");
      all += line.contains("source:") ? 1 : 0;
      shared += isShared ? 1 : 0;
      sharedOwn |= isShared && line.contains(" io.boto4j.");
    }
    Files.delete(log);
    // A JVM that cannot use its archive silently starts without it.
    if (sharedOwn == contestant.training().isEmpty()) {
      throw new IOException(
          contestant.kind().label()
              + " ("
              + contestant.group().title()
              + ") found "
              + (sharedOwn ? "its classes in an archive" : "no class of its own in its archive"));
    }
    return new int[] {all, all - shared};
  }

  private Measurement measure(Contestant contestant, List<String> program) throws IOException {
    run(contestant, program);
    String printed = Files.readString(folder.resolve(OUTPUT)).strip();
    check(contestant, printed.equals(contestant.expectedOutput()), printed);
    String[] seconds = Files.readString(folder.resolve(TIMES)).strip().split(" ", -1);
    int peak = gnuTime ? Integer.parseInt(Files.readString(folder.resolve(MEMORY)).strip()) : -1;
    return new Measurement(millis(seconds[0]), millis(seconds[1]) + millis(seconds[2]), peak);
  }

  private void run(Contestant contestant, List<String> program) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", "-c", TIMED, "bash"));
    if (gnuTime) {
      String memory = folder.resolve(MEMORY).toString();
      command.addAll(List.of("/usr/bin/time", "-f", "%M", "-o", memory));
    }
    command.addAll(program);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(folder.resolve(OUTPUT).toFile());
    CleanEnvironment.make(builder.environment(), folder);
    builder.environment().putAll(contestant.environment());
    builder.environment().put("TIMES", folder.resolve(TIMES).toString());
    builder.environment().put("ERR", folder.resolve(ERRORS).toString());
    Process process = builder.start();
    running = process;
    int status = Program.waitFor(process);
    running = null;
    check(contestant, status == 0, "exit status " + status);
  }

  private void check(Contestant contestant, boolean right, String seen) throws IOException {
    if (!right) {
      throw new IOException(
          contestant.kind().label()
              + " ("
              + contestant.group().title()
              + ") should print '"
              + contestant.expectedOutput()
              + "', but printed: "
              + seen
              + "\n"
              + Files.readString(folder.resolve(ERRORS)));
    }
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

  /** Ends the running processes: bash's child and grandchild first, which would outlive it. */
  void end() {
    Process process = running;
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }
}
