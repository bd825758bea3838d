"""Lets others read and write objects without credentials, by URLs and by a form."""
import boto3
import requests
from botocore.config import Config

s3 = boto3.client("s3", config=Config(s3={"addressing_style": "path"}, signature_version="s3v4"))
s3.create_bucket(Bucket="shared")
s3.put_object(Bucket="shared", Key="note.txt", Body="for you")

get = s3.generate_presigned_url(
    "get_object", Params={"Bucket": "shared", "Key": "note.txt"}, ExpiresIn=600)
print(requests.get(get).text)
put = s3.generate_presigned_url(
    "put_object", Params={"Bucket": "shared", "Key": "answer.txt"}, ExpiresIn=600)
print(requests.put(put, data="thank you").status_code)

post = s3.generate_presigned_post(
    "shared", "form.txt", Fields={"acl": "private"},
    Conditions=[{"acl": "private"}, ["content-length-range", 1, 100]], ExpiresIn=600)
print(", ".join(sorted(post["fields"])))
posted = requests.post(post["url"], data=post["fields"], files={"file": ("form.txt", "from a form")})
print(posted.status_code)

for key in ["answer.txt", "form.txt"]:
    print(s3.get_object(Bucket="shared", Key=key)["Body"].read().decode())
