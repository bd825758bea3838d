"""Warm calls by boto3: like Boto4jCalls, without allocated bytes, which Python does not count."""

import sys
import threading
import time

import boto3
from botocore.config import Config

url, threads, _, warm, measure = sys.argv[1:6]
session = boto3.Session(
    region_name="us-east-1",
    aws_access_key_id="AKIDEXAMPLE",
    aws_secret_access_key="example-secret-key",
)
config = Config(max_pool_connections=64)
dynamodb = session.client("dynamodb", endpoint_url=url, config=config)
rds = session.client("rds", endpoint_url=url, config=config)
key = {"id": {"S": "user-1"}}
item = {
    "id": {"S": "user-1"},
    "email": {"S": "ada@example.com"},
    "name": {"S": "Ada Lovelace"},
    "logins": {"N": "1815"},
    "active": {"BOOL": True},
    "roles": {"L": [{"S": "admin"}, {"S": "writer"}]},
    "created": {"S": "2026-11-22T10:15:30Z"},
}


def get_item():
    response = dynamodb.get_item(TableName="auth-users", Key=key)
    check("ada@example.com", response["Item"]["email"]["S"])


def put_item():
    response = dynamodb.put_item(
        TableName="auth-users", Item=item, ReturnConsumedCapacity="TOTAL"
    )
    check(1.0, response["ConsumedCapacity"]["CapacityUnits"])


def describe_db_instances():
    response = rds.describe_db_instances(DBInstanceIdentifier="orders")
    check("available", response["DBInstances"][0]["DBInstanceStatus"])


def check(expected, seen):
    if expected != seen:
        raise ValueError(f"Expected {expected} and saw {seen}")


def load(call, count, seconds):
    ready = threading.Barrier(count + 1)
    start = threading.Barrier(count + 1)
    calls = [0] * count
    stopped = threading.Event()

    def work(index):
        call()
        ready.wait()
        start.wait()
        while not stopped.is_set():
            call()
            calls[index] += 1

    workers = [threading.Thread(target=work, args=(i,)) for i in range(count)]
    for worker in workers:
        worker.start()
    ready.wait()
    cpu = time.process_time_ns()
    wall = time.perf_counter_ns()
    start.wait()
    time.sleep(seconds)
    stopped.set()
    for worker in workers:
        worker.join()
    wall = time.perf_counter_ns() - wall
    cpu = time.process_time_ns() - cpu
    return f"{sum(calls)},{wall},{cpu},-1"


operations = {
    "GetItem": get_item,
    "PutItem": put_item,
    "DescribeDBInstances": describe_db_instances,
}
for call in operations.values():
    load(call, 2, int(warm) / 1000)
for name, call in operations.items():
    for count in threads.split(","):
        print(f"{name},{count},{load(call, int(count), int(measure) / 1000)}")
