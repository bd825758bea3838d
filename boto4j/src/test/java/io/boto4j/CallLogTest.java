package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.client.PrintedLogger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages that calls log, and the values that must not be in them. */
final class CallLogTest {
  private static final String CANARY = "CANARY-7e57";

  private final Recorder recorder = new Recorder();
  private final List<String> lines = new ArrayList<>();
  private Level least = Level.DEBUG;

  /** A logger that keeps the messages from a given level up. */
  private final class Lines implements System.Logger {
    private final String name;

    Lines(String name) {
      this.name = name;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return level.getSeverity() >= least.getSeverity();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      assertThat(parameters).isNull();
      lines.add(name + " " + level + " " + format);
    }
  }

  private Session session() {
    return Sessions.with(recorder)
        .credentials(Credentials.of(CANARY + "ID", CANARY + "KEY", CANARY + "TOKEN"))
        .interceptor(new CallLog(Lines::new))
        .sleeper(pause -> {})
        .build();
  }

  @Test
  void debug_tellsOfCallsAttemptsAndRetries() {
    Iterator<HttpResponse> answers =
        List.of(
                Recorder.response(500, "{\"__type\": \"InternalServerError\"}"),
                Recorder.response(200, "{}", "x-amzn-RequestId", "r-1"))
            .iterator();
    recorder.answer(request -> answers.next());
    session().client("dynamodb", c -> c.endpointUrl("http://127.0.0.1:8000")).call("ListTables");
    assertThat(lines)
        .containsExactly(
            "io.boto4j.dynamodb DEBUG dynamodb.ListTables: called",
            "io.boto4j.dynamodb DEBUG dynamodb.ListTables: attempt 1: POST to http://127.0.0.1:8000",
            "io.boto4j.dynamodb DEBUG dynamodb.ListTables: response with status 500",
            "io.boto4j.dynamodb DEBUG dynamodb.ListTables: attempt 1 failed: InternalServerError",
            "io.boto4j.dynamodb DEBUG dynamodb.ListTables: attempt 2: POST to http://127.0.0.1:8000",
            "io.boto4j.dynamodb DEBUG dynamodb.ListTables: response with status 200",
            "io.boto4j.dynamodb DEBUG dynamodb.ListTables: done after 2 attempts, request id r-1");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @ParameterizedTest
  @ValueSource(strings = {"ALL", "TRACE", "DEBUG", "INFO"})
  void levels_all_showNoSecret(String level) {
    least = Level.valueOf(level);
    recorder.answer(
        200,
        "{\"ARN\": \"arn:x\", \"Name\": \"n\", \"SecretString\": \"" + CANARY + "\"}",
        "x-secret",
        CANARY);
    Client secrets = session().client("secretsmanager");
    secrets.call("GetSecretValue", Map.of("SecretId", "s"));
    secrets.call(
        "CreateSecret",
        Map.of(
            "Name",
            "n",
            "SecretString",
            CANARY,
            "SecretBinary",
            CANARY.getBytes(StandardCharsets.UTF_8)));
    recorder.answer(400, "{\"__type\": \"No\", \"message\": \"" + CANARY + "\"}");
    assertThatThrownBy(
            () -> secrets.call("PutSecretValue", Map.of("SecretId", "s", "SecretString", CANARY)))
        .isInstanceOf(ServiceException.class);
    assertThatThrownBy(() -> secrets.call("GetSecretValue", Map.of(CANARY, CANARY, "No", CANARY)))
        .isInstanceOf(RuntimeException.class);
    recorder.answer(
        200,
        "<A><GetSessionTokenResult><Credentials><SecretAccessKey>"
            + CANARY
            + "</SecretAccessKey><SessionToken>"
            + CANARY
            + "</SessionToken></Credentials></GetSessionTokenResult></A>");
    session().client("sts").call("GetSessionToken", Map.of("TokenCode", "123456"));
    assertThat(lines.isEmpty()).isEqualTo(level.equals("INFO"));
    assertThat(lines).noneMatch(each -> each.contains(CANARY + "K") || each.contains(CANARY + "T"));
    assertThat(lines)
        .filteredOn(each -> !each.contains(CANARY + "=***"))
        .noneMatch(each -> each.contains(CANARY));
  }

  @Test
  void trace_tellsOfParametersAndAnswers() {
    least = Level.ALL;
    recorder.answer(200, "{\"TableNames\": [\"ttt\"]}");
    session().client("dynamodb").call("ListTables", Map.of("Limit", 7));
    assertThat(lines)
        .anyMatch(each -> each.endsWith("called with {Limit=7}"))
        .anyMatch(each -> each.endsWith("{TableNames=[ttt]}"));
  }

  @Test
  void trace_ofControlCharacters_staysOnOneLine() {
    least = Level.ALL;
    session()
        .client("dynamodb")
        .call(
            "GetItem",
            Map.of("TableName", "a\nFAKE", "Key", Map.of("id", Map.of("S", "\u001b[31m"))));
    assertThat(lines).noneMatch(each -> each.contains("\n") || each.contains("\u001b"));
  }

  @Test
  void environment_canAskForIt() {
    Session asked = Sessions.with(recorder).environment(Map.of("BOTO4J_LOG", "true")).build();
    assertThat(asked.client("dynamodb").interceptors()).singleElement().isInstanceOf(CallLog.class);
    assertThat(Sessions.client("dynamodb", recorder).interceptors()).isNull();
  }

  @Test
  void printing_toAStream_hasOneLinePerMessage() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    recorder.answer(200, "{\"TableNames\": [\"ttt\"]}");
    Session printing =
        Sessions.with(recorder).interceptor(CallLog.printing(Level.TRACE, out)).build();

    printing.client("dynamodb").call("ListTables", Map.of("Limit", 7));

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .hasSizeGreaterThan(4)
        .allMatch(each -> each.matches("\\S+Z io\\.boto4j\\.dynamodb \\[(DEBUG|TRACE)\\] .+"))
        .anyMatch(each -> each.endsWith("[TRACE] dynamodb.ListTables: called with {Limit=7}"));
  }

  @Test
  void printedLogger_anyMessage_isPrintedFromItsLevelOn() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    System.Logger logger =
        new PrintedLogger("n", Level.INFO, out, Clock.fixed(Sessions.NOW, ZoneOffset.UTC));

    logger.log(Level.DEBUG, "no");
    logger.log(Level.INFO, "a");
    logger.log(Level.WARNING, "b", new IllegalStateException("x"));
    logger.log(Level.ERROR, "c {0}", 1);
    logger.log(Level.OFF, "no");

    assertThat(logger.getName()).isEqualTo("n");
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "2026-02-03T04:05:06.000Z n [INFO] a",
            "2026-02-03T04:05:06.000Z n [WARNING] b: java.lang.IllegalStateException: x",
            "2026-02-03T04:05:06.000Z n [ERROR] c {0} [1]");
  }
}
