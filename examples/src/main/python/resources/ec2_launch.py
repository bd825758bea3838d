"""Launches two instances, tags them, stops one, finds those that run by their tag, and terminates both."""
import boto3

ec2 = boto3.resource("ec2")
image = list(ec2.images.filter(Owners=["amazon"]).limit(1))[0]
instances = ec2.create_instances(ImageId=image.id, InstanceType="t3.micro", MinCount=2, MaxCount=2)
for instance in instances:
    instance.wait_until_running()
    instance.create_tags(Tags=[{"Key": "Team", "Value": "web"}])
    instance.reload()
    print(instance.instance_type, instance.state["Name"], instance.tags[0]["Value"])

first = instances[0]
print("in the subnet:", len(list(first.subnet.instances.all())))
first.stop()
first.wait_until_stopped()
first.reload()
print("first", first.state["Name"])

running = ec2.instances.filter(Filters=[
    {"Name": "tag:Team", "Values": ["web"]},
    {"Name": "instance-state-name", "Values": ["running"]},
])
print("running:", str(list(running) == instances[1:]).lower())
ec2.instances.filter(Filters=[{"Name": "tag:Team", "Values": ["web"]}]).terminate()
for instance in instances:
    instance.wait_until_terminated()
    instance.reload()
    print(instance.state["Name"])
