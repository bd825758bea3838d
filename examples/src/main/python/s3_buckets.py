"""Creates two buckets, lists them, and uploads a file."""
import pathlib

import boto3

s3 = boto3.resource("s3")
for name in ["alpha", "beta"]:
    s3.create_bucket(Bucket=name)
for bucket in s3.buckets.all():
    print(bucket.name)

pathlib.Path("photo.jpg").write_text("not really a photo")
with open("photo.jpg", "rb") as photo:
    s3.Bucket("alpha").put_object(Key="photo.jpg", Body=photo)
print(s3.Object("alpha", "photo.jpg").content_length, "bytes")
