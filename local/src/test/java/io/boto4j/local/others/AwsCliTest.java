package io.boto4j.local.others;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS CLI calls boto4j-local over HTTP, where this machine has it. */
final class AwsCliTest {
  @TempDir Path folder;

  @BeforeEach
  void find() throws Exception {
    try {
      Process version = new ProcessBuilder("aws", "--version").redirectErrorStream(true).start();
      assumeTrue(version.waitFor(60, TimeUnit.SECONDS) && version.exitValue() == 0, "no AWS CLI");
    } catch (IOException e) {
      assumeTrue(false, "no AWS CLI");
    }
  }

  private String run(LocalAws aws, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("aws", "--output", "text"));
    command.addAll(List.of("--endpoint-url", aws.endpoint().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("AWS_"));
    environment.putAll(
        Map.of(
            "AWS_ACCESS_KEY_ID", "local",
            "AWS_SECRET_ACCESS_KEY", "local",
            "AWS_DEFAULT_REGION", "us-east-1",
            "AWS_CONFIG_FILE", folder.resolve("none").toString(),
            "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString()));
    Process process = builder.start();
    process.getOutputStream().close();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  @Test
  void cli_ofSeveralServices_readsWhatItWrote() throws Exception {
    try (LocalAws aws = LocalAws.start()) {
      assertThat(run(aws, "sts", "get-caller-identity", "--query", "Account"))
          .isEqualTo(LocalAws.ACCOUNT);
      run(aws, "sqs", "create-queue", "--queue-name", "orders");
      assertThat(run(aws, "sqs", "list-queues")).contains(aws.endpoint() + "/");
      Path file = folder.resolve("file.txt");
      Files.writeString(file, "x".repeat(9 << 20));
      run(aws, "s3", "mb", "s3://objects");
      run(aws, "s3", "cp", "--quiet", file.toString(), "s3://objects/file.txt");
      Path copy = folder.resolve("copy.txt");
      run(aws, "s3", "cp", "--quiet", "s3://objects/file.txt", copy.toString());
      assertThat(copy).hasSameBinaryContentAs(file);
    }
  }
}
