package io.boto4j.benchmarks.footprint;

import io.boto4j.benchmarks.run.Child;
import io.boto4j.benchmarks.run.ClassPath;
import io.boto4j.benchmarks.run.Jdk;
import io.boto4j.benchmarks.run.Machine;
import io.boto4j.benchmarks.run.Medians;
import io.boto4j.benchmarks.run.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The command {@code footprint.sh}: runs fresh processes that create clients, in turn. */
public final class Footprint {
  private static final int BOTO4J = 0;
  private static final int AWS_SDK = 1;

  private final Path target;
  private final ClassPath classPath;
  private final Map<String, List<List<Double>>> figures = new LinkedHashMap<>();
  private final StringBuilder csv = new StringBuilder("figure,contestant,round,value\n");

  private Footprint(Path module) {
    this.target = module.resolve("target");
    this.classPath = new ClassPath(module);
  }

  /**
   * Measures and prints.
   *
   * @param args the module's folder, then the options of the command
   * @throws IOException if a contestant fails
   */
  public static void main(String[] args) throws IOException {
    int rounds = 3;
    boolean markdown = false;
    for (int i = 1; i < args.length; i++) {
      switch (args[i]) {
        case "--rounds" -> rounds = Integer.parseInt(args[++i]);
        case "--markdown" -> markdown = true;
        default -> throw new IllegalArgumentException("Unknown option: " + args[i]);
      }
    }
    Footprint footprint = new Footprint(Path.of(args[0]));
    footprint.measure(rounds);
    footprint.print(rounds, markdown);
  }

  private void measure(int rounds) throws IOException {
    Jdk jdk = Jdk.find().get(0);
    System.out.println("machine: " + Machine.description() + ", " + Machine.load());
    System.out.println(jdk.label() + ": " + jdk.build());
    System.out.println(
        "AWS SDK for Java 2.x: " + classPath.awsSdkVersion() + ", url-connection-client");
    List<String> boto4j = classPath.boto4j();
    List<String> awsSdk = classPath.wholeAwsSdk();
    awsSdk.removeIf(jar -> jar.contains("apache") || jar.contains("httpc"));
    add("KB of jars: all services of boto4j, six of SDK 2.x", BOTO4J, 1, kilobytes(boto4j));
    add("KB of jars: all services of boto4j, six of SDK 2.x", AWS_SDK, 1, kilobytes(awsSdk));
    String own = classPath.own();
    for (int round = 1; round <= rounds; round++) {
      System.err.println("round " + round + " of " + rounds);
      run(BOTO4J, round, Child.java(jdk, own, boto4j, "Boto4jClients", List.of()));
      run(AWS_SDK, round, Child.java(jdk, own, awsSdk, "AwsSdkClients", List.of()));
      run(BOTO4J, round, Child.java(jdk, own, boto4j, "Boto4jClients", List.of("all")));
    }
  }

  private void run(int contestant, int round, List<String> command) throws IOException {
    for (String line : Child.run(command, target).split("\n", -1)) {
      int tab = line.indexOf('\t');
      add(line.substring(0, tab), contestant, round, Double.parseDouble(line.substring(tab + 1)));
    }
  }

  private void add(String figure, int contestant, int round, double value) {
    figures
        .computeIfAbsent(figure, key -> List.of(new ArrayList<>(), new ArrayList<>()))
        .get(contestant)
        .add(value);
    String name = contestant == BOTO4J ? "boto4j" : "AWS SDK 2.x";
    csv.append('"').append(figure).append("\",").append(name).append(',').append(round);
    csv.append(',').append(value).append('\n');
  }

  private void print(int rounds, boolean markdown) throws IOException {
    Path raw = target.resolve("footprint.csv");
    Files.writeString(raw, csv);
    System.out.println(
        "medians of "
            + rounds
            + " processes; single values: "
            + raw
            + "; at the end "
            + Machine.load());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "boto4j", "AWS SDK 2.x", "boto4j ÷ SDK 2.x"));
    for (Map.Entry<String, List<List<Double>>> each : figures.entrySet()) {
      List<Double> boto4j = each.getValue().get(BOTO4J);
      List<Double> awsSdk = each.getValue().get(AWS_SDK);
      rows.add(
          List.of(
              each.getKey(),
              boto4j.isEmpty() ? "–" : number(Medians.of(boto4j)),
              awsSdk.isEmpty() ? "–" : number(Medians.of(awsSdk)),
              boto4j.isEmpty() || awsSdk.isEmpty()
                  ? "–"
                  : number(Medians.of(boto4j) / Medians.of(awsSdk))));
    }
    Table table = new Table(rows);
    System.out.println();
    System.out.println(markdown ? table.markdown() : table.text());
  }

  private static double kilobytes(List<String> jars) throws IOException {
    long sum = 0;
    for (String jar : jars) {
      sum += Files.size(Path.of(jar));
    }
    return sum / 1e3;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.0f", value);
  }
}
