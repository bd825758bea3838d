"""Creates a security group, opens two ports, and deletes it again."""
import boto3
from botocore.exceptions import ClientError

ec2 = boto3.client("ec2")
vpc = ec2.describe_vpcs()["Vpcs"][0]["VpcId"]
web = {"GroupName": "web", "Description": "web servers", "VpcId": vpc}
id = ec2.create_security_group(**web)["GroupId"]
everyone = [{"CidrIp": "0.0.0.0/0"}]
opened = ec2.authorize_security_group_ingress(GroupId=id, IpPermissions=[
    {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "IpRanges": everyone},
    {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": everyone},
])
print("opened" if opened["Return"] else "not opened")

filters = [{"Name": "group-name", "Values": ["web"]}]
for page in ec2.get_paginator("describe_security_groups").paginate(Filters=filters):
    for group in page["SecurityGroups"]:
        for permission in group["IpPermissions"]:
            ranges = ", ".join(each["CidrIp"] for each in permission["IpRanges"])
            print(f"{permission['IpProtocol']} {permission['FromPort']} from {ranges}")
try:
    ec2.create_security_group(**web)
except ClientError as e:
    print(e.response["Error"]["Code"])
ec2.delete_security_group(GroupId=id)
try:
    ec2.delete_security_group(GroupId="sg-12345678")
except ClientError as e:
    print(e)
