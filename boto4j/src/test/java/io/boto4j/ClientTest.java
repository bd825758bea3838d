package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.UnknownOperationException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientTest {
  private final Recorder recorder = new Recorder();
  private final Client dynamodb = Sessions.client("dynamodb", recorder);

  @ParameterizedTest
  @ValueSource(strings = {"ListTables", "listTables", "list_tables", "LISTTABLES", "listtables"})
  void call_anySpelling_isTheSameOperation(String spelling) {
    dynamodb.call(spelling);
    dynamodb.call(spelling);

    assertThat(recorder.requests()).hasSize(2);
    assertThat(recorder.last().headers().first("X-Amz-Target"))
        .isEqualTo("DynamoDB_20120810.ListTables");
  }

  @Test
  void call_parameters_areLeftAlone() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put(
        "TransactItems", List.of(Map.of("Delete", Map.of("TableName", "t", "Key", Map.of()))));
    Map<String, Object> before = new HashMap<>(parameters);

    dynamodb.call("TransactWriteItems", parameters);

    assertThat(parameters).isEqualTo(before);
    assertThat(Recorder.compactBody(recorder.last()))
        .contains("\"ClientRequestToken\":\"" + Sessions.TOKEN + "\"");
  }

  @Test
  void call_nulls_areRefusedByName() {
    assertThatThrownBy(() -> dynamodb.call(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> dynamodb.call("ListTables", null))
        .isInstanceOf(NullPointerException.class);
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void metadata_ofAnswer_tellsHowItCame() {
    recorder.answer(200, "{}", "x-amzn-RequestId", "R", "X-Other", "o");

    ResponseMetadata metadata = dynamodb.call("ListTables").metadata();

    assertThat(metadata.requestId()).isEqualTo("R");
    assertThat(metadata.statusCode()).isEqualTo(200);
    assertThat(metadata.headers().first("x-other")).isEqualTo("o");
    assertThat(metadata.attempts()).hasSize(1);
    Attempt attempt = metadata.attempts().get(0);
    assertThat(attempt.number()).isEqualTo(1);
    assertThat(attempt.startedAt()).isEqualTo(Sessions.NOW);
    assertThat(attempt.statusCode()).isEqualTo(200);
    assertThat(attempt.duration()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }

  @Test
  void metadata_requestIdOfS3_isTakenToo() {
    recorder.answer(200, "{}", "x-amz-request-id", "R");

    assertThat(dynamodb.call("ListTables").metadata().requestId()).isEqualTo("R");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void describing_theClient_tellsItsParts() {
    assertThat(dynamodb.service()).isEqualTo("dynamodb");
    assertThat(dynamodb.region()).isEqualTo("eu-west-1");
    assertThat(dynamodb.endpointUrl()).hasToString("https://dynamodb.eu-west-1.amazonaws.com");
    assertThat(dynamodb.operations()).contains("PutItem", "ListTables").hasSizeGreaterThan(50);
    assertThat(dynamodb.paginators()).contains("Scan", "Query", "ListTables");
    assertThat(dynamodb.waiters()).contains("TableExists", "TableNotExists");
    assertThat(dynamodb.canPaginate("list_tables")).isTrue();
    assertThat(dynamodb.canPaginate("PutItem")).isFalse();
    assertThatThrownBy(() -> dynamodb.canPaginate("Nonsense"))
        .isInstanceOf(UnknownOperationException.class);
    assertThat(dynamodb.model().apiVersion()).isEqualTo("2012-08-10");
    assertThat(dynamodb).hasToString("Client[dynamodb, eu-west-1]");
    assertThatThrownBy(() -> dynamodb.operations().add("x"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> dynamodb.paginators().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, aws",
    "cn-north-1, aws-cn",
    "us-gov-west-1, aws-us-gov",
    "us-gov-north-9, aws-us-gov",
    "mars-1, aws",
    "aws-global, aws",
  })
  void partition_ofRegion_isFound(String region, String partition) {
    Client client = Sessions.with(recorder).region(region).build().client("dynamodb");

    assertThat(client.partition()).isEqualTo(partition);
  }

  @Test
  void hostPrefix_turnedOff_isLeftOut() {
    Session session = Sessions.with(recorder).build();

    session
        .client("stepfunctions", c -> c.injectHostPrefix(false))
        .call("StartSyncExecution", Map.of("stateMachineArn", "arn:x"));
    assertThat(recorder.last().uri()).hasHost("states.eu-west-1.amazonaws.com");

    session
        .client("stepfunctions", c -> c.endpointUrl("http://localhost:4566/x"))
        .call("StartSyncExecution", Map.of("stateMachineArn", "arn:x"));
    assertThat(recorder.last().uri()).hasToString("http://sync-localhost:4566/x");
  }

  @Test
  void config_defaults_areBoto3s() {
    ClientConfig config = dynamodb.config();

    assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.readTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.maxPoolConnections()).isEqualTo(10);
    assertThat(config.region()).isNull();
    assertThat(config.endpointUrl()).isNull();
    assertThat(config.credentials()).isNull();
  }

  @Test
  void config_outOfRange_isRefusedByName() {
    ClientConfig.Builder builder = ClientConfig.builder();

    for (Duration wrong :
        List.of(
            Duration.ZERO,
            Duration.ofSeconds(-1),
            Duration.ofNanos(1),
            Duration.ofDays(25),
            Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThatThrownBy(() -> builder.connectTimeout(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("connectTimeout");
      assertThatThrownBy(() -> builder.readTimeout(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("readTimeout");
    }
    assertThatThrownBy(() -> builder.maxPoolConnections(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxPoolConnections");
    assertThatThrownBy(() -> builder.region(null)).isInstanceOf(NullPointerException.class);
    assertThatCode(
            () ->
                builder
                    .connectTimeout(Duration.ofMillis(1))
                    .readTimeout(Duration.ofDays(24))
                    .maxPoolConnections(0))
        .doesNotThrowAnyException();
  }
}
