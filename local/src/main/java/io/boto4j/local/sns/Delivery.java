package io.boto4j.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.delivery.HttpDelivery;
import io.boto4j.local.delivery.NearHosts;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Delivers what a topic has accepted to one subscription. */
final class Delivery {
  private static final System.Logger LOG = System.getLogger("io.boto4j.local.sns");
  private static final int HTTP_RETRIES = 3;

  private final EngineContext context;
  private final HttpDelivery http;
  private final Outbox outbox;

  Delivery(EngineContext context, HttpDelivery http, Outbox outbox) {
    this.context = context;
    this.http = http;
    this.outbox = outbox;
  }

  /** Delivers a message, unless the filter policy of the subscription refuses it. */
  void deliver(String arn, Structure subscription, Publication publication) {
    String protocol = Subscriptions.text(subscription, "protocol");
    String message = publication.message(protocol);
    String filter = subscription.text("attributes", "FilterPolicy");
    boolean body = "MessageBody".equals(subscription.text("attributes", "FilterPolicyScope"));
    if (filter != null && !FilterPolicy.passes(filter, body, message, publication.attributes())) {
      return;
    }
    boolean raw = "true".equals(subscription.text("attributes", "RawMessageDelivery"));
    String endpoint = Subscriptions.text(subscription, "endpoint");
    String text =
        raw
            ? message
            : Envelope.json(
                Envelope.notification(publication, message, context.endpoint("sns"), arn));
    try {
      switch (protocol) {
        case "sqs" -> send(endpoint, text, publication, raw ? publication.attributes() : Map.of());
        case "lambda" -> invoke(endpoint, arn, message, publication);
        case "firehose" ->
            near(endpoint)
                .call(
                    "firehose",
                    "PutRecord",
                    Map.of(
                        "DeliveryStreamName",
                        endpoint.substring(endpoint.indexOf('/') + 1),
                        "Record",
                        Map.of("Data", text.getBytes(UTF_8))));
        case "http", "https" -> post(arn, subscription, endpoint, text, raw, publication);
        case "email-json" -> outbox.add(protocol, endpoint, text);
        default -> outbox.add(protocol, endpoint, message);
      }
    } catch (EngineException e) {
      LOG.log(System.Logger.Level.DEBUG, "Delivery to " + endpoint + " failed", e);
      bury(subscription, text, publication, e.code(), e.serviceMessage());
    }
  }

  /** The world of an endpoint, which its ARN names. */
  private EngineContext near(String endpointArn) {
    String[] parts = endpointArn.split(":", 6);
    return context.world(parts[4], parts[3]);
  }

  private void send(
      String queueArn, String body, Publication publication, Map<String, ?> attributes) {
    String queue = queueArn.substring(queueArn.lastIndexOf(':') + 1);
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("QueueUrl", queue);
    input.put("MessageBody", body);
    if (!attributes.isEmpty()) {
      input.put("MessageAttributes", attributes);
    }
    if (publication.group() != null) {
      input.put("MessageGroupId", publication.group());
    }
    if (queue.endsWith(".fifo") && publication.deduplicationId() != null) {
      input.put("MessageDeduplicationId", publication.deduplicationId());
    }
    near(queueArn).call("sqs", "SendMessage", input);
  }

  private void invoke(String function, String arn, String message, Publication publication) {
    Map<String, Object> event =
        Map.of(
            "Records",
            List.of(Envelope.record(publication, message, context.endpoint("sns"), arn)));
    near(function)
        .call(
            "lambda",
            "Invoke",
            Map.of(
                "FunctionName",
                function,
                "InvocationType",
                "Event",
                "Payload",
                Json.write(event).getBytes(UTF_8)));
  }

  private void post(
      String arn,
      Structure subscription,
      String endpoint,
      String text,
      boolean raw,
      Publication publication) {
    if (!NearHosts.isNear(endpoint)) {
      outbox.add("http", endpoint, text);
      return;
    }
    Map<String, String> headers = new LinkedHashMap<>(Envelope.httpHeaders());
    headers.put("x-amz-sns-message-type", "Notification");
    headers.put("x-amz-sns-message-id", publication.id());
    headers.put("x-amz-sns-topic-arn", publication.topicArn());
    headers.put("x-amz-sns-subscription-arn", arn);
    if (raw) {
      headers.put("x-amz-sns-rawdelivery", "true");
    }
    http.send(
        new HttpDelivery.Request("POST", endpoint, text, headers),
        HTTP_RETRIES,
        () -> bury(subscription, text, publication, "HttpError", "The endpoint did not accept it"));
  }

  /** Sends what could not be delivered to the dead-letter queue of the subscription. */
  private void bury(
      Structure subscription, String text, Publication publication, String code, String message) {
    @Nullable String policy = subscription.text("attributes", "RedrivePolicy");
    if (policy == null) {
      return;
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("ErrorCode", Map.of("DataType", "String", "StringValue", code));
    attributes.put("ErrorMessage", Map.of("DataType", "String", "StringValue", message));
    try {
      send(Subscriptions.redriveTarget(policy), text, publication, attributes);
    } catch (EngineException e) {
      LOG.log(System.Logger.Level.DEBUG, "The dead-letter queue did not accept a message", e);
    }
  }
}
