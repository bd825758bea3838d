package io.boto4j.examples.resources;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.resource.Resource;
import java.util.ArrayList;

/** Publishes to a topic with two queues, changes one subscription, and removes everything. */
class SnsTopic {
  public static void main(String[] args) {
    var session = Session.create();
    var sns = session.resource("sns");
    var sqs = session.resource("sqs");
    var topic = sns.run("create_topic", Params.of("Name", "news")).resource();
    var queues = new ArrayList<Resource>();
    for (var name : new String[] {"readers", "archive"}) {
      var queue = sqs.run("create_queue", Params.of("QueueName", name)).resource();
      queues.add(queue);
      var subscription = topic.run("subscribe", Params.of("Protocol", "sqs",
          "Endpoint", queue.map("attributes").text("QueueArn"))).resource();
      System.out.println(subscription.map("attributes").text("Protocol"));
      if (name.equals("archive")) {
        subscription.action("set_attributes", Params.of("AttributeName", "RawMessageDelivery", "AttributeValue", "true"));
        System.out.println("raw " + subscription.map("attributes").text("RawMessageDelivery"));
      }
    }
    System.out.println(topic.collection("subscriptions").toList().size() + " subscriptions");

    topic.action("publish", Params.of("Subject", "Today", "Message", "It rains"));
    for (var queue : queues) {
      var body = queue.run("receive_messages").resources().get(0).text("body");
      System.out.println(body.startsWith("{") ? Json.read(body, Structure.class).text("Message") : "raw " + body);
      queue.action("delete");
    }
    for (var subscription : topic.collection("subscriptions")) {
      subscription.action("delete");
    }
    topic.action("delete");
    System.out.println("topics: " + sns.collection("topics").toList().size());
  }
}
