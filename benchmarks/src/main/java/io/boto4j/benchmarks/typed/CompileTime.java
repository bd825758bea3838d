package io.boto4j.benchmarks.typed;

import io.boto4j.benchmarks.run.Child;
import io.boto4j.benchmarks.run.ClassPath;
import io.boto4j.benchmarks.run.Jdk;
import io.boto4j.benchmarks.run.Machine;
import io.boto4j.benchmarks.run.Medians;
import io.boto4j.benchmarks.run.Table;
import io.boto4j.benchmarks.run.TimedProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command {@code typed.sh compile}: compiles programs of literal calls with and without the
 * plugin {@code boto4j-check}, in turn, in fresh processes and in warm ones.
 */
final class CompileTime {
  private static final String PLUGIN = "-Xplugin:boto4j-check";
  private static final List<String> HEAD =
      List.of(
          "",
          "without, wall ms",
          "CPU ms",
          "with, wall ms",
          "CPU ms",
          "more wall ms",
          "more CPU ms",
          "wall ÷ without");

  /** The wall and CPU milliseconds without and with the check, one element per round. */
  private static final class Pair {
    private final List<Double> plainWall = new ArrayList<>();
    private final List<Double> plainCpu = new ArrayList<>();
    private final List<Double> checkWall = new ArrayList<>();
    private final List<Double> checkCpu = new ArrayList<>();
  }

  private final TypedOptions options;
  private final ClassPath classPath;
  private final Path target;
  private final Path folder;
  private final TimedProcess process;
  private final Map<String, Pair> pairs = new LinkedHashMap<>();
  private final StringBuilder csv = new StringBuilder("what,check,round,wall_ms,cpu_ms\n");

  private CompileTime(TypedOptions options, Path folder) {
    this.options = options;
    this.classPath = new ClassPath(options.module());
    this.target = options.module().resolve("target");
    this.folder = folder;
    this.process = new TimedProcess(folder);
  }

  static void run(TypedOptions options) throws IOException {
    Path folder = Files.createTempDirectory("boto4j-compile");
    try {
      new CompileTime(options, folder).measure();
    } finally {
      delete(folder);
    }
  }

  private void measure() throws IOException {
    System.out.println("machine: " + Machine.description() + ", " + Machine.load());
    List<Path> many = CallProject.write(folder.resolve("many"), options.calls());
    List<Path> one = CallProject.write(folder.resolve("one"), 1);
    long bytes = 0;
    for (Path source : many) {
      bytes += Files.size(source);
    }
    System.out.printf(
        Locale.ROOT,
        "%d calls of %d services in %d classes, %.0f KB of sources%n",
        options.calls(),
        CallProject.SERVICES.size(),
        many.size(),
        bytes / 1e3);
    for (Jdk jdk : options.jdks()) {
      System.out.println(jdk.label() + ": " + jdk.build());
      verify(jdk, many);
    }
    for (int round = 0; round <= options.rounds(); round++) {
      System.err.println("round " + round + " of " + options.rounds() + " (0 is not counted)");
      for (Jdk jdk : options.jdks()) {
        fresh(jdk, options.calls() + " calls", many, round);
        fresh(jdk, "1 call", one, round);
      }
    }
    for (Jdk jdk : options.jdks()) {
      System.err.println("warm compilations, " + jdk.label());
      warm(jdk, many);
    }
    print();
  }

  /** Fails unless the program is right and the check finds a fault in a wrong one. */
  private void verify(Jdk jdk, List<Path> sources) throws IOException {
    TimedProcess.Usage right = process.run(javac(jdk, sources, true), Map.of());
    if (right.status() != 0 || !process.output().isEmpty() || !process.errors().isEmpty()) {
      throw new IOException("The program is not right: " + process.output() + process.errors());
    }
    String source = Files.readString(sources.get(0)).replace(".call(\"", ".call(\"No");
    Path wrong = Files.createDirectories(folder.resolve("wrong")).resolve("Calls00.java");
    Files.writeString(wrong, source);
    TimedProcess.Usage usage = process.run(javac(jdk, List.of(wrong), true), Map.of());
    if (usage.status() == 0 || !process.errors().contains("Unknown operation of")) {
      throw new IOException("The check found no fault: " + process.errors());
    }
  }

