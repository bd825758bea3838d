"""Creates a group with a policy, a user in it, and a role, and asks who may do what."""
import json

import boto3
from botocore.exceptions import ClientError


def names(resources):
    return "[" + ", ".join(str(each) for each in resources) + "]"


def exists(user):
    try:
        user.load()
        return "true"
    except ClientError:
        return "false"


iam = boto3.resource("iam")
readers = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}
policy = iam.create_policy(PolicyName="read-objects", PolicyDocument=json.dumps(readers))
group = iam.create_group(GroupName="readers")
group.attach_policy(PolicyArn=policy.arn)
ada = iam.create_user(UserName="ada")
ada.add_group(GroupName="readers")
print(names(ada.groups.all()))
print(names(group.users.all()))

trust = {"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}]}
role = iam.create_role(RoleName="nightly", AssumeRolePolicyDocument=json.dumps(trust))
role.attach_policy(PolicyArn=policy.arn)
for each in role.attached_policies.all():
    print(each.policy_name, "attached", each.attachment_count, "times")
    print(str(each.default_version.document["Statement"] is not None).lower())
print(names(policy.attached_groups.all()), names(policy.attached_roles.all()))
print(exists(iam.User("bob")))

key = ada.create_access_key_pair()
print(key.status, len(list(ada.access_keys.all())))
key.deactivate()
for each in ada.access_keys.all():
    print(each.status)
    each.delete()
ada.remove_group(GroupName="readers")
ada.delete()
print("users:", len(list(iam.users.all())))
