package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The home directory is that of the session's environment, for the files and for every tilde. */
final class HomeDirectoryTest {
  private static final String KEYS = "aws_access_key_id = AKID\naws_secret_access_key = secret\n";

  @TempDir private Path home;

  @Test
  void homeVariable_hasTheSharedFiles() {
    homes().config("[default]\nregion = eu-west-3\n").credentials("[default]\n" + KEYS);
    Session session = session(Map.of());

    assertThat(session.region()).isEqualTo("eu-west-3");
    assertThat(session.credentials().credentials().accessKeyId()).isEqualTo("AKID");
  }

  @Test
  void homeInCode_goesBeforeTheVariable() {
    homes().file("other/.aws/config", "[default]\nregion = eu-west-2\n");

    assertThat(builder(Map.of()).home(home.resolve("other")).build().region())
        .isEqualTo("eu-west-2");
  }

  @Test
  void homeOfTheProcess_isNotThatOfAnotherEnvironment() {
    Session session = Session.builder().environment(Map.of("HOME", home.toString())).build();

    assertThat(session.region()).isNull();
  }

  @Test
  void tilde_inPathsOfSharedFiles_isTheHome() {
    homes().file("c", "[default]\nregion = eu-west-3\n").file("k", "[default]\n" + KEYS);
    Session session =
        session(Map.of("AWS_CONFIG_FILE", "~/c", "AWS_SHARED_CREDENTIALS_FILE", "~/k"));

    assertThat(session.region()).isEqualTo("eu-west-3");
    assertThat(session.credentials().credentials().accessKeyId()).isEqualTo("AKID");
  }

  @Test
  void tilde_inFilesOfCertificates_isTheHome() throws IOException {
    homes().config("[profile ca]\nca_bundle = ~/missing.pem\nregion = eu-west-1\n" + KEYS);

    try (StsServer server = new StsServer(Clock.systemUTC())) { // to which TLS is never spoken
      assertMissingCertificates(server.url().replace("http:", "https:"));
    }
  }

  private void assertMissingCertificates(String url) {
    for (Map<String, String> variables :
        List.of(
            Map.of("AWS_CA_BUNDLE", "~/missing.pem", "AWS_PROFILE", "ca"),
            Map.of("REQUESTS_CA_BUNDLE", "~/missing.pem", "AWS_REGION", "eu-west-1"),
            Map.of("AWS_PROFILE", "ca"))) {
      Client client =
          builder(variables)
              .credentials(Credentials.of("AKID", "secret"))
              .build()
              .client("sqs", c -> c.endpointUrl(url).maxAttempts(1));

      assertThatThrownBy(() -> client.call("ListQueues"))
          .isInstanceOf(Boto4jException.class)
          .hasMessageContaining(home.resolve("missing.pem").toString());
    }
  }

  @Test
  void tilde_inTokenFiles_isTheHome() throws IOException {
    try (StsServer sts = new StsServer(Clock.systemUTC())) {
      homes().file("token", "web-token\n");
      Session session =
          session(
              Map.of(
                  "AWS_WEB_IDENTITY_TOKEN_FILE",
                  "~/token",
                  "AWS_ROLE_ARN",
                  "arn:aws:iam::123456789012:role/r",
                  "AWS_REGION",
                  "eu-west-1",
                  "AWS_ENDPOINT_URL_STS",
                  sts.url()));

      assertThat(session.credentials().credentials().accessKeyId()).isNotEmpty();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // the program is a shell script
  void tilde_inCredentialProcess_isTheHome() throws IOException {
    homes()
        .file(
            "keys.sh",
            "#!/bin/sh\necho '{\"Version\":1,\"AccessKeyId\":\"OUT\",\"SecretAccessKey\":\"s\"}'\n")
        .config("[default]\ncredential_process = ~/keys.sh\n");
    Path script = home.resolve("keys.sh");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    assertThat(Files.isExecutable(script)).isTrue();

    assertThat(session(Map.of()).credentials().credentials().accessKeyId()).isEqualTo("OUT");
  }

  private Homes homes() {
    return new Homes(home);
  }

  private Session session(Map<String, String> variables) {
    return builder(variables).build();
  }

  private Session.Builder builder(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("HOME", home.toString());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    return Session.builder().environment(environment).systemProperties(Map.of());
  }
}
