package io.boto4j.examples.boto3;

import io.boto4j.Params;
import io.boto4j.Session;
import java.util.List;
import java.util.Map;

/** Creates a queue, sends messages one by one and in a batch, and receives them. */
class SqsMessages {
  public static void main(String[] args) {
    var sqs = Session.create().client("sqs");
    var url = sqs.call("CreateQueue",
        Params.of("QueueName", "greetings", "Attributes", Map.of("DelaySeconds", "0"))).text("QueueUrl");
    var queue = sqs.call("GetQueueAttributes", Params.of("QueueUrl", url, "AttributeNames", List.of("All")));
    System.out.println(queue.text("Attributes", "QueueArn"));
    System.out.println("delay " + queue.integer("Attributes", "DelaySeconds"));
    for (var each : sqs.items("ListQueues", Params.of(), String.class)) {
      System.out.println(each.substring(each.lastIndexOf('/') + 1));
    }

    var author = Map.of("Author", Map.of("StringValue", "Ada", "DataType", "String"));
    sqs.call("SendMessage", Params.of("QueueUrl", url, "MessageBody", "world"));
    sqs.call("SendMessage", Params.of("QueueUrl", url, "MessageBody", "queue", "MessageAttributes", author));
    var sent = sqs.call("SendMessageBatch", Params.of("QueueUrl", url, "Entries", List.of(
        Map.of("Id", "1", "MessageBody", "again"),
        Map.of("Id", "2", "MessageBody", "and again", "MessageAttributes", author))));
    System.out.println(sent.structures("Successful").size() + " sent, " + sent.structures("Failed").size() + " failed");

    var received = sqs.call("ReceiveMessage",
        Params.of("QueueUrl", url, "MessageAttributeNames", List.of("Author"), "MaxNumberOfMessages", 10));
    for (var message : received.structures("Messages")) {
      var name = message.map("MessageAttributes", "Author").getOrDefault("StringValue", "somebody");
      System.out.println("Hello, " + message.text("Body") + "! says " + name);
      sqs.call("DeleteMessage", Params.of("QueueUrl", url, "ReceiptHandle", message.text("ReceiptHandle")));
    }
  }
}
