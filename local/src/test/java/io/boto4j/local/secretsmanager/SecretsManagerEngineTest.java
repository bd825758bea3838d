package io.boto4j.local.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SecretsManagerEngineTest {
  private final EngineDoor door = new EngineDoor(new SecretsManagerFactory());
  private final Client secrets = door.client("secretsmanager");

  @AfterEach
  void close() {
    door.close();
  }

  private void refused(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is(code)).as(e.toString()).isTrue());
  }

  @Test
  void putSecretValue_movesTheStages() {
    Response created =
        secrets.call("CreateSecret", Map.of("Name", "db/password", "SecretString", "one"));
    Response put =
        secrets.call("PutSecretValue", Map.of("SecretId", "db/password", "SecretString", "two"));
    assertThat(put.texts("VersionStages")).containsExactly("AWSCURRENT");
    assertThat(
            secrets
                .call("GetSecretValue", Params.of("SecretId", created.text("ARN")))
                .text("SecretString"))
        .isEqualTo("two");
    assertThat(
            secrets
                .call(
                    "GetSecretValue",
                    Map.of("SecretId", "db/password", "VersionStage", "AWSPREVIOUS"))
                .text("SecretString"))
        .isEqualTo("one");
    refused(
        "ResourceNotFoundException",
        () ->
            secrets.call(
                "GetSecretValue", Map.of("SecretId", "db/password", "VersionStage", "AWSPENDING")));
  }

  @Test
  void createSecret_nameWithASpace_isRefused() {
    refused(
        "ValidationException",
        () -> secrets.call("CreateSecret", Map.of("Name", "db password", "SecretString", "x")));
  }

  @Test
  void deleteSecret_canBeRestoredUntilTheClockHasPassed() {
    secrets.call("CreateSecret", Map.of("Name", "s", "SecretString", "x"));
    secrets.call("DeleteSecret", Map.of("SecretId", "s", "RecoveryWindowInDays", 7));
    refused(
        "InvalidRequestException", () -> secrets.call("GetSecretValue", Map.of("SecretId", "s")));
    secrets.call("RestoreSecret", Map.of("SecretId", "s"));
    assertThat(secrets.call("GetSecretValue", Map.of("SecretId", "s")).text("SecretString"))
        .isEqualTo("x");
    secrets.call("DeleteSecret", Map.of("SecretId", "s", "RecoveryWindowInDays", 7));
    door.clock().advance(Duration.ofDays(8));
    refused(
        "ResourceNotFoundException", () -> secrets.call("RestoreSecret", Map.of("SecretId", "s")));
    secrets.call("CreateSecret", Map.of("Name", "s", "SecretString", "y"));
  }

  @Test
  void getRandomPassword_hasEachKind() {
    String password =
        secrets
            .call("GetRandomPassword", Map.of("PasswordLength", 8, "ExcludePunctuation", true))
            .text("RandomPassword");
    assertThat(password).hasSize(8).matches(".*[a-z].*").matches(".*[A-Z].*").matches(".*\\d.*");
  }

  @Test
  void listSecrets_filters() {
    secrets.call("CreateSecret", Map.of("Name", "one", "SecretString", "1"));
    secrets.call(
        "CreateSecret",
        Map.of(
            "Name",
            "two",
            "SecretString",
            "2",
            "Tags",
            List.of(Map.of("Key", "stage", "Value", "prod"))));
    assertThat(
            secrets
                .call(
                    "ListSecrets",
                    Map.of(
                        "Filters", List.of(Map.of("Key", "tag-key", "Values", List.of("stage")))))
                .structures("SecretList"))
        .extracting(secret -> secret.text("Name"))
        .containsExactly("two");
  }
}
