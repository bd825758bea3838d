"""Signs requests with botocore's Signature Version 2 at a fixed time, and prints what it sent as JSON.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base TZ=UTC \\
        python3 sigv2_fixtures.py > ../resources/io/boto4j/botocore-sigv2.json

SimpleDB requires this signature; the other services are signed with it because the configuration asks for it. "body" is
the form as it was sent, and "stringToSign" the text that was signed.
"""

import json
import sys
import time
from unittest import mock

import botocore.session
from botocore.auth import SigV2Auth
from botocore.awsrequest import AWSRequest, AWSResponse
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

NOW = time.struct_time((2026, 2, 3, 4, 5, 6, 1, 34, 0))
KEY, SECRET = "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TOKEN = "IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVzLWVhc3QtMSJHMEUCIQD+/=="
ODD = "\u00fc\u20ac\U0001f600 a+b&c=d%~*'()!/:;-_.,@\n\"<>"

CASES = [
    ("list", "sdb", "ListDomains", {}),
    ("token", "sdb", "ListDomains", {"MaxNumberOfDomains": 5}, dict(token=TOKEN)),
    ("virginia", "sdb", "CreateDomain", {"DomainName": "d"}, dict(region="us-east-1")),
    ("select", "sdb", "Select", {"SelectExpression": "select * from `d` where a = 'x y' limit 10", "ConsistentRead": True}),
    ("odd", "sdb", "Select", {"SelectExpression": ODD, "NextToken": "a+/=="}, dict(token=TOKEN)),
    ("put", "sdb", "PutAttributes", {"DomainName": "d", "ItemName": ODD, "Attributes": [
        {"Name": "a", "Value": "", "Replace": True}, {"Name": "b", "Value": ODD}] + [
        {"Name": "n" + str(i), "Value": str(i)} for i in range(12)]}),
    ("batch", "sdb", "BatchPutAttributes", {"DomainName": "d", "Items": [
        {"Name": "i", "Attributes": [{"Name": "a", "Value": "1"}, {"Name": "b", "Value": "2"}]}]}),
    ("delete", "sdb", "DeleteDomain", {"DomainName": "d"}),
    ("port", "sdb", "ListDomains", {}, dict(endpoint="http://127.0.0.1:8080")),
    ("path", "sdb", "ListDomains", {}, dict(endpoint="http://store.example.com/a%20b/c")),
    ("sts", "sts", "GetCallerIdentity", {}),
    ("sns", "sns", "Publish", {"TopicArn": "arn:aws:sns:eu-west-1:1:t", "Message": ODD}, dict(token=TOKEN)),
    ("ec2", "ec2", "DescribeInstances", {"InstanceIds": ["i-2", "i-1"], "DryRun": False}),
]


def sent(name, service, operation, params, more=None):
    more = more or {}
    region, token, endpoint = (more.get(key) for key in ("region", "token", "endpoint"))
    session = botocore.session.Session()
    session.set_credentials(KEY, SECRET, token)
    config = Config(signature_version=None if service == "sdb" else "v2", retries={"total_max_attempts": 1})
    client = session.create_client(service, region or "eu-west-1", endpoint_url=endpoint, config=config)
    requests, texts = [], []
    client.meta.events.register("before-send", lambda request, **kwargs: requests.append(request) or answer())
    with mock.patch("botocore.auth.logger.debug", lambda text, *values: texts.extend(values)):
        try:
            getattr(client, botocore.xform_name(operation))(**params)
        except ClientError:
            pass
    request = requests[0]
    body = request.body if isinstance(request.body, str) else request.body.decode()
    return {"id": name, "service": service, "operation": operation, "params": params, "region": region or "eu-west-1",
            "token": token, "endpoint": endpoint, "url": request.url, "method": request.method, "body": body,
            "headers": sorted(header.lower() for header in request.headers), "stringToSign": texts[0]}


def answer():
    return AWSResponse("http://x", 500, {}, mock.Mock(stream=lambda: [b""]))


def query():
    """A request without a body, whose query is signed: no operation of a model has one."""
    request = AWSRequest("GET", "http://127.0.0.1:8080/a", params={"Action": "ListDomains", "b": ODD})
    SigV2Auth(Credentials(KEY, SECRET, TOKEN)).add_auth(request)
    return {"url": request.prepare().url, "odd": ODD, "token": TOKEN}


def main():
    with mock.patch("botocore.auth.time.gmtime", lambda: NOW):
        fixtures = {"requests": [sent(*case) for case in CASES], "query": query()}
    json.dump(fixtures, sys.stdout, indent=1, allow_nan=False, ensure_ascii=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
