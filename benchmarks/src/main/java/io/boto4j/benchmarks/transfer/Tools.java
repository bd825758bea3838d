package io.boto4j.benchmarks.transfer;

import io.boto4j.benchmarks.run.Boto3;
import io.boto4j.benchmarks.run.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands of other tools, where they are installed: rclone and s3cmd, and the AWS CLI of the
 * Python that has boto3. Each runs with ten threads if it has threads; the others are its defaults.
 */
final class Tools {
  private static final String BUCKET = "benchmark/";
  private static final String ID = "AKIDEXAMPLE";
  private static final String SECRET = "example-secret-key";

  private final Path certificate;
  private final Path settings;
  private final @Nullable String rclone;
  private final @Nullable String s3cmd;
  private @Nullable String cli;

  Tools(Path folder, Path certificate) throws IOException {
    this.certificate = certificate;
    this.settings = Files.writeString(folder.resolve("settings"), "");
    this.rclone = version("rclone", "version");
    this.s3cmd = version("s3cmd", "--version");
  }

  private static @Nullable String version(String... command) {
    try {
      return Program.output(command).lines().findFirst().orElse("");
    } catch (IOException e) {
      return null;
    }
  }

  List<String> versions(@Nullable Boto3 boto3) {
    cli = boto3 == null ? null : version(boto3.interpreter(), "-m", "awscli", "--version");
    return List.of(
        "rclone: " + (rclone == null ? "SKIPPED, not found: try --install" : rclone),
        "s3cmd: " + (s3cmd == null ? "SKIPPED, not found: try --install" : s3cmd),
        "AWS CLI: " + (cli == null ? "SKIPPED, not found" : cli));
  }

  List<Contestant> of(
      Scenario scenario, String url, String local, @Nullable Boto3 boto3, @Nullable String bundle) {
    List<Contestant> all = new ArrayList<>();
    if (rclone != null) {
      add(all, "rclone", scenario, rclone(scenario, url, local), Map.of());
    }
    if (s3cmd != null) {
      add(all, "s3cmd", scenario, s3cmd(scenario, URI.create(url), local), Map.of());
    }
    if (cli != null && boto3 != null && bundle != null) {
      Map<String, String> environment =
          Map.of(
              "AWS_CA_BUNDLE",
              bundle,
              "AWS_ACCESS_KEY_ID",
              ID,
              "AWS_SECRET_ACCESS_KEY",
              SECRET,
              "AWS_DEFAULT_REGION",
              "us-east-1");
      List<String> start = List.of(boto3.interpreter(), "-m", "awscli", "s3");
      List<String> end = List.of("--only-show-errors", "--endpoint-url", url);
      add(all, "AWS CLI", scenario, joined(start, cli(scenario, local), end), environment);
    }
    return all;
  }

  private static void add(
      List<Contestant> all,
      String name,
      Scenario scenario,
      List<String> command,
      Map<String, String> environment) {
    all.add(new Contestant(name, scenario, command, environment, "crc32"));
  }

  private List<String> rclone(Scenario scenario, String url, String local) {
    String remote = ":s3:" + BUCKET;
    List<String> task =
        switch (scenario.task()) {
          case "up" -> List.of("copyto", local, remote + "large.bin");
          case "down" -> List.of("copyto", remote + "large.bin", local);
          case "copy" -> List.of("copyto", remote + "huge.bin", remote + "copy.bin");
          case "files-up" -> List.of("copy", local, remote + "files");
          case "files-down" -> List.of("copy", remote + "files", local);
          default -> List.of("sync", "--update", "--use-server-modtime", local, remote + "files");
        };
    List<String> flags =
        List.of(
            "--quiet",
            "--config=" + settings,
            "--ca-cert=" + certificate,
            "--s3-provider=Other",
            "--s3-endpoint=" + url,
            "--s3-region=us-east-1",
            "--s3-access-key-id=" + ID,
            "--s3-secret-access-key=" + SECRET,
            "--s3-no-check-bucket",
            "--s3-chunk-size=8M",
            "--s3-upload-concurrency=10",
            "--multi-thread-cutoff=8M",
            "--multi-thread-streams=10",
            "--transfers=10",
            "--checkers=10",
            "--fast-list");
    return joined(List.of("rclone"), task, flags);
  }

  private List<String> s3cmd(Scenario scenario, URI url, String local) {
    String remote = "s3://" + BUCKET;
    List<String> task =
        switch (scenario.task()) {
          case "up" -> List.of("put", local, remote + "large.bin");
          case "down" -> List.of("get", "--force", remote + "large.bin", local);
          case "copy" -> List.of("cp", remote + "huge.bin", remote + "copy.bin");
          case "files-up" -> List.of("put", "--recursive", local + "/", remote + "files/");
          case "files-down" ->
              List.of("get", "--recursive", "--force", remote + "files/", local + "/");
          default -> List.of("sync", local + "/", remote + "files/");
        };
    List<String> flags =
        List.of(
            "--quiet",
            "--no-progress",
            "--config=" + settings,
            "--access_key=" + ID,
            "--secret_key=" + SECRET,
            "--region=us-east-1",
            "--host=" + url.getAuthority(),
            "--host-bucket=" + url.getAuthority(),
            scenario.isEncrypted() ? "--ssl" : "--no-ssl",
            "--ca-certs=" + certificate);
    return joined(List.of("s3cmd"), task, flags);
  }

  private static List<String> cli(Scenario scenario, String local) {
    String remote = "s3://" + BUCKET;
    return switch (scenario.task()) {
      case "up" -> List.of("cp", local, remote + "large.bin");
      case "down" -> List.of("cp", remote + "large.bin", local);
      case "copy" -> List.of("cp", remote + "huge.bin", remote + "copy.bin");
      case "files-up" -> List.of("cp", "--recursive", local, remote + "files/");
      case "files-down" -> List.of("cp", "--recursive", remote + "files/", local);
      default -> List.of("sync", local, remote + "files/");
    };
  }

  @SafeVarargs
  private static List<String> joined(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> each : parts) {
      all.addAll(each);
    }
    return all;
  }
}
