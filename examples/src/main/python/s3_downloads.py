"""Downloads an object to a file, reads others as text and JSON, reads a range, and copies."""
import json
import os

import boto3

s3 = boto3.client("s3")
s3.create_bucket(Bucket="data")
s3.put_object(Bucket="data", Key="large", Body="z" * 10_000_000)
s3.put_object(Bucket="data", Key="table.csv", Body="name,age\nada,36\n")
s3.put_object(Bucket="data", Key="config.json", Body=json.dumps({"hosts": ["one", "two"]}))

s3.download_file("data", "large", "large.out")
print(os.path.getsize("large.out"), "bytes")

for row in s3.get_object(Bucket="data", Key="table.csv")["Body"].iter_lines():
    print(row.decode().replace(",", " | "))
config = json.loads(s3.get_object(Bucket="data", Key="config.json")["Body"].read())
print(config["hosts"][1])

try:
    s3.get_object(Bucket="data", Key="missing")
except s3.exceptions.NoSuchKey as e:
    print(e.response["Error"]["Message"])
range = s3.get_object(Bucket="data", Key="large", Range="bytes=0-9")
print(range["Body"].read().decode(), "of", range["ContentRange"])

s3.copy_object(
    CopySource={"Bucket": "data", "Key": "table.csv"}, Bucket="data", Key="copy of table.csv")
copy = s3.head_object(Bucket="data", Key="copy of table.csv")
print("copied", copy["ContentLength"], "bytes")
