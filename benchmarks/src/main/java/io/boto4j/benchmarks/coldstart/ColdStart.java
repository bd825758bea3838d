package io.boto4j.benchmarks.coldstart;

import io.boto4j.benchmarks.run.Boto3;
import io.boto4j.benchmarks.run.Jdk;
import io.boto4j.benchmarks.run.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command {@code cold-start.sh}: fresh processes in turn, A B C D, A B C D, …, so that what
 * else the machine does falls on all alike.
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
    int rounds = 9;
    boolean markdown = false;
    List<Jdk> jdks = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      switch (args[i]) {
        case "--rounds" -> rounds = Integer.parseInt(args[++i]);
        case "--jdk" -> jdks.add(Jdk.at(Path.of(args[++i])));
        case "--markdown" -> markdown = true;
        default -> throw new IllegalArgumentException("Unknown option: " + args[i]);
      }
    }
    if (jdks.isEmpty()) {
      jdks = Jdk.find();
    }
    Path folder = Files.createTempDirectory("boto4j-cold-start");
    ProcessRunner runner = new ProcessRunner(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(runner, folder), "clean-up"));
    List<Line> lines = contestants(module, folder, jdks);
    measure(runner, lines, rounds);
    Report report = new Report(lines);
    Path raw = module.resolve("target/cold-start.csv");
    Files.writeString(raw, report.csv());
    System.out.println("medians of " + rounds + " processes (min–max); each one: " + raw);
    System.out.println(markdown ? report.markdown() : report.text());
  }

  private static List<Line> contestants(Path module, Path folder, List<Jdk> jdks)
      throws IOException, GeneralSecurityException {
    System.out.println("machine: " + Machine.description());
    LocalTrust trust = LocalTrust.create(jdks.get(0), folder);
    CannedServer http = CannedServer.http();
    CannedServer https = CannedServer.https(trust.serverSockets());
    Boto3 boto3 = Boto3.find();
    Contestants contestants = new Contestants(module);
    for (Jdk jdk : jdks) {
      System.out.println(jdk.label() + ": " + jdk.build());
      contestants.addHttp(jdk, boto3, http.url());
      contestants.addHttps(jdk, boto3, https.url(), trust);
    }
    System.out.println(
        "AWS SDK for Java 2.x: " + contestants.awsSdkVersion() + ", url-connection-client");
    System.out.println(
        "boto3: " + (boto3 == null ? "SKIPPED, python3 is absent or has none" : boto3.versions()));
    return contestants.lines();
  }

  private static void measure(ProcessRunner runner, List<Line> lines, int rounds)
      throws IOException {
    for (Line line : lines) {
      runner.measure(line.contestant); // fills the file cache, and shows at once who cannot run
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

  /** At the end, and at Ctrl-C. */
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
