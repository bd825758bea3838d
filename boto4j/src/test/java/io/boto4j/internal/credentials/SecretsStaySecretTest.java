package io.boto4j.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.internal.config.Profiles;
import io.boto4j.internal.config.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Canary secrets, placed wherever a secret may be, even by mistake, and searched for in all text.
 */
final class SecretsStaySecretTest {
  private static final String SECRET = "cAnArYsEcReTwJalrXUtnFEMIbPxRfiCYEXAMPLE";
  private static final String TOKEN = "cAnArYtOkEnFwoGZXIvYXdzEXAMPLETOKEN";

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A secret on its own line, before and inside a section, and indented.
        "%s\n[default]\n",
        "[default]\n%s\n",
        "[default]\naws_secret_access_key =\n  %s\n",
        "[default]\naws_secret_access_key =\n  a = b\n  %s:x\n",
        "[default]\naws_secret_access_key %s\n",
        "[default\naws_secret_access_key = %s\n",
        // Twice, so that the second is rejected.
        "[default]\naws_secret_access_key = %1$s\naws_secret_access_key = %1$s\n",
        "[default]\n%1$s=\n%1$s=\n",
        "[default]\n%1$s==\n%1$s: x\n",
        "[default]\n%1$s/x+y =\n  %1$s\n",
        "[default]\n=%s\n",
        "[default]\n[default]\nx = %s\n",
        // Well-formed files with unusable keys.
        "[default]\naws_access_key_id = k\naws_secret_access_key = %s x\n",
        "[default]\naws_access_key_id = k\naws_secret_access_key = %s\n  x\n",
        "[default]\naws_access_key_id = k %s\naws_secret_access_key = x\n",
        "[default]\naws_access_key_id = k\naws_secret_access_key = s\naws_session_token = %s\u0007\n",
        "[default]\naws_access_key_id = k\naws_session_token = %s\n",
        "[default]\naws_access_key_id = k\naws_secret_access_key = s\naws_account_id = %s/\n",
        "[default]\naws_secret_access_key = %s\n",
        "[default]\naws_access_key_id =\naws_secret_access_key = %s\n"
      })
  void fileWithASecretInIt_failing_doesNotShowIt(String text) throws IOException {
    for (String name : new String[] {"credentials", "config"}) {
      for (String canary : new String[] {SECRET, TOKEN}) {
        Path file = write(name, text.formatted(canary));
        assertHidden(failure(Map.of()));
        Files.delete(file);
      }
    }
  }

  @Test
  void fileThatIsNotUtf8_failing_doesNotShowIt() throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    byte[] text =
        ("[default]\naws_secret_access_key = " + SECRET + "x").getBytes(StandardCharsets.UTF_8);
    text[text.length - 1] = (byte) 0xFF;
    Files.write(home.resolve(".aws").resolve("credentials"), text);

    assertHidden(failure(Map.of()));
  }

  @Test
  void missingProfile_inFileWithSecrets_doesNotShowThem() throws IOException {
    write("credentials", "[dev]\naws_access_key_id = k\naws_secret_access_key = " + SECRET + "\n");

    assertHidden(failure(Map.of("AWS_PROFILE", "de", "AWS_SESSION_TOKEN", TOKEN)));
  }

  @Test
  void environment_failing_doesNotShowSecrets() {
    assertHidden(failure(Map.of("AWS_SECRET_ACCESS_KEY", SECRET, "AWS_SESSION_TOKEN", TOKEN)));
    assertHidden(failure(Map.of("AWS_ACCESS_KEY_ID", "k", "AWS_SESSION_TOKEN", TOKEN)));
    assertHidden(failure(keys("AWS_SECRET_ACCESS_KEY", SECRET + "\n")));
    assertHidden(failure(keys("AWS_SESSION_TOKEN", TOKEN + "\r\nX: y")));
    assertHidden(failure(keys("AWS_SECURITY_TOKEN", TOKEN + "\0")));
    assertHidden(failure(keys("AWS_ACCOUNT_ID", "/" + SECRET)));
    assertHidden(failure(keys("AWS_ACCESS_KEY_ID", "k " + SECRET)));
  }

  @Test
  void objects_asText_doNotShowSecrets() throws IOException {
    Map<String, String> environment = keys("AWS_SESSION_TOKEN", TOKEN);
    write("credentials", "[default]\naws_secret_access_key = " + SECRET + "\nx =\n  y = " + TOKEN);
    Profiles profiles = new Profiles(environment, home);
    Settings settings = new Settings(environment, profiles, null);
    CredentialsChain chain = Chains.of(settings, home);
    Credentials credentials = chain.credentials();

    assertThat(credentials.secretAccessKey()).isEqualTo(SECRET);
    assertThat(credentials.sessionToken()).isEqualTo(TOKEN);
    for (Object object :
        new Object[] {
          credentials,
          Lookup.found(credentials),
          chain,
          settings,
          profiles,
          settings.profile(),
          profiles.credentialsFileProfile("default"),
          VariableCredentials.ofEnvironment(settings, () -> null),
          ProfileFileCredentials.ofCredentialsFile(settings),
          ProfileFileCredentials.ofConfigFile(settings)
        }) {
      assertHidden(object.toString());
    }
  }

  private static Map<String, String> keys(String name, String value) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_ACCESS_KEY_ID", "k");
    environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
    environment.put(name, value);
    return environment;
  }

  /** Returns the failure as a log would show it: messages, causes and stack traces. */
  private String failure(Map<String, String> environment) {
    Map<String, String> offline = Chains.offline(environment);
    try {
      Credentials found =
          Chains.of(new Settings(offline, new Profiles(offline, home), null), home).credentials();
      throw new AssertionError("expected a failure, found " + found);
    } catch (Boto4jException e) {
      StringWriter text = new StringWriter();
      e.printStackTrace(new PrintWriter(text, true));
      return text.toString();
    }
  }

  private static void assertHidden(String text) {
    assertThat(text).isNotEmpty().doesNotContainIgnoringCase("canary");
  }

  private Path write(String name, String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".aws"));
    return Files.writeString(folder.resolve(name), text);
  }
}
