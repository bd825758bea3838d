package io.boto4j.spring.sqs;

import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.local.LocalAws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A queue of boto4j-local. */
final class TestQueue {
  private final Client sqs;
  private final String url;

  private TestQueue(Client sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  static TestQueue create(LocalAws aws, String name, Map<String, String> attributes) {
    Client sqs = aws.session().client("sqs");
    Map<String, Object> input = new HashMap<>(Map.of("QueueName", name));
    if (!attributes.isEmpty()) {
      input.put("Attributes", attributes);
    }
    return new TestQueue(sqs, sqs.call("CreateQueue", input).text("QueueUrl"));
  }

  Client client() {
    return sqs;
  }

  String url() {
    return url;
  }

  void send(String... bodies) {
    for (String body : bodies) {
      sqs.call("SendMessage", Map.of("QueueUrl", url, "MessageBody", body));
    }
  }

  /** Sends messages of FIFO groups, each as {@code group:body}. */
  void sendToGroups(String... messages) {
    for (String message : messages) {
      String group = message.substring(0, message.indexOf(':'));
      sqs.call(
          "SendMessage",
          Map.of(
              "QueueUrl", url,
              "MessageBody", message,
              "MessageGroupId", group,
              "MessageDeduplicationId", message.replace(':', '-')));
    }
  }

  /** The bodies of messages that could be received now. */
  List<String> visible() {
    List<String> bodies = new ArrayList<>();
    for (Structure message :
        sqs.call("ReceiveMessage", Map.of("QueueUrl", url, "MaxNumberOfMessages", 10))
            .structures("Messages")) {
      bodies.add(message.text("Body"));
    }
    return bodies;
  }

  /** The number of messages that were received and not deleted. */
  int inFlight() {
    return count("ApproximateNumberOfMessagesNotVisible");
  }

  /** The number of all messages. */
  int size() {
    return inFlight() + count("ApproximateNumberOfMessages");
  }

  String arn() {
    return attribute("QueueArn");
  }

  private int count(String name) {
    return Integer.parseInt(attribute(name));
  }

  private String attribute(String name) {
    return sqs.call("GetQueueAttributes", Map.of("QueueUrl", url, "AttributeNames", List.of(name)))
        .structure("Attributes")
        .text(name);
  }

  /** A builder with the clock of boto4j-local, and short waits. */
  SqsListenerContainer.Builder listener(LocalAws aws) {
    return SqsListenerContainer.builder(sqs, url)
        .delays(aws.clock()::schedule)
        .stopTimeout(Duration.ofSeconds(20));
  }
}
