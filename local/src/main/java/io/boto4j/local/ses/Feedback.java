package io.boto4j.local.ses;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells SNS topics what became of e-mails. All are delivered, except those to the simulator's
 * addresses.
 */
final class Feedback {
  private static final Logger LOG = System.getLogger(Feedback.class.getName());

  private final EngineContext context;

  Feedback(EngineContext context) {
    this.context = context;
  }

  static boolean isBounce(String address) {
    String lower = Identities.bare(address).toLowerCase(Locale.ROOT);
    return lower.matches("(bounce|suppressionlist)(\\+.*)?@simulator\\.amazonses\\.com");
  }

  static boolean isComplaint(String address) {
    String lower = Identities.bare(address).toLowerCase(Locale.ROOT);
    return lower.matches("complaint(\\+.*)?@simulator\\.amazonses\\.com");
  }

  private static String kind(String address) {
    return isBounce(address) ? "Bounce" : isComplaint(address) ? "Complaint" : "Delivery";
  }

  /** Publishes, after the call, to the topics of an identity. */
  void tell(Structure identity, String source, String messageId, List<String> destinations) {
    for (String kind : List.of("Bounce", "Complaint", "Delivery")) {
      String topic = identity.text(kind + "Topic");
      List<String> recipients =
          destinations.stream().filter(each -> kind(each).equals(kind)).toList();
      if (topic != null && !recipients.isEmpty()) {
        String message =
            Json.write(notification(kind, source, messageId, destinations, recipients));
        context.schedule(Duration.ZERO, () -> publish(topic, message));
      }
    }
  }

  private void publish(String topic, String message) {
    try {
      context.call(
          "sns",
          "Publish",
          Map.of(
              "TopicArn", topic,
              "Subject", "Amazon SES Email Event Notification",
              "Message", message));
    } catch (EngineException e) {
      LOG.log(Logger.Level.INFO, "A notification of SES was not published: {0}", e.getMessage());
    }
  }

  private Params notification(
      String kind,
      String source,
      String messageId,
      List<String> destinations,
      List<String> recipients) {
    String time = context.clock().instant().toString();
    List<Params> addresses = new ArrayList<>();
    recipients.forEach(each -> addresses.add(Params.of("emailAddress", each)));
    Params detail =
        switch (kind) {
          case "Bounce" ->
              Params.of(
                  "bounceType", "Permanent",
                  "bounceSubType", "General",
                  "bouncedRecipients", addresses,
                  "timestamp", time,
                  "feedbackId", messageId);
          case "Complaint" ->
              Params.of(
                  "complainedRecipients", addresses, "timestamp", time, "feedbackId", messageId);
          default ->
              Params.of(
                  "timestamp",
                  time,
                  "processingTimeMillis",
                  1,
                  "recipients",
                  recipients,
                  "smtpResponse",
                  "250 ok");
        };
    return Params.of(
        "notificationType",
        kind,
        kind.toLowerCase(Locale.ROOT),
        detail,
        "mail",
        Params.of(
            "timestamp", time,
            "messageId", messageId,
            "source", source,
            "sendingAccountId", context.account(),
            "destination", destinations));
  }
}
