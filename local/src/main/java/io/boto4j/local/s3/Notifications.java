package io.boto4j.local.s3;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sends the events of a bucket to queues, topics, functions and EventBridge.
 *
 * <p>Source: Amazon S3 User Guide, "Event message structure".
 */
final class Notifications {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

  private final S3State state;

  Notifications(S3State state) {
    this.state = state;
  }

  static String time(Instant instant) {
    return TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  /**
   * Sends an event to all destinations that want it. What fails there does not concern the call.
   *
   * @param request the call that changed the object
   * @param bucket the bucket
   * @param event the event, such as {@code ObjectCreated:Put}
   * @param version the version that the event is about
   */
  void fire(Request request, Bucket bucket, String event, ObjectVersion version) {
    Structure configuration = bucket.configuration("notification");
    if (configuration == null) {
      return;
    }
    for (NotificationConfigurations.Destination destination :
        NotificationConfigurations.DESTINATIONS) {
      for (Structure each : configuration.structures(destination.list())) {
        if (wants(each, event, version.key())) {
          String message = message(request, bucket, event, version, each);
          trySend(destination.service(), Documents.text(each, destination.arn(), ""), message);
        }
      }
    }
    if (configuration.containsKey("EventBridgeConfiguration")) {
      new BridgeEvents(state).send(request, bucket, event, version);
    }
  }

  private static boolean wants(Structure configuration, String event, String key) {
    boolean wanted = false;
    for (String each : configuration.texts("Events")) {
      String name = each.substring("s3:".length());
      wanted |=
          name.endsWith(":*")
              ? event.startsWith(name.substring(0, name.length() - 1))
              : name.equals(event);
    }
    for (Structure rule : configuration.structures("Filter", "Key", "FilterRules")) {
      String value = Documents.text(rule, "Value", "");
      wanted &=
          "prefix".equalsIgnoreCase(rule.text("Name"))
              ? key.startsWith(value)
              : key.endsWith(value);
    }
    return wanted;
  }

  private String message(
      Request request,
      Bucket bucket,
      String event,
      ObjectVersion version,
      Structure configuration) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("key", URLEncoder.encode(version.key(), StandardCharsets.UTF_8));
    if (!version.isMarker() && !event.startsWith("ObjectRemoved")) {
      object.put("size", version.size());
      object.put("eTag", Conditions.unquoted(version.etag()));
    }
    if (bucket.versioning() != null) {
      object.put("versionId", version.versionId());
    }
    object.put("sequencer", String.format(Locale.ROOT, "%016X", version.sequence()));
    Map<String, Object> ofBucket = new LinkedHashMap<>();
    ofBucket.put("name", bucket.name());
    ofBucket.put("ownerIdentity", Map.of("principalId", bucket.account()));
    ofBucket.put("arn", bucket.arn());
    Map<String, Object> s3 = new LinkedHashMap<>();
    s3.put("s3SchemaVersion", "1.0");
    s3.put("configurationId", configuration.text("Id"));
    s3.put("bucket", ofBucket);
    s3.put("object", object);
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("eventVersion", "2.1");
    entry.put("eventSource", "aws:s3");
    entry.put("awsRegion", bucket.region());
    entry.put("eventTime", time(state.context.clock().instant()));
    entry.put("eventName", event);
    entry.put("userIdentity", Map.of("principalId", "AWS:" + request.call.caller().account()));
    entry.put("requestParameters", Map.of("sourceIPAddress", "127.0.0.1"));
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("x-amz-request-id", request.call.requestId());
    response.put("x-amz-id-2", "boto4j-local");
    entry.put("responseElements", response);
    entry.put("s3", s3);
    return Json.write(Map.of("Records", List.of(entry)));
  }

  private void trySend(String service, String arn, String message) {
    try {
      send(state, service, arn, message);
    } catch (RuntimeException e) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.WARNING, "An event of S3 did not reach " + arn, e);
    }
  }

  /**
   * Sends a message.
   *
   * @throws EngineException if the destination does not exist
   */
  static void send(S3State state, String service, String arn, String message) {
    String[] parts = arn.split(":", -1);
    EngineContext world = state.context.world(parts[4], parts[3]);
    switch (service) {
      case "sqs" -> {
        Map<String, ?> url =
            world.call("sqs", "GetQueueUrl", Map.of("QueueName", parts[parts.length - 1]));
        world.call(
            "sqs",
            "SendMessage",
            Map.of("QueueUrl", String.valueOf(url.get("QueueUrl")), "MessageBody", message));
      }
      case "sns" ->
          world.call(
              "sns",
              "Publish",
              Map.of("TopicArn", arn, "Message", message, "Subject", "Amazon S3 Notification"));
      case "lambda" ->
          world.call(
              "lambda",
              "Invoke",
              Map.of(
                  "FunctionName",
                  arn,
                  "InvocationType",
                  "Event",
                  "Payload",
                  message.getBytes(StandardCharsets.UTF_8)));
      default -> throw new IllegalArgumentException(service);
    }
  }
}
