"""Presigns with botocore at a fixed time, and prints what came of it as JSON.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base TZ=UTC \\
        python3 presign_fixtures.py > ../resources/io/boto4j/botocore-presign.json

AWS_DATA_PATH makes botocore read the very models boto4j was built with. "urls" are presigned calls, "posts" forms for
S3, "tokens" the passwords of databases, "eks" what the AWS CLI (package awscli) prints for Kubernetes, "express" signatures for a directory bucket, "cloudfront" URLs whose signature
is the policy backwards and three bytes more, for a key would have to be kept. Values that JSON has no word for are
written as in json_requests.py.
"""

import datetime
import json
import sys
from unittest import mock

import botocore.session
from awscli.customizations.eks.get_token import STSClientFactory, TokenGenerator
from botocore.auth import S3ExpressAuth, S3ExpressPostAuth, S3ExpressQueryAuth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.signers import CloudFrontSigner

from json_requests import plain

NOW = datetime.datetime(2026, 2, 3, 4, 5, 6)
UTC = datetime.timezone.utc
WHEN = datetime.datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
KEY, SECRET = "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TOKEN = "IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVzLWVhc3QtMSJHMEUCIQD+/=="
STORE = "http://127.0.0.1:9000"
B, K = "my-bucket", "a//b/../\u00fc \U0001f600+%&=?#.txt"


def url(name, service, operation, params=None, expires=3600, method=None, token=None, endpoint=None, region="eu-west-1",
        headers=None):
    return dict(locals())


def s3(name, operation, params, **more):
    return url("s3-" + name, "s3", operation, dict(Bucket=B, **params), endpoint=more.pop("endpoint", STORE), **more)


URLS = [
    url("sts", "sts", "GetCallerIdentity"),
    url("sts-token", "sts", "GetCallerIdentity", token=TOKEN),
    url("sts-params", "sts", "AssumeRole", {"RoleArn": "arn:aws:iam::123456789012:role/a b+c", "RoleSessionName": "nn",
                                            "PolicyArns": [{"arn": "arn:aws:iam::aws:policy/A"}], "DurationSeconds": 900}),
    url("sts-get", "sts", "GetCallerIdentity", method="GET", expires=60),
    url("sts-header", "sts", "GetCallerIdentity", method="GET", expires=60, headers={"x-k8s-aws-id": "my-cluster"}),
    url("sts-headers", "sts", "GetCallerIdentity", token=TOKEN,
        headers={"X-B": " a  b ", "x-a": "1,2", "Content-Type": "text/plain"}),
    url("sts-week", "sts", "GetCallerIdentity", expires=604800),
    url("sts-second", "sts", "GetCallerIdentity", expires=1),
    url("sts-port", "sts", "GetCallerIdentity", endpoint="https://Example.com:8443"),
    url("sts-query-in-endpoint", "sts", "GetCallerIdentity", endpoint="https://example.com/?a=b%20c+d&e"),
    url("ec2", "ec2", "DescribeInstances", {"InstanceIds": ["i-1", "i-2"], "DryRun": True,
                                             "Filters": [{"Name": "tag:a b", "Values": ["x*", "\u00fc"]}]}),
    url("ec2-copy", "ec2", "CopySnapshot", {"SourceRegion": "us-east-1", "SourceSnapshotId": "s"}),
    url("sns", "sns", "Publish", {"TopicArn": "arn:aws:sns:eu-west-1:1:t", "Message": "a=b&c%d\n~*'\""}),
    url("rds-time", "rds", "DescribeEvents", {"StartTime": WHEN.replace(microsecond=0)}),
    url("polly", "polly", "SynthesizeSpeech", {"Text": "Gr\u00fc\u00df Gott & so", "OutputFormat": "mp3", "VoiceId": "Vicki",
                                               "LexiconNames": ["a", "b"], "SpeechMarkTypes": []}),
    url("polly-other", "polly", "DescribeVoices", {"LanguageCode": "de-DE"}),
    url("polly-start", "polly", "StartSpeechSynthesisTask", {
        "OutputFormat": "mp3", "OutputS3BucketName": "b-b", "Text": "t", "VoiceId": "Vicki"}),
    url("dynamodb-list", "dynamodb", "ListTables", {"Limit": 5}),
    url("dynamodb-empty", "dynamodb", "ListTables"),
    url("dynamodb-lists", "dynamodb", "DescribeTable", {"TableName": "t"}, token=TOKEN),
    url("lambda-get", "lambda", "GetFunction", {"FunctionName": "f", "Qualifier": "1"}),
    url("lambda-path", "lambda", "ListTags", {"Resource": "arn:aws:lambda:eu-west-1:1:function:f"}),
    url("lambda-alias", "lambda", "CreateAlias", {"FunctionName": "f", "Name": "n", "FunctionVersion": "1"}),
    url("lambda-invoke", "lambda", "Invoke", {"FunctionName": "f", "InvocationType": "Event"}),
    url("logs", "logs", "DescribeLogGroups", {"logGroupNamePrefix": "/aws/", "limit": 2}),
    url("apigateway", "apigateway", "GetRestApis", {"limit": 3}, endpoint="https://example.com"),
    s3("get", "GetObject", {"Key": "k"}),
    s3("get-odd-key", "GetObject", {"Key": K}),
    s3("get-token", "GetObject", {"Key": "k"}, token=TOKEN, expires=5),
    s3("get-query", "GetObject", {"Key": "k", "VersionId": "v/+", "PartNumber": 2,
                                  "ResponseContentDisposition": "attachment; filename=\"a b.txt\"",
                                  "ResponseExpires": WHEN.replace(microsecond=0)}),
    s3("get-headers", "GetObject", {"Key": "k", "Range": "bytes=0-9", "IfNoneMatch": "\"e\""}),
    s3("get-https", "GetObject", {"Key": "k"}, endpoint="https://store.example.com:443"),
    s3("head", "HeadObject", {"Key": "k"}),
    s3("put", "PutObject", {"Key": "k"}),
    s3("put-headers", "PutObject", {"Key": "k", "ContentType": "text/plain; charset=utf-8", "ACL": "private",
                                    "Metadata": {"Owner": "a  b", "x": "1"}, "ServerSideEncryption": "AES256"}),
    s3("put-own-headers", "PutObject", {"Key": "k", "ContentType": "text/plain", "Metadata": {"x": "1"}},
       headers={"Content-Type": "image/png", "x-amz-meta-y": "2", "If-None-Match": "*"}),
    s3("get-own-header", "GetObject", {"Key": "k"}, method="HEAD", headers={"Range": "bytes=0-9"}),
    url("dynamodb-header", "dynamodb", "ListTables", headers={"x-tenant": "42"}),
    s3("put-as-post", "PutObject", {"Key": "k"}, method="POST"),
    s3("delete", "DeleteObject", {"Key": "k"}),
    s3("list", "ListObjectsV2", {"Prefix": "a/b c", "MaxKeys": 3, "EncodingType": "url"}),
    s3("upload-part", "UploadPart", {"Key": "k", "UploadId": "u+/=", "PartNumber": 7}),
    s3("create-upload", "CreateMultipartUpload", {"Key": "k"}),
    s3("complete-upload", "CompleteMultipartUpload", {"Key": "k", "UploadId": "u"}),
]

