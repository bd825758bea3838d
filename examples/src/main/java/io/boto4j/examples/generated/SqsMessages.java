package io.boto4j.examples.generated;

import io.boto4j.Session;
import io.boto4j.examples.generated.sqs.CreateQueueRequest;
import io.boto4j.examples.generated.sqs.DeleteMessageRequest;
import io.boto4j.examples.generated.sqs.GetQueueAttributesRequest;
import io.boto4j.examples.generated.sqs.MessageAttributeValue;
import io.boto4j.examples.generated.sqs.QueueAttributeName;
import io.boto4j.examples.generated.sqs.ReceiveMessageRequest;
import io.boto4j.examples.generated.sqs.SendMessageBatchRequest;
import io.boto4j.examples.generated.sqs.SendMessageBatchRequestEntry;
import io.boto4j.examples.generated.sqs.SendMessageRequest;
import io.boto4j.examples.generated.sqs.Sqs;
import java.util.List;
import java.util.Map;

/** Creates a queue, sends messages one by one and in a batch, and receives them. */
class SqsMessages {
  public static void main(String[] args) {
    var sqs = Sqs.of(Session.create().client("sqs"));
    var url = sqs.createQueue(CreateQueueRequest.of("greetings").attributes(Map.of("DelaySeconds", "0"))).queueUrl();
    var queue = sqs.getQueueAttributes(GetQueueAttributesRequest.of(url).attributeNames(QueueAttributeName.ALL));
    System.out.println(queue.attributes().get("QueueArn"));
    System.out.println("delay " + queue.attributes().get("DelaySeconds"));
    for (var each : sqs.listQueuesItems()) {
      System.out.println(each.substring(each.lastIndexOf('/') + 1));
    }

    var author = Map.of("Author", MessageAttributeValue.of("String").stringValue("Ada"));
    sqs.sendMessage(SendMessageRequest.of(url, "world"));
    sqs.sendMessage(SendMessageRequest.of(url, "queue").messageAttributes(author));
    var sent = sqs.sendMessageBatch(SendMessageBatchRequest.of(url, List.of(
        SendMessageBatchRequestEntry.of("1", "again"),
        SendMessageBatchRequestEntry.of("2", "and again").messageAttributes(author))));
    System.out.println(sent.successful().size() + " sent, " + sent.failed().size() + " failed");

    var received = sqs.receiveMessage(
        ReceiveMessageRequest.of(url).messageAttributeNames("Author").maxNumberOfMessages(10));
    for (var message : received.messages()) {
      var attributes = message.messageAttributes();
      var name = attributes.containsKey("Author") ? attributes.get("Author").stringValue() : "somebody";
      System.out.println("Hello, " + message.body() + "! says " + name);
      sqs.deleteMessage(DeleteMessageRequest.of(url, message.receiptHandle()));
    }
  }
}
