package io.boto4j.local.sns;

import io.boto4j.Structure;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that a topic has accepted.
 *
 * @param id the message id
 * @param topicArn the topic
 * @param messages the message by protocol; the one for all others has the name {@code default}
 * @param subject the subject, or null
 * @param attributes the message attributes
 * @param group the message group, or null
 * @param deduplicationId the deduplication id of a FIFO topic, or null
 * @param sequenceNumber the number in a FIFO topic, or null
 * @param time when it was accepted
 * @param signatureVersion how the topic signs, 1 or 2
 */
record Publication(
    String id,
    String topicArn,
    Map<String, String> messages,
    @Nullable String subject,
    Map<String, Structure> attributes,
    @Nullable String group,
    @Nullable String deduplicationId,
    @Nullable String sequenceNumber,
    Instant time,
    String signatureVersion) {
  /** The message for a protocol. */
  String message(String protocol) {
    return messages.getOrDefault(protocol, messages.getOrDefault("default", ""));
  }
}
