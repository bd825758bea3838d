package io.boto4j.local.lambda;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends the results of asynchronous invocations to destinations and dead-letter queues. */
final class Destinations {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final int MOST_ERROR = 1024;

  private final Functions functions;

  Destinations(Functions functions) {
    this.functions = functions;
  }

  /**
   * A finished invocation.
   *
   * @param requestId the id of the request
   * @param arn the ARN of the function with its qualifier
   * @param condition {@code Success}, {@code RetriesExhausted} or {@code EventAgeExceeded}
   * @param attempts how often the function ran
   * @param payload the event
   * @param result the last result; null if the function did not run
   */
  @SuppressWarnings("ArrayRecordComponent") // The bytes are not compared or changed.
  record Finished(
      String requestId,
      String arn,
      String condition,
      int attempts,
      byte[] payload,
      Runner.@Nullable Result result) {
    boolean succeeded() {
      return condition.equals("Success");
    }
  }

  static String timestamp(Instant time) {
    return TIME.format(time);
  }

  void send(Finished record, @Nullable Structure config, @Nullable String deadLetters) {
    if (!record.succeeded() && deadLetters != null) {
      bury(record, deadLetters);
    }
    String kind = record.succeeded() ? "OnSuccess" : "OnFailure";
    String destination =
        config == null ? null : config.text("DestinationConfig", kind, "Destination");
    if (destination != null && !destination.isEmpty()) {
      deliver(destination, record.arn(), document(record), record.succeeded());
    }
  }

  private static @Nullable Object json(byte[] payload) {
    return payload.length == 0 ? Map.of() : Json.read(new String(payload, StandardCharsets.UTF_8));
  }

  private Map<String, Object> document(Finished record) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", "1.0");
    document.put("timestamp", timestamp(functions.now()));
    document.put(
        "requestContext",
        Params.of(
            "requestId", record.requestId(),
            "functionArn", record.arn(),
            "condition", record.condition(),
            "approximateInvokeCount", record.attempts()));
    put(document, "requestPayload", json(record.payload()));
    Runner.Result result = record.result();
    if (result != null) {
      document.put("responseContext", response(result));
      put(document, "responsePayload", json(result.outcome().payload()));
    }
    return document;
  }

  private static void put(Map<String, Object> document, String name, @Nullable Object value) {
    if (value != null) {
      document.put(name, value);
    }
  }

  static Map<String, Object> response(Runner.Result result) {
    return Params.of(
        "statusCode",
        200,
        "executedVersion",
        result.version(),
        "functionError",
        result.outcome().failed() ? "Unhandled" : null);
  }

  /** Sends a document to a queue, topic, function or event bus. */
  void deliver(String destination, String source, Map<String, ?> document, boolean succeeded) {
    String[] arn = destination.split(":", 6);
    if (arn.length < 6) {
      return;
    }
    EngineContext world = functions.context.world(arn[4], arn[3]);
    String text = Json.write(document);
    try {
      switch (arn[2]) {
        case "sqs" ->
            world.call("sqs", "SendMessage", Map.of("QueueUrl", arn[5], "MessageBody", text));
        case "sns" ->
            world.call("sns", "Publish", Map.of("TopicArn", destination, "Message", text));
        case "lambda" ->
            world.call(
                "lambda",
                "Invoke",
                Map.of(
                    "FunctionName",
                    destination,
                    "InvocationType",
                    "Event",
                    "Payload",
                    text.getBytes(StandardCharsets.UTF_8)));
        case "events" ->
            world.call(
                "events",
                "PutEvents",
                Map.of(
                    "Entries",
                    List.of(
                        Map.of(
                            "Source",
                            "lambda",
                            "DetailType",
                            "Lambda Function Invocation Result - "
                                + (succeeded ? "Success" : "Failure"),
                            "Resources",
                            List.of(source, destination),
                            "EventBusName",
                            destination,
                            "Detail",
                            text))));
        default -> log(destination, "boto4j-local does not emulate destinations of " + arn[2]);
      }
    } catch (EngineException e) {
      log(destination, e.code() + ": " + e.serviceMessage());
    }
  }

  private static void log(String destination, String why) {
    System.getLogger("io.boto4j.local")
        .log(System.Logger.Level.WARNING, "The destination {0} failed: {1}", destination, why);
  }

  /** Sends the event itself, with the error in attributes. */
  private void bury(Finished record, String target) {
    String[] arn = target.split(":", 6);
    if (arn.length < 6) {
      return;
    }
    Runner.Result result = record.result();
    Structure error = Functions.structure(result == null ? null : json(result.outcome().payload()));
    String message = error.text("errorMessage");
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("RequestID", attribute("String", record.requestId()));
    attributes.put("ErrorCode", attribute("Number", "200"));
    attributes.put("ErrorMessage", attribute("String", message == null ? "-" : message));
    EngineContext world = functions.context.world(arn[4], arn[3]);
    String event = new String(record.payload(), StandardCharsets.UTF_8);
    String body = event.isEmpty() ? "{}" : event;
    try {
      if (arn[2].equals("sqs")) {
        world.call(
            "sqs",
            "SendMessage",
            Map.of("QueueUrl", arn[5], "MessageBody", body, "MessageAttributes", attributes));
      } else {
        world.call(
            "sns",
            "Publish",
            Map.of("TopicArn", target, "Message", body, "MessageAttributes", attributes));
      }
    } catch (EngineException e) {
      log(target, e.code() + ": " + e.serviceMessage());
    }
  }

  private static Map<String, String> attribute(String type, String value) {
    String text = value.isEmpty() ? "-" : value;
    return Map.of(
        "DataType",
        type,
        "StringValue",
        text.length() > MOST_ERROR ? text.substring(0, MOST_ERROR) : text);
  }
}
