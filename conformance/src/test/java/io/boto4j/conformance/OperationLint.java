package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.conformance.RecordingTransport.Sent;
import io.boto4j.error.ServiceException;
import io.boto4j.error.UnsupportedProtocolException;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.Node;

/** Calls one operation with sample inputs and sample responses. */
final class OperationLint {
  private final Client client;
  private final OperationModel operation;
  private final RecordingTransport transport;
  private final String token;
  private final ResponseWire wire;
  private final ResponseMeaning meaning;
  private int calls;

  OperationLint(
      Client client, OperationModel operation, RecordingTransport transport, String token) {
    this.client = client;
    this.operation = operation;
    this.transport = transport;
    this.token = token;
    this.wire = new ResponseWire(client.model(), false);
    this.meaning = new ResponseMeaning(ResponseWire.protocolOf(client.model()));
  }

  int calls() {
    return calls;
  }

  /**
   * Checks a request, its response, and each error.
   *
   * @throws UnsupportedProtocolException if the operation cannot be called yet
   */
  void check(SampleValues samples, List<String> problems) {
    Map<String, Object> input = samples.input(operation);
    try {
      respond(input, samples.output(operation), problems);
      for (StructureShape error : operation.errors()) {
        error(input, error, samples.sample(error), problems);
      }
    } catch (UnsupportedProtocolException e) {
      throw e;
    } catch (RuntimeException e) {
      problems.add(operation.name() + ": " + e + " with " + Trees.text(input));
    }
  }

  private void respond(
      Map<String, Object> input, Map<String, Object> output, List<String> problems) {
    RawResponse sent = wire.output(operation, output);
    transport.respond(sent.status(), sent.headers(), sent.body());
    calls++;
    Response response = client.call(operation.name(), input);
    request(input, problems);
    StructureShape shape = operation.output();
    Map<String, Object> expected =
        shape == null ? Map.of() : meaning.of(shape, output, sent.status());
    Map<String, Object> seen = new LinkedHashMap<>(response);
    // S3's Expires as text, which is not in the model.
    seen.remove("ExpiresString");
    compare("response", expected, OracleValues.comparable(seen), problems);
    compare("request id", ResponseWire.REQUEST_ID, response.metadata().requestId(), problems);
  }

  /**
   * Compares a request; those of the other protocols are compared with boto3's by {@link
   * OracleTest}.
   */
  private void request(Map<String, Object> input, List<String> problems) {
    Sent sent = transport.sent();
    if (ResponseWire.protocolOf(client.model()).equals("json")) {
      Object expected =
          operation.input() == null
              ? Map.of()
              : Trees.of(JsonWire.structure(operation.input(), withToken(input)));
      Object body = Trees.of(Node.parse(new String(sent.body(), StandardCharsets.UTF_8)));
      compare("request", expected, body, problems);
    }
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
    RawResponse response = wire.error(400, shape.errorCode(), shape, members);
    transport.respond(response.status(), response.headers(), response.body());
    calls++;
    try {
      client.call(operation.name(), input);
      problems.add(operation.name() + ": no exception for the error " + shape.name());
    } catch (ServiceException e) {
      Map<String, Object> seen = new LinkedHashMap<>(e.response());
      // boto3's own part of the response takes precedence over a member with this name.
      seen.remove("Error");
      Map<String, Object> expected = meaning.ofError(shape, members, response.status());
      expected.remove("Error");
      compare("error " + shape.name(), expected, OracleValues.comparable(seen), problems);
      compare("error code", shape.errorCode(), e.code(), problems);
    }
  }

  private void compare(
      String what, @Nullable Object expected, @Nullable Object actual, List<String> problems) {
    String difference = Trees.difference(OracleValues.comparable(expected), actual);
    if (difference != null) {
      problems.add(operation.name() + ", " + what + ": " + difference);
    }
  }
}
