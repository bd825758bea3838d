package io.boto4j.crac;

import io.boto4j.local.LocalAws;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The command {@code benchmarks/startup.sh lambda}: times fresh execution environments until the
 * first response of the function, started in turn as Lambda starts them and with an archive of the
 * classes.
 */
final class LambdaStart {
  private static final String EVENT = "{\"page\":\"/home\"}";
  private static final int AOT_CACHES = 25;

  private final Path folder;
  private final Path java = Path.of(System.getProperty("java.home"));
  private final String classPath;
  private final LocalAws aws;
  private int started;

  /** One way to start an environment, with what each start took. */
  private record Way(String name, List<String> flags, List<Double> wall, List<Double> cpu) {
    Way(String name, List<String> flags) {
      this(name, flags, new ArrayList<>(), new ArrayList<>());
    }
  }

  private LambdaStart(Path folder, LocalAws aws) throws IOException {
    this.folder = folder;
    this.classPath = jars(folder);
    this.aws = aws;
  }

  /**
   * Measures and prints.
   *
   * @param args the number of rounds
   */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("boto4j-lambda-start");
    try (LocalAws aws = LocalAws.start()) {
      LambdaTest.createTable(aws);
      new LambdaStart(folder, aws).measure(rounds);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private void measure(int rounds) throws Exception {
    boolean cache = Runtime.version().feature() >= AOT_CACHES;
    Path archive = folder.resolve("classes.archive");
    train((cache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
    List<Way> ways =
        List.of(
            new Way("as Lambda starts it", List.of()),
            new Way(
                cache ? "with an AOT cache" : "with AppCDS",
                List.of((cache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive)));
    for (int round = 0; round < rounds; round++) {
      for (Way way : ways) {
        start(way);
      }
    }
    System.out.printf("Java %s, medians of %d environments%n", Runtime.version(), rounds);
    for (Way way : ways) {
      System.out.printf(
          Locale.ROOT,
          "%-22s %6.0f ms to the first response %6.0f ms CPU%n",
          way.name,
          median(way.wall),
          median(way.cpu));
    }
  }

  private void train(String flag) throws Exception {
    try (LambdaPlatform platform = LambdaPlatform.start();
        LambdaEnvironment environment = environment(platform, List.of(flag, "-Xlog:disable"))) {
      platform.invoke(EVENT);
      awaitResponse(platform, environment);
      environment.shutDown();
    }
  }

  private void start(Way way) throws Exception {
    try (LambdaPlatform platform = LambdaPlatform.start()) {
      platform.invoke(EVENT);
      start(way, platform);
    }
  }

  private void start(Way way, LambdaPlatform platform) throws Exception {
    long start = System.nanoTime();
    try (LambdaEnvironment environment = environment(platform, way.flags)) {
      awaitResponse(platform, environment);
      way.wall.add((System.nanoTime() - start) / 1e6);
      Duration cpu = environment.cpu();
      way.cpu.add(cpu.toNanos() / 1e6);
    }
  }

  private static void awaitResponse(LambdaPlatform platform, LambdaEnvironment environment)
      throws InterruptedException {
    LambdaPlatform.Report report = platform.next();
    if (!report.kind().equals("response")) {
      throw new IllegalStateException("The function failed: " + report + "\n" + environment);
    }
  }

  private LambdaEnvironment environment(LambdaPlatform platform, List<String> flags)
      throws IOException {
    Path own = Files.createDirectory(folder.resolve("environment-" + started++));
    return LambdaEnvironment.start(
        java, own, platform, aws.endpoint(), /* snapStart= */ false, classPath, flags);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Returns the class path with a jar in place of each folder: archives know jars only. */
  private static String jars(Path folder) throws IOException {
    List<String> jars = new ArrayList<>();
    String[] entries =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .split(System.getProperty("java.class.path"), -1);
    for (String entry : Arrays.asList(entries)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        Path jar = folder.resolve("classes-" + jars.size() + ".jar");
        pack(path, jar);
        jars.add(jar.toString());
      } else {
        jars.add(entry);
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new JarEntry(name));
        Files.copy(each, out);
        out.closeEntry();
      }
    }
  }
}
