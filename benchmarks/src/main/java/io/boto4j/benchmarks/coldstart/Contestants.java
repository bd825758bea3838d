package io.boto4j.benchmarks.coldstart;

import io.boto4j.benchmarks.coldstart.Contestant.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who takes part, in the order of a round, and by which command. */
final class Contestants {
  private static final String MAINS = "io.boto4j.benchmarks.contestants.";

  private final Path module;
  private final String ownJar;
  private final List<Line> lines = new ArrayList<>();

  Contestants(Path module) throws IOException {
    this.module = module;
    this.ownJar = jars("target", "boto4j-benchmarks-*.jar").get(0);
  }

  List<Line> lines() {
    return lines;
  }

  /** By the name of its jar. */
  String awsSdkVersion() throws IOException {
    String jar = jars("target/lib/aws-sdk", "dynamodb-*.jar").get(0);
    return jar.substring(jar.lastIndexOf('-') + 1, jar.lastIndexOf('.'));
  }

  void addHttp(Jdk jdk, @Nullable Boto3 boto3, String url) throws IOException {
    add(jdk, "http", url, List.of(), boto3, Map.of());
  }

  void addHttps(Jdk jdk, @Nullable Boto3 boto3, String url, LocalTrust trust) throws IOException {
    List<String> flags = List.of("-Djavax.net.ssl.trustStore=" + trust.trustStore(jdk));
    Map<String, String> environment =
        boto3 == null ? Map.of() : Map.of("AWS_CA_BUNDLE", trust.bundle(boto3.roots()).toString());
    add(jdk, "https", url, flags, boto3, environment);
  }

  private void add(
      Jdk jdk,
      String scheme,
      String url,
      List<String> flags,
      @Nullable Boto3 boto3,
      Map<String, String> boto3Environment)
      throws IOException {
    String group = jdk.label() + ", " + scheme;
    List<String> boto4j = jars("target/lib/boto4j", "*.jar");
    List<String> awsSdk = jars("target/lib/aws-sdk", "*.jar");
    add(group, Kind.EMPTY, java(jdk, flags, List.of(), "EmptyJvm", url), Map.of());
    add(group, Kind.FLOOR, java(jdk, flags, List.of(), "HandWrittenGetItem", url), Map.of());
    add(group, Kind.BOTO4J, java(jdk, flags, boto4j, "Boto4jGetItem", url), Map.of());
    add(group, Kind.AWS_SDK, java(jdk, flags, awsSdk, "AwsSdkGetItem", url), Map.of());
    if (boto3 != null) {
      String script = module.resolve("src/main/python/boto3_get_item.py").toString();
      add(group, Kind.BOTO3, List.of(boto3.interpreter(), script, url), boto3Environment);
    }
  }

  private void add(String group, Kind kind, List<String> command, Map<String, String> environment) {
    lines.add(new Line(new Contestant(group, kind, command, environment)));
  }

  /** The JVM as anyone starts it: no flag that makes starting cheaper. */
  private List<String> java(
      Jdk jdk, List<String> flags, List<String> jars, String main, String url) {
    List<String> classPath = new ArrayList<>();
    classPath.add(ownJar);
    classPath.addAll(jars);
    List<String> command = new ArrayList<>();
    command.add(jdk.program("java"));
    command.addAll(flags);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath));
    command.add(MAINS + main);
    command.add(url);
    return command;
  }

  private List<String> jars(String folder, String names) throws IOException {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(module.resolve(folder), names)) {
      entries.forEach(jar -> found.add(jar.toString()));
    }
    found.sort(null);
    return found;
  }
}
