package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.http.Headers;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a service that are compared: each operation with inputs and responses of every
 * extent, and with responses that are odd, empty or nonsensical; and each error once in each form.
 */
final class OracleCases {
  private static final int RICH = 3;

  /** Bodies that are invalid in every protocol, or belong to another one. */
  private static final List<String> NONSENSE =
      List.of(
          "garbage",
          "{",
          "<html><body>busy</body></html>",
          "<html>",
          "null",
          "[]",
          "{}",
          "<A/>",
          "{\"message\": \"m\", \"Message\": \"M\"}",
          "{\"__type\": \"a.b#C:http://x\", \"code\": \"a.b#D:http://x\"}",
          "<ErrorResponse><Error><Code>C</Code></Error></ErrorResponse>",
          "<Response><Errors><Error><Message>m</Message></Error></Errors></Response>",
          "<Error><Code>C</Code><Message>m</Message><RequestId>r</RequestId></Error>",
          " ");

  private static final int[] STATUSES = {301, 302, 400, 403, 404, 429, 499, 500, 502, 503, 504};

  private final ServiceModel service;
  private final ResponseWire wire;
  private final ResponseWire oddWire;
  private final List<OracleCase> cases = new ArrayList<>();
  private final Set<String> errors = new HashSet<>();

  private OracleCases(ServiceModel service) {
    this.service = service;
    this.wire = new ResponseWire(service, false);
    this.oddWire = new ResponseWire(service, true);
  }

  /** Returns all cases of a client's service, except operations with event streams. */
  static List<OracleCase> of(Client client) {
    OracleCases all = new OracleCases(client.model());
    for (String name : client.operations()) {
      OperationModel operation = client.model().operation(name);
      if (!hasEvents(operation)) {
        all.add(operation);
      }
    }
    return all.cases;
  }

  /** Returns whether an operation has an event stream as input or output. */
  static boolean hasEvents(OperationModel operation) {
    return hasEvents(operation.input()) || hasEvents(operation.output());
  }

  private static boolean hasEvents(@Nullable StructureShape shape) {
    for (int i = 0; shape != null && i < shape.size(); i++) {
      if (shape.member(i).shape().traits().flag("eventstream")) {
        return true;
      }
    }
    return false;
  }

  private void add(OperationModel operation) {
    // The name is the seed: failures are reproducible, and operations get different values.
    int seed = operation.name().hashCode();
    addResponse("minimal", operation, SampleValues.minimal(), wire);
    addResponse("full", operation, SampleValues.full(), wire);
    for (int i = 0; i < RICH; i++) {
      addResponse("rich", operation, SampleValues.rich(seed + i), i == 0 ? oddWire : wire);
    }
    Map<String, Object> input = SampleValues.minimal().input(operation);
    add("empty", operation, input, new RawResponse(200, Headers.empty(), new byte[0]));
    for (StructureShape error : operation.errors()) {
      if (errors.add(error.name())) {
        errors(operation, input, error, seed);
      }
    }
    error(operation, input, seed);
  }

  private void addResponse(
      String kind, OperationModel operation, SampleValues samples, ResponseWire to) {
    add(kind, operation, samples.input(operation), to.output(operation, samples.output(operation)));
  }

  private void errors(
      OperationModel operation, Map<String, Object> input, StructureShape error, int seed) {
    String code = error.errorCode();
    Map<String, Object> full = SampleValues.full().sample(error);
    Map<String, Object> rich = SampleValues.rich(seed).sample(error);
    add("error", operation, input, wire.error(400, code, error, full));
    add("error", operation, input, wire.error(404, error.name(), error, rich));
    String spaced = "com.example#" + code + ":http://example.com/";
    add("odd error", operation, input, oddWire.error(500, spaced, error, rich));
  }

  /** Adds one nonsensical response for an operation; every service gets all of them. */
  private void error(OperationModel operation, Map<String, Object> input, int seed) {
    int choice = Math.floorMod(seed, NONSENSE.size() * STATUSES.length);
    byte[] body = NONSENSE.get(choice % NONSENSE.size()).getBytes(StandardCharsets.UTF_8);
    int status = STATUSES[choice / NONSENSE.size()];
    Headers headers = Headers.of(Map.of("x-amzn-requestid", "REQUEST-2"));
    add("nonsense", operation, input, new RawResponse(status, headers, body));
  }

  private void add(
      String kind, OperationModel operation, Map<String, Object> input, RawResponse response) {
    cases.add(new OracleCase(kind, operation, input, response));
  }

  /** Returns the name of the service, for messages. */
  @Override
  public String toString() {
    return service.name();
  }
}
