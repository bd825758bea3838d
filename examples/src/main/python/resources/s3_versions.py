"""Keeps versions of objects in a bucket, lists them, goes back to one, and deletes them all."""
import boto3

s3 = boto3.resource("s3")
bucket = s3.create_bucket(Bucket="drafts")
bucket.Versioning().enable()
print(bucket.Versioning().status)

letter = bucket.Object("letter.txt")
for text in ["Dear", "Dear Ada,", "Dear Ada, hello"]:
    letter.put(Body=text)
bucket.put_object(Key="notes/1.txt", Body="One")
bucket.Object("notes/1.txt").delete()
print(letter.content_length, "bytes")

for each in bucket.objects.all():
    print(each.key, each.size)
for version in bucket.object_versions.filter(Prefix="letter"):
    print(version.object_key, version.size, *(["latest"] if version.is_latest else []))
oldest = list(bucket.object_versions.filter(Prefix="letter"))[2]
print(oldest.get()["Body"].read().decode())
oldest.delete()

bucket.object_versions.delete()
print("left:", len(list(bucket.object_versions.all())))
bucket.delete()
bucket.wait_until_not_exists()
print("buckets:", len(list(s3.buckets.all())))