POSTS = [
    ("plain", B, "k", None, None, 3600, None),
    ("filename", B, "user/42/${filename}", None, None, 60, None),
    ("token", B, "k", None, None, 3600, TOKEN),
    ("fields", B, "\u00fc \"k\"", {"acl": "private", "x-amz-meta-a": "1"},
     [{"acl": "private"}, ["content-length-range", 1, 1000000], ["starts-with", "$x-amz-meta-a", ""]], 3600, None),
    ("hostile", B, 'k"}, {"acl": "public-read', {"a": '"}]'}, [{"a": '"}]\\\n'}], 3600, None),
]

TOKENS = [
    ("rds", "generate_db_auth_token", dict(DBHostname="db.example.com", Port=3306, DBUsername="us er+/@x"), None),
    ("rds-token", "generate_db_auth_token", dict(DBHostname="db.example.com", Port=443, DBUsername="u"), TOKEN),
    ("rds-region", "generate_db_auth_token",
     dict(DBHostname="DB.example.com", Port=5432, DBUsername="u", Region="us-east-2"), None),
    ("dsql", "generate_db_connect_auth_token", dict(Hostname="c.dsql.eu-west-1.on.aws"), None),
    ("dsql-expires", "generate_db_connect_auth_token", dict(Hostname="c.dsql.eu-west-1.on.aws", ExpiresIn=7), TOKEN),
    ("dsql-admin", "generate_db_connect_admin_auth_token", dict(Hostname="c.dsql.eu-west-1.on.aws"), None),
]

# name, cluster, region, token, environment
EKS = [
    ("plain", "my-cluster", "eu-west-1", None, {}),
    ("token", "c_1", "us-east-1", TOKEN, {}),
    ("china", "c", "cn-north-1", None, {}),
    ("fips", "c", "us-west-2", None, {"AWS_USE_FIPS_ENDPOINT": "true"}),
    ("dualstack", "c", "us-west-2", None, {"AWS_USE_DUALSTACK_ENDPOINT": "true"}),
    ("legacy", "c", "eu-west-1", None, {"AWS_STS_REGIONAL_ENDPOINTS": "legacy"}),
    ("endpoint", "c", "eu-west-1", None, {"AWS_ENDPOINT_URL_STS": "https://sts.example.com"}),
    ("outposts", "bb1a3b7e-1234-4234-9234-123456789abc", "eu-west-1", None, {}),
]

