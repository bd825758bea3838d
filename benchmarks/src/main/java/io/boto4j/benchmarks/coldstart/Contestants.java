package io.boto4j.benchmarks.coldstart;

import io.boto4j.benchmarks.coldstart.Contestant.Kind;
import io.boto4j.benchmarks.run.Boto3;
import io.boto4j.benchmarks.run.ClassPath;
import io.boto4j.benchmarks.run.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who takes part, in the order of a round, and by which command. */
final class Contestants {
  private static final String MAINS = "io.boto4j.benchmarks.contestants.";

  private final Path module;
  private final ClassPath classPath;
  private final String ownJar;
  private final List<Line> lines = new ArrayList<>();

  Contestants(Path module) throws IOException {
    this.module = module;
    this.classPath = new ClassPath(module);
    this.ownJar = classPath.own();
  }

  List<Line> lines() {
    return lines;
  }

  String awsSdkVersion() throws IOException {
    return classPath.awsSdkVersion();
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
    List<String> boto4j = classPath.boto4j();
    List<String> awsSdk = classPath.awsSdk();
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
    List<String> all = new ArrayList<>();
    all.add(ownJar);
    all.addAll(jars);
    List<String> command = new ArrayList<>();
    command.add(jdk.program("java"));
    command.addAll(flags);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, all));
    command.add(MAINS + main);
    command.add(url);
    return command;
  }
}
