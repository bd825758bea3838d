package io.boto4j.local.lambda;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations that invoke functions. */
final class Invocations {
  private static final int MOST_REQUEST = 6_291_456;
  private static final int MOST_EVENT = 1_048_576;

  private final Functions functions;
  private final Runner runner;
  private final AsyncInvocations async;

  Invocations(Functions functions, Runner runner, AsyncInvocations async) {
    this.functions = functions;
    this.runner = runner;
    this.async = async;
  }

  void register(OperationTable table) {
    table.read("Invoke", this::invoke);
    table.read("InvokeAsync", this::invokeAsync);
    table.read("InvokeWithResponseStream", this::stream);
  }

  private Map<String, ?> invoke(EngineCall call) {
    Structure input = call.input();
    FunctionId id = FunctionId.of(input.text("FunctionName"), input.text("Qualifier"));
    functions.resolve(id);
    String type = input.text("InvocationType");
    byte[] payload = payload(input, "Event".equals(type) ? MOST_EVENT : MOST_REQUEST);
    if ("DryRun".equals(type)) {
      return Map.of("StatusCode", 204);
    }
    if ("Event".equals(type)) {
      async.accept(id, payload, call.requestId());
      return Map.of("StatusCode", 202, "Payload", new byte[0]);
    }
    if (type != null && !type.equals("RequestResponse")) {
      throw LambdaErrors.constraint(
          type,
          "invocationType",
          "Member must satisfy enum value set: [Event, RequestResponse, DryRun]");
    }
    Runner.Result result =
        runner.run(id, payload, call.requestId(), clientContext(input.text("ClientContext")));
    return Params.of(
        "StatusCode",
        200,
        "ExecutedVersion",
        result.version(),
        "FunctionError",
        result.outcome().failed() ? "Unhandled" : null,
        "LogResult",
        "Tail".equals(input.text("LogType")) ? result.logTail() : null,
        "Payload",
        result.outcome().payload());
  }

  private static @Nullable String clientContext(@Nullable String encoded) {
    if (encoded == null) {
      return null;
    }
    try {
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw LambdaErrors.of(
          "InvalidRequestContentException",
          "Client context must be a valid Base64-encoded JSON object.");
    }
  }

  private static byte[] payload(Structure input, int most) {
    return body(input.get("Payload"), most);
  }

  /** Reads a body, which is a stream if it came over the wire. */
  private static byte[] body(@Nullable Object given, int most) {
    byte[] payload = given instanceof byte[] bytes ? bytes : new byte[0];
    if (given instanceof InputStream stream) {
      try (stream) {
        payload = stream.readNBytes(most + 1);
      } catch (IOException e) {
        throw LambdaErrors.of("InvalidRequestContentException", String.valueOf(e.getMessage()));
      }
    }
    checkSize(payload, most);
    check(payload);
    return payload;
  }

  private static void checkSize(byte[] payload, int most) {
    if (payload.length > most) {
      throw new EngineException(
          "RequestTooLargeException",
          "Request must be smaller than " + most + " bytes for the InvokeFunction operation",
          413,
          Map.of("Type", "User"));
    }
  }

  private static void check(byte[] payload) {
    if (payload.length == 0) {
      return;
    }
    try {
      Json.read(new String(payload, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw LambdaErrors.of(
          "InvalidRequestContentException",
          "Could not parse request body into json: " + e.getMessage());
    }
  }

  private Map<String, ?> invokeAsync(EngineCall call) {
    FunctionId id = FunctionId.of(call.input().text("FunctionName"));
    functions.resolve(id);
    byte[] payload = body(call.input().get("InvokeArgs"), MOST_EVENT);
    async.accept(id, payload, call.requestId());
    return Map.of("Status", 202);
  }

  /** The whole result in one chunk: the functions here do not stream. */
  private Map<String, ?> stream(EngineCall call) {
    Structure input = call.input();
    FunctionId id = FunctionId.of(input.text("FunctionName"), input.text("Qualifier"));
    functions.resolve(id);
    byte[] payload = payload(input, MOST_REQUEST);
    if ("DryRun".equals(input.text("InvocationType"))) {
      return Map.of("StatusCode", 204);
    }
    Runner.Result result =
        runner.run(id, payload, call.requestId(), clientContext(input.text("ClientContext")));
    List<Map<String, ?>> events = new ArrayList<>();
    boolean failed = result.outcome().failed();
    if (!failed) {
      events.add(Map.of("PayloadChunk", Map.of("Payload", result.outcome().payload())));
    }
    events.add(
        Map.of(
            "InvokeComplete",
            Params.of(
                "ErrorCode",
                failed ? "Unhandled" : null,
                "ErrorDetails",
                failed ? new String(result.outcome().payload(), StandardCharsets.UTF_8) : null,
                "LogResult",
                "Tail".equals(input.text("LogType")) ? result.logTail() : null)));
    return Map.of(
        "StatusCode",
        200,
        "ExecutedVersion",
        result.version(),
        "ResponseStreamContentType",
        "application/json",
        "EventStream",
        events);
  }
}
