package io.boto4j.benchmarks.transfer;

import io.boto4j.benchmarks.run.Boto3;
import io.boto4j.benchmarks.run.Child;
import io.boto4j.benchmarks.run.ClassPath;
import io.boto4j.benchmarks.run.Jdk;
import io.boto4j.benchmarks.run.LocalTrust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contestants in the order of a round, and their commands. */
final class Contestants {
  private static final String SMALL_HEAP = "-Xmx64m";
  private static final String SDK_HEAP = "-Xmx512m";
  private static final String CRC32 = "crc32";
  private static final String CRC64 = "crc64nvme";

  private final Path module;
  private final Jdk jdk;
  private final ClassPath classPath;
  private final String trustStore;
  private final @Nullable Boto3 boto3;
  private final @Nullable String bundle;
  private final Tools tools;

  Contestants(Path module, Jdk jdk, LocalTrust trust, Path folder) throws IOException {
    this.module = module;
    this.jdk = jdk;
    this.classPath = new ClassPath(module);
    this.trustStore = "-Djavax.net.ssl.trustStore=" + trust.trustStore(jdk);
    this.boto3 = Boto3.find();
    this.bundle = boto3 == null ? null : trust.bundle(boto3.roots()).toString();
    this.tools = new Tools(folder, trust.certificate());
  }

  /** Describes the versions, one line each, with those that are missing. */
  List<String> versions() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("JVM: " + jdk.build() + "; heap 64 MB, of AWS SDK 2.x 512 MB");
    lines.add("AWS SDK for Java 2.x: " + classPath.awsSdkVersion("s3"));
    lines.add("boto3: " + (boto3 == null ? "SKIPPED, not found" : boto3.versions()));
    lines.addAll(tools.versions(boto3));
    return lines;
  }

  /** Returns the contestants of a scenario. */
  List<Contestant> of(Scenario scenario, String url, Path local, long expected) throws IOException {
    List<String> arguments =
        List.of(scenario.task(), url, local.toString(), String.valueOf(expected));
    List<Contestant> all = new ArrayList<>();
    all.add(java(Contestant.FLOOR, scenario, List.of(), "TransferFloor", arguments, CRC32));
    List<String> own = classPath.boto4j();
    all.add(java(Contestant.BOTO4J, scenario, own, "Boto4jTransfer", arguments, CRC64));
    if (!scenario.isOfFiles() && scenario != Scenario.COPY) {
      List<String> with = with(arguments, "CRC32");
      all.add(java("boto4j, CRC32", scenario, own, "Boto4jTransfer", with, CRC32));
    }
    if (!scenario.task().equals("sync")) {
      for (String client : List.of("java", "crt")) {
        List<String> with = with(arguments, client);
        List<String> jars = classPath.awsSdkTransferManager();
        String name = "AWS SDK 2.x, " + client;
        all.add(java(name, scenario, jars, "AwsSdkTransfer", with, CRC32));
      }
    }
    if (boto3 != null && bundle != null) {
      Map<String, String> environment = Map.of("AWS_CA_BUNDLE", bundle);
      List<String> command = new ArrayList<>();
      command.add(boto3.interpreter());
      command.add(module.resolve("src/main/python/boto3_transfer.py").toString());
      command.addAll(arguments);
      all.add(new Contestant(Contestant.BOTO3, scenario, command, environment, CRC32));
    }
    all.addAll(tools.of(scenario, url, local.toString(), boto3, bundle));
    return all;
  }

  private static List<String> with(List<String> arguments, String last) {
    List<String> all = new ArrayList<>(arguments);
    all.add(last);
    return all;
  }

  private Contestant java(
      String name,
      Scenario scenario,
      List<String> jars,
      String main,
      List<String> arguments,
      String algorithm)
      throws IOException {
    List<String> command = Child.java(jdk, classPath.own(), jars, main, arguments);
    command.add(1, trustStore);
    command.add(1, main.startsWith("AwsSdk") ? SDK_HEAP : SMALL_HEAP);
    return new Contestant(name, scenario, command, Map.of(), algorithm);
  }
}
