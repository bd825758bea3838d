package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.conformance.page.SuiteRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random operations on services, with the same outcome in boto4j-local and in moto_server, or a
 * difference that {@code random-differences.txt} has a reason for. Without moto only what every
 * outcome must fulfil is checked: no failure of the server, members that fit the model, and lists
 * that contain what was created and not deleted.
 *
 * <p>A build makes a few hundred calls per service; {@code -Dboto4j.random=3000} makes more, and
 * then a known difference that does not appear fails too. {@code -Dboto4j.random.services=sqs,sns}
 * chooses services. Every difference, with its first call, is in {@code target/random}.
 */
final class RandomOperationsTest {
  private static final List<String> SERVICES =
      List.of(
          "sqs",
          "sns",
          "iam",
          "sts",
          "kms",
          "secretsmanager",
          "ssm",
          "events",
          "cloudwatch",
          "logs",
          "lambda",
          "dynamodb",
          "s3");

  private static final int FEW = 300;
  private static final int MANY = 3000;

  /** A build has no more than this for each service. */
  private static final Duration SHORT = Duration.ofMillis(2800);

  private static final KnownDifferences KNOWN = KnownDifferences.read("random-differences.txt");
  private static final SuiteRecord RECORD = new SuiteRecord("random-operations");
  private static int operations;
  private static int same;

  @TempDir static Path folder;
  private static @Nullable MotoServer moto;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    String missing = MotoServer.missing();
    if (missing == null) {
      RECORD.peer(Oracle.version("moto"));
      moto = MotoServer.start(folder.resolve("moto.log"));
    } else {
      System.out.println("random operations: only on boto4j-local, because " + missing);
    }
  }

  @AfterAll
  static void stop() {
    if (moto != null) {
      moto.close();
    }
  }

  @TestFactory
  List<DynamicTest> services() {
    String chosen = System.getProperty("boto4j.random.services", "");
    int most = Integer.getInteger("boto4j.random", FEW);
    List<String> services = chosen.isEmpty() ? SERVICES : List.of(chosen.split(",", -1));
    List<DynamicTest> tests = new ArrayList<>();
    for (String service : services) {
      tests.add(dynamicTest("random / " + service, () -> check(service, most)));
    }
    tests.add(dynamicTest("random in all", RandomOperationsTest::print));
    if (moto != null && most >= MANY && chosen.isEmpty()) {
      tests.add(dynamicTest("known differences", () -> assertThat(KNOWN.unused()).isEmpty()));
      tests.add(dynamicTest("the result", RECORD::write));
    }
    return tests;
  }

  private static void check(String service, int most) throws IOException, InterruptedException {
    RandomRun run = new RandomRun(service, KNOWN, RECORD, moto);
    Duration patience = most > FEW ? Duration.ofHours(1) : SHORT;
    try {
      run.run(most, System.nanoTime() + patience.toNanos(), folder);
    } finally {
      Path report = Files.createDirectories(Path.of("target", "random"));
      Files.write(report.resolve(service + ".txt"), run.report());
    }
    operations += run.operations();
    same += run.same();
    RECORD.passed(service, run.same());
    RECORD.count(service, SuiteRecord.KNOWN, run.operations() - run.same());
    System.out.println(
        "random operations / "
            + service
            + ": "
            + run.operations()
            + " in "
            + run.sequences()
            + " sequences"
            + inMoto(run.same()));
    assertThat(texts(run.unknown())).isEmpty();
  }

  private static List<String> texts(Map<String, String> unknown) {
    List<String> texts = new ArrayList<>();
    unknown.forEach((place, example) -> texts.add("\n  " + place + "\n    " + example));
    return texts;
  }

  private static String inMoto(int count) {
    return moto == null ? "" : ", " + count + " the same in moto";
  }

  private static void print() {
    System.out.println("random operations: " + operations + inMoto(same));
    KNOWN.reasons().forEach((reason, count) -> System.out.println("  " + count + ": " + reason));
  }
}
