"""Makes calls under many configurations with botocore over a stubbed HTTP layer, and prints what it would have sent.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base TZ=UTC \\
        python3 s3_requests.py 8 > ../resources/io/boto4j/botocore-s3.json

AWS_DATA_PATH makes botocore read the very models boto4j was built with; it is made to take them for its own, as those of
others would override endpoint rules. Buckets of every kind, with S3 and its kin, under configurations that may go with
them or not; presigned URLs and forms; and other services whose hosts depend on the call. Each case says which headers
were sent where, or which error was raised. A session with a directory bucket is always the same. botocore signs with
SigV4a only where a native library is there: a stand-in adds its headers, and the signature is left out. With a number,
one case of so many is tried.
"""

import datetime
import json
import os
import sys
from unittest import mock

import botocore.auth
import botocore.loaders
import botocore.session
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

DATA = os.environ["AWS_DATA_PATH"]
botocore.loaders.Loader.BUILTIN_DATA_PATH = DATA
NOW = datetime.datetime(2026, 2, 3, 4, 5, 6)
KEY, SECRET = "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
UNCOMPARED = ("user-agent", "amz-sdk-invocation-id", "amz-sdk-request", "accept-encoding", "content-length", "transfer-encoding")
SESSION = ("<CreateSessionResult><Credentials><SessionToken>EXPRESSTOKEN</SessionToken><SecretAccessKey>EXPRESSSECRET"
           "</SecretAccessKey><AccessKeyId>EXPRESSKEY</AccessKeyId><Expiration>2126-02-03T04:10:06Z</Expiration>"
           "</Credentials></CreateSessionResult>")
ACCOUNT = "123456789012"


def arn(service, rest, region="us-west-2", account=ACCOUNT, partition="aws"):
    return f"arn:{partition}:{service}:{region}:{account}:{rest}"


BUCKETS = {
    "plain": "my-bucket", "dots": "my.bucket.com", "upper": "My-Bucket", "underscore": "my_bucket", "ip": "192.168.0.1",
    "short": "ab", "express": "my-bucket--use1-az4--x-s3", "express-long": "abcdefg--usw2-az12--x-s3",
    "express-dots": "my.bucket--use1-az4--x-s3", "express-point": "my-point--use1-az4--xa-s3",
    "alias": "my-point-abcdefgh-s3alias", "outposts-alias": "test-accessp-o0b1d075431d83bebde8xz5w8ijx1qzlbp3i3kuse10--op-s3",
    "object-lambda-alias": "my-point-abcdefgh--ol-s3",
    "point": arn("s3", "accesspoint/my-point"), "point-colon": arn("s3", "accesspoint:my-point"),
    "point-here": arn("s3", "accesspoint/my-point", "us-east-1"), "point-cn": arn("s3", "accesspoint/p", "cn-north-1", partition="aws-cn"),
    "point-gov": arn("s3", "accesspoint/p", "us-gov-west-1", partition="aws-us-gov"),
    "point-fips": arn("s3", "accesspoint/p", "fips-us-west-2"), "mrap": arn("s3", "accesspoint/mfzwi23gnjvgw.mrap", ""),
    "object-lambda": arn("s3-object-lambda", "accesspoint/my-banner"),
    "outpost": arn("s3-outposts", "outpost/op-01234567890123456/accesspoint/reports"),
    "outpost-colon": arn("s3-outposts", "outpost:op-01234567890123456:accesspoint:reports"),
    "bad-region": arn("s3", "accesspoint/p", "us-we$t-2"), "no-account": arn("s3", "accesspoint/p", account=""),
    "bad-name": arn("s3", "accesspoint/under_score"), "not-s3": arn("sqs", "queue"), "bucket-arn": arn("s3", "my-bucket"),
    "no-resource": arn("s3", "accesspoint"), "sub": arn("s3", "accesspoint/p/object"),
    "other-arn": arn("s3-outposts", "outpost/op-01234567890123456"),
}
CONFIGS = {
    "none": {}, "path": {"s3": {"addressing_style": "path"}}, "virtual": {"s3": {"addressing_style": "virtual"}},
    "dual": {"use_dualstack_endpoint": True}, "s3dual": {"s3": {"use_dualstack_endpoint": True}},
    "fips": {"use_fips_endpoint": True}, "fipsdual": {"use_fips_endpoint": True, "use_dualstack_endpoint": True},
    "accelerate": {"s3": {"use_accelerate_endpoint": True}},
    "acceldual": {"s3": {"use_accelerate_endpoint": True, "use_dualstack_endpoint": True}},
    "accelpath": {"s3": {"use_accelerate_endpoint": True, "addressing_style": "path"}},
    "accelfips": {"use_fips_endpoint": True, "s3": {"use_accelerate_endpoint": True}},
    "noarn": {"s3": {"use_arn_region": False}}, "nomrap": {"s3": {"s3_disable_multiregion_access_points": True}},
    "regional": {"s3": {"us_east_1_regional_endpoint": "regional"}},
    "s3v4": {"signature_version": "s3v4"}, "s3v4a": {"signature_version": "s3v4a"},
    "noexpress": {"s3": {"disable_s3_express_session_auth": True}},
    "signed": {"s3": {"payload_signing_enabled": True}}, "unsignedpayload": {"s3": {"payload_signing_enabled": False}},
}
REGIONS = ["us-east-1", "us-west-2", "eu-central-1", "cn-north-1", "us-gov-west-1", "us-iso-east-1", "us-isob-east-1",
           "eusc-de-east-1", "aws-global", "xx-nowhere-1", "fips-us-west-2", "s3-external-1"]
