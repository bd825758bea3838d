package io.boto4j.benchmarks.local;

import io.boto4j.benchmarks.run.Child;
import io.boto4j.benchmarks.run.Jdk;
import io.boto4j.benchmarks.run.Machine;
import io.boto4j.benchmarks.run.Medians;
import io.boto4j.benchmarks.run.Program;
import io.boto4j.benchmarks.run.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The command {@code local.sh}: DynamoDB by boto4j-local, in the process and on a port, by moto and
 * by dynalite, called by the same client. Each round starts every contestant once, in turn.
 */
public final class LocalEmulators {
  private static final String IN_PROCESS = "boto4j-local, in the process";
  private static final String ON_A_PORT = "boto4j-local, on a port";
  private static final String MOTO = "moto_server";
  private static final String DYNALITE = "dynalite";

  private final Path runnable;
  private final String classPath;
  private final String java;
  private final Map<String, List<String>> commands = new LinkedHashMap<>();
  private final Map<String, List<double[]>> results = new LinkedHashMap<>();
  private int rounds = 3;
  private String threads = "4";
  private String millis = "2000";
  private boolean markdown;

  private LocalEmulators(Path runnable, String classPath) throws IOException {
    this.runnable = runnable;
    this.classPath = classPath;
    this.java = Jdk.at(Path.of(System.getProperty("java.home"))).program("java");
  }

  /**
   * Measures and prints.
   *
   * @param args the runnable jar, then the options of the command
   * @throws IOException if a contestant fails
   */
  public static void main(String[] args) throws IOException {
    LocalEmulators emulators =
        new LocalEmulators(Path.of(args[0]), System.getProperty("java.class.path"));
    try {
      emulators.set(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    emulators.run();
  }

  private void set(String... args) {
    for (int i = 1; i < args.length; i++) {
      switch (args[i]) {
        case "--rounds" -> rounds = Integer.parseInt(args[++i]);
        case "--threads" -> threads = args[++i];
        case "--measure" -> millis = args[++i];
        case "--markdown" -> markdown = true;
        default -> throw new IllegalArgumentException("Unknown option: " + args[i]);
      }
    }
  }

  private void run() throws IOException {
    System.out.println("machine: " + Machine.description() + ", " + Machine.load());
    commands.put(IN_PROCESS, List.of());
    commands.put(ON_A_PORT, List.of(java, "-jar", runnable.toString(), "--port", "PORT"));
    if (succeeds("python3", "-c", "import moto.server")) {
      commands.put(MOTO, List.of("python3", "-m", "moto.server", "-H", "127.0.0.1", "-p", "PORT"));
    }
    if (succeeds("dynalite", "--help")) {
      commands.put(DYNALITE, List.of("dynalite", "--host", "127.0.0.1", "--port", "PORT"));
    }
    Path folder = Files.createTempDirectory("boto4j-local-benchmark");
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, List<String>> each : commands.entrySet()) {
        results
            .computeIfAbsent(each.getKey(), name -> new ArrayList<>())
            .add(each.getValue().isEmpty() ? inProcess(folder) : onAPort(each.getValue(), folder));
      }
    }
    Table table = new Table(rows());
    System.out.print(markdown ? table.markdown() : table.text());
    System.out.println(
        rounds + " rounds, medians; " + threads + " threads; the client is boto4j's everywhere");
  }

  private static boolean succeeds(String... command) {
    try {
      Program.output(command);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the milliseconds to the first response, the memory, and calls per second. */
  private double[] inProcess(Path folder) throws IOException {
    List<Double> printed = load("in-process", folder);
    return values(printed.get(0), -1, printed);
  }

  private double[] onAPort(List<String> command, Path folder) throws IOException {
    try (Emulator emulator = Emulator.start(command, folder)) {
      List<Double> printed = load(emulator.url(), folder);
      return values((double) emulator.startedMillis(), (double) emulator.memory(), printed);
    }
  }

  private static double[] values(double start, double memory, List<Double> printed) {
    double[] values = new double[2 + DynamoDbLoad.OPERATIONS.size()];
    values[0] = start;
    values[1] = memory;
    for (int i = 0; i < DynamoDbLoad.OPERATIONS.size(); i++) {
      values[2 + i] = printed.get(1 + i);
    }
    return values;
  }

  private List<Double> load(String url, Path folder) throws IOException {
    List<Double> figures = new ArrayList<>();
    String printed =
        Child.run(
            new ArrayList<>(
                List.of(
                    java, "-cp", classPath, DynamoDbLoad.class.getName(), url, threads, millis)),
            folder);
    printed.lines().forEach(line -> figures.add(Double.valueOf(line)));
    return figures;
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("DynamoDB by", "start, ms", "memory, MB"));
    DynamoDbLoad.OPERATIONS.forEach(operation -> header.add(operation + ", calls/s"));
    rows.add(header);
    results.forEach(
        (name, all) -> {
          List<String> row = new ArrayList<>(List.of(name));
          for (int i = 0; i < header.size() - 1; i++) {
            int column = i;
            double median = Medians.of(all.stream().map(each -> each[column]).toList());
            row.add(median < 0 ? "" : String.format(Locale.ROOT, "%,.0f", median));
          }
          rows.add(row);
        });
    return rows;
  }
}
