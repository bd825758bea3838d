package io.boto4j.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.ConfigParseException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.PartialCredentialsException;
import io.boto4j.internal.config.Profiles;
import io.boto4j.internal.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CredentialsChainTest {
  private static final String KEYS = "aws_access_key_id = %s\naws_secret_access_key = s\n";

  @TempDir Path home;

  @Test
  void environment_first() throws IOException {
    write("credentials", "[default]\n" + KEYS.formatted("file"));
    Credentials credentials =
        chain(environment("AWS_SESSION_TOKEN", "t", "AWS_ACCOUNT_ID", "123456789012"), null)
            .credentials();

    assertThat(credentials)
        .isEqualTo(Credentials.of("env", "s", "t").withAccountId("123456789012").withSource("env"));
  }

  @Test
  void environment_securityToken_winsOverSessionToken() {
    Map<String, String> both = environment("AWS_SECURITY_TOKEN", "old", "AWS_SESSION_TOKEN", "new");
    Map<String, String> empty = environment("AWS_SECURITY_TOKEN", "", "AWS_SESSION_TOKEN", "new");

    assertThat(chain(both, null).credentials().sessionToken()).isEqualTo("old");
    assertThat(chain(empty, null).credentials().sessionToken()).isEqualTo("new");
  }

  @Test
  void environment_answers_filesAreNotTouched() throws IOException {
    write("credentials", "broken");

    assertThat(chain(environment(), null).credentials().source()).isEqualTo("env");
    assertThatThrownBy(() -> chain(Map.of(), null).credentials())
        .isInstanceOf(ConfigParseException.class);
  }

  @Test
  void environment_secretMissing_isPartial() {
    assertThatThrownBy(() -> chain(Map.of("AWS_ACCESS_KEY_ID", "k"), null).credentials())
        .isInstanceOf(PartialCredentialsException.class)
        .hasMessage("Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY");
    assertThatThrownBy(() -> chain(environment("AWS_SECRET_ACCESS_KEY", ""), null).credentials())
        .isInstanceOf(PartialCredentialsException.class);
  }

  @Test
  void environment_idMissingOrEmpty_isNotFoundAsInBotocore() throws IOException {
    write("credentials", "[default]\n" + KEYS.formatted("file"));

    assertThat(chain(Map.of("AWS_SECRET_ACCESS_KEY", "s"), null).credentials().accessKeyId())
        .isEqualTo("file");
    assertThat(chain(environment("AWS_ACCESS_KEY_ID", ""), null).credentials().accessKeyId())
        .isEqualTo("file");
  }

  @Test
  void environment_profileSetInCode_isNotAsked() throws IOException {
    write("credentials", "[dev]\n" + KEYS.formatted("file"));

    assertThat(chain(environment(), "dev").credentials().accessKeyId()).isEqualTo("file");
  }

  @Test
  void environment_profileSetInEnvironment_isAsked() throws IOException {
    write("credentials", "[dev]\n" + KEYS.formatted("file"));

    assertThat(chain(environment("AWS_PROFILE", "dev"), null).credentials().accessKeyId())
        .isEqualTo("env");
  }

  @Test
  void credentialsFile_beforeConfigFile() throws IOException {
    write(
        "credentials",
        "[default]\n" + KEYS.formatted("one") + "aws_session_token = t\naws_account_id = 12\n");
    write("config", "[default]\n" + KEYS.formatted("two"));

    assertThat(chain(Map.of(), null).credentials())
        .isEqualTo(
            Credentials.of("one", "s", "t")
                .withAccountId("12")
                .withSource("shared-credentials-file"));
  }

  @Test
  void configFile_last() throws IOException {
    write("credentials", "[default]\naws_secret_access_key = other\n");
    write(
        "config",
        "[default]\n"
            + KEYS.formatted("two")
            + "aws_security_token = old\naws_session_token = new\n");

    assertThat(chain(Map.of(), null).credentials())
        .isEqualTo(Credentials.of("two", "s", "old").withSource("config-file"));
  }

  @Test
  void files_halfAPair_isPartial() throws IOException {
    write("config", "[profile c]\naws_access_key_id = k\n");
    write("credentials", "[s]\naws_access_key_id = k\naws_secret_access_key =\n");

    assertThatThrownBy(() -> chain(Map.of(), "c").credentials())
        .isInstanceOf(PartialCredentialsException.class)
        .hasMessage("Partial credentials found in config-file, missing: aws_secret_access_key");
    assertThatThrownBy(() -> chain(Map.of(), "s").credentials())
        .isInstanceOf(PartialCredentialsException.class)
        .hasMessage(
            "Partial credentials found in shared-credentials-file, missing: aws_secret_access_key");
  }

  @Test
  void keysWithBlanks_areRefusedWithTheirSource() throws IOException {
    write("credentials", "[default]\naws_access_key_id = k\naws_secret_access_key = a b\n");
    write("config", "[profile w]\n" + KEYS.formatted("k") + "aws_session_token = one\n  two\n");

    assertThatThrownBy(() -> chain(Map.of(), null).credentials())
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessage(
            "Error when retrieving credentials from shared-credentials-file: The secret access key"
                + " contains white space; expected visible characters only");
    assertThatThrownBy(() -> chain(Map.of(), "w").credentials())
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessageContaining("The session token contains a line break");
    assertThatThrownBy(() -> chain(environment("AWS_ACCOUNT_ID", "x.evil/#"), null).credentials())
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessageContaining("env: The account id is not");
  }

  @Test
  void nothingFound_listsWhatEachProviderSaid() throws IOException {
    write("config", "[default]\nregion = a\n");

    assertThatThrownBy(() -> chain(Map.of(), null).credentials())
        .isInstanceOf(NoCredentialsException.class)
        .hasMessage(
            "Unable to locate credentials. Providers tried:"
                + "\n  system-properties: aws.accessKeyId is not set"
                + "\n  env: AWS_ACCESS_KEY_ID is not set"
                + "\n  assume-role: no role_arn in profile 'default'"
                + "\n  assume-role-with-web-identity: neither AWS_WEB_IDENTITY_TOKEN_FILE nor"
                + " web_identity_token_file of profile 'default' is set"
                + "\n  sso: neither sso_role_name nor sso_account_id in profile 'default'"
                + "\n  shared-credentials-file: no section [default] in "
                + home.resolve(".aws").resolve("credentials")
                + "\n  login: no login_session in profile 'default'"
                + "\n  custom-process: no credential_process in profile 'default'"
                + "\n  config-file: no aws_access_key_id in profile 'default' of "
                + home.resolve(".aws").resolve("config")
                + "\n  ec2-credentials-file: AWS_CREDENTIAL_FILE is not set"
                + "\n  boto-config: no keys in /etc/boto.cfg, "
                + home.resolve(".boto")
                + "\n  container-role: neither AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor"
                + " AWS_CONTAINER_CREDENTIALS_FULL_URI is set"
                + "\n  iam-role: skipped because AWS_EC2_METADATA_DISABLED is true"
                + "\nTo log in, run: aws login. To store an access key, run: aws configure.");
  }

  @Test
  void nothingFound_profileInCodeAndNoFile_saysSo() throws IOException {
    Map<String, String> environment = environment("AWS_SHARED_CREDENTIALS_FILE", "");
    write("config", "[profile d\u001b]\n");

    assertThatThrownBy(() -> chain(environment, "d\u001b").credentials())
        .isInstanceOf(NoCredentialsException.class)
        .hasMessageContaining("\n  env: skipped because the profile was set in code\n")
        .hasMessageContaining("\n  shared-credentials-file: no credentials file is configured\n")
        .hasMessageContaining("in profile 'd?' of ");
  }

  @Test
  void nothingFound_askedAgain_looksAgain() throws IOException {
    Map<String, String> environment = Chains.offline(Map.of());
    CredentialsChain chain =
        Chains.of(new Settings(environment, new Profiles(environment, home), null), home);
    assertThatThrownBy(chain::credentials).isInstanceOf(NoCredentialsException.class);

    environment.putAll(environment());

    assertThat(chain.credentials().accessKeyId()).isEqualTo("env");
  }

  private CredentialsChain chain(Map<String, String> environment, String profileInCode) {
    Map<String, String> offline = Chains.offline(environment);
    return Chains.of(new Settings(offline, new Profiles(offline, home), profileInCode), home);
  }

  private static Map<String, String> environment(String... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_ACCESS_KEY_ID", "env");
    environment.put("AWS_SECRET_ACCESS_KEY", "s");
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return environment;
  }

  private void write(String name, String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".aws"));
    Files.writeString(folder.resolve(name), text);
  }
}