ENDPOINTS = ["https://store.example.com", "http://127.0.0.1:9000", "https://store.example.com:8443/base", "http://[::1]:9000",
             "https://s3-accelerate.amazonaws.com", "https://s3.us-west-2.amazonaws.com"]
CASES = []


def case(service, op, params, region="us-east-1", config="none", endpoint=None, kind="call", account=None, token=None, name=""):
    settings = config if isinstance(config, dict) else CONFIGS[config]
    CASES.append({k: v for k, v in dict(
        id=" ".join(str(x) for x in (service, op, name, region, config if isinstance(config, str) else "", endpoint or "",
                                     kind if kind != "call" else "", account or "") if x),
        service=service, op=op, params=params, region=region, config=settings, endpoint=endpoint, kind=kind, account=account,
        token=token).items() if v is not None})


def s3_cases():
    for name, bucket in BUCKETS.items():
        get = {"Bucket": bucket, "Key": "a//b \u00fc"}
        for config in CONFIGS:
            case("s3", "GetObject", get, config=config, name=name)
        for region in REGIONS[1:]:
            case("s3", "GetObject", get, region=region, name=name)
        for endpoint in ENDPOINTS:
            case("s3", "GetObject", get, endpoint=endpoint, name=name)
            case("s3", "GetObject", get, endpoint=endpoint, config="virtual", name=name)
        for kind in ("presign", "post"):
            for config in ("none", "path", "virtual", "dual", "s3v4", "accelerate", "regional", "fips", "noexpress"):
                for region in ("us-west-2", "us-east-1"):
                    case("s3", "GetObject", {**get, "Key": "k"}, region=region, kind=kind, name=name, token="TOKEN",
                         config={"signature_version": "s3v4", **CONFIGS[config]})
    for region in REGIONS:
        for config in CONFIGS:
            case("s3", "ListBuckets", {}, region=region, config=config)
            case("s3", "ListDirectoryBuckets", {}, region=region, config=config)
            case("s3", "PutObject", {"Bucket": "my-bucket", "Key": "k", "Body": "text"}, region=region, config=config)
    for bucket in ("plain", "express", "point", "mrap", "outpost", "object-lambda", "dots"):
        b = {"Bucket": BUCKETS[bucket]}
        for config in ("none", "path", "dual", "fips", "accelerate", "noexpress"):
            for op, params in (("HeadBucket", {}), ("GetBucketLocation", {}), ("CreateBucket", {}), ("ListObjectsV2", {}),
                               ("DeleteObjects", {"Delete": {"Objects": [{"Key": "k"}]}}), ("GetBucketPolicy", {}),
                               ("PutBucketPolicy", {"Policy": "{}"}), ("DeleteBucket", {}), ("ListParts", {"Key": "k", "UploadId": "u"}),
                               ("CopyObject", {"Key": "k", "CopySource": {"Bucket": "b", "Key": "\u00fc k"}}),
                               ("CreateSession", {}), ("UploadPart", {"Key": "k", "UploadId": "u", "PartNumber": 1, "Body": "x"}),
                               ("PutBucketAcl", {"ACL": "private"}), ("HeadObject", {"Key": "../x"}),
                               ("PutObject", {"Key": "./a//b/../c?d=e&f+g%20#", "Body": ""})):
                case("s3", op, {**b, **params}, config=config, name=bucket)
    for config in ("none", "dual", "fips", "path", "accelerate"):
        for region in ("us-east-1", "cn-north-1"):
            case("s3", "WriteGetObjectResponse", {"RequestRoute": "route-1", "RequestToken": "t", "Body": "x"}, region=region, config=config)
    for route in ("a.b", "a/b", "", "a_b", "-a", "a\nb"):
        case("s3", "WriteGetObjectResponse", {"RequestRoute": route, "RequestToken": "t"}, name=repr(route))
    for bucket in ("", "a b", "a/b", "a?b", "a#b", "a@b", "\u00fc\u00fc\u00fc", "a" * 64, "a" * 256, "..", "a..b", "-abc", "abc-", "a\nb"):
        case("s3", "GetObject", {"Bucket": bucket, "Key": "k"}, name=repr(bucket)[:20])
        case("s3", "GetObject", {"Bucket": bucket, "Key": "k"}, name=repr(bucket)[:20], config="accelerate")
    for key in ("a//b", "../x", "/x", "a/./b", "a/../b", " ", "+", "%", "%41", "\U0001f600", "a?b=c#d", "~'()*!", "a\r\nb", "a\0b", "\u00e9", "e\u0301"):
        for endpoint in (None, "http://127.0.0.1:9000/base"):
            for kind in ("call", "presign"):
                case("s3", "GetObject", {"Bucket": "my-bucket", "Key": key}, kind=kind, endpoint=endpoint, name=repr(key),
                     config={"signature_version": "s3v4"})
    for scheme in ("https", "http"):
        for config in ("none", "signed", "unsignedpayload"):
            for calc in ("when_supported", "when_required"):
                for op, params in (("PutObject", {"Key": "k", "Body": "x"}), ("DeleteObjects", {"Delete": {"Objects": [{"Key": "k"}]}}),
                                   ("GetObject", {"Key": "k"}), ("PutObject", {"Key": "k", "Body": "x", "ContentMD5": "bWQ1"}),
                                   ("PutBucketTagging", {"Tagging": {"TagSet": []}}),
                                   ("UploadPart", {"Key": "k", "UploadId": "u", "PartNumber": 1, "Body": "x"})):
                    case("s3", op, {"Bucket": "my-bucket", **params}, endpoint=scheme + "://store.example.com", name=config + " " + calc,
                         config={**CONFIGS[config], "request_checksum_calculation": calc})


