package io.boto4j.benchmarks.calls;

import com.sun.management.OperatingSystemMXBean;
import io.boto4j.benchmarks.run.Baseline;
import io.boto4j.benchmarks.run.Boto3;
import io.boto4j.benchmarks.run.Child;
import io.boto4j.benchmarks.run.ClassPath;
import io.boto4j.benchmarks.run.Jdk;
import io.boto4j.benchmarks.run.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code calls.sh}: runs each contestant in its own process, in turn and in several
 * rounds, against one server in this process.
 */
public final class Calls {
  static final String AWS_SDK = "AWS SDK 2.x, ";
  static final String BOTO4J = "boto4j";
  static final String BASELINE = "boto4j, baseline";

  private record Contestant(String name, List<String> command) {}

  private final Path module;
  private final ClassPath classPath;
  private final List<Contestant> contestants = new ArrayList<>();
  private int rounds = 3;
  private String threads = "1,2,16,64";
  private String warmMillis = "1500";
  private String measureMillis = "350";
  private boolean markdown;
  private @Nullable String only;
  private List<String> baseline = List.of();

  private Calls(Path module) {
    this.module = module;
    this.classPath = new ClassPath(module);
  }

  /**
   * Measures and prints.
   *
   * @param args the module's folder, then the options of the command
   * @throws IOException if a contestant fails
   */
  public static void main(String[] args) throws IOException {
    Calls calls = new Calls(Path.of(args[0]));
    try {
      calls.set(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    calls.run();
  }

  private void set(String... args) {
    for (int i = 1; i < args.length; i++) {
      switch (args[i]) {
        case "--rounds" -> rounds = Integer.parseInt(args[++i]);
        case "--threads" -> threads = args[++i];
        case "--warm" -> warmMillis = args[++i];
        case "--measure" -> measureMillis = args[++i];
        case "--only" -> only = args[++i];
        case "--baseline" -> baseline = Baseline.jars(Path.of(args[++i]));
        case "--markdown" -> markdown = true;
        default -> throw new IllegalArgumentException("Unknown option: " + args[i]);
      }
    }
  }

  private void run() throws IOException {
    System.out.println("machine: " + Machine.description() + ", " + Machine.load());
    CallServer server = CallServer.start(1);
    addAll();
    List<Result> results = new ArrayList<>();
    long cpu = cpu();
    for (int round = 1; round <= rounds; round++) {
      System.err.println("round " + round + " of " + rounds);
      for (Contestant each : contestants) {
        results.addAll(measure(each, round, server.url()));
      }
    }
    cpu = cpu() - cpu;
    CallReport report = new CallReport(results);
    Path raw = module.resolve("target/calls.csv");
    Files.writeString(raw, report.csv());
    System.out.println(
        "medians of "
            + rounds
            + " processes; single values: "
            + raw
            + "; at the end "
            + Machine.load());
    System.out.println(
        "CPU and bytes: with 16 threads; ÷ SDK: relative to its best client in that column");
    System.out.println(report.tables(markdown));
    System.out.printf(Locale.ROOT, "%nthe server used %.1f s of CPU in all%n", cpu / 1e9);
  }

  private void addAll() throws IOException {
    Jdk old = Jdk.find().get(0);
    List<String> sdk = classPath.wholeAwsSdk();
    add("bytes alone", java(old, List.of(), "BareCalls", "platform"));
    addBoto4j("", old, "platform");
    for (String client : List.of("url-connection", "apache", "apache5")) {
      List<String> command = java(old, sdk, "AwsSdkCalls", "platform");
      command.add(1, "-Dhttp.maxConnections=64");
      command.add(client);
      add(AWS_SDK + client, command);
    }
    for (Jdk jdk : Jdk.find()) {
      System.out.println(jdk.label() + ": " + jdk.build());
      if (jdk.featureVersion() >= 21) {
        String on = ", " + jdk.label();
        addBoto4j(on, jdk, "platform");
        addBoto4j(on + ", virtual threads", jdk, "virtual");
      }
    }
    Boto3 boto3 = Boto3.find();
    if (boto3 != null) {
      String script = module.resolve("src/main/python/boto3_calls.py").toString();
      List<String> command = new ArrayList<>(List.of(boto3.interpreter(), script));
      command.addAll(arguments("platform"));
      add("boto3", command);
    }
    System.out.println("on " + old.label() + " unless another JDK is named");
    if (!baseline.isEmpty()) {
      System.out.println("baseline: " + String.join(", ", baseline));
    }
    System.out.println("AWS SDK for Java 2.x: " + classPath.awsSdkVersion());
    System.out.println("boto3: " + (boto3 == null ? "SKIPPED, not found" : boto3.versions()));
  }

  /** Adds boto4j and the baseline, whose names differ in one part only. */
  private void addBoto4j(String how, Jdk jdk, String kind) throws IOException {
    add(BOTO4J + how, java(jdk, classPath.boto4j(), "Boto4jCalls", kind));
    if (!baseline.isEmpty()) {
      add(BASELINE + how, java(jdk, baseline, "Boto4jCalls", kind));
    }
  }

  private void add(String name, List<String> command) {
    if (only == null || name.contains(only)) {
      contestants.add(new Contestant(name, command));
    }
  }

  private List<String> java(Jdk jdk, List<String> jars, String main, String kind)
      throws IOException {
    return Child.java(jdk, classPath.own(), jars, main, arguments(kind));
  }

  /** The arguments of a contestant; the first is a placeholder for the server's URL. */
  private List<String> arguments(String kind) {
    return List.of("URL", threads, kind, warmMillis, measureMillis);
  }

  private List<Result> measure(Contestant contestant, int round, String url) throws IOException {
    List<String> command = new ArrayList<>(contestant.command());
    command.set(command.indexOf("URL"), url);
    String printed = Child.run(command, module.resolve("target"));
    List<Result> results = new ArrayList<>();
    for (String line : printed.split("\n", -1)) {
      results.add(Result.of(contestant.name(), round, line));
    }
    return results;
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
