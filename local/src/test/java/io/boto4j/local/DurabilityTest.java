package io.boto4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes is killed at a random moment, again and again; nothing that was
 * acknowledged is lost. {@code -Dboto4j.kills=300} for more.
 */
final class DurabilityTest {
  private static final int KILLS = Integer.getInteger("boto4j.kills", 4);

  private final Random random = new Random(20261128);

  @Test
  void kill_atAnyMoment_losesNoAcknowledgedWrite(@TempDir Path data) throws Exception {
    create(data);
    int acknowledged = -1;
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged = writeUntilKilled(data, acknowledged + 1);
      check(data, acknowledged);
    }
    assertThat(acknowledged).isPositive();
  }

  private static void create(Path data) {
    try (LocalAws aws = LocalAws.builder().data(data).start();
        Client dynamodb = aws.session().client("dynamodb");
        Client sqs = aws.session().client("sqs");
        Client s3 = aws.session().client("s3")) {
      dynamodb.call(
          "CreateTable",
          Map.of(
              "TableName",
              "writes",
              "BillingMode",
              "PAY_PER_REQUEST",
              "AttributeDefinitions",
              List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
              "KeySchema",
              List.of(Map.of("AttributeName", "id", "KeyType", "HASH"))));
      sqs.call("CreateQueue", Map.of("QueueName", "q"));
      s3.call("CreateBucket", Map.of("Bucket", "objects"));
    }
  }

  /** Returns the number of the last round that was acknowledged. */
  private int writeUntilKilled(Path data, int from) throws IOException, InterruptedException {
    Path output = Files.createTempFile("writer", ".log");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DurableWriter.class.getName(),
                data.toString(),
                String.valueOf(from))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    while (Files.size(output) == 0 && writer.isAlive()) {
      Thread.sleep(10);
    }
    Thread.sleep(random.nextInt(400));
    writer.destroyForcibly().waitFor();
    List<String> lines = Files.readAllLines(output);
    assertThat(lines).as("the lines of the writer").first().isEqualTo(String.valueOf(from));
    Files.delete(output);
    int last = from - 1;
    // A line that the kill cut short may be read as a shorter number.
    for (String line : lines) {
      if (line.equals(String.valueOf(last + 1))) {
        last++;
      }
    }
    return last;
  }

  private static void check(Path data, int acknowledged) {
    try (LocalAws aws = LocalAws.builder().data(data).start();
        Client dynamodb = aws.session().client("dynamodb");
        Client sqs = aws.session().client("sqs");
        Client s3 = aws.session().client("s3")) {
      for (int i = 0; i <= acknowledged; i++) {
        assertThat(get(dynamodb, String.valueOf(i))).as("item %s", i).isNotEmpty();
      }
      assertThat(amount(dynamodb, "a") + amount(dynamodb, "b")).as("the sum").isZero();
      assertThat(amount(dynamodb, "b")).isGreaterThanOrEqualTo(acknowledged + 1);
      String queue = sqs.call("GetQueueUrl", Map.of("QueueName", "q")).text("QueueUrl");
      Structure attributes =
          sqs.call(
                  "GetQueueAttributes",
                  Map.of(
                      "QueueUrl", queue, "AttributeNames", List.of("ApproximateNumberOfMessages")))
              .map("Attributes");
      assertThat(Integer.parseInt(attributes.text("ApproximateNumberOfMessages")))
          .isGreaterThanOrEqualTo(acknowledged + 1);
      for (int i = Math.max(0, acknowledged - 20); i <= acknowledged; i++) {
        byte[] body =
            s3.call("GetObject", Map.of("Bucket", "objects", "Key", String.valueOf(i)))
                .body("Body")
                .readAllBytes();
        assertThat(body).as("object %s", i).isEqualTo(DurableWriter.content(i));
      }
    }
  }

  private static Structure get(Client dynamodb, String id) {
    return dynamodb
        .call("GetItem", Map.of("TableName", "writes", "Key", Map.of("id", Map.of("S", id))))
        .map("Item");
  }

  private static int amount(Client dynamodb, String id) {
    return Integer.parseInt(get(dynamodb, id).text("amount", "N"));
  }

  @Test
  void open_damagedFile_saysSo(@TempDir Path data) throws Exception {
    create(data);
    Path file = data.resolve("boto4j-local.mv");
    byte[] bytes = Files.readAllBytes(file);
    random.nextBytes(bytes);
    Files.write(file, bytes);

    LocalAws.Builder builder = LocalAws.builder().data(data);
    assertThatThrownBy(builder::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Cannot open " + file);
  }

  @Test
  void open_usedByAnother_saysSo(@TempDir Path data) {
    LocalAws.Builder builder = LocalAws.builder().data(data);
    try (LocalAws aws = builder.start()) {
      assertThat(aws.emulated()).isNotEmpty();
      assertThatThrownBy(builder::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("boto4j-local.mv");
    }
  }
}