CONTROL = {
    "none": {}, "dual": CONFIGS["dual"], "fips": CONFIGS["fips"], "arn": {"s3": {"use_arn_region": True}},
    "fipsdual": CONFIGS["fipsdual"], "accelerate": CONFIGS["accelerate"], "noprefix": {"inject_host_prefix": False},
}
OUT = "outpost/op-01234567890123456/"


def control_cases():
    arns = {
        "point": arn("s3-outposts", OUT + "accesspoint/p"), "bucket": arn("s3-outposts", OUT + "bucket/b"),
        "bucket-colon": arn("s3-outposts", (OUT + "bucket/b").replace("/", ":")),
        "other-region": arn("s3-outposts", OUT + "bucket/b", "us-east-1"), "no-outpost": arn("s3-outposts", "outpost"),
        "cn": arn("s3-outposts", OUT + "bucket/b", partition="aws-cn"), "s3": arn("s3", "accesspoint/p"),
        "fips": arn("s3-outposts", OUT + "bucket/b", "fips-us-west-2"), "bad": arn("s3-outposts", "outpost/op_1/bucket/b"),
        "no-account": arn("s3-outposts", OUT + "bucket/b", account=""), "plain": "my-name", "other": arn("sqs", "q"),
    }
    for name, value in arns.items():
        for config, settings in CONTROL.items():
            for account in (None, ACCOUNT, "210987654321"):
                a = {"AccountId": account} if account else {}
                case("s3control", "GetBucket", {"Bucket": value, **a}, "us-west-2", settings, name=f"{name} {config} {account}")
                case("s3control", "GetAccessPoint", {"Name": value, **a}, "us-west-2", settings, name=f"{name} {config} {account}")
        case("s3control", "CreateAccessPoint", {"Name": "n", "Bucket": value, "AccountId": ACCOUNT}, "us-west-2", name=name)
        case("s3control", "CreateAccessPoint", {"Name": value, "Bucket": "b-b", "AccountId": ACCOUNT}, "us-west-2", name=name)
        case("s3control", "DeleteAccessPoint", {"Name": value, "AccountId": ACCOUNT}, "us-west-2", name=name)
    for config, settings in CONTROL.items():
        for region in REGIONS:
            case("s3control", "ListJobs", {"AccountId": ACCOUNT}, region, settings, name=config)
        case("s3control", "CreateBucket", {"Bucket": "b-b", "OutpostId": "op-1"}, "us-west-2", settings, name=config)
        case("s3control", "CreateBucket", {"Bucket": "b-b"}, "us-west-2", settings, name=config)
        case("s3control", "ListRegionalBuckets", {"AccountId": ACCOUNT, "OutpostId": "op-1"}, "us-west-2", settings, name=config)
    for account in ("a b", "a.b", "evil.com/#", "x" * 64, "a@b"):
        case("s3control", "ListJobs", {"AccountId": account}, name=repr(account)[:12])
    for endpoint in ENDPOINTS[:4]:
        case("s3control", "ListJobs", {"AccountId": ACCOUNT}, endpoint=endpoint)
        case("s3control", "GetBucket", {"Bucket": arns["bucket"]}, "us-west-2", endpoint=endpoint)


