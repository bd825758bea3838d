"""Publishes to a queue that receives only what its filter lets through."""
import json

import boto3

inbox = boto3.resource("sqs").create_queue(QueueName="inbox")

sns = boto3.resource("sns")
topic = sns.create_topic(Name="news")
for each in sns.topics.all():
    print(each.arn)
subscription = topic.subscribe(
    Protocol="sqs", Endpoint=inbox.attributes["QueueArn"], ReturnSubscriptionArn=True)
subscription.set_attributes(
    AttributeName="FilterPolicy", AttributeValue=json.dumps({"kind": ["urgent"]}))
for each in topic.subscriptions.all():
    filter = json.loads(each.attributes["FilterPolicy"])
    print(each.attributes["Protocol"], "for", ", ".join(filter["kind"]))

for kind in ["urgent", "boring"]:
    topic.publish(
        Subject="Some news",
        Message=f"This is {kind}",
        MessageAttributes={"kind": {"DataType": "String", "StringValue": kind}},
    )
for message in inbox.receive_messages():
    news = json.loads(message.body)
    print(f"{news['Subject']}: {news['Message']}")
subscription.delete()
topic.delete()
print(len(list(sns.topics.all())), "topics left")
