"""Stores a secret as JSON, reads its parts, and reports why a secret cannot be read."""
import json

import boto3
from botocore.exceptions import ClientError

secrets = boto3.client("secretsmanager", region_name="us-west-2")


def read(name):
    secret = secrets.get_secret_value(SecretId=name)
    return json.loads(secret["SecretString"])


secrets.create_secret(Name="database", SecretString=json.dumps(
    {"username": "ada", "password": "not-a-secret", "port": 5432}))
database = read("database")
print(database["username"], "on port", database["port"] + 1)

secrets.create_secret(Name="key", SecretBinary=bytes([1, 2, 3]))
key = secrets.get_secret_value(SecretId="key")
print(len(key["SecretBinary"]), "bytes")

try:
    read("nothing")
except ClientError as e:
    code = e.response["Error"]["Code"]
    if code == "ResourceNotFoundException":
        print("There is no such secret")
    elif code == "DecryptionFailure":
        print("The secret cannot be decrypted:", e.response["Error"]["Message"])
    elif code in ("InvalidRequestException", "InvalidParameterException"):
        print("The request is invalid:", e.response["Error"]["Message"])
    else:
        raise
