package io.boto4j.local.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Sends events to targets: queues, topics, functions, buses, logs, streams, HTTP endpoints. */
final class Targets {
  private static final System.Logger LOG = System.getLogger("io.boto4j.local.events");

  private final EngineContext context;
  private final Archives archives;
  private final Destinations destinations;

  Targets(EngineContext context, Archives archives, Destinations destinations) {
    this.context = context;
    this.archives = archives;
    this.destinations = destinations;
  }

  /** Sends an event; what fails goes to the dead-letter queue of the target. */
  void send(Structure rule, Structure target, Map<?, ?> event, boolean forwarded) {
    Instant now = context.clock().instant();
    String arn = Names.text(target, "Arn");
    String input = InputTransformer.input(target, rule, event, now);
    try {
      String[] parts = Names.parts(arn);
      if (parts == null) {
        throw new EngineException("RESOURCE_NOT_FOUND", "The target does not exist: " + arn);
      }
      if (parts[2].equals("events") && parts[5].startsWith("event-bus/")) {
        // An event from another bus is not forwarded again.
        if (!forwarded) {
          forward(parts, event);
        }
      } else if (arn.endsWith(":::")) {
        archives.add(Names.text(rule, "Name"), event);
      } else if (parts[2].equals("events")) {
        destinations.send(arn, target, input);
      } else {
        call(parts, arn, target, input);
      }
    } catch (EngineException e) {
      LOG.log(System.Logger.Level.DEBUG, "The target " + arn + " failed", e);
      bury(rule, target, input, e);
    }
  }

  private void forward(String[] bus, Map<?, ?> event) {
    context
        .world(bus[4], bus[3])
        .call(
            "events",
            "PutEvents",
            Map.of(
                "Entries",
                List.of(
                    Map.of(
                        "EventBusName",
                        bus[5].substring("event-bus/".length()),
                        PutEvents.FORWARDED,
                        Json.write(event)))));
  }

  private void call(String[] arn, String text, Structure target, String input) {
    EngineContext world =
        arn[4].isEmpty() || arn[3].isEmpty() ? context : context.world(arn[4], arn[3]);
    String resource = arn[5];
    switch (arn[2]) {
      case "sqs" -> {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("QueueUrl", resource);
        message.put("MessageBody", input);
        String group = target.text("SqsParameters", "MessageGroupId");
        if (group != null) {
          message.put("MessageGroupId", group);
        }
        world.call("sqs", "SendMessage", message);
      }
      case "sns" -> world.call("sns", "Publish", Map.of("TopicArn", text, "Message", input));
      case "lambda" ->
          world.call(
              "lambda",
              "Invoke",
              Map.of(
                  "FunctionName",
                  text,
                  "InvocationType",
                  "Event",
                  "Payload",
                  input.getBytes(UTF_8)));
      case "logs" -> log(world, resource, input);
      case "states" ->
          world.call(
              "stepfunctions", "StartExecution", Map.of("stateMachineArn", text, "input", input));
      case "kinesis" ->
          world.call(
              "kinesis",
              "PutRecord",
              Map.of(
                  "StreamName",
                  resource.substring(resource.indexOf('/') + 1),
                  "Data",
                  input.getBytes(UTF_8),
                  "PartitionKey",
                  UUID.randomUUID().toString()));
      case "firehose" ->
          world.call(
              "firehose",
              "PutRecord",
              Map.of(
                  "DeliveryStreamName",
                  resource.substring(resource.indexOf('/') + 1),
                  "Record",
                  Map.of("Data", input.getBytes(UTF_8))));
      default ->
          throw new EngineException(
              "NOT_EMULATED", "boto4j-local does not emulate targets of " + arn[2]);
    }
  }

  private void log(EngineContext world, String resource, String input) {
    String group = resource.replaceFirst("^log-group:", "").replaceFirst(":\\*$", "");
    String stream = UUID.randomUUID().toString();
    world.call("logs", "CreateLogStream", Map.of("logGroupName", group, "logStreamName", stream));
    world.call(
        "logs",
        "PutLogEvents",
        Map.of(
            "logGroupName",
            group,
            "logStreamName",
            stream,
            "logEvents",
            List.of(Map.of("timestamp", context.clock().millis(), "message", input))));
  }

  private void bury(Structure rule, Structure target, String input, EngineException error) {
    String queue = target.text("DeadLetterConfig", "Arn");
    String[] parts = queue == null ? null : Names.parts(queue);
    if (parts == null) {
      return;
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("RULE_ARN", attribute(Names.text(rule, "Arn")));
    attributes.put("TARGET_ARN", attribute(Names.text(target, "Arn")));
    attributes.put("ERROR_CODE", attribute(error.code()));
    attributes.put("ERROR_MESSAGE", attribute(error.serviceMessage()));
    try {
      context
          .world(parts[4], parts[3])
          .call(
              "sqs",
              "SendMessage",
              Map.of("QueueUrl", parts[5], "MessageBody", input, "MessageAttributes", attributes));
    } catch (EngineException e) {
      LOG.log(System.Logger.Level.DEBUG, "The dead-letter queue did not accept an event", e);
    }
  }

  private static Map<String, String> attribute(String value) {
    return Map.of(
        "DataType", "String", "StringValue", value.isEmpty() ? "-" : Objects.toString(value));
  }
}
