package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The credentials in STS's responses, of which the model marks only the secret key as sensitive.
 */
final class StsSecretsTest {
  private static final String BODY =
      "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA1</AccessKeyId>"
          + "<SecretAccessKey>canary-secret</SecretAccessKey>"
          + "<SessionToken>canary-token</SessionToken></Credentials></AssumeRoleResult>"
          + "</AssumeRoleResponse>";

  @Test
  void assumeRole_answerAsText_hidesKeyAndToken() {
    Client sts = Sessions.client("sts", new Recorder().answer(200, BODY));

    Response answer =
        sts.call("AssumeRole", Map.of("RoleArn", "arn:aws:iam::1:role/r", "RoleSessionName", "me"));

    Structure credentials = answer.structure("Credentials");
    assertThat(credentials.text("SecretAccessKey")).isEqualTo("canary-secret");
    assertThat(credentials.text("SessionToken")).isEqualTo("canary-token");
    assertThat(answer.toString()).contains("ASIA1").doesNotContain("canary");
  }
}
