"""Creates queues, sends messages, receives them from the object of their queue, and deletes them."""
import json

import boto3

sqs = boto3.resource("sqs")
failed = sqs.create_queue(QueueName="failed")
queue = sqs.create_queue(QueueName="orders", Attributes={"RedrivePolicy": json.dumps({
    "maxReceiveCount": "3", "deadLetterTargetArn": failed.attributes["QueueArn"],
})})
print(str(sqs.get_queue_by_name(QueueName="orders") == queue).lower())
print(str(list(failed.dead_letter_source_queues.all()) == [queue]).lower())

queue.send_message(MessageBody="one cake")
queue.send_messages(Entries=[
    {"Id": "1", "MessageBody": "two pies"},
    {"Id": "2", "MessageBody": "three teas"},
])
print(queue.attributes["ApproximateNumberOfMessages"], "messages")

for message in queue.receive_messages(MaxNumberOfMessages=10):
    print(message.body, str(message.Queue() == queue).lower())
    message.delete()
print("left:", len(queue.receive_messages()))
for each in sqs.queues.filter(QueueNamePrefix="ord"):
    print(each.url.rsplit("/", 1)[1])
    each.delete()
