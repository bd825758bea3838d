"""Handles errors by their names, and parameters that are wrong."""
import boto3
from botocore.exceptions import ParamValidationError

dynamodb = boto3.client("dynamodb")
try:
    dynamodb.describe_table(TableName="clicks")
except dynamodb.exceptions.LimitExceededException:
    print("Too many calls, try again later")
except dynamodb.exceptions.ResourceNotFoundException as e:
    print(e)
try:
    dynamodb.put_item(TableName="clicks", Items="x")
except ParamValidationError as e:
    print(e)

sqs = boto3.client("sqs")
try:
    sqs.get_queue_url(QueueName="nobody")
except sqs.exceptions.QueueDoesNotExist as e:
    metadata = e.response["ResponseMetadata"]
    print(e.response["Error"]["Message"])
    print(f"{metadata['HTTPStatusCode']}, request id of {len(metadata['RequestId'])} characters")

s3 = boto3.client("s3", region_name="eu-west-1")
bucket = {"Bucket": "taken", "CreateBucketConfiguration": {"LocationConstraint": "eu-west-1"}}
s3.create_bucket(**bucket)
try:
    s3.create_bucket(**bucket)
except (s3.exceptions.BucketAlreadyExists, s3.exceptions.BucketAlreadyOwnedByYou) as e:
    print(f"{e.response['Error']['Code']}: {e.response['Error']['BucketName']}")
