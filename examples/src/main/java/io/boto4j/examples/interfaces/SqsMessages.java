package io.boto4j.examples.interfaces;

import io.boto4j.Session;
import io.boto4j.typed.Default;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.util.List;
import java.util.Map;

/** Creates a queue, sends messages one by one and in a batch, and receives them. */
class SqsMessages {
  record Attribute(String stringValue, String dataType) {}

  record Attributes(String queueArn, int delaySeconds) {}

  record Entry(String id, String messageBody, Map<String, Attribute> messageAttributes) {}

  record Message(String body, String receiptHandle, Map<String, Attribute> messageAttributes) {}

  record Sent(int successful, int failed) {}

  @Service("sqs")
  interface Sqs {
    @Operation("CreateQueue") @Result("QueueUrl")
    String create(@Param("QueueName") String name, @Param("Attributes") Map<String, String> attributes);

    @Operation("GetQueueAttributes") @Result("Attributes") @Default(param = "AttributeNames", value = "[\"All\"]")
    Attributes attributes(@Param("QueueUrl") String queue);

    @Operation("ListQueues") List<String> queues();

    @Operation("SendMessage") void send(@Param("QueueUrl") String queue, @Param("MessageBody") String body,
        @Param("MessageAttributes") Map<String, Attribute> attributes);

    @Operation("SendMessageBatch") @Result("{successful: length(Successful), failed: length(Failed || `[]`)}")
    Sent send(@Param("QueueUrl") String queue, @Param("Entries") Entry... entries);

    @Operation("ReceiveMessage") @Result("Messages") @Default(param = "MaxNumberOfMessages", value = "10")
    List<Message> receive(@Param("QueueUrl") String queue, @Param("MessageAttributeNames") String... attributes);

    @Operation("DeleteMessage") void delete(@Param("QueueUrl") String queue, @Param("ReceiptHandle") String handle);
  }

  public static void main(String[] args) {
    var sqs = Typed.of(Session.create(), Sqs.class);
    var url = sqs.create("greetings", Map.of("DelaySeconds", "0"));
    var queue = sqs.attributes(url);
    System.out.println(queue.queueArn());
    System.out.println("delay " + queue.delaySeconds());
    for (var each : sqs.queues()) {
      System.out.println(each.substring(each.lastIndexOf('/') + 1));
    }

    var author = Map.of("Author", new Attribute("Ada", "String"));
    sqs.send(url, "world", Map.of());
    sqs.send(url, "queue", author);
    var sent = sqs.send(url, new Entry("1", "again", Map.of()), new Entry("2", "and again", author));
    System.out.println(sent.successful() + " sent, " + sent.failed() + " failed");

    for (var message : sqs.receive(url, "Author")) {
      var name = message.messageAttributes().getOrDefault("Author", new Attribute("somebody", "String")).stringValue();
      System.out.println("Hello, " + message.body() + "! says " + name);
      sqs.delete(url, message.receiptHandle());
    }
  }
}
