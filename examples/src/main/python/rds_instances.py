"""Starts a database that is stopped, and waits until it is available."""
import time

import boto3
from botocore.exceptions import ClientError

rds = boto3.client("rds")


def status(id):
    try:
        response = rds.describe_db_instances(DBInstanceIdentifier=id)
        return response["DBInstances"][0]["DBInstanceStatus"]
    except rds.exceptions.DBInstanceNotFoundFault:
        return "missing"


def wait_until(id, wanted):
    while status(id) != wanted:
        time.sleep(1)


def start(id):
    try:
        rds.start_db_instance(DBInstanceIdentifier=id)
    except rds.exceptions.InvalidDBInstanceStateFault as e:
        print("not stopped:", e.response["Error"]["Message"])
    rds.get_waiter("db_instance_available").wait(
        DBInstanceIdentifier=id, WaiterConfig={"Delay": 1, "MaxAttempts": 30})


rds.create_db_instance(
    DBInstanceIdentifier="ledger",
    DBInstanceClass="db.t3.micro",
    Engine="postgres",
    AllocatedStorage=20,
    MasterUsername="owner",
    MasterUserPassword="not-a-secret",
    Port=5432,
    Tags=[{"Key": "team", "Value": "billing"}],
)
wait_until("ledger", "available")
rds.stop_db_instance(DBInstanceIdentifier="ledger")
wait_until("ledger", "stopped")
print(f"{status('ledger')}, {status('nobody')}")
start("ledger")
print(status("ledger"))
start("ledger")

for page in rds.get_paginator("describe_db_instances").paginate():
    for db in page["DBInstances"]:
        zones = "in several zones" if db["MultiAZ"] else "in one zone"
        print(f"{db['DBInstanceIdentifier']} at {db['Endpoint']['Port']} with",
              f"{db['AllocatedStorage']} GB {zones}")
        for tag in db.get("TagList", []):
            print(f"{tag['Key']}={tag['Value']}")
try:
    start("nobody")
except ClientError as e:
    print(e.response["Error"]["Code"], e.response["ResponseMetadata"]["HTTPStatusCode"])
