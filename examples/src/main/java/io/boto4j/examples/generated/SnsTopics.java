package io.boto4j.examples.generated;

import io.boto4j.Json;
import io.boto4j.Name;
import io.boto4j.Session;
import io.boto4j.examples.generated.sns.CreateTopicRequest;
import io.boto4j.examples.generated.sns.DeleteTopicRequest;
import io.boto4j.examples.generated.sns.GetSubscriptionAttributesRequest;
import io.boto4j.examples.generated.sns.ListSubscriptionsByTopicRequest;
import io.boto4j.examples.generated.sns.MessageAttributeValue;
import io.boto4j.examples.generated.sns.PublishRequest;
import io.boto4j.examples.generated.sns.SetSubscriptionAttributesRequest;
import io.boto4j.examples.generated.sns.Sns;
import io.boto4j.examples.generated.sns.SubscribeRequest;
import io.boto4j.examples.generated.sns.UnsubscribeRequest;
import io.boto4j.examples.generated.sqs.CreateQueueRequest;
import io.boto4j.examples.generated.sqs.GetQueueAttributesRequest;
import io.boto4j.examples.generated.sqs.QueueAttributeName;
import io.boto4j.examples.generated.sqs.ReceiveMessageRequest;
import io.boto4j.examples.generated.sqs.Sqs;
import java.util.List;
import java.util.Map;

/** Publishes to a queue that receives only what its filter lets through. */
class SnsTopics {
  record Filter(List<String> kind) {}

  record News(@Name("Subject") String subject, @Name("Message") String message) {}

  public static void main(String[] args) {
    var session = Session.create();
    var sqs = Sqs.of(session.client("sqs"));
    var inbox = sqs.createQueue(CreateQueueRequest.of("inbox")).queueUrl();
    var attributesOfInbox = sqs.getQueueAttributes(
        GetQueueAttributesRequest.of(inbox).attributeNames(QueueAttributeName.QUEUE_ARN)).attributes();

    var sns = Sns.of(session.client("sns"));
    var topic = sns.createTopic(CreateTopicRequest.of("news")).topicArn();
    for (var each : sns.listTopicsItems()) {
      System.out.println(each.topicArn());
    }
    var subscription = sns.subscribe(SubscribeRequest.of(topic, "sqs")
        .endpoint(attributesOfInbox.get("QueueArn"))
        .returnSubscriptionArn(true)).subscriptionArn();
    sns.setSubscriptionAttributes(SetSubscriptionAttributesRequest.of(subscription, "FilterPolicy")
        .attributeValue(Json.write(new Filter(List.of("urgent")))));
    for (var each : sns.listSubscriptionsByTopicItems(ListSubscriptionsByTopicRequest.of(topic))) {
      var attributes = sns.getSubscriptionAttributes(GetSubscriptionAttributesRequest.of(each.subscriptionArn()))
          .attributes();
      var filter = Json.read(attributes.get("FilterPolicy"), Filter.class);
      System.out.println(each.protocol() + " for " + String.join(", ", filter.kind()));
    }

    for (var kind : List.of("urgent", "boring")) {
      sns.publish(PublishRequest.of("This is " + kind)
          .topicArn(topic)
          .subject("Some news")
          .messageAttributes(Map.of("kind", MessageAttributeValue.of("String").stringValue(kind))));
    }
    for (var message : sqs.receiveMessage(ReceiveMessageRequest.of(inbox)).messages()) {
      var news = Json.read(message.body(), News.class);
      System.out.println(news.subject() + ": " + news.message());
    }
    sns.unsubscribe(UnsubscribeRequest.of(subscription));
    sns.deleteTopic(DeleteTopicRequest.of(topic));
    System.out.println(sns.listTopics().topics().size() + " topics left");
  }
}