FILM = "https://d1.cloudfront.net/film.mp4"
CLOUDFRONT = [
    ("canned", FILM, WHEN, None),
    ("canned-query", FILM + "?a=b&c", WHEN, None),
    ("canned-odd", "https://d1.cloudfront.net/\u00fc \"x\\", WHEN, None),
    ("custom", FILM, None, dict(resource=FILM, date_less_than=WHEN)),
    ("custom-all", FILM + "?a", None, dict(resource="https://*/film\u00fc.mp4?*", date_less_than=WHEN,
                                           date_greater_than=WHEN - datetime.timedelta(days=1), ip_address="192.0.2.1")),
    ("custom-range", FILM, None, dict(resource='a", "b', date_less_than=WHEN, ip_address="192.0.2.0/24")),
]


def client(service, token=None, endpoint=None, region="eu-west-1"):
    session = botocore.session.Session()
    session.set_credentials(KEY, SECRET, token)
    config = Config(signature_version="s3v4" if service == "s3" else None)
    return session.create_client(service, region, endpoint_url=endpoint, config=config)


def presigned(name, service, operation, params, expires, method, token, endpoint, region, headers):
    params = params or {}
    method_name = botocore.xform_name(operation)
    endpoint = endpoint or f"https://{service}.example.com"
    caller = client(service, token, endpoint, region)
    caller.meta.events.register("before-sign", lambda request, **kwargs: own_headers(request, headers or {}))
    made = caller.generate_presigned_url(method_name, params, expires, method)
    return {"id": name, "service": service, "operation": operation, "params": plain(params), "expires": expires,
            "method": method, "token": token, "endpoint": endpoint, "region": region, "headers": headers, "url": made}


def own_headers(request, headers):
    for header, value in headers.items():
        # Assignment alone would add a second header of that name.
        del request.headers[header]
        request.headers[header] = value


def post(name, bucket, key, fields, conditions, expires, token):
    given = json.loads(json.dumps({"fields": fields or {}, "conditions": conditions or []}))
    made = client("s3", token, STORE).generate_presigned_post(bucket, key, fields, conditions, expires)
    return {"id": name, "bucket": bucket, "key": key, "expires": expires, "token": token, "url": made["url"],
            "signed": made["fields"], **given}


def token_fixture(name, method, arguments, token):
    made = getattr(client("rds" if name.startswith("rds") else "dsql", token), method)(**arguments)
    return {"id": name, "method": method, "arguments": arguments, "token": token, "made": made}


def eks(name, cluster, region, token, environment):
    with mock.patch.dict("os.environ", environment):
        session = botocore.session.Session()
        session.set_credentials(KEY, SECRET, token)
        made = TokenGenerator(STSClientFactory(session).get_sts_client(region)).get_token(cluster)
    return {"id": name, "cluster": cluster, "region": region, "token": token, "environment": environment, "made": made}


def cloudfront(name, address, expires, custom):
    signer = CloudFrontSigner("K2JCJMDEHXQW5F", lambda message: message[::-1] + b"\xfb\xff\xfe")
    policy = signer.build_policy(**custom) if custom else None
    return {"id": name, "url": address, "expires": plain(expires) if expires else None,
            "custom": {k: plain(v) for k, v in custom.items()} if custom else None, "policy": policy,
            "signed": signer.generate_presigned_url(address, expires, policy)}


def express():
    keys = Credentials(KEY, SECRET, TOKEN)
    made = {"token": TOKEN}
    for kind, signer in (("header", S3ExpressAuth), ("query", S3ExpressQueryAuth)):
        request = AWSRequest("GET", "https://b--x-s3.s3express-use1-az4.us-east-1.amazonaws.com/a//b", {"Range": "bytes=0-1"})
        request.context["client_config"] = Config()
        signer(keys, "s3express", "us-east-1", identity_cache=None).add_auth(request)
        made[kind] = {"url": request.url, "headers": dict(request.headers)}
    request = AWSRequest("POST", "https://b--x-s3.s3express-use1-az4.us-east-1.amazonaws.com/")
    request.context["s3-presign-post-policy"] = {"expiration": "2026-02-03T05:05:06Z", "conditions": [{"key": "k"}]}
    request.context["s3-presign-post-fields"] = {"key": "k"}
    S3ExpressPostAuth(keys, "s3express", "us-east-1", identity_cache=None).add_auth(request)
    made["post"] = request.context["s3-presign-post-fields"]
    return made


def main():
    with mock.patch("botocore.auth.get_current_datetime", lambda: NOW), \
            mock.patch("botocore.signers.get_current_datetime", lambda: NOW):
        fixtures = {
            "urls": [presigned(**case) for case in URLS],
            "posts": [post(*case) for case in POSTS],
            "tokens": [token_fixture(*case) for case in TOKENS],
            "eks": [eks(*case) for case in EKS],
            "express": express(),
            "cloudfront": [cloudfront(*case) for case in CLOUDFRONT],
        }
    json.dump(fixtures, sys.stdout, indent=1, allow_nan=False, ensure_ascii=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
