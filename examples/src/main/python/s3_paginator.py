"""Reads a list of objects page by page, with limits, a filter and a search."""
import boto3

s3 = boto3.client("s3")
s3.create_bucket(Bucket="archive")
for i in range(25):
    s3.put_object(Bucket="archive", Key=f"logs/{i:02}.txt", Body="x" * (i * 10))
s3.put_object(Bucket="archive", Key="readme", Body="")

paginator = s3.get_paginator("list_objects_v2")
for page in paginator.paginate(Bucket="archive", PaginationConfig={"PageSize": 10}):
    print(f"{len(page['Contents'])} objects from {page['Contents'][0]['Key']}")
for page in paginator.paginate(Bucket="archive", PaginationConfig={"MaxItems": 7}):
    print(len(page["Contents"]), "objects")
for page in paginator.paginate(Bucket="archive", Prefix="logs/2"):
    for object in page.get("Contents", []):
        print(object["Key"], object["Size"], object["StorageClass"])
for key in paginator.paginate(Bucket="archive").search("Contents[?Size > `220`].Key"):
    print(key)
result = paginator.paginate(Bucket="archive", PaginationConfig={"PageSize": 5}).build_full_result()
print(len(result["Contents"]), "objects to", result["Contents"][-1]["Key"])
print([o for page in paginator.paginate(Bucket="archive", Prefix="none") for o in page.get("Contents", [])])
