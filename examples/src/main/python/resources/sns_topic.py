"""Publishes to a topic with two queues, changes one subscription, and removes everything."""
import json

import boto3

sns = boto3.resource("sns")
sqs = boto3.resource("sqs")
topic = sns.create_topic(Name="news")
queues = []
for name in ["readers", "archive"]:
    queue = sqs.create_queue(QueueName=name)
    queues.append(queue)
    subscription = topic.subscribe(Protocol="sqs", Endpoint=queue.attributes["QueueArn"])
    print(subscription.attributes["Protocol"])
    if name == "archive":
        subscription.set_attributes(AttributeName="RawMessageDelivery", AttributeValue="true")
        print("raw", subscription.attributes["RawMessageDelivery"])
print(len(list(topic.subscriptions.all())), "subscriptions")

topic.publish(Subject="Today", Message="It rains")
for queue in queues:
    body = queue.receive_messages()[0].body
    print(json.loads(body)["Message"] if body.startswith("{") else "raw " + body)
    queue.delete()
for subscription in topic.subscriptions.all():
    subscription.delete()
topic.delete()
print("topics:", len(list(sns.topics.all())))
