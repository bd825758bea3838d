package io.boto4j.local.s3;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The notification configurations of buckets. */
final class NotificationConfigurations {
  /** The lists of destinations, with the member that has the ARN and the service. */
  static final List<Destination> DESTINATIONS =
      List.of(
          new Destination("TopicConfigurations", "TopicArn", "sns"),
          new Destination("QueueConfigurations", "QueueArn", "sqs"),
          new Destination("LambdaFunctionConfigurations", "LambdaFunctionArn", "lambda"));

  private static final Set<String> EVENTS =
      Set.of(
          "ReducedRedundancyLostObject",
          "ObjectCreated:*",
          "ObjectCreated:Put",
          "ObjectCreated:Post",
          "ObjectCreated:Copy",
          "ObjectCreated:CompleteMultipartUpload",
          "ObjectRemoved:*",
          "ObjectRemoved:Delete",
          "ObjectRemoved:DeleteMarkerCreated",
          "ObjectRestore:*",
          "ObjectRestore:Post",
          "ObjectRestore:Completed",
          "ObjectRestore:Delete",
          "Replication:*",
          "Replication:OperationFailedReplication",
          "Replication:OperationNotTracked",
          "Replication:OperationMissedThreshold",
          "Replication:OperationReplicatedAfterThreshold",
          "LifecycleTransition",
          "IntelligentTiering",
          "ObjectAcl:Put",
          "LifecycleExpiration:*",
          "LifecycleExpiration:Delete",
          "LifecycleExpiration:DeleteMarkerCreated",
          "ObjectTagging:*",
          "ObjectTagging:Put",
          "ObjectTagging:Delete");

  /** A list of destinations of one kind. */
  record Destination(String list, String arn, String service) {}

  private final S3State state;

  NotificationConfigurations(S3State state) {
    this.state = state;
  }

  void addTo(S3Engine.Table table) {
    table.add("PutBucketNotificationConfiguration", "PutBucketNotification", this::put);
    table.add(
        "GetBucketNotificationConfiguration",
        "GetBucketNotification",
        request -> {
          Structure stored = request.bucket().configuration("notification");
          return stored == null ? Map.of() : stored;
        });
  }

  private Map<String, ?> put(Request request) {
    Structure configuration = request.input.structure("NotificationConfiguration");
    if (configuration == null) {
      throw S3Errors.missingBody();
    }
    Bucket bucket = request.bucket();
    Map<String, Object> stored = new LinkedHashMap<>();
    if (configuration.containsKey("EventBridgeConfiguration")) {
      stored.put("EventBridgeConfiguration", Map.of());
    }
    for (Destination destination : DESTINATIONS) {
      List<Map<String, Object>> entries = new ArrayList<>();
      for (Structure each : configuration.structures(destination.list)) {
        check(bucket, destination, each);
        Map<String, Object> entry = new LinkedHashMap<>(each);
        entry.putIfAbsent("Id", newId());
        entries.add(entry);
      }
      if (!entries.isEmpty()) {
        stored.put(destination.list, entries);
      }
    }
    state.change(
        change -> {
          state.put(request.current().withConfiguration("notification", stored));
          return true;
        });
    if (!request.flag("SkipDestinationValidation")) {
      sendTest(request, Structures.of(stored));
    }
    return Map.of();
  }

  private String newId() {
    return new UUID(state.context.random().nextLong(), state.context.random().nextLong())
        .toString();
  }

  private static void check(Bucket bucket, Destination destination, Structure entry) {
    String arn = Documents.text(entry, destination.arn, "");
    String[] parts = arn.split(":", -1);
    if (parts.length < 6 || !parts[0].equals("arn") || !parts[2].equals(destination.service)) {
      throw S3Errors.of(400, "InvalidArgument", "The ARN is not well formed");
    }
    if (!parts[3].equals(bucket.region())) {
      throw S3Errors.of(
          400,
          "InvalidArgument",
          "The notification destination service region is not valid for the bucket location"
              + " constraint");
    }
    List<String> events = entry.texts("Events");
    if (events.isEmpty()) {
      throw S3Errors.malformedXml();
    }
    for (String event : events) {
      if (!event.startsWith("s3:") || !EVENTS.contains(event.substring(3))) {
        throw S3Errors.of(
            400,
            "InvalidArgument",
            "The event '"
                + event
                + "' is not supported for notifications. Supported events are as follows: "
                + supported());
      }
    }
    for (Structure rule : entry.structures("Filter", "Key", "FilterRules")) {
      String name = Documents.text(rule, "Name", "");
      if (!name.equalsIgnoreCase("prefix") && !name.equalsIgnoreCase("suffix")) {
        throw S3Errors.of(
            400, "InvalidArgument", "filter rule name must be either prefix or suffix");
      }
    }
  }

  private static List<String> supported() {
    return EVENTS.stream().sorted().map(each -> "'s3:" + each + "'").toList();
  }

  /** S3 sends a message to new queues and topics, to see whether it may. */
  private void sendTest(Request request, Structure configuration) {
    Bucket bucket = request.bucket();
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("Service", "Amazon S3");
    message.put("Event", "s3:TestEvent");
    message.put("Time", Notifications.time(state.context.clock().instant()));
    message.put("Bucket", bucket.name());
    message.put("RequestId", request.call.requestId());
    message.put("HostId", "boto4j-local");
    Set<String> told = new HashSet<>();
    for (Destination destination : DESTINATIONS) {
      if (destination.service.equals("lambda")) {
        continue;
      }
      for (Structure each : configuration.structures(destination.list)) {
        String arn = Documents.text(each, destination.arn, "");
        if (!told.add(arn)) {
          continue;
        }
        try {
          Notifications.send(state, destination.service, arn, Json.write(message));
        } catch (EngineException e) {
          // A destination that does not exist receives nothing later either.
          System.getLogger("io.boto4j.local")
              .log(System.Logger.Level.DEBUG, "No test event for " + arn + ": " + e.getMessage());
        }
      }
    }
  }
}
