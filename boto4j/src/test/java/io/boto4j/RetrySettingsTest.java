package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.Boto4jException;
import io.boto4j.error.InvalidConfigException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of attempts by mode and service, from code and environment, as in boto3. */
final class RetrySettingsTest {
  private final Recorder recorder =
      new Recorder().answer(500, "{\"__type\": \"InternalServerError\"}");
  private final List<Duration> delays = new ArrayList<>();

  private Session.Builder session() {
    return Sessions.with(recorder).sleeper(delays::add);
  }

  @ParameterizedTest
  @CsvSource({
    "kms, ListKeys, legacy, , 5",
    "dynamodb, ListTables, legacy, , 10",
    "dynamodbstreams, ListStreams, legacy, , 5",
    "dynamodbstreams, ListStreams, standard, , 4",
    "dynamodb, ListTables, adaptive, , 4",
    "kms, ListKeys, adaptive, , 3",
    "dynamodb, ListTables, standard, 2, 2",
    "dynamodb, ListTables, legacy, 1, 1",
    "kms, ListKeys, , 7, 7",
  })
  void attempts_ofMode_areBoto3s(
      String service, String operation, String mode, Integer most, int expected) {
    Client client =
        session()
            .build()
            .client(
                service,
                c -> {
                  if (mode != null) {
                    c.retryMode(mode);
                  }
                  if (most != null) {
                    c.maxAttempts(most);
                  }
                });

    assertThatThrownBy(() -> client.call(operation)).isInstanceOf(Boto4jException.class);

    assertThat(recorder.requests()).hasSize(expected);
    assertThat(recorder.last().headers().first("amz-sdk-request"))
        .endsWith("attempt=" + expected + "; max=" + expected);
  }

  @Test
  void settings_environment_isReadAndCodeWins() {
    Map<String, String> environment = Map.of("AWS_MAX_ATTEMPTS", "2", "AWS_RETRY_MODE", "legacy");
    Session session = session().environment(environment).build();

    assertThatThrownBy(() -> session.client("kms").call("ListKeys"))
        .hasMessageContaining("(reached max retries: 1)");
    // The legacy mode starts with half a second.
    assertThat(delays).containsExactly(Duration.ofMillis(500));
    assertThatThrownBy(
            () ->
                session.client("kms", c -> c.maxAttempts(1).retryMode("standard")).call("ListKeys"))
        .hasMessageContaining("(reached max retries: 0)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "abc", " ", "2.5", "99999999999"})
  void settings_wrongAttempts_makeNoClient(String attempts) {
    Session session = session().environment(Map.of("AWS_MAX_ATTEMPTS", attempts)).build();

    assertThatThrownBy(() -> session.client("kms"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "Value provided to \"max_attempts\": "
                + attempts
                + " must be an integer greater than or equal to 1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "Standard", "fast"})
  void settings_wrongMode_makesNoClient(String mode) {
    Session session = session().environment(Map.of("AWS_RETRY_MODE", mode)).build();

    assertThatThrownBy(() -> session.client("kms"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "Invalid value provided to \"mode\": \""
                + mode
                + "\" must be one of: ('legacy', 'standard', 'adaptive')");
  }
}
