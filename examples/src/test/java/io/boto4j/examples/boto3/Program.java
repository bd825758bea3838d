package io.boto4j.examples.boto3;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One program in both languages; each runs in a process and a folder of its own.
 *
 * @param set the package below {@code io.boto4j.examples}
 * @param name the name of the class
 */
record Program(String set, String name) {
  /** The sets of the programs with types of their own, which have no Python of their own. */
  static final List<String> TYPED = List.of("interfaces", "generated");

  static final Path PYTHON = Path.of("src", "main", "python");

  private static final Path JAVA = Path.of("src", "main", "java", "io", "boto4j", "examples");

  /** All programs that compare boto4j with boto3. */
  static List<Program> all() throws IOException {
    return all("boto3");
  }

  /** All programs with types of their own. */
  static List<Program> typed() throws IOException {
    List<Program> programs = new ArrayList<>();
    for (String set : TYPED) {
      programs.addAll(all(set));
    }
    return programs;
  }

  /** All programs of a set, by the files in the folder of the Java sources. */
  static List<Program> all(String set) throws IOException {
    try (Stream<Path> files = Files.list(JAVA.resolve(set))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".java") && !file.equals("package-info.java"))
          .map(file -> file.replace(".java", ""))
          .sorted()
          .map(name -> new Program(set, name))
          .toList();
    }
  }

  /** The same program without types of its own. */
  Program plain() {
    return new Program("boto3", name);
  }

  Path java() {
    return JAVA.resolve(set).resolve(name + ".java");
  }

  /** Its Python: {@code s3_buckets.py} for {@code S3Buckets}. */
  Path python() {
    String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2");
    Path folder = set.equals("resources") ? PYTHON.resolve(set) : PYTHON;
    return folder.resolve(words.toLowerCase(Locale.ROOT) + ".py");
  }

  String printedByJava(URI endpoint, Path folder) throws IOException, InterruptedException {
    return printed(
        endpoint,
        folder,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "io.boto4j.examples." + set + "." + name);
  }

  String printedByPython(URI endpoint, Path folder) throws IOException, InterruptedException {
    return printed(
        endpoint, folder, "python3", "-W", "ignore", python().toAbsolutePath().toString());
  }

  /** Whether python3 exists and can import boto3. */
  static boolean pythonHasBoto3() {
    try {
      Process process =
          new ProcessBuilder("python3", "-c", "import boto3")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String printed(URI endpoint, Path folder, String... command)
      throws IOException, InterruptedException {
    Path errors = folder.resolve("errors.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("AWS_"));
    environment.putAll(
        Map.of(
            "AWS_ENDPOINT_URL", endpoint.toString(),
            "AWS_ACCESS_KEY_ID", "test",
            "AWS_SECRET_ACCESS_KEY", "test",
            "AWS_CONFIG_FILE", folder.resolve("none").toString(),
            "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString(),
            "AWS_REGION", "us-east-1",
            "AWS_DEFAULT_REGION", "us-east-1"));
    Process process = builder.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      return status == 0 ? output : output + Files.readString(errors);
    } finally {
      process.destroyForcibly();
    }
  }

  @Override
  public String toString() {
    return set + "." + name;
  }
}
