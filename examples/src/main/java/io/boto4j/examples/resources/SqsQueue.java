package io.boto4j.examples.resources;

import io.boto4j.Params;
import io.boto4j.Session;
import java.util.List;
import java.util.Map;

/** Creates queues, sends messages, receives them from the object of their queue, and deletes them. */
class SqsQueue {
  public static void main(String[] args) {
    var sqs = Session.create().resource("sqs");
    var failed = sqs.run("create_queue", Params.of("QueueName", "failed")).resource();
    var queue = sqs.run("create_queue", Params.of("QueueName", "orders", "Attributes", Map.of(
        "RedrivePolicy", "{\"maxReceiveCount\": \"3\", \"deadLetterTargetArn\": \""
            + failed.map("attributes").text("QueueArn") + "\"}"))).resource();
    System.out.println(sqs.run("get_queue_by_name", Params.of("QueueName", "orders")).resource().equals(queue));
    System.out.println(failed.collection("dead_letter_source_queues").toList().equals(List.of(queue)));

    queue.action("send_message", Params.of("MessageBody", "one cake"));
    queue.action("send_messages", Params.of("Entries", List.of(
        Map.of("Id", "1", "MessageBody", "two pies"), Map.of("Id", "2", "MessageBody", "three teas"))));
    System.out.println(queue.map("attributes").text("ApproximateNumberOfMessages") + " messages");

    var messages = queue.run("receive_messages", Params.of("MaxNumberOfMessages", 10)).resources();
    for (var message : messages) {
      System.out.println(message.text("body") + " " + message.resource("Queue").equals(queue));
      message.action("delete");
    }
    System.out.println("left: " + queue.run("receive_messages").resources().size());
    for (var each : sqs.collection("queues").filter(Params.of("QueueNamePrefix", "ord"))) {
      System.out.println(each.text("url").replaceAll(".*/", ""));
      each.action("delete");
    }
  }
}
