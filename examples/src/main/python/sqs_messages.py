"""Creates a queue, sends messages one by one and in a batch, and receives them."""
import boto3

sqs = boto3.resource("sqs")
queue = sqs.create_queue(QueueName="greetings", Attributes={"DelaySeconds": "0"})
print(queue.attributes["QueueArn"])
print("delay", queue.attributes["DelaySeconds"])
for each in sqs.queues.all():
    print(each.url.rsplit("/", 1)[1])

author = {"Author": {"StringValue": "Ada", "DataType": "String"}}
queue.send_message(MessageBody="world")
queue.send_message(MessageBody="queue", MessageAttributes=author)
sent = queue.send_messages(Entries=[
    {"Id": "1", "MessageBody": "again"},
    {"Id": "2", "MessageBody": "and again", "MessageAttributes": author},
])
print(f"{len(sent.get('Successful', []))} sent, {len(sent.get('Failed', []))} failed")

for message in queue.receive_messages(MessageAttributeNames=["Author"], MaxNumberOfMessages=10):
    attributes = message.message_attributes or {}
    name = attributes.get("Author", {}).get("StringValue", "somebody")
    print(f"Hello, {message.body}! says {name}")
    message.delete()
