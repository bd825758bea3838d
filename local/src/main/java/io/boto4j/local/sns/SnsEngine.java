package io.boto4j.local.sns;

import io.boto4j.local.delivery.HttpDelivery;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SNS: topics, subscriptions, deliveries, phones. */
final class SnsEngine implements Engine {
  private interface Operation {
    Map<String, ?> run(EngineCall call);
  }

  /** Operations that other accounts may call on a topic. */
  private static final Set<String> SHARED =
      Set.of("Publish", "PublishBatch", "GetTopicAttributes", "Subscribe");

  /** Operations of the links in messages, which are not signed and name no region but the ARN's. */
  private static final Set<String> LINKS = Set.of("ConfirmSubscription", "Unsubscribe");

  private final EngineContext context;
  private final HttpDelivery http;
  private final Map<String, Operation> operations = new LinkedHashMap<>();

  SnsEngine(EngineContext context) {
    this.context = context;
    this.http = new HttpDelivery(context);
    Outbox outbox = new Outbox(context);
    Topics topics = new Topics(context);
    Applications applications = new Applications(context, outbox);
    Phones phones = new Phones(context, outbox);
    Subscriptions subscriptions =
        new Subscriptions(
            context,
            topics,
            new Endpoints(context, applications),
            new Confirmations(context, http, outbox));
    addTopics(topics);
    operations.put("Subscribe", subscriptions::subscribe);
    operations.put("ConfirmSubscription", subscriptions::confirm);
    operations.put("Unsubscribe", subscriptions::unsubscribe);
    operations.put("ListSubscriptions", subscriptions::list);
    operations.put("ListSubscriptionsByTopic", subscriptions::listByTopic);
    operations.put("GetSubscriptionAttributes", subscriptions::getAttributes);
    operations.put("SetSubscriptionAttributes", subscriptions::setAttributes);
    Publishing publishing =
        new Publishing(
            context,
            topics,
            subscriptions,
            applications,
            phones,
            new Delivery(context, http, outbox));
    operations.put("Publish", publishing::publish);
    operations.put("PublishBatch", publishing::publishBatch);
    addPhones(applications, phones);
  }

  private void addTopics(Topics topics) {
    operations.put("CreateTopic", topics::create);
    operations.put("DeleteTopic", topics::delete);
    operations.put("ListTopics", topics::list);
    operations.put("GetTopicAttributes", topics::getAttributes);
    operations.put("SetTopicAttributes", topics::setAttributes);
    operations.put("AddPermission", topics::addPermission);
    operations.put("RemovePermission", topics::removePermission);
    operations.put("TagResource", topics::tag);
    operations.put("UntagResource", topics::untag);
    operations.put("ListTagsForResource", topics::listTags);
    operations.put("GetDataProtectionPolicy", topics::getDataProtectionPolicy);
    operations.put("PutDataProtectionPolicy", topics::putDataProtectionPolicy);
  }

  private void addPhones(Applications applications, Phones phones) {
    operations.put("CreatePlatformApplication", applications::createApplication);
    operations.put("GetPlatformApplicationAttributes", applications::getApplication);
    operations.put("SetPlatformApplicationAttributes", applications::setApplication);
    operations.put("ListPlatformApplications", applications::listApplications);
    operations.put("DeletePlatformApplication", applications::deleteApplication);
    operations.put("CreatePlatformEndpoint", applications::createEndpoint);
    operations.put("GetEndpointAttributes", applications::getEndpoint);
    operations.put("SetEndpointAttributes", applications::setEndpoint);
    operations.put("ListEndpointsByPlatformApplication", applications::listEndpoints);
    operations.put("DeleteEndpoint", applications::deleteEndpoint);
    operations.put("SetSMSAttributes", phones::setAttributes);
    operations.put("GetSMSAttributes", phones::getAttributes);
    operations.put("CheckIfPhoneNumberIsOptedOut", phones::isOptedOut);
    operations.put("ListPhoneNumbersOptedOut", phones::listOptedOut);
    operations.put("OptInPhoneNumber", phones::optIn);
    operations.put("GetSMSSandboxAccountStatus", call -> Map.of("IsInSandbox", false));
    operations.put("ListOriginationNumbers", call -> Map.of("PhoneNumbers", List.of()));
  }

  @Override
  public Set<String> operations() {
    return operations.keySet();
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    Operation operation = operations.get(call.operation());
    if (operation == null) {
      throw new IllegalArgumentException("Not emulated: " + call.operation());
    }
    String[] topic = topic(call);
    if (topic != null && topic[4].matches("[0-9]{12}")) {
      return context.world(topic[4], topic[3]).call("sns", call.operation(), call.input());
    }
    return operation.run(call);
  }

  /** The parts of the ARN of a topic in another world, or null for calls that are for this one. */
  private String @Nullable [] topic(EngineCall call) {
    boolean link = LINKS.contains(call.operation()) && call.caller().accessKeyId().isEmpty();
    if (!link && !SHARED.contains(call.operation())) {
      return null;
    }
    String arn = call.input().text("TopicArn");
    String[] topic = Arns.parts(arn == null ? call.input().text("SubscriptionArn") : arn);
    if (topic == null || !(link || topic[3].equals(context.region()))) {
      return null;
    }
    boolean here = topic[3].equals(context.region()) && topic[4].equals(context.account());
    return here ? null : topic;
  }

  @Override
  public void close() {
    http.close();
  }
}