  private void fresh(Jdk jdk, String what, List<Path> sources, int round) throws IOException {
    Pair pair = pair(jdk, what + ", fresh javac");
    for (boolean check : new boolean[] {false, true}) {
      TimedProcess.Usage usage = process.run(javac(jdk, sources, check), Map.of());
      if (usage.status() != 0) {
        throw new IOException("javac failed: " + process.errors());
      }
      if (round > 0) {
        add(pair, jdk, what + ", fresh javac", check, usage.wallMillis(), usage.cpuMillis());
      }
    }
  }

  private void warm(Jdk jdk, List<Path> sources) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(Integer.toString(options.rounds()));
    arguments.add(String.join(File.pathSeparator, classPath.typed()));
    arguments.add(PLUGIN);
    List<String> command = javac(jdk, sources, false);
    arguments.addAll(command.subList(1, command.size()));
    String asIs = options.calls() + " calls, warm";
    String kept = options.calls() + " calls, warm, class loader of the check kept";
    List<String> java = Child.java(jdk, classPath.own(), List.of(), "WarmCompiles", arguments);
    for (String line : Child.run(java, target).split("\n", -1)) {
      String[] fields = line.split(" ", -1);
      double wall = Double.parseDouble(fields[1]);
      double cpu = Double.parseDouble(fields[2]);
      switch (fields[0]) {
        case "plain" -> {
          add(pair(jdk, asIs), jdk, asIs, false, wall, cpu);
          add(pair(jdk, kept), jdk, kept, false, wall, cpu);
        }
        case "check" -> add(pair(jdk, asIs), jdk, asIs, true, wall, cpu);
        default -> add(pair(jdk, kept), jdk, kept, true, wall, cpu);
      }
    }
  }

  /** Both compile without annotation processors, which would be searched on the class path. */
  private List<String> javac(Jdk jdk, List<Path> sources, boolean check) throws IOException {
    String boto4j = String.join(File.pathSeparator, classPath.boto4j());
    List<String> command = new ArrayList<>();
    command.add(jdk.program("javac"));
    command.addAll(List.of("-proc:none", "-cp", boto4j));
    command.addAll(List.of("-d", folder.resolve("classes").toString()));
    if (check) {
      String processors = String.join(File.pathSeparator, classPath.typed());
      command.addAll(List.of("-processorpath", processors, PLUGIN));
    }
    for (Path source : sources) {
      command.add(source.toString());
    }
    return command;
  }

  private Pair pair(Jdk jdk, String what) {
    return pairs.computeIfAbsent(jdk.label() + ", " + what, key -> new Pair());
  }

  private void add(Pair pair, Jdk jdk, String what, boolean check, double wall, double cpu) {
    (check ? pair.checkWall : pair.plainWall).add(wall);
    (check ? pair.checkCpu : pair.plainCpu).add(cpu);
    csv.append('"').append(jdk.label()).append(", ").append(what).append("\",").append(check);
    csv.append(',').append(pair.plainWall.size()).append(',').append(wall);
    csv.append(',').append(cpu).append('\n');
  }

  private void print() throws IOException {
    Path raw = target.resolve("typed-compile.csv");
    Files.writeString(raw, csv);
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    for (Map.Entry<String, Pair> each : pairs.entrySet()) {
      Pair pair = each.getValue();
      List<Double> moreWall = Medians.differences(pair.checkWall, pair.plainWall);
      rows.add(
          List.of(
              each.getKey(),
              millis(pair.plainWall),
              millis(pair.plainCpu),
              millis(pair.checkWall),
              millis(pair.checkCpu),
              millis(moreWall),
              millis(Medians.differences(pair.checkCpu, pair.plainCpu)),
              String.format(
                  Locale.ROOT,
                  "%.2f",
                  Medians.of(Medians.ratios(pair.checkWall, pair.plainWall)))));
    }
    System.out.println(
        "medians of "
            + options.rounds()
            + " rounds; single values: "
            + raw
            + "; at the end "
            + Machine.load());
    System.out.println();
    Table table = new Table(rows);
    System.out.println(options.markdown() ? table.markdown() : table.text());
  }

  private static String millis(List<Double> values) {
    return String.format(Locale.ROOT, "%.0f", Medians.of(values));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
