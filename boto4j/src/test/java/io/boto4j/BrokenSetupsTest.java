package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.boto4j.credentials.CredentialReport;
import io.boto4j.error.ConfigParseException;
import io.boto4j.error.ProfileNotFoundException;
import io.boto4j.internal.credentials.Logged;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Set-ups without usable credentials, and the one correct message for each; compared with boto3's
 * by {@code src/test/python/broken_setups.py}.
 */
@Timeout(120)
final class BrokenSetupsTest {
  /** Set-ups for which boto3's exception has another name. */
  private static final Map<String, String> OTHER_NAMES = Map.of("clienterror", "service");

  @TempDir Path home;

  static List<BrokenSetup> setups() {
    return BrokenSetup.all();
  }

  @ParameterizedTest(name = "broken set-ups / {0}")
  @MethodSource("setups")
  void call_saysTheOneRightSentenceAndNoSecret(BrokenSetup setup) throws IOException {
    assumeTrue(!setup.fields().containsKey("posix") || File.separatorChar == '/');
    try (Logged logged = new Logged()) {
      RuntimeException failure = setup.failure(home);

      assertThat(BrokenSetup.shown(failure, home))
          .isEqualTo(setup.text("error") + ": " + setup.text("message"));
      StringWriter text = new StringWriter();
      failure.printStackTrace(new PrintWriter(text, true));
      assertThat(text.toString()).doesNotContain("canary");
      assertThat(logged.lines().toString()).doesNotContain("canary");
    }
  }

  @ParameterizedTest(name = "broken set-ups / {0}")
  @MethodSource("setups")
  void report_saysTheSameAndNoSecret(BrokenSetup setup) throws IOException {
    assumeTrue(!setup.fields().containsKey("posix") || File.separatorChar == '/');
    CredentialReport report;
    try {
      report = setup.report(home);
    } catch (ProfileNotFoundException | ConfigParseException e) {
      assertThat(e.getClass().getSimpleName())
          .as("there is no session to report on")
          .isEqualTo(setup.text("error"));
      return;
    }
    assertThat(report.used()).isNull();
    assertThat(report.toString()).doesNotContain("canary");
    String message = setup.text("message");
    if (setup.text("error").equals("NoCredentialsException")) {
      assertThat(report.entries())
          .allSatisfy(entry -> assertThat(entry.state()).isEqualTo(CredentialReport.State.SKIPPED));
      assertThat(report.nextCommand()).isEqualTo("aws configure");
    } else {
      assertThat(report.entries())
          .filteredOn(entry -> entry.state() == CredentialReport.State.FAILED)
          .singleElement()
          .satisfies(
              entry ->
                  assertThat(entry.detail().replace(home.toString(), "${HOME}"))
                      .isEqualTo(message));
    }
    int command = message.indexOf("`aws ");
    if (command >= 0) {
      assertThat(report.nextCommand())
          .isEqualTo(message.substring(command + 1, message.indexOf('`', command + 1)));
    }
  }

  @Test
  void boto3_means_theSame() {
    Map<String, Object> boto3 = Fixtures.map(Fixtures.read("broken-setups-boto3.json"));
    List<BrokenSetup> setups = setups();

    assertThat(setups).hasSizeGreaterThan(40).hasSize(boto3.size());
    for (BrokenSetup setup : setups) {
      String theirs = meaning(String.valueOf(boto3.get(setup.text("name"))));
      String ours = meaning(setup.text("error"));
      assertThat(setup.fields().containsKey("differs"))
          .as("%s: boto3 says %s, boto4j %s", setup, theirs, ours)
          .isEqualTo(!ours.equals(theirs));
    }
  }

  private static String meaning(String name) {
    String meaning = name.toLowerCase(Locale.ROOT);
    meaning = OTHER_NAMES.getOrDefault(meaning, meaning);
    for (String end : new String[] {"exception", "error"}) {
      if (meaning.endsWith(end)) {
        meaning = meaning.substring(0, meaning.length() - end.length());
      }
    }
    return meaning;
  }
}
