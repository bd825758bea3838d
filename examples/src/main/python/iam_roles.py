"""Lists roles with who may assume them and what their policies allow."""
import json

import boto3
from botocore.exceptions import ClientError

iam = boto3.client("iam")
trust = json.dumps({"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
for name in ["builder", "deployer"]:
    iam.create_role(RoleName=name, Path="/app/", AssumeRolePolicyDocument=trust)
reader = iam.create_policy(PolicyName="reader", PolicyDocument=json.dumps(
    {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}]}))["Policy"]["Arn"]
iam.attach_role_policy(RoleName="builder", PolicyArn=reader)
iam.put_role_policy(RoleName="builder", PolicyName="no-deletes", PolicyDocument=json.dumps(
    {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "s3:Delete*", "Resource": "*"}}))

try:
    roles = iam.get_paginator("list_roles").paginate(PathPrefix="/app/").build_full_result()["Roles"]
    for role in sorted(roles, key=lambda role: role["RoleName"]):
        name = role["RoleName"]
        print(name, "for", role["AssumeRolePolicyDocument"]["Statement"][0]["Principal"]["Service"])
        for page in iam.get_paginator("list_attached_role_policies").paginate(RoleName=name):
            for policy in page["AttachedPolicies"]:
                print("  attached", policy["PolicyName"])
        for page in iam.get_paginator("list_role_policies").paginate(RoleName=name):
            for policy in page["PolicyNames"]:
                document = iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
                statement = document["Statement"]
                print(f"  inline {policy}: {statement['Effect']} {statement['Action']}")
except ClientError as e:
    if e.response["Error"]["Code"] != "AccessDenied":
        raise
    print("No permission:", e.response["Error"]["Message"])
