package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.conformance.RecordingTransport.Sent;
import io.boto4j.error.ServiceException;
import io.boto4j.error.UnsupportedProtocolException;
import io.boto4j.http.Headers;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.Traits;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/** Calls one operation with samples and answers it with samples. */
final class OperationLint {
  private final Client client;
  private final OperationModel operation;
  private final RecordingTransport transport;
  private final String token;
  private int calls;

  OperationLint(
      Client client, OperationModel operation, RecordingTransport transport, String token) {
    this.client = client;
    this.operation = operation;
    this.transport = transport;
    this.token = token;
  }

  int calls() {
    return calls;
  }

  /**
   * Checks a request, its answer, and each error.
   *
   * @throws UnsupportedProtocolException if the operation cannot be called yet
   */
  void check(SampleValues samples, List<String> problems) {
    Map<String, Object> input = samples.input(operation);
    try {
      if (isJson()) {
        answer(input, samples.output(operation), problems);
        for (StructureShape error : operation.errors()) {
          error(input, error, samples.sample(error), problems);
        }
      } else {
        // Only what goes out without an error is known of other protocols here.
        send(input);
      }
    } catch (UnsupportedProtocolException e) {
      throw e;
    } catch (RuntimeException e) {
      problems.add(operation.name() + ": " + e + " with " + Trees.text(input));
    }
  }

  /** boto3 prefers json to whatever else a service speaks. */
  private boolean isJson() {
    Traits metadata = client.model().metadata();
    return metadata.get("protocols") instanceof List<?> listed
        ? listed.contains("json")
        : "json".equals(metadata.text("protocol"));
  }

  private void send(Map<String, Object> input) {
    transport.answer(200, Headers.empty(), new byte[0]);
    RuntimeException failure = null;
    try {
      calls++;
      client.call(operation.name(), input);
    } catch (RuntimeException e) {
      failure = e;
    }
    if (transport.sent() == null && failure != null) {
      throw failure;
    }
  }

  private void answer(
      Map<String, Object> input, Map<String, Object> output, List<String> problems) {
    byte[] wire =
        operation.output() == null
            ? new byte[0]
            : JsonWire.bytes(JsonWire.structure(operation.output(), output));
    transport.answer(200, Headers.empty(), wire);
    calls++;
    Structure answer = client.call(operation.name(), input);
    request(input, problems);
    compare("answer", output, answer, problems);
  }

  private void request(Map<String, Object> input, List<String> problems) {
    Sent sent = transport.sent();
    Object expected =
        operation.input() == null
            ? Map.of()
            : Trees.of(JsonWire.structure(operation.input(), withToken(input)));
    Object body = Trees.of(Node.parse(new String(sent.body(), StandardCharsets.UTF_8)));
    compare("request", expected, body, problems);
  }

  private Map<String, Object> withToken(Map<String, Object> input) {
    Map<String, Object> filled = new LinkedHashMap<>(input);
    for (Member member : operation.input().members()) {
      if (member.traits().flag("idempotencyToken")) {
        filled.putIfAbsent(member.name(), token);
      }
    }
    return filled;
  }

  private void error(
      Map<String, Object> input,
      StructureShape shape,
      Map<String, Object> members,
      List<String> problems) {
    ObjectNode wire = JsonWire.structure(shape, members).withMember("__type", shape.name());
    transport.answer(400, Headers.empty(), JsonWire.bytes(wire));
    calls++;
    try {
      client.call(operation.name(), input);
      problems.add(operation.name() + ": no exception for the error " + shape.name());
    } catch (ServiceException e) {
      Map<String, Object> seen = new LinkedHashMap<>(e.response());
      // boto3's own part of the answer, which wins over a member of the name.
      seen.remove("Error");
      Map<String, Object> expected = new LinkedHashMap<>(members);
      expected.remove("Error");
      compare("error " + shape.name(), expected, seen, problems);
      compare("error code", shape.name(), e.code(), problems);
    }
  }

  private void compare(
      String what, @Nullable Object expected, @Nullable Object actual, List<String> problems) {
    String difference = Trees.difference(expected, actual);
    if (difference != null) {
      problems.add(operation.name() + ", " + what + ": " + difference);
    }
  }
}