def other_cases():
    for region in REGIONS:
        for config in ("none", "dual", "fips", "fipsdual"):
            settings = CONFIGS[config]
            case("sts", "GetCallerIdentity", {}, region, settings, name=config)
            case("sts", "GetCallerIdentity", {}, region, {**settings, "sts_regional_endpoints": "legacy"}, name=config + " legacy")
            entry = {"Entries": [{"Source": "s", "DetailType": "d", "Detail": "{}"}]}
            for endpoint_id in ("abc123.456def", "a", "a_b", "a/b"):
                case("events", "PutEvents", {"EndpointId": endpoint_id, **entry}, region, settings, name=f"{config} {endpoint_id}")
            case("events", "PutEvents", entry, region, settings, name=config)
            table = {"TableName": "t"}
            for mode in ("preferred", "required", "disabled"):
                for account in (None, ACCOUNT):
                    case("dynamodb", "DescribeTable", table, region, {**settings, "account_id_endpoint_mode": mode},
                         account=account, name=f"{config} {mode}")
            case("dynamodb", "DescribeTable", {"TableName": arn("dynamodb", "table/t", region, "222222222222")}, region, settings, name=config + " arn")
            case("dynamodb", "DescribeTable", {"TableName": arn("dynamodb", "table/t", "us-east-1", "abc")}, region, settings, name=config + " badarn")
            case("dynamodb", "BatchGetItem", {"RequestItems": {arn("dynamodb", "table/t", region, "333333333333"): {"Keys": [{"a": {"S": "b"}}]}}}, region, settings, name=config)
            for service, op, params in (
                    ("iam", "ListUsers", {}), ("route53", "ListHostedZones", {}), ("cloudfront", "ListDistributions", {}),
                    ("organizations", "ListRoots", {}), ("kinesis", "DescribeStream", {"StreamName": "s"}),
                    ("kinesis", "PutRecord", {"StreamARN": arn("kinesis", "stream/s", region), "Data": "x", "PartitionKey": "p"}),
                    ("kinesis", "SubscribeToShard", {"ConsumerARN": arn("kinesis", "stream/s/consumer/c:1", region), "ShardId": "s",
                                                     "StartingPosition": {"Type": "LATEST"}}),
                    ("kinesis", "DescribeStream", {"StreamARN": "not-an-arn"}),
                    ("logs", "StartLiveTail", {"logGroupIdentifiers": ["g"]}), ("lambda", "ListFunctions", {}),
                    ("cloudfront-keyvaluestore", "DescribeKeyValueStore", {"KvsARN": "arn:aws:cloudfront::123456789012:key-value-store/x"}),
                    ("ec2", "DescribeInstances", {}), ("sqs", "ListQueues", {}), ("importexport", "ListJobs", {}),
                    ("bedrock", "ListFoundationModels", {}), ("timestream-query", "DescribeEndpoints", {}),
                    ("mediastore-data", "ListItems", {}), ("iot-data", "Publish", {"topic": "t"}),
                    ("apigatewaymanagementapi", "GetConnection", {"ConnectionId": "c"}), ("marketplacecommerceanalytics", "StartSupportDataExport", {
                        "dataSetType": "test_customer_support_contacts_data", "fromDate": 0, "roleNameArn": "r", "destinationS3BucketName": "b", "snsTopicArn": "t"}),
                    ("servicediscovery", "DiscoverInstances", {"NamespaceName": "n", "ServiceName": "s"}), ("s3tables", "ListTableBuckets", {}),
                    ("docdb", "DescribeDBClusters", {}), ("ses", "GetSendQuota", {}), ("sesv2", "SendEmail", {"EndpointId": "abc.def", "Content": {}}),
                    ("sesv2", "GetAccount", {}), ("dsql", "ListClusters", {}), ("account", "ListRegions", {}), ("pricing", "DescribeServices", {}),
                    ("ce", "ListCostAllocationTags", {}), ("waf", "ListRules", {}), ("globalaccelerator", "ListAccelerators", {}), ("shield", "ListProtections", {})):
                case(service, op, params, region, settings, name=config)
    for endpoint in ("https://example.com", "http://127.0.0.1:8000", "https://example.com/base/path", "http://[::1]:8000/x", "https://example.com/?a=b"):
        for service, op, params in (("dynamodb", "ListTables", {}), ("sts", "GetCallerIdentity", {}), ("lambda", "ListFunctions", {}), ("events", "ListRules", {}),
                                    ("events", "PutEvents", {"EndpointId": "abc123.456def", "Entries": [{"Source": "s"}]}), ("kinesis", "ListStreams", {}), ("route53", "ListHostedZones", {}),
                                    ("servicediscovery", "DiscoverInstances", {"NamespaceName": "n", "ServiceName": "s"})):
            for config in ("none", "fips", "dual"):
                case(service, op, params, "us-west-2", CONFIGS[config], endpoint=endpoint, account=ACCOUNT, name=config)


