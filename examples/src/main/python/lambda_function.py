"""Creates a function from a ZIP file in memory, invokes it, and lists the functions."""
import io
import json
import zipfile

import boto3

trust = {"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
role = boto3.client("iam").create_role(
    RoleName="plus-one-role", AssumeRolePolicyDocument=json.dumps(trust))

code = io.BytesIO()
with zipfile.ZipFile(code, "w") as zip:
    zip.writestr("handler.py", "def handler(event, context): return event['x'] + 1\n")
lambda_ = boto3.client("lambda")
function = lambda_.create_function(
    FunctionName="plus-one",
    Description="adds one",
    Runtime="python3.12",
    Role=role["Role"]["Arn"],
    Handler="handler.handler",
    Code={"ZipFile": code.getvalue()},
    Environment={"Variables": {"LEVEL": "debug"}},
    Publish=True,
)
print(function["FunctionArn"])
lambda_.get_waiter("function_active_v2").wait(FunctionName="plus-one")

response = lambda_.invoke(FunctionName="plus-one", Payload=json.dumps({"x": 41}))
print(response["StatusCode"], response.get("FunctionError", "without error"))
print("41 + 1 is", json.loads(response["Payload"].read()))

for page in lambda_.get_paginator("list_functions").paginate():
    for each in page["Functions"]:
        print(f"{each['FunctionName']} ({each['Description']}) runs {each['Handler']} with {each['Runtime']}")
        print("LEVEL=" + each["Environment"]["Variables"]["LEVEL"])
try:
    lambda_.invoke(FunctionName="nobody", Payload="{}")
except lambda_.exceptions.ResourceNotFoundException as e:
    print(e.response["Error"]["Code"])
