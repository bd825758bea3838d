package io.boto4j.examples.boto3;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.Structure;
import java.util.List;
import java.util.Map;

/** Publishes to a queue that receives only what its filter lets through. */
class SnsTopics {
  public static void main(String[] args) {
    var session = Session.create();
    var sqs = session.client("sqs");
    var inbox = sqs.call("CreateQueue", Params.of("QueueName", "inbox")).text("QueueUrl");
    var inboxArn = sqs.call("GetQueueAttributes", Params.of("QueueUrl", inbox, "AttributeNames", List.of("QueueArn")))
        .text("Attributes", "QueueArn");

    var sns = session.client("sns");
    var topic = sns.call("CreateTopic", Params.of("Name", "news")).text("TopicArn");
    for (var each : sns.items("ListTopics")) {
      System.out.println(each.text("TopicArn"));
    }
    var subscription = sns.call("Subscribe", Params.of(
        "TopicArn", topic,
        "Protocol", "sqs",
        "Endpoint", inboxArn,
        "ReturnSubscriptionArn", true)).text("SubscriptionArn");
    sns.call("SetSubscriptionAttributes", Params.of(
        "SubscriptionArn", subscription,
        "AttributeName", "FilterPolicy",
        "AttributeValue", Json.write(Map.of("kind", List.of("urgent")))));
    for (var each : sns.items("ListSubscriptionsByTopic", Params.of("TopicArn", topic))) {
      var attributes = sns.call("GetSubscriptionAttributes",
          Params.of("SubscriptionArn", each.text("SubscriptionArn"))).map("Attributes");
      var filter = Json.read(attributes.text("FilterPolicy"), Structure.class);
      System.out.println(each.text("Protocol") + " for " + String.join(", ", filter.texts("kind")));
    }

    for (var kind : List.of("urgent", "boring")) {
      sns.call("Publish", Params.of(
          "TopicArn", topic,
          "Subject", "Some news",
          "Message", "This is " + kind,
          "MessageAttributes", Map.of("kind", Map.of("DataType", "String", "StringValue", kind))));
    }
    for (var message : sqs.call("ReceiveMessage", Params.of("QueueUrl", inbox)).structures("Messages")) {
      var news = Json.read(message.text("Body"), Structure.class);
      System.out.println(news.text("Subject") + ": " + news.text("Message"));
    }
    sns.call("Unsubscribe", Params.of("SubscriptionArn", subscription));
    sns.call("DeleteTopic", Params.of("TopicArn", topic));
    System.out.println(sns.call("ListTopics").structures("Topics").size() + " topics left");
  }
}
