"""Creates a policy, extends it in a new version, and attaches it to a user."""
import json

import boto3

iam = boto3.client("iam")
document = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Action": ["logs:CreateLogGroup"], "Resource": "*"},
        {"Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:PutItem"],
         "Resource": "arn:aws:dynamodb:us-east-1:123456789012:table/users"},
    ],
}
policy = iam.create_policy(PolicyName="app", PolicyDocument=json.dumps(document))["Policy"]
arn = policy["Arn"]
print(arn, policy["DefaultVersionId"])

changed = iam.get_policy_version(PolicyArn=arn, VersionId="v1")["PolicyVersion"]["Document"]
for statement in changed["Statement"]:
    print(statement["Effect"], ", ".join(statement["Action"]))
changed["Statement"].append({"Effect": "Deny", "Action": "s3:*", "Resource": "*"})
second = iam.create_policy_version(PolicyArn=arn, PolicyDocument=json.dumps(changed), SetAsDefault=True)
stored = iam.get_policy_version(PolicyArn=arn, VersionId="v2")["PolicyVersion"]["Document"]
print(second["PolicyVersion"]["VersionId"], "has", len(stored["Statement"]), "statements")

iam.create_user(UserName="ada", Tags=[{"Key": "team", "Value": "data"}])
iam.attach_user_policy(UserName="ada", PolicyArn=arn)
for page in iam.get_paginator("list_users").paginate():
    for user in page["Users"]:
        print(f"{user['Arn']}, last seen {user.get('PasswordLastUsed', 'never')}")
for page in iam.get_paginator("list_attached_user_policies").paginate(UserName="ada"):
    for attached in page["AttachedPolicies"]:
        print("has", attached["PolicyName"])
key = iam.create_access_key(UserName="ada")["AccessKey"]
print(key["Status"], "key of", len(key["AccessKeyId"]), "characters")
