"""Uploads a file with metadata, a large one in parts with its progress, and a stream."""
import pathlib
import threading

import boto3
from boto3.exceptions import S3UploadFailedError

PART = 8 * 1024 * 1024

s3 = boto3.client("s3")
s3.create_bucket(Bucket="uploads")
pathlib.Path("small.txt").write_text("small")
pathlib.Path("large.bin").write_bytes(bytes(2 * PART + 1000))

s3.upload_file("small.txt", "uploads", "small.txt", ExtraArgs={
    "ContentType": "text/plain", "Metadata": {"origin": "example"}})

sent = 0
lock = threading.Lock()


def progress(bytes):
    global sent
    with lock:
        sent += bytes


s3.upload_file("large.bin", "uploads", "large.bin", Callback=progress)
print(sent, "bytes sent")

with open("small.txt", "rb") as stream:
    s3.upload_fileobj(stream, "uploads", "stream.txt")
try:
    s3.upload_file("small.txt", "nobodys-bucket", "small.txt")
except S3UploadFailedError:
    print("no such bucket")
for key in ["small.txt", "large.bin", "stream.txt"]:
    head = s3.head_object(Bucket="uploads", Key=key)
    print(key, head["ContentLength"], head["ETag"], head["Metadata"].get("origin", "without metadata"))
