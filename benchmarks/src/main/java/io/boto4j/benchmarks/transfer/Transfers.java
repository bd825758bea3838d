package io.boto4j.benchmarks.transfer;

import io.boto4j.benchmarks.run.ClassPath;
import io.boto4j.benchmarks.run.Jdk;
import io.boto4j.benchmarks.run.LocalTrust;
import io.boto4j.benchmarks.run.Machine;
import io.boto4j.benchmarks.run.TimedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command {@code transfer.sh}: runs each contestant in a fresh process, in turn and in several
 * rounds, against one server that is a process of its own.
 */
public final class Transfers {
  private static final Path IN_MEMORY = Path.of("/dev/shm");
  private static final long MIB = 1024 * 1024;

  private final Path module;
  private final TransferOptions options;
  private final Path folder;
  private final TimedProcess runner;
  private final List<Run> runs = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  private Transfers(Path module, TransferOptions options, Path folder) {
    this.module = module;
    this.options = options;
    this.folder = folder;
    this.runner = new TimedProcess(folder);
  }

  /**
   * Measures and prints.
   *
   * @param args the module's folder, then the options of the command
   * @throws IOException if a contestant fails, or does not transfer what it should
   */
  public static void main(String[] args) throws IOException {
    TransferOptions options;
    try {
      options = TransferOptions.parse(List.of(args).subList(1, args.length));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Path parent = options.folder;
    if (parent == null && Files.isWritable(IN_MEMORY)) {
      parent = IN_MEMORY;
    }
    Path folder =
        parent == null
            ? Files.createTempDirectory("boto4j-transfer")
            : Files.createTempDirectory(parent, "boto4j-transfer");
    Transfers transfers = new Transfers(Path.of(args[0]), options, folder);
    Runtime.getRuntime().addShutdownHook(new Thread(transfers::cleanUp, "clean-up"));
    transfers.run();
  }

  private void cleanUp() {
    runner.end();
    try {
      Workload.delete(folder);
    } catch (IOException e) {
      System.err.println("Cannot delete " + folder + ": " + e);
    }
  }

  private void run() throws IOException {
    System.out.println("machine: " + Machine.description() + ", " + Machine.load());
    System.out.println(
        "files in " + folder.getParent() + "; " + options.rounds + " rounds, medians");
    Jdk jdk = Jdk.find().get(0);
    LocalTrust trust = LocalTrust.create(jdk, folder);
    Contestants contestants = new Contestants(module, jdk, trust, folder);
    contestants.versions().forEach(System.out::println);
    Workload workload = new Workload(folder, options.sizeMib * MIB, options.files);
    ClassPath classPath = new ClassPath(module);
    List<String> jars = new ArrayList<>(List.of(classPath.own()));
    jars.addAll(classPath.boto4j());
    try (StoreProcess store = StoreProcess.start(jdk.program("java"), jars, trust.keys())) {
      for (Scenario scenario : Scenario.values()) {
        if (options.measures(scenario)) {
          measure(scenario, contestants, workload, store);
          writeCsv();
        }
      }
    }
    System.out.print(new TransferReport(runs, options).tables());
    failures.forEach(each -> System.out.println("FAILED: " + each));
    System.out.println("\nsingle values: " + raw() + "; at the end " + Machine.load());
    if (!failures.isEmpty()) {
      throw new IOException(failures.size() + " runs have failed");
    }
  }

  private Path raw() {
    return module.resolve("target/transfer.csv");
  }

  private void writeCsv() throws IOException {
    StringBuilder csv = new StringBuilder(Run.HEADER);
    runs.forEach(each -> csv.append(each.csv()));
    Files.writeString(raw(), csv);
  }

  private void measure(
      Scenario scenario, Contestants contestants, Workload workload, StoreProcess store)
      throws IOException {
    workload.write(scenario);
    List<Contestant> all =
        contestants.of(
            scenario, store.url(scenario), workload.local(scenario), workload.expected(scenario));
    // Warms the server up.
    run(all.get(0), 0, workload, store.control());
    for (int round = 1; round <= options.rounds; round++) {
      for (Contestant each : all) {
        if (options.measures(each.name())) {
          add(each, round, workload, store.control());
        }
      }
    }
  }

  /** Runs a contestant; the failure of one is reported at the end, and fails the command. */
  private void add(Contestant contestant, int round, Workload workload, StoreControl control) {
    try {
      Run run = run(contestant, round, workload, control);
      runs.add(run);
      System.err.println(
          contestant.scenario().option()
              + ", round "
              + round
              + ": "
              + contestant.name()
              + ", "
              + run.wallMillis()
              + " ms");
    } catch (IOException e) {
      failures.add(e.getMessage());
      System.err.println("FAILED: " + e.getMessage());
    }
  }

  private Run run(Contestant contestant, int round, Workload workload, StoreControl control)
      throws IOException {
    Scenario scenario = contestant.scenario();
    workload.prepare(scenario, control, contestant.algorithm());
    long server = control.request("statistics").getOrDefault("cpu", 0L);
    TimedProcess.Usage usage = runner.run(contestant.command(), contestant.environment());
    Map<String, Long> seen = control.request("statistics");
    try {
      if (usage.status() != 0) {
        throw new IOException("exit status " + usage.status());
      }
      workload.verify(scenario, seen);
    } catch (IOException e) {
      String command = String.join(" ", contestant.command());
      throw new IOException(
          contestant.name()
              + ", "
              + scenario.option()
              + ": "
              + e.getMessage()
              + "\n"
              + command
              + "\n"
              + seen
              + "\n"
              + runner.output()
              + runner.errors(),
          e);
    }
    long requests = 0;
    for (Map.Entry<String, Long> each : seen.entrySet()) {
      requests += Character.isUpperCase(each.getKey().charAt(0)) ? each.getValue() : 0;
    }
    return new Run(
        scenario,
        contestant.name(),
        round,
        usage.wallMillis(),
        usage.cpuMillis(),
        usage.peakKib(),
        requests,
        seen.getOrDefault("cpu", 0L) - server);
  }
}
