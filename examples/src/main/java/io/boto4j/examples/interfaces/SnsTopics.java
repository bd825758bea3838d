package io.boto4j.examples.interfaces;

import io.boto4j.Json;
import io.boto4j.Name;
import io.boto4j.Session;
import io.boto4j.typed.Default;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Publishes to a queue that receives only what its filter lets through. */
class SnsTopics {
  record Attribute(String dataType, String stringValue) {}

  record Subscription(String subscriptionArn, String protocol) {}

  record Filter(List<String> kind) {}

  record News(@Name("Subject") String subject, @Name("Message") String message) {}

  @Service("sqs")
  interface Sqs {
    @Operation("CreateQueue") @Result("QueueUrl") String create(@Param("QueueName") String name);

    @Operation("GetQueueAttributes") @Default(param = "AttributeNames", value = "[\"QueueArn\"]")
    @Result("Attributes.QueueArn") String arn(@Param("QueueUrl") String queue);

    @Operation("ReceiveMessage") @Result("Messages[].Body") List<String> receive(@Param("QueueUrl") String queue);
  }

  @Service("sns")
  interface Sns {
    @Operation("CreateTopic") @Result("TopicArn") String create(@Param("Name") String name);

    @Operation("ListTopics") @Result("Topics[].TopicArn") Stream<String> topics();

    @Operation("Subscribe") @Result("SubscriptionArn") @Default(param = "ReturnSubscriptionArn", value = "true")
    String subscribe(
        @Param("TopicArn") String topic, @Param("Protocol") String protocol, @Param("Endpoint") String endpoint);

    @Operation("SetSubscriptionAttributes") @Default(param = "AttributeName", value = "FilterPolicy")
    void filter(@Param("SubscriptionArn") String subscription, @Param("AttributeValue") String policy);

    @Operation("GetSubscriptionAttributes") @Result("Attributes.FilterPolicy")
    String filter(@Param("SubscriptionArn") String subscription);

    @Operation("ListSubscriptionsByTopic") Iterable<Subscription> subscriptions(@Param("TopicArn") String topic);

    @Operation("Publish")
    void publish(@Param("TopicArn") String topic, @Param("Subject") String subject, @Param("Message") String message,
        @Param("MessageAttributes") Map<String, Attribute> attributes);

    @Operation("Unsubscribe") void unsubscribe(@Param("SubscriptionArn") String subscription);

    @Operation("DeleteTopic") void delete(@Param("TopicArn") String topic);
  }

  public static void main(String[] args) {
    var session = Session.create();
    var sqs = Typed.of(session, Sqs.class);
    var inbox = sqs.create("inbox");

    var sns = Typed.of(session, Sns.class);
    var topic = sns.create("news");
    sns.topics().forEach(System.out::println);
    var subscription = sns.subscribe(topic, "sqs", sqs.arn(inbox));
    sns.filter(subscription, Json.write(new Filter(List.of("urgent"))));
    for (var each : sns.subscriptions(topic)) {
      var filter = Json.read(sns.filter(each.subscriptionArn()), Filter.class);
      System.out.println(each.protocol() + " for " + String.join(", ", filter.kind()));
    }

    for (var kind : List.of("urgent", "boring")) {
      sns.publish(topic, "Some news", "This is " + kind, Map.of("kind", new Attribute("String", kind)));
    }
    for (var body : sqs.receive(inbox)) {
      var news = Json.read(body, News.class);
      System.out.println(news.subject() + ": " + news.message());
    }
    sns.unsubscribe(subscription);
    sns.delete(topic);
    System.out.println(sns.topics().count() + " topics left");
  }
}
