package io.boto4j.crac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The function of the page about start-up, run by AWS's own runtime interface client, on this JDK
 * and on the one that the system property {@code boto4j.java25.home} names.
 */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client needs Linux")
final class LambdaTest {
  @TempDir private Path folder;
  private LocalAws aws;
  private CountingDoor door;
  private LambdaPlatform platform;

  @BeforeEach
  void start() throws IOException {
    aws = LocalAws.start();
    door = CountingDoor.to(aws.endpoint());
    platform = LambdaPlatform.start();
  }

  @AfterEach
  void stop() {
    platform.close();
    door.close();
    aws.close();
  }

  private void createTable() {
    createTable(aws);
  }

  static void createTable(LocalAws aws) {
    aws.session()
        .client("dynamodb")
        .call(
            "CreateTable",
            Map.of(
                "TableName",
                "visits",
                "BillingMode",
                "PAY_PER_REQUEST",
                "AttributeDefinitions",
                List.of(Map.of("AttributeName", "page", "AttributeType", "S")),
                "KeySchema",
                List.of(Map.of("AttributeName", "page", "KeyType", "HASH"))));
  }

  static Stream<String> homes() {
    return Stream.of("java.home", "boto4j.java25.home");
  }

  private LambdaEnvironment start(String property, boolean snapStart) throws IOException {
    String home = System.getProperty(property, "");
    // The JDK of the build is always tested; a second one only where the property names it.
    assumeTrue(!home.isEmpty(), "The system property " + property + " does not name a JDK");
    return LambdaEnvironment.start(Path.of(home), folder, platform, door.uri(), snapStart);
  }

  @ParameterizedTest
  @MethodSource("homes")
  void function_invokedTwice_countsVisitsOverOneConnection(String java) throws Exception {
    createTable();
    try (LambdaEnvironment environment = start(java, /* snapStart= */ false)) {
      platform.invoke("{\"page\":\"/home\"}");
      platform.invoke("{\"page\":\"/home\"}");

      assertThat(platform.next())
          .as(environment::toString)
          .isEqualTo(new LambdaPlatform.Report("response", "{\"visits\":\"1\"}"));
      assertThat(platform.next())
          .isEqualTo(new LambdaPlatform.Report("response", "{\"visits\":\"2\"}"));
      assertThat(door.total()).isEqualTo(1);
      assertThat(platform.credentialsFetched()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("homes")
  void function_serviceFails_errorIsReportedAndTheNextInvocationSucceeds(String java)
      throws Exception {
    createTable();
    try (LambdaEnvironment environment = start(java, /* snapStart= */ false)) {
      platform.invoke("{\"page\":\"\"}");
      platform.invoke("{\"page\":\"/home\"}");

      LambdaPlatform.Report error = platform.next();
      assertThat(error.kind()).as(environment::toString).isEqualTo("error");
      assertThat(error.body())
          .contains("\"errorType\":\"io.boto4j.error.ServiceException\"")
          .contains("ValidationException")
          .contains("VisitsFunction.handleRequest");
      assertThat(platform.next().body()).isEqualTo("{\"visits\":\"1\"}");
    }
  }

  @ParameterizedTest
  @MethodSource("homes")
  void function_initializationFails_errorIsReported(String java) throws Exception {
    try (LambdaEnvironment environment = start(java, /* snapStart= */ false)) {
      LambdaPlatform.Report error = platform.next();

      assertThat(error.kind()).as(environment::toString).isEqualTo("init/error");
      assertThat(error.body()).contains("ResourceNotFoundException");
      assertThat(environment.exitCode()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("homes")
  void snapStart_snapshot_hasNoConnectionsAndTheRestoredProcessFetchesCredentials(String java)
      throws Exception {
    createTable();
    try (LambdaEnvironment environment = start(java, /* snapStart= */ true)) {
      assertThat(platform.next().kind()).as(environment::toString).isEqualTo("snapshot");
      assertThat(door.total()).isEqualTo(1);
      door.awaitClosed();
      assertThat(platform.credentialsFetched()).isEqualTo(1);

      platform.restore();
      platform.invoke("{\"page\":\"/home\"}");

      assertThat(platform.next().body()).as(environment::toString).isEqualTo("{\"visits\":\"1\"}");
      assertThat(door.total()).isEqualTo(2);
      assertThat(platform.credentialsFetched()).isEqualTo(2);
    }
  }
}
