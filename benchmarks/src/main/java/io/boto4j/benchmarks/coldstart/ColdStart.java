package io.boto4j.benchmarks.coldstart;

import io.boto4j.benchmarks.coldstart.Contestant.Kind;
import io.boto4j.benchmarks.coldstart.Contestants.Endpoint;
import io.boto4j.benchmarks.run.Boto3;
import io.boto4j.benchmarks.run.ClassPath;
import io.boto4j.benchmarks.run.Jdk;
import io.boto4j.benchmarks.run.LocalTrust;
import io.boto4j.benchmarks.run.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code cold-start.sh}: runs fresh processes in turn, A B C D, A B C D, …, so that
 * other work on the machine affects all alike.
 */
public final class ColdStart {
  private ColdStart() {}

  /**
   * Measures and prints.
   *
   * @param args the module's folder, then the options of the command
   * @throws IOException if a contestant fails, or does not print what it should
   * @throws GeneralSecurityException if this JVM cannot serve TLS
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    Path module = Path.of(args[0]);
    Options options;
    try {
      options = Options.parse(List.of(args).subList(1, args.length));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Path folder = Files.createTempDirectory("boto4j-cold-start");
    ProcessRunner runner = new ProcessRunner(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(runner, folder), "clean-up"));
    List<Line> lines = contestants(options, module, folder);
    if (lines.isEmpty()) {
      System.err.println("These options leave no contestant to measure");
      System.exit(2);
    }
    measure(runner, lines, options.rounds);
    Report report = new Report(lines);
    Path raw = module.resolve("target/cold-start.csv");
    Files.writeString(raw, report.csv());
    System.out.println(
        "medians of " + options.rounds + " processes (min–max); single values: " + raw);
    System.out.println("at the end " + Machine.load());
    System.out.println(options.markdown ? report.markdown() : report.text());
  }

  private static List<Line> contestants(Options options, Path module, Path folder)
      throws IOException, GeneralSecurityException {
    List<Jdk> jdks = jdks(options);
    Boto3 boto3 = Boto3.find();
    printVersions(options, jdks, new ClassPath(module), boto3);
    LocalTrust trust = LocalTrust.create(jdks.get(0), folder);
    Map<String, String> bundle =
        boto3 == null ? Map.of() : Map.of("AWS_CA_BUNDLE", trust.bundle(boto3.roots()).toString());
    String http = CannedServer.http().url();
    String https = CannedServer.https(trust.serverSockets()).url();
    Contestants contestants = new Contestants(module, folder, boto3, options);
    for (Jdk jdk : jdks) {
      List<Endpoint> endpoints = new ArrayList<>();
      if (options.http) {
        endpoints.add(new Endpoint("http", http, List.of(), Map.of()));
      }
      if (options.https) {
        String flag = "-Djavax.net.ssl.trustStore=" + trust.trustStore(jdk);
        endpoints.add(new Endpoint("https", https, List.of(flag), bundle));
      }
      for (Task task : options.tasks) {
        for (Endpoint endpoint : endpoints) {
          if (options.plain) {
            contestants.addPlain(task, jdk, endpoint);
          }
          if (options.archived) {
            contestants.addArchived(task, jdk, endpoint);
          }
          if (options.recipes) {
            contestants.addRecipe(task, jdk, endpoint);
          }
        }
      }
    }
    return contestants.lines();
  }

  private static List<Jdk> jdks(Options options) throws IOException {
    List<Jdk> jdks = new ArrayList<>();
    for (Path home : options.jdks) {
      jdks.add(Jdk.at(home));
    }
    if (jdks.isEmpty()) {
      for (Jdk found : Jdk.find()) {
        if (options.features.isEmpty() || options.features.contains(found.featureVersion())) {
          jdks.add(found);
        }
      }
    }
    if (jdks.isEmpty()) {
      throw new IOException("no JDK " + options.features + " was found; --jdk takes its folder");
    }
    return jdks;
  }

  private static void printVersions(
      Options options, List<Jdk> jdks, ClassPath classPath, @Nullable Boto3 boto3)
      throws IOException {
    System.out.println("machine: " + Machine.description() + ", " + Machine.load());
    for (Jdk jdk : jdks) {
      System.out.println(jdk.label() + ": " + jdk.build());
    }
    if (!options.baseline.isEmpty()) {
      System.out.println("baseline: " + String.join(", ", options.baseline));
    }
    List<String> artifacts = new ArrayList<>();
    for (Task task : options.tasks) {
      artifacts.add(task.artifact());
    }
    for (Kind kind : Kind.values()) {
      String client = kind.httpClient();
      if (client != null) {
        artifacts.add(client);
      }
    }
    List<String> versions = new ArrayList<>();
    for (String artifact : artifacts) {
      versions.add(artifact + " " + classPath.awsSdkVersion(artifact));
    }
    System.out.println("AWS SDK for Java 2.x: " + String.join(", ", versions));
    System.out.println(
        "boto3: "
            + (boto3 == null
                ? "SKIPPED, python3 is absent or does not have it"
                : boto3.versions()));
  }

  private static void measure(ProcessRunner runner, List<Line> lines, int rounds)
      throws IOException {
    for (Line line : lines) {
      if (!line.contestant.training().isEmpty()) {
        runner.train(line.contestant);
      }
      runner.measure(
          line.contestant); // fills the file cache, and fails at once if a contestant cannot run
    }
    for (int round = 1; round <= rounds; round++) {
      System.err.println("round " + round + " of " + rounds);
      for (Line line : lines) {
        line.measurements.add(runner.measure(line.contestant));
      }
    }
    for (Line line : lines) {
      if (line.contestant.isJvm()) {
        int[] classes = runner.loadedClasses(line.contestant);
        line.classes = classes[0];
        line.classesOutsideArchive = classes[1];
      }
    }
  }

  /** Deletes the folder, at the end and on Ctrl-C. */
  private static void cleanUp(ProcessRunner runner, Path folder) {
    runner.end();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : entries.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      System.err.println("Not deleted: " + folder + ": " + e);
    }
  }
}