class StandIn(botocore.auth.S3SigV4Auth):
    """The headers that SigV4a adds, and no signature."""

    def add_auth(self, request):
        request.context["timestamp"] = NOW.strftime("%Y%m%dT%H%M%SZ")
        self._modify_request_before_signing(request)
        request.headers["X-Amz-Region-Set"] = self._region_name

    def _modify_request_before_signing(self, request):
        super()._modify_request_before_signing(request)
        request.headers["Authorization"] = "left out"


class PlainStandIn(StandIn):
    def _modify_request_before_signing(self, request):
        botocore.auth.SigV4Auth._modify_request_before_signing(self, request)
        request.headers["Authorization"] = "left out"


class Raw:
    def __init__(self, body):
        self.body = body

    def stream(self, **_):
        yield self.body


def run(session, each, sent):
    config = {"retries": {"total_max_attempts": 1}, **each.get("config", {})}
    if "sts_regional_endpoints" in config:
        session = session_of(each)
        session.set_config_variable("sts_regional_endpoints", config.pop("sts_regional_endpoints"))
    client = session.create_client(each["service"], each["region"], endpoint_url=each.get("endpoint"), config=Config(**config))

    def send(request, **_):
        if request.url.endswith("?session") and each["op"] != "CreateSession":
            return AWSResponse(request.url, 200, {}, Raw(SESSION.encode()))
        sent.append(request)
        return AWSResponse(request.url, 204, {}, Raw(b""))

    client.meta.events.register("before-send", send)
    method = botocore.xform_name(each["op"])
    if each["kind"] == "presign":
        return {"url": client.generate_presigned_url(method, each["params"], 3600)}
    if each["kind"] == "post":
        made = client.generate_presigned_post(each["params"]["Bucket"], each["params"]["Key"])
        return {"url": made["url"], "headers": made["fields"]}
    try:
        getattr(client, method)(**each["params"])
    except ClientError:
        pass
    except Exception:
        if not sent:
            raise
    request = sent[-1]
    headers = {k.lower(): v.decode() if isinstance(v, bytes) else str(v) for k, v in request.headers.items()}
    return {"method": request.method, "url": request.url,
            "headers": {k: v for k, v in sorted(headers.items()) if k not in UNCOMPARED}}


def session_of(each):
    session = botocore.session.Session()
    session.set_credentials(KEY, SECRET, each.get("token"), account_id=each.get("account"))
    return session


def main():
    s3_cases()
    control_cases()
    other_cases()
    botocore.auth.AUTH_TYPE_MAPS["s3v4a"] = StandIn
    botocore.auth.AUTH_TYPE_MAPS["v4a"] = PlainStandIn
    sessions, seen = {}, set()
    out = []
    with mock.patch("botocore.auth.get_current_datetime", lambda: NOW), \
            mock.patch("botocore.signers.get_current_datetime", lambda: NOW):
        for each in CASES[::int((sys.argv[1:] or ["1"])[0])]:
            key = json.dumps(each, sort_keys=True)
            if key in seen:
                continue
            seen.add(key)
            account = (each.get("account"), each.get("token"))
            session = sessions[account] if account in sessions else sessions.setdefault(account, session_of(each))
            try:
                each["expect"] = run(session, each, [])
            except Exception as e:
                each["expect"] = {"error": [type(e).__name__, str(e)]}
            out.append(each)
    json.dump(out, sys.stdout, separators=(",", ":"))
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
