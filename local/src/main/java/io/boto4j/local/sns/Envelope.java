package io.boto4j.local.sns;

import io.boto4j.Json;
import io.boto4j.Structure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON documents that SNS sends to endpoints. */
final class Envelope {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Envelope() {}

  /** The headers of every request to an HTTP endpoint. */
  static Map<String, String> httpHeaders() {
    return Map.of(
        "Content-Type", "text/plain; charset=UTF-8",
        "User-Agent", "Amazon Simple Notification Service Agent");
  }

  static String timestamp(Instant time) {
    return TIME.format(time);
  }

  /** The document for queues, mailboxes and HTTP endpoints. */
  static Map<String, Object> notification(
      Publication publication, String message, String endpoint, String subscriptionArn) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Type", "Notification");
    document.put("MessageId", publication.id());
    if (publication.sequenceNumber() != null) {
      document.put("SequenceNumber", publication.sequenceNumber());
    }
    document.put("TopicArn", publication.topicArn());
    if (publication.subject() != null) {
      document.put("Subject", publication.subject());
    }
    document.put("Message", message);
    document.put("Timestamp", timestamp(publication.time()));
    Signatures.sign(document, publication.signatureVersion(), endpoint);
    document.put(
        "UnsubscribeURL", endpoint + "/?Action=Unsubscribe&SubscriptionArn=" + subscriptionArn);
    if (!publication.attributes().isEmpty()) {
      document.put("MessageAttributes", attributes(publication.attributes()));
    }
    return document;
  }

  /** The record that a Lambda function gets, whose members have other names. */
  static Map<String, Object> record(
      Publication publication, String message, String endpoint, String subscriptionArn) {
    Map<String, Object> document = notification(publication, message, endpoint, subscriptionArn);
    Map<String, @Nullable Object> sns = new LinkedHashMap<>(document);
    sns.putIfAbsent("Subject", null);
    sns.put("SigningCertUrl", sns.remove("SigningCertURL"));
    sns.put("UnsubscribeUrl", sns.remove("UnsubscribeURL"));
    sns.putIfAbsent("MessageAttributes", Map.of());
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("EventSource", "aws:sns");
    record.put("EventVersion", "1.0");
    record.put("EventSubscriptionArn", subscriptionArn);
    record.put("Sns", sns);
    return record;
  }

  private static Map<String, Object> attributes(Map<String, Structure> attributes) {
    Map<String, Object> values = new LinkedHashMap<>();
    attributes.forEach(
        (name, attribute) -> {
          byte[] bytes = attribute.bytes("BinaryValue");
          Map<String, Object> value = new LinkedHashMap<>();
          value.put("Type", String.valueOf(attribute.text("DataType")));
          value.put(
              "Value",
              bytes == null
                  ? String.valueOf(attribute.text("StringValue"))
                  : Base64.getEncoder().encodeToString(bytes));
          values.put(name, value);
        });
    return values;
  }

  /** Writes a document as SNS does: a member a line. */
  static String json(Map<String, ?> document) {
    StringBuilder text = new StringBuilder("{");
    String separator = "\n";
    for (Map.Entry<String, ?> member : document.entrySet()) {
      text.append(separator)
          .append("  ")
          .append(Json.write(member.getKey()))
          .append(" : ")
          .append(Json.write(member.getValue()));
      separator = ",\n";
    }
    return text.append("\n}").toString();
  }
}
