"""S3's GetObject by boto3: print the object."""

import sys

import boto3

session = boto3.Session(
    region_name="us-east-1",
    aws_access_key_id="AKIDEXAMPLE",
    aws_secret_access_key="example-secret-key",
)
s3 = session.client("s3", endpoint_url=sys.argv[1])
response = s3.get_object(Bucket="documents", Key="greeting.txt")
print(response["Body"].read().decode())
