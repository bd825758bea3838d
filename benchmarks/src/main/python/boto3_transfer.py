"""Transfers by boto3: files in its own parts and threads, folders with ten threads."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

BUCKET = "benchmark"
PREFIX = "files/"
THREADS = 10

task, url, local, expected = sys.argv[1:5]
s3 = boto3.Session(
    region_name="us-east-1",
    aws_access_key_id="AKIDEXAMPLE",
    aws_secret_access_key="example-secret-key",
).client("s3", endpoint_url=url, config=Config(max_pool_connections=THREADS))


def check(seen):
    if seen != int(expected):
        raise ValueError(f"Expected {expected} and transferred {seen}")


def run(function, items):
    with ThreadPoolExecutor(THREADS) as threads:
        return len(list(threads.map(function, items)))


def files():
    for folder, _, names in os.walk(local):
        for name in names:
            path = os.path.join(folder, name)
            yield os.path.relpath(path, local), os.stat(path)


def objects():
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=PREFIX):
        yield from page.get("Contents", [])


def put(name):
    with open(os.path.join(local, name), "rb") as body:
        s3.put_object(Bucket=BUCKET, Key=PREFIX + name, Body=body)


def get(item):
    path = os.path.join(local, item["Key"][len(PREFIX) :])
    os.makedirs(os.path.dirname(path), exist_ok=True)
    body = s3.get_object(Bucket=BUCKET, Key=item["Key"])["Body"].read()
    with open(path, "wb") as file:
        file.write(body)


if task == "up":
    s3.upload_file(local, BUCKET, "large.bin")
    check(os.path.getsize(local))
elif task == "down":
    s3.download_file(BUCKET, "large.bin", local)
    check(os.path.getsize(local))
elif task == "copy":
    s3.copy({"Bucket": BUCKET, "Key": "huge.bin"}, BUCKET, "copy.bin")
elif task == "files-up":
    check(run(put, [name for name, _ in files()]))
elif task == "files-down":
    check(run(get, objects()))
elif task == "sync":
    present = {item["Key"][len(PREFIX) :]: item for item in objects()}
    changed = []
    for name, status in files():
        item = present.get(name)
        if (
            item is None
            or item["Size"] != status.st_size
            or item["LastModified"].timestamp() < status.st_mtime
        ):
            changed.append(name)
    check(run(put, changed))
else:
    raise ValueError(f"Unknown task: {task}")
