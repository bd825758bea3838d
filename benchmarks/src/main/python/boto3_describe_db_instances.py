"""RDS's DescribeDBInstances by boto3: print the status of the first one."""

import sys

import boto3

session = boto3.Session(
    region_name="us-east-1",
    aws_access_key_id="AKIDEXAMPLE",
    aws_secret_access_key="example-secret-key",
)
rds = session.client("rds", endpoint_url=sys.argv[1])
response = rds.describe_db_instances(DBInstanceIdentifier="orders")
print(response["DBInstances"][0]["DBInstanceStatus"])
