package io.boto4j.local.sns;

import io.boto4j.Structure;
import io.boto4j.local.delivery.HttpDelivery;
import io.boto4j.local.engine.EngineContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Asks the owners of endpoints whether they want what a subscription sends them. */
final class Confirmations {
  private static final int TOKEN_BYTES = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final EngineContext context;
  private final HttpDelivery http;
  private final Outbox outbox;

  Confirmations(EngineContext context, HttpDelivery http, Outbox outbox) {
    this.context = context;
    this.http = http;
    this.outbox = outbox;
  }

  static String newToken() {
    byte[] token = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(token);
    return HexFormat.of().formatHex(token);
  }

  /** Sends a message with the link that confirms. */
  void ask(String arn, Structure subscription, String signatureVersion) {
    String topic = Subscriptions.text(subscription, "topic");
    String token = Subscriptions.text(subscription, "token");
    String id = UUID.randomUUID().toString();
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("Type", "SubscriptionConfirmation");
    message.put("MessageId", id);
    message.put("Token", token);
    message.put("TopicArn", topic);
    message.put(
        "Message",
        "You have chosen to subscribe to the topic "
            + topic
            + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.");
    message.put(
        "SubscribeURL",
        context.endpoint("sns")
            + "/?Action=ConfirmSubscription&TopicArn="
            + topic
            + "&Token="
            + token);
    message.put("Timestamp", Envelope.timestamp(context.clock().instant()));
    Signatures.sign(message, signatureVersion, context.endpoint("sns"));
    String text = Envelope.json(message);
    String endpoint = Subscriptions.text(subscription, "endpoint");
    String protocol = Subscriptions.text(subscription, "protocol");
    if (protocol.startsWith("http")) {
      Map<String, String> headers = new LinkedHashMap<>(Envelope.httpHeaders());
      headers.put("x-amz-sns-message-type", "SubscriptionConfirmation");
      headers.put("x-amz-sns-message-id", id);
      headers.put("x-amz-sns-topic-arn", topic);
      headers.put("x-amz-sns-subscription-arn", arn);
      http.send(new HttpDelivery.Request("POST", endpoint, text, headers), 0, () -> {});
    } else {
      outbox.add(protocol, endpoint, text);
    }
  }
}
