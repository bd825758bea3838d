package io.boto4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class QuickstartTest {
  private static final List<String> EMAILS =
      List.of(
          "ada@example.com",
          "grace@example.com",
          "alan@example.com",
          "edsger@example.com",
          "barbara@example.com");

  @TempDir Path home;

  private Map<String, String> environment = Users.KEYS;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void quickstart_withoutArguments_runsTheWholeScenario() {
    environment = Map.of();

    assertThat(run()).isZero();

    assertThat(err.toString()).isEmpty();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .containsSubsequence(
            "in this process: no account, no network",
            "dynamodb.call(\"CreateTable\"",
            "auth-users is ACTIVE",
            "[auth-users]",
            "dynamodb.call(\"PutItem\"",
            "dynamodb.call(\"Query\"",
            "-> grace@example.com",
            "admin",
            "password_hash $argon2id$...",
            "rejected",
            "ConditionalCheckFailedException",
            "400",
            "dynamodb.call(\"Scan\", {Limit=2})",
            "dynamodb.call(\"Scan\", {Limit=2, continued})",
            "dynamodb.call(\"Scan\", {Limit=2, continued})",
            "rds.call(\"CreateDBInstance\"",
            "creating",
            "dashboard-db is available",
            "PostgreSQL 1",
            "dashboard-db is stopped",
            "InvalidDBInstanceState",
            "select name from reports: November",
            "lambda.call(\"Invoke\"",
            "the function returned {\"status\":\"stopping\"}",
            "dashboard-db is stopped",
            "role nightly-stop-role",
            "policy may-stop-databases, attached 1 time",
            "rds:StopDBInstance: allowed",
            "rds:DeleteDBInstance: implicitDeny",
            "AccessDeniedException: User: arn:aws:iam::123456789012:user/intern is not authorized"
                + " to perform: dynamodb:Scan",
            "intern.credentialReport()",
            "dynamodb.call(\"ListTables\")",
            "[auth-users]",
            "dynamodb.call(\"DeleteTable\"",
            "auth-users is deleted",
            "That was all.");
    assertThat(out.toString()).contains(EMAILS).doesNotContain("stand-in", "accepted");
    assertThat(out.toString()).isASCII();
  }

  @Test
  void quickstart_keep_leavesTheTableWithItsUsers() {
    try (LocalAws local = LocalAws.start();
        Client dynamodb = Users.client(local.endpoint(), home)) {
      assertThat(run("--endpoint-url", local.endpoint().toString(), "--keep")).isZero();

      List<User> users = Users.all(dynamodb);
      assertThat(users).extracting(User::email).containsExactlyInAnyOrderElementsOf(EMAILS);
      assertThat(users).extracting(User::userId).doesNotHaveDuplicates();
      assertThat(users)
          .filteredOn(user -> !user.isActive())
          .extracting(User::email)
          .containsExactly("edsger@example.com");
      assertThat(users).extracting(User::passwordHash).allMatch(hash -> hash.startsWith("$argon2"));
    }
  }

  @Test
  void quickstart_runTwice_cleansUpAndWorksAgain() {
    try (LocalAws local = LocalAws.start();
        Client dynamodb = Users.client(local.endpoint(), home)) {
      assertThat(run("--endpoint-url", local.endpoint().toString())).isZero();
      assertThat(run("--endpoint-url", local.endpoint().toString())).isZero();

      assertThat(err.toString()).isEmpty();
      assertThat(out.toString()).doesNotContain("exists already:");
      assertThat(dynamodb.call("ListTables").list("TableNames")).isEmpty();
    }
  }

  @Test
  void quickstart_tableOfAnEarlierRun_usesItAndDeletesItsOwnUsersOnly() {
    try (LocalAws local = LocalAws.start();
        Client dynamodb = Users.client(local.endpoint(), home)) {
      run("--endpoint-url", local.endpoint().toString(), "--keep");
      List<User> before = Users.all(dynamodb);

      assertThat(run("--endpoint-url", local.endpoint().toString())).isZero();

      assertThat(out.toString()).contains("auth-users exists already").contains("left unread");
      assertThat(Users.all(dynamodb)).containsExactlyInAnyOrderElementsOf(before);
    }
  }

  @Test
  void quickstart_tableOfSomebodyElse_stopsAndLeavesItAlone() {
    try (LocalAws local = LocalAws.start();
        Client dynamodb = Users.client(local.endpoint(), home)) {
      dynamodb.call(
          "CreateTable",
          Map.of(
              "TableName",
              "auth-users",
              "BillingMode",
              "PAY_PER_REQUEST",
              "AttributeDefinitions",
              List.of(Map.of("AttributeName", "user_id", "AttributeType", "S")),
              "KeySchema",
              List.of(Map.of("AttributeName", "user_id", "KeyType", "HASH"))));

      assertThat(run("--endpoint-url", local.endpoint().toString())).isEqualTo(1);

      assertThat(err.toString().lines())
          .singleElement()
          .asString()
          .startsWith("quickstart: The existing table auth-users is not the quickstart's");
      assertThat(dynamodb.call("ListTables").list("TableNames")).containsExactly("auth-users");
      assertThat(dynamodb.call("Scan", Map.of("TableName", "auth-users")).integer("Count"))
          .isZero();
    }
  }

  @Test
  void quickstart_unreachableEndpoint_saysSoInOneLine() throws IOException {
    int port;
    try (ServerSocket closedSoon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closedSoon.getLocalPort();
    }

    assertThat(run("--endpoint-url", "http://127.0.0.1:" + port)).isEqualTo(1);

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith(
            "quickstart: Could not connect to the endpoint URL: \"http://127.0.0.1:" + port);
  }

  @Test
  void quickstart_noCredentials_saysThatEmulatorsTakeAny() {
    environment = Map.of();

    assertThat(run("--endpoint-url", "http://127.0.0.1:9")).isEqualTo(1);

    assertThat(err.toString())
        .startsWith("quickstart: Unable to locate credentials")
        .contains("AWS_ACCESS_KEY_ID=local")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "--endpoint-ur http://127.0.0.1:8000, Unknown option",
        "extra, Unmatched argument",
        "--endpoint-url, Missing required parameter",
        "--endpoint-url 127.0.0.1:8000, 127.0.0.1:8000",
        "--endpoint-url localhost:8000, 'localhost:8000' is not a URL",
        "--endpoint-url ftp://127.0.0.1, 'ftp://127.0.0.1' is not a URL",
        "--endpoint-url http://, 'http://' is not a URL",
        "--region not/a/region, not/a/region",
        "--profile dev, --profile needs --endpoint-url",
        "--endpoint-url http://127.0.0.1:9 --profile absent, absent",
      })
  void quickstart_wrongArgument_saysWhichAndGives2(String arguments, String complaint) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);

    assertThat(err.toString())
        .startsWith("quickstart: ")
        .contains(complaint)
        .endsWith("quickstart --help lists the options.\n")
        .doesNotContain("\tat ");
    assertThat(out.toString()).doesNotContain("dynamodb.call(");
  }

  @Test
  void quickstart_help_listsTheOptions() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString()).contains("--endpoint-url", "--region", "--profile", "--keep");
    assertThat(err.toString()).isEmpty();
  }

  private int run(String... arguments) {
    CommandLine commandLine =
        Quickstart.commandLine(() -> Session.builder().environment(environment).home(home));
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
