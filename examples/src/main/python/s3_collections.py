"""Walks over buckets and their objects, with filters and limits, and empties a bucket."""
import boto3

s3 = boto3.resource("s3")
for name in ["one", "two", "three"]:
    bucket = s3.create_bucket(Bucket=f"{name}-bucket")
    for i in range(12):
        key = ("docs/" if i % 2 == 0 else "photos/") + f"{i:03}"
        bucket.put_object(Key=key, Body="content")

for bucket in s3.buckets.all():
    for object in bucket.objects.filter(Prefix="photos/"):
        print(bucket.name, object.key)
for bucket in s3.buckets.limit(2):
    print("first", bucket.name)
one = s3.Bucket("one-bucket")
for object in one.objects.page_size(5):
    print(object.key, object.size)
doc = one.Object("docs/000").get()
print(doc["ContentType"], doc["Body"].read().decode())

for response in one.objects.delete():
    print(len(response["Deleted"]), "deleted")
one.delete()
print(", ".join(bucket.name for bucket in s3.buckets.all()))
