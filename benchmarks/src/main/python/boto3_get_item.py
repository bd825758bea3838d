"""DynamoDB's GetItem by boto3: print the item's attribute "email"."""

import sys

import boto3

session = boto3.Session(
    region_name="us-east-1",
    aws_access_key_id="AKIDEXAMPLE",
    aws_secret_access_key="example-secret-key",
)
dynamodb = session.client("dynamodb", endpoint_url=sys.argv[1])
response = dynamodb.get_item(TableName="auth-users", Key={"id": {"S": "user-1"}})
print(response["Item"]["email"]["S"])
