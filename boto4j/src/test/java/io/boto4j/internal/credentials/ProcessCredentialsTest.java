package io.boto4j.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
final class ProcessCredentialsTest {
  @TempDir Path home;

  @Test
  void keys_alone_areCredentialsForEver() {
    Credentials found = find("keys");

    assertThat(found)
        .isEqualTo(Credentials.of("AKID", "cAnArY-secret").withSource("custom-process"));
    assertThat(found.expiration()).isNull();
  }

  @Test
  void tokenAndAccount_areTaken() {
    Credentials found = find("all");

    assertThat(found.sessionToken()).isEqualTo("cAnArY-token");
    assertThat(found.accountId()).isEqualTo("123456789012");
  }

  @Test
  void account_missing_isTheProfiles() {
    TestParts parts = config("keys", "aws_account_id = 999\n");

    assertThat(provider(parts).find().provider().credentials().accountId()).isEqualTo("999");
  }

  @Test
  void expiration_near_runsTheProgramAgain() throws IOException {
    Path runs = home.resolve("runs");
    Instant end = TestParts.NOW.plus(Duration.ofHours(1));
    TestParts parts = config("expiring " + runs + " " + end, "");
    Lookup found = provider(parts).find();

    assertThat(found.provider().credentials().expiration()).isEqualTo(end);
    found.provider().credentials();
    assertThat(Files.readAllLines(runs)).hasSize(1);
    parts.clock.advance(Duration.ofMinutes(46));
    found.provider().credentials();
    assertThat(Files.readAllLines(runs)).hasSize(2);
  }

  @Test
  void words_withQuotes_areOneArgumentAndNoShellReadsThem() {
    // Two arguments: 'a b;$HOME' with its line feed is 10 bytes long.
    assertThat(find("args 'a b;$HOME' \"c\"").accountId()).isEqualTo("2-10");
  }

  @Test
  void input_isEmpty() {
    assertThat(find("stdin").accessKeyId()).isEqualTo("AKID");
  }

  @Test
  void noCommand_isNotFound() {
    TestParts parts = new TestParts(home).config("[default]\nregion = a\n");

    assertThat(provider(parts).find().reason())
        .isEqualTo("no credential_process in profile 'default'");
  }

  @Test
  void exitCode_isToldAndNothingOfWhatWasSaid() {
    assertThatThrownBy(() -> find("fail"))
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessage(
            "Error when retrieving credentials from custom-process: The program 'sh'"
                + " (credential_process of profile 'default') ended with exit code 3. Its error"
                + " output is not shown, since it may hold secrets; run the program yourself to"
                + " see it");
  }

  @Test
  void program_missing_isNamedWithoutItsArguments() {
    TestParts parts =
        new TestParts(home).config("[default]\ncredential_process = /no/such cAnArY-password\n");

    assertThatThrownBy(() -> provider(parts).find())
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessageContaining("The program '/no/such'")
        .hasMessageContaining("cannot be started")
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|Unsupported version '<Version key not provided as a number>'",
        "{\"Version\": 2}|Unsupported version '2'",
        "{\"Version\": \"cAnArY\"}|Unsupported version '<Version key not provided as a number>'",
        "{\"Version\": 1}|Missing required key in response: 'AccessKeyId'",
        "{\"Version\": 1, \"AccessKeyId\": \"k\"}|Missing required key in response: 'SecretAccessKey'",
        "{\"Version\": 1, \"AccessKeyId\": null}|Missing required key in response: 'AccessKeyId'",
        "{\"Version\": 1, \"AccessKeyId\": [\"cAnArY\"]}|AccessKeyId in the output of the program",
        "{\"Version\": 1, \"AccessKeyId\": \"k\", \"SecretAccessKey\": \"cAnArY x\"}|contains white space",
        "[\"cAnArY\"]|is JSON, but not an object",
        "cAnArY|is not the expected JSON",
        "{\"Version\": 1} cAnArY|is not the expected JSON",
        "''|is not the expected JSON",
      })
  void output_unfit_isRefusedAndNotShown(String output, String message) {
    String quoted = "json '" + output + "'";

    assertThatThrownBy(() -> find(quoted))
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY"));
  }

  @Test
  void expiration_unfit_isNamed() {
    String output =
        "json '{\"Version\":1,\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"b\","
            + "\"Expiration\":\"soon\"}'";

    assertThatThrownBy(() -> find(output)).hasMessageContaining("is not a timestamp; expected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'sh x|No closing quotation",
        "sh x\\|No escaped character",
        "``|does not name a program"
      })
  void commandLine_malformed_isRefused(String command, String message) {
    TestParts parts =
        new TestParts(home).config("[default]\ncredential_process = " + command + "\n");

    assertThatThrownBy(() -> provider(parts).find())
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessageContaining(message);
  }

  @Test
  void timeLimit_passed_endsProgramAndDescendants() throws Exception {
    Path child = home.resolve("child");
    ProgramOutput programs = new ProgramOutput("custom-process", 3000, 1000);

    assertThatThrownBy(() -> programs.of(List.of("sh", script(), "hang", child.toString()), "here"))
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessageContaining("did not end within 3 s and was stopped");
    awaitEnd(child);
  }

  @Test
  void output_keptOpenByAnAgentItStarted_isTaken() throws Exception {
    Path agent = home.resolve("agent");
    try {
      assertThat(find("leave " + agent).accessKeyId()).isEqualTo("AKID");
    } finally {
      handle(agent).destroyForcibly();
    }
  }

  @Test
  void output_endless_isCutAndNotShown() {
    assertThatThrownBy(() -> find("flood"))
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessageContaining("wrote more than 1048576 bytes and was stopped")
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY"));
  }

  @Test
  void thread_interrupted_endsTheProgram() throws Exception {
    Path child = home.resolve("child");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> find("hang " + child)).isInstanceOf(CallInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private Credentials find(String arguments) {
    return provider(config(arguments, "")).find().provider().credentials();
  }

  private TestParts config(String arguments, String more) {
    return new TestParts(home)
        .config("[default]\ncredential_process = sh " + script() + " " + arguments + "\n" + more);
  }

  private static ProcessCredentials provider(TestParts parts) {
    return new ProcessCredentials(parts.parts());
  }

  private static void awaitEnd(Path child) throws Exception {
    ProcessHandle.of(Long.parseLong(Files.readString(child).strip()))
        .ifPresent(handle -> handle.onExit().join());
  }

  private static ProcessHandle handle(Path child) throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readString(child).strip())).orElseThrow();
  }

  private static String script() {
    try {
      return Path.of(ProcessCredentialsTest.class.getResource("credential-process.sh").toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
