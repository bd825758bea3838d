"""Starts two instances, switches one off and on, and lists them with their tags."""
import boto3
from botocore.exceptions import ClientError

ec2 = boto3.client("ec2")


def change(operation, id):
    try:
        operation(InstanceIds=[id], DryRun=True)
    except ClientError as e:
        if e.response["Error"]["Code"] != "DryRunOperation":
            raise
    response = operation(InstanceIds=[id])
    for state in response.get("StartingInstances", []) + response.get("StoppingInstances", []):
        print(state["PreviousState"]["Name"], "->", state["CurrentState"]["Name"])


image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
started = ec2.run_instances(
    ImageId=image,
    MinCount=2,
    MaxCount=2,
    InstanceType="t3.micro",
    TagSpecifications=[{"ResourceType": "instance", "Tags": [
        {"Key": "Name", "Value": "web"},
        {"Key": "env", "Value": "dev"},
    ]}],
)
ids = [instance["InstanceId"] for instance in started["Instances"]]
ec2.get_waiter("instance_running").wait(InstanceIds=ids)
change(ec2.stop_instances, ids[0])
ec2.get_waiter("instance_stopped").wait(InstanceIds=ids[:1])
change(ec2.start_instances, ids[0])

filters = [{"Name": "tag:env", "Values": ["dev"]}]
for page in ec2.get_paginator("describe_instances").paginate(Filters=filters):
    for reservation in page["Reservations"]:
        for instance in reservation["Instances"]:
            name = next((tag["Value"] for tag in instance.get("Tags", []) if tag["Key"] == "Name"), None)
            print(f"{name} is {instance['State']['Name']}, {instance['InstanceType']}",
                  f"in {instance['Placement']['AvailabilityZone']}, key {instance.get('KeyName', 'none')}")
ec2.terminate_instances(InstanceIds=ids)
print("many regions" if len(ec2.describe_regions()["Regions"]) > 5 else "few regions")
