package io.boto4j.benchmarks.coldstart;

import io.boto4j.benchmarks.run.TimedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs contestants to their end, one at a time, and checks what they print. */
final class ProcessRunner {
  private final Path folder;
  private final TimedProcess process;

  ProcessRunner(Path folder) {
    this.folder = folder;
    this.process = new TimedProcess(folder);
  }

  Measurement measure(Contestant contestant) throws IOException {
    return measure(contestant, contestant.command());
  }

  /** Creates the archive of classes that a contestant uses, with a run of the same program. */
  void train(Contestant contestant) throws IOException {
    run(contestant, contestant.training());
    String printed = process.output();
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
    TimedProcess.Usage usage = run(contestant, program);
    String printed = process.output().strip();
    check(contestant, printed.equals(contestant.expectedOutput()), printed);
    return new Measurement(usage.wallMillis(), usage.cpuMillis(), usage.peakKib());
  }

  private TimedProcess.Usage run(Contestant contestant, List<String> program) throws IOException {
    TimedProcess.Usage usage = process.run(program, contestant.environment());
    check(contestant, usage.status() == 0, "exit status " + usage.status());
    return usage;
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
              + process.errors());
    }
  }

  void end() {
    process.end();
  }
}
