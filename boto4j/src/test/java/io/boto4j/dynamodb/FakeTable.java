package io.boto4j.dynamodb;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers calls for the table {@code tab} with the keys {@code pk} (S) and {@code sk} (N) without a
 * network, and records them.
 */
final class FakeTable implements Interceptor {
  private static final Map<String, Object> DESCRIPTION =
      Map.of(
          "TableName", "tab",
          "KeySchema",
              List.of(
                  Map.of("AttributeName", "pk", "KeyType", "HASH"),
                  Map.of("AttributeName", "sk", "KeyType", "RANGE")),
          "AttributeDefinitions",
              List.of(
                  Map.of("AttributeName", "pk", "AttributeType", "S"),
                  Map.of("AttributeName", "sk", "AttributeType", "N"),
                  Map.of("AttributeName", "mail", "AttributeType", "S")),
          "GlobalSecondaryIndexes",
              List.of(
                  Map.of(
                      "IndexName",
                      "by-mail",
                      "KeySchema",
                      List.of(Map.of("AttributeName", "mail", "KeyType", "HASH")))));

  private final Deque<Function<Map<String, ?>, Map<String, ?>>> answers = new ArrayDeque<>();
  private final List<String> operations = new ArrayList<>();
  private final List<Map<String, ?>> inputs = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final Client plain;
  private final Client client;

  FakeTable() {
    this(null);
  }

  FakeTable(Integer maxAttempts) {
    Session session =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region("eu-west-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
            .sleeper(pauses::add)
            .random(() -> 0.5)
            .build();
    plain =
        maxAttempts == null
            ? session.client("dynamodb")
            : session.client("dynamodb", c -> c.maxAttempts(maxAttempts));
    client = plain.with(this);
  }

  /** Adds an answer to the next call, other than DescribeTable; without one, answers are empty. */
  FakeTable answer(Map<String, ?> members) {
    return answer(input -> members);
  }

  FakeTable answer(Function<Map<String, ?>, Map<String, ?>> answer) {
    answers.add(answer);
    return this;
  }

  /** Adds an error as the answer to the next call. */
  FakeTable error(String operation, String code, Map<String, ?> members) {
    return answer(
        input -> {
          throw plain.responses().error(operation, code, "no", 400, members);
        });
  }

  @Override
  public synchronized Response answer(CallContext call, Map<String, ?> input) {
    operations.add(call.operation());
    inputs.add(input);
    if (call.operation().equals("DescribeTable")) {
      return plain.responses().response(call.operation(), Map.of("Table", DESCRIPTION));
    }
    Function<Map<String, ?>, Map<String, ?>> answer = answers.poll();
    return plain
        .responses()
        .response(call.operation(), answer == null ? Map.of() : answer.apply(input));
  }

  Table table() {
    return Table.of(client, "tab");
  }

  Client client() {
    return client;
  }

  /** The operations that were called. */
  synchronized List<String> operations() {
    return List.copyOf(operations);
  }

  /** The inputs of the calls, in DynamoDB's form. */
  synchronized List<Map<String, ?>> inputs() {
    return List.copyOf(inputs);
  }

  synchronized Map<String, ?> last() {
    return inputs.get(inputs.size() - 1);
  }

  List<Duration> pauses() {
    return pauses;
  }
}
