"""Lets botocore's handlers of single services do their work over a stubbed HTTP layer, and prints what came of it.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base TZ=UTC \\
        python3 customizations.py > ../resources/io/boto4j/botocore-customizations.json

AWS_DATA_PATH makes botocore read the very models boto4j was built with. Time, idempotency token and stand-ins are those
of json_requests.py. Each case names the handler it is about: "requests" is what was sent, "answers" what was made of an
HTTP answer, "refusals" the text of an error that is raised before anything is sent. "handlers" are all that botocore
registers for itself, but for those that touch its documentation only. A body that is a number stands for as many bytes of
"abcabc...". Most requests go to one endpoint of our own, so S3's bucket stands in the path.
"""

import base64
import copy
import json
import os
import sys
from unittest import mock

import botocore.handlers
import botocore.session
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from json_requests import NOW, TOKEN, WHEN, plain
from rest_json_requests import MICROS, Body, expected, text

ONE_HOST = "https://rest.example.com"
BK = {"Bucket": "bucket", "Key": "key"}
COPY = {**BK, "CopySource": "b/k"}
PART = {**BK, "UploadId": "u", "PartNumber": 1}
KEY = bytes(range(32))
ARN = "arn:aws:s3:eu-west-1:123456789012:accesspoint/my-point"
LIST = '<?xml version="1.0"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
POLICY = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:*"], "Resource": "*", "Sid": "\u00fc +%"}]}


def req(name, handler, service, operation, params, endpoint=None, env=None):
    if endpoint is None and service in ("s3", "glacier", "apigateway", "bedrock-agentcore", "cloudsearchdomain", "route53"):
        endpoint = ONE_HOST
    return dict(id=name, handler=handler, service=service, operation=operation, params=params, endpoint=endpoint, env=env or {})


def ans(name, handler, service, operation, params, body, status=200, headers=None):
    return {**req(name, handler, service, operation, params, endpoint=ONE_HOST), "status": status,
            "headers": headers or {}, "body": body}


def sse(operation, params, prefix="SSECustomer"):
    handler = "sse_md5" if prefix == "SSECustomer" else "copy_source_sse_md5"
    return [req(f"{handler}-{operation}-bytes", handler, "s3", operation, {
                **params, prefix + "Algorithm": "AES256", prefix + "Key": KEY}),
            req(f"{handler}-{operation}-text", handler, "s3", operation, {
                **params, prefix + "Key": "gr\u00fcn"}),
            req(f"{handler}-{operation}-md5-given", handler, "s3", operation, {
                **params, prefix + "Key": "a2V5", prefix + "KeyMD5": "bWQ1"})]


def cross(service, operation, params, source="us-east-1", given="PreSignedUrl"):
    handler = "inject_presigned_url_ec2" if service == "ec2" else "inject_presigned_url_rds"
    name = f"{handler}-{service}-{operation}"
    return [req(name, handler, service, operation, {**params, "SourceRegion": source}),
            req(name + "-given", handler, service, operation, {given: "https://x/?a=b&c", "SourceRegion": source, **params}),
            req(name + "-first", handler, service, operation, {"SourceRegion": source, **params})]


REQUESTS = [
    # Old and other names.
    req("service", "handle_service_name_alias", "runtime.sagemaker", "InvokeEndpoint", {"EndpointName": "e", "Body": b"x"}),
    req("mturk", "ClientMethodAlias", "mturk", "list_hi_ts_for_qualification_type", {"QualificationTypeId": "q"}),
    req("whatsapp", "ClientMethodAlias", "socialmessaging", "delete_whatsapp_media_message", {
        "mediaId": "m", "originationPhoneNumberId": "phone-number-id-01234567890123456789012345678901"}),
    req("otel-get", "ClientMethodAlias", "cloudwatch", "get_o_tel_enrichment", {}),
    req("otel-start", "ClientMethodAlias", "cloudwatch", "start_o_tel_enrichment", {}),
    req("otel-stop", "ClientMethodAlias", "cloudwatch", "stop_o_tel_enrichment", {}),
    req("filters", "alias_parameter_in_call", "ec2", "DescribeHosts", {"Filters": [{"Name": "n", "Values": ["v"]}], "MaxResults": 5}),
    req("filter", "alias_parameter_in_call", "ec2", "DescribeFlowLogs", {"Filter": [{"Name": "n", "Values": ["v"]}]}),
    req("filters-own", "alias_parameter_in_call", "ec2", "DescribeInstances", {"Filters": [{"Name": "n", "Values": ["v"]}]}),
    req("from", "alias_parameter_in_call", "logs", "CreateExportTask", {
        "fromTime": 1, "logGroupName": "g", "to": 2, "destination": "d"}),
    req("from-own", "alias_parameter_in_call", "logs", "CreateExportTask", {
        "from": 1, "logGroupName": "g", "to": 2, "destination": "d"}),
    req("return", "alias_parameter_in_call", "cloudsearchdomain", "Search", {"query": "a b", "returnFields": "_all_fields"}),
    # Timestamps.
    req("millis", "enable_millisecond_timestamp_precision", "bedrock-agentcore", "CreateEvent", {
        "memoryId": "memory-0123456789", "actorId": "a", "eventTimestamp": MICROS, "payload": [], "clientToken": "c"}),
    req("millis-whole", "enable_millisecond_timestamp_precision", "bedrock-agentcore", "CreateEvent", {
        "memoryId": "memory-0123456789", "actorId": "a", "eventTimestamp": WHEN, "payload": [], "clientToken": "c"}),
    # S3's input.
    *(req("bucket-" + str(i), "validate_bucket_name", "s3", "HeadBucket", {"Bucket": bucket}) for i, bucket in enumerate(
        ["a", "my.bucket-1", "Old_Bucket", "b" * 255, ".."])),
    *(req("list-" + op, "set_list_objects_encoding_type_url", "s3", op, {"Bucket": "b", "Prefix": "p q"})
      for op in ("ListObjects", "ListObjectsV2", "ListObjectVersions")),
    req("list-given", "set_list_objects_encoding_type_url", "s3", "ListObjectsV2", {"EncodingType": "url", "Bucket": "b"}),
    req("list-uploads", "set_list_objects_encoding_type_url", "s3", "ListMultipartUploads", {"Bucket": "b"}),
    *(req(f"copy-{i}", "handle_copy_source_param", "s3", "CopyObject", {**BK, "CopySource": source})
      for i, source in enumerate([
          "bucket/key", "/bucket/a b+c%d/\u00fc", "b/k?versionId=1.2_3", "b/k?versionId=", "b/k?versionId=a b",
          "b/k?versionId=x?versionId=y", "b/k?a=b", "b/a%20b", ARN + "/object/k", "b//a/../c",
          {"Bucket": "b", "Key": "k"}, {"Bucket": "b", "Key": "a b+c%\u00fc?#", "VersionId": "v/+="},
          {"Bucket": "b", "Key": "/k", "VersionId": None}, {"Bucket": ARN, "Key": "k"},
          {"Bucket": "arn:aws:s3-outposts:us-west-2:123456789012:outpost:o-1:accesspoint:p", "Key": "a/b"},
          {"Bucket": "arn:aws:s3:::b", "Key": "k"}, {"Key": "k", "Bucket": "", "Other": 1}])),
    req("copy-part", "handle_copy_source_param", "s3", "UploadPartCopy", {**PART, "CopySource": {"Bucket": "b", "Key": "\U0001f600"}}),
    *(req(f"ascii-{op}", "validate_ascii_metadata", "s3", op, {**params, "Metadata": {"a": "b~ c", "": "!"[:0]}})
      for op, params in [("PutObject", BK), ("CopyObject", COPY), ("CreateMultipartUpload", BK)]),
    *sse("HeadObject", BK), *sse("GetObject", BK), *sse("PutObject", BK), *sse("CopyObject", COPY),
    *sse("CreateMultipartUpload", BK), *sse("UploadPart", PART), *sse("UploadPartCopy", {**PART, "CopySource": "b/k"}),
    *sse("CompleteMultipartUpload", {**BK, "UploadId": "u"}),
    *sse("SelectObjectContent", {**BK, "Expression": "e", "ExpressionType": "SQL", "InputSerialization": {}, "OutputSerialization": {}}),
    *sse("CopyObject", COPY, "CopySourceSSECustomer"), *sse("UploadPartCopy", {**PART, "CopySource": "b/k"}, "CopySourceSSECustomer"),
    req("sse-other", "sse_md5", "s3", "GetObjectAttributes", {
        **BK, "ObjectAttributes": ["ETag"], "SSECustomerKey": "text", "SSECustomerAlgorithm": "AES256"}),
    *(req(f"expect-{i}-{op}", "add_expect_header", "s3", op, params) for i, (op, params) in enumerate([
        ("PutObject", {**BK, "Body": b"x"}), ("PutObject", {**BK, "Body": "text"}), ("PutObject", {**BK, "Body": b""}), ("PutObject", BK),
        ("UploadPart", {**PART, "Body": b"x"}), ("PutBucketPolicy", {"Bucket": "b", "Policy": "{}"}),
        ("GetObject", BK)])),
    req("escape-delete", "escape_xml_payload", "s3", "DeleteObjects", {"Bucket": "b", "Delete": {"Objects": [
        {"Key": "a\rb\nc\r\n<&>\""}]}}),
    req("escape-lifecycle", "escape_xml_payload", "s3", "PutBucketLifecycleConfiguration", {
        "Bucket": "b", "LifecycleConfiguration": {"Rules": [{"ID": "i", "Prefix": "a\r\n", "Status": "Enabled"}]}}),
    # Headers.
    req("trace", "add_recursion_detection_header", "dynamodb", "ListTables", {}, env={
        "AWS_LAMBDA_FUNCTION_NAME": "f", "_X_AMZN_TRACE_ID": "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=3995c3f42cd8ad8;Sampled=1"}),
    req("trace-odd", "add_recursion_detection_header", "dynamodb", "ListTables", {}, env={
        "AWS_LAMBDA_FUNCTION_NAME": "f", "_X_AMZN_TRACE_ID": "a=b;c:d+&[e]{f}\"',~-_. \r\nX: y\u00fc/?%"}),
    req("trace-empty-name", "add_recursion_detection_header", "dynamodb", "ListTables", {}, env={
        "AWS_LAMBDA_FUNCTION_NAME": "", "_X_AMZN_TRACE_ID": "Root=1"}),
    req("trace-elsewhere", "add_recursion_detection_header", "dynamodb", "ListTables", {}, env={"_X_AMZN_TRACE_ID": "Root=1"}),
    req("trace-none", "add_recursion_detection_header", "dynamodb", "ListTables", {}, env={"AWS_LAMBDA_FUNCTION_NAME": "f"}),
    req("trace-given", "add_recursion_detection_header", "bedrock-agentcore", "InvokeCodeInterpreter", {
        "codeInterpreterIdentifier": "c", "name": "executeCode", "traceId": "mine"}, env={
        "AWS_LAMBDA_FUNCTION_NAME": "f", "_X_AMZN_TRACE_ID": "Root=1"}),
    req("accept", "add_accept_header", "apigateway", "GetRestApis", {}),
    req("accept-given", "add_accept_header", "apigateway", "GetExport", {
        "restApiId": "r", "stageName": "s", "exportType": "swagger", "accepts": "application/yaml"}),
    req("api-version", "inject_api_version_header_if_needed", "dynamodb", "DescribeEndpoints", {}),
    req("api-version-timestream", "inject_api_version_header_if_needed", "timestream-query", "DescribeEndpoints", {},
        endpoint="https://query.timestream.eu-west-1.amazonaws.com"),
    req("api-version-other", "inject_api_version_header_if_needed", "dynamodb", "ListTables", {}),
    # Glacier.
    req("glacier-account", "inject_account_id", "glacier", "ListVaults", {}),
    req("glacier-account-given", "inject_account_id", "glacier", "ListVaults", {"accountId": "123456789012"}),
    req("glacier-version", "add_glacier_version", "glacier", "DescribeVault", {"vaultName": "v"}),
    *(req(f"glacier-hash-{size}", "add_glacier_checksums", "glacier", "UploadArchive", {
        "vaultName": "v", "body": (b"abc" * (size // 3 + 1))[:size]})
      for size in (0, 1, 1048575, 1048576, 1048577, 3145729)),
    req("glacier-hash-given", "add_glacier_checksums", "glacier", "UploadArchive", {
        "vaultName": "v", "body": b"x", "checksum": "mine", "archiveDescription": "d"}),
    req("glacier-part", "add_glacier_checksums", "glacier", "UploadMultipartPart", {
        "vaultName": "v", "uploadId": "u", "range": "bytes 0-2/*", "body": "abc"}),
    # Other hosts, other methods.
    req("predict", "switch_host_machinelearning", "machinelearning", "Predict", {
        "MLModelId": "m", "Record": {"a": "b"}, "PredictEndpoint": "https://realtime.machinelearning.us-east-1.amazonaws.com/x"}),
    req("predict-port", "switch_host_machinelearning", "machinelearning", "Predict", {
        "MLModelId": "m", "Record": {}, "PredictEndpoint": "http://127.0.0.1:8000"}),
    req("predict-none", "switch_host_machinelearning", "machinelearning", "Predict", {
        "MLModelId": "m", "Record": {}, "PredictEndpoint": ""}),
    req("search", "change_get_to_post", "cloudsearchdomain", "Search", {"query": "a b&c=d?e", "facet": "{\"f\": {}}", "size": 5}),
    req("suggest", "change_get_to_post", "cloudsearchdomain", "Suggest", {"query": "q", "suggester": "s"}),
    *cross("ec2", "CopySnapshot", {"SourceSnapshotId": "snap-1", "Description": "a b+c&d=\u00fc"}, given="PresignedUrl"),
    req("ec2-destination", "inject_presigned_url_ec2", "ec2", "CopySnapshot", {
        "DestinationRegion": "x", "SourceRegion": "eu-west-1", "SourceSnapshotId": "s"}),
    *cross("rds", "CopyDBClusterSnapshot", {"SourceDBClusterSnapshotIdentifier": "s", "TargetDBClusterSnapshotIdentifier": "t"}),
    *cross("rds", "CreateDBCluster", {"DBClusterIdentifier": "c", "Engine": "e", "Tags": [{"Key": "k", "Value": ""}]}),
    *cross("rds", "CopyDBSnapshot", {"SourceDBSnapshotIdentifier": "s", "TargetDBSnapshotIdentifier": "t"}),
    *cross("rds", "CreateDBInstanceReadReplica", {"DBInstanceIdentifier": "i"}),
    *cross("rds", "StartDBInstanceAutomatedBackupsReplication", {"SourceDBInstanceArn": "arn:aws:rds:us-east-1:1:db:d"}),
    *cross("neptune", "CopyDBClusterSnapshot", {"SourceDBClusterSnapshotIdentifier": "s", "TargetDBClusterSnapshotIdentifier": "t"}),
    *cross("neptune", "CreateDBCluster", {"DBClusterIdentifier": "c", "Engine": "e"}),
    *cross("docdb", "CopyDBClusterSnapshot", {"SourceDBClusterSnapshotIdentifier": "s", "TargetDBClusterSnapshotIdentifier": "t"}),
    *cross("docdb", "CreateDBCluster", {"DBClusterIdentifier": "c", "Engine": "e"}),
    req("rds-local", "inject_presigned_url_rds", "rds", "CopyDBSnapshot", {
        "SourceDBSnapshotIdentifier": "s", "TargetDBSnapshotIdentifier": "t"}),
    # User data and ids.
    *(req(f"user-data-{i}", "base64_encode_user_data", "ec2", "RunInstances", {
        "MaxCount": 1, "UserData": data, "MinCount": 1}) for i, data in enumerate(["#!/bin/sh\n\u00fc", b"\x00\xff", ""])),
    req("user-data-autoscaling", "base64_encode_user_data", "autoscaling", "CreateLaunchConfiguration", {
        "LaunchConfigurationName": "l", "UserData": "text"}),
    req("user-data-other", "base64_encode_user_data", "ec2", "RequestSpotInstances", {"LaunchSpecification": {"UserData": "text"}}),
    *(req(f"route53-{i}", "fix_route53_ids", "route53", "GetHostedZone", {"Id": zone})
      for i, zone in enumerate(["Z1", "/hostedzone/Z1", "hostedzone/Z1", "a/b/c"])),
    req("route53-change", "fix_route53_ids", "route53", "GetChange", {"Id": "/change/C1"}),
    req("route53-set", "fix_route53_ids", "route53", "ListHostedZones", {"DelegationSetId": "/delegationset/N1", "MaxItems": "1"}),
    req("route53-other", "fix_route53_ids", "route53", "GetHealthCheck", {"HealthCheckId": "a/b"}),
]


def iam(name, operation, wrapper, inside, params=None):
    params = params or {"RoleName": "r", "PolicyName": "p"}
    return ans("policy-" + name, "json_decode_policies", "iam", operation, params,
               f'<{operation}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><{wrapper}>{inside}</{wrapper}>'
               f"<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{operation}Response>")


def quoted(document):
    from urllib.parse import quote
    return quote(document if isinstance(document, str) else json.dumps(document), safe="")


def in_role(document):
    return f"<RoleName>r</RoleName><PolicyName>p</PolicyName><PolicyDocument>{document}</PolicyDocument>"


def console(name, output):
    return ans("console-" + name, "decode_console_output", "ec2", "GetConsoleOutput", {"InstanceId": "i"},
               f"<GetConsoleOutputResponse><instanceId>i</instanceId><output>{output}</output></GetConsoleOutputResponse>")


def template(name, body):
    return ans("template-" + name, "json_decode_template_body", "cloudformation", "GetTemplate", {"StackName": "s"},
               f"<GetTemplateResponse><GetTemplateResult><TemplateBody>{body}</TemplateBody><StagesAvailable><member>Original"
               "</member></StagesAvailable></GetTemplateResult></GetTemplateResponse>")


def listing(name, operation, inside, params=None, handler="decode_list_object"):
    return ans(name, handler, "s3", operation, {"Bucket": "b", **(params or {})}, f"{LIST}{inside}</ListBucketResult>")


CONTENTS = ("<Contents><Key>a%2Bb+c%25/%C3%BC%0A</Key><Size>1</Size></Contents><Contents><Key>plain</Key></Contents>"
            "<CommonPrefixes><Prefix>a%20b/</Prefix></CommonPrefixes><CommonPrefixes><Prefix>c+d/</Prefix></CommonPrefixes>")
URL = "<EncodingType>url</EncodingType>"
OIDC = {"clientId": "c", "clientSecret": "s", "grantType": "g"}

ANSWERS = [
    iam("role", "GetRolePolicy", "GetRolePolicyResult", in_role(quoted(POLICY))),
    iam("plain", "GetRolePolicy", "GetRolePolicyResult", in_role('{"a": "b+c", "n": [1, 2.5, true, null]}')),
    iam("broken", "GetRolePolicy", "GetRolePolicyResult", in_role("%7B%22a%22")),
    iam("text", "GetRolePolicy", "GetRolePolicyResult", in_role("not+json%20at%20all")),
    iam("empty", "GetRolePolicy", "GetRolePolicyResult", in_role("")),
    iam("bad-octets", "GetRolePolicy", "GetRolePolicyResult", in_role("%7B%22a%22%3A%22%FF%zz%22%7D")),
    iam("nested", "GetAccountAuthorizationDetails", "GetAccountAuthorizationDetailsResult",
        "<RoleDetailList><member><AssumeRolePolicyDocument>" + quoted(POLICY) + "</AssumeRolePolicyDocument><RolePolicyList>"
        "<member><PolicyName>p</PolicyName><PolicyDocument>" + quoted(POLICY) + "</PolicyDocument></member></RolePolicyList>"
        "</member></RoleDetailList><Policies><member><PolicyVersionList><member><Document>" + quoted(POLICY) + "</Document>"
        "<VersionId>v1</VersionId></member></PolicyVersionList></member></Policies><IsTruncated>false</IsTruncated>", {"MaxItems": 1}),
    iam("none", "GetUser", "GetUserResult", "<User><UserName>%7B%7D</UserName></User>", {"UserName": "u"}),
    console("text", base64.b64encode("boot \u00fc\r\n".encode()).decode()),
    console("bytes", base64.b64encode(b"a\xff\xfeb\xc3").decode()),
    console("lines", "Ym9v\n  dA==\n"),
    console("broken", "Ym9vd"),
    console("cut", "Ym9vdA"), console("cut-lines", "Ym9v\ndGVk\nb2"), console("symbols", "Ym!9*vdA=="),
    console("not-base64", "\u20ac\u20ac\u20ac\u20ac"),
    console("empty", ""),
    template("json", json.dumps({"Resources": {"Z": {"Type": "T"}, "A": {"n": [1, 2.5, None]}}, "A": "\u00fc"})),
    template("yaml", "Resources:\n  A:\n    Type: T\n"),
    template("broken", '{"a": '),
    template("trailing", '{"a": 1} x'),
    ans("location", "parse_get_bucket_location", "s3", "GetBucketLocation", {"Bucket": "b"},
        '<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">eu-west-3</LocationConstraint>'),
    ans("sqs", "_handle_sqs_compatible_error", "sqs", "GetQueueUrl", {"QueueName": "q"},
        '{"__type": "com.amazonaws.sqs#QueueDoesNotExist", "message": "m"}', 400,
        {"x-amzn-query-error": "AWS.SimpleQueueService.NonExistentQueue;Sender"}),
    ans("expires", "handle_expires_header", "s3", "HeadObject", BK, "", headers={"Expires": "Wed, 21 Oct 2026 07:28:00 GMT", "ETag": "e"}),
    ans("expires-bad", "handle_expires_header", "s3", "HeadObject", BK, "", headers={"expires": "soon", "ETag": "e"}),
    ans("expires-none", "handle_expires_header", "s3", "HeadObject", BK, "", headers={"ETag": "e"}),
    ans("expires-get", "handle_expires_header", "s3", "GetObject", BK, "body", headers={"Expires": "0"}),
    ans("200-error", "_handle_200_error", "s3", "CopyObject", COPY,
        "<Error><Code>InternalError</Code><Message>We encountered an internal error</Message></Error>"),
    ans("oauth", "_map_oauth2_errors", "sso-oidc", "CreateToken", OIDC,
        '{"error": "authorization_pending", "error_description": "wait \\u00fc"}', 400, {"x-amzn-errortype": "AuthorizationPendingException"}),
    ans("oauth-message", "_map_oauth2_errors", "sso-oidc", "CreateToken", OIDC,
        '{"error": "e", "error_description": "d", "message": "m"}', 400, {"x-amzn-errortype": "InvalidGrantException"}),
    ans("oauth-empty-message", "_map_oauth2_errors", "sso-oidc", "CreateToken", OIDC,
        '{"Message": "", "error_description": "d"}', 401, {"x-amzn-errortype": "Other"}),
    ans("oauth-none", "_map_oauth2_errors", "sso-oidc", "CreateToken", OIDC, '{"error": "e"}', 400),
    ans("oauth-broken", "_map_oauth2_errors", "sso-oidc", "CreateToken", OIDC, '{"error_description": "d"', 400),
    listing("v1", "ListObjects", URL + "<Prefix>p%20+</Prefix><Delimiter>%2F+</Delimiter><Marker>m+%2B</Marker>"
            "<NextMarker>n%C3%BC</NextMarker>" + CONTENTS),
    listing("v1-not-encoded", "ListObjects", "<Marker>m+%2B</Marker>" + CONTENTS),
    listing("v1-asked", "ListObjects", URL + "<Marker>m+%2B</Marker>" + CONTENTS, {"EncodingType": "url"}),
    listing("v2", "ListObjectsV2", URL + "<Prefix>p%20+</Prefix><Delimiter>%2F</Delimiter><StartAfter>s%FF%</StartAfter>"
            "<NextContinuationToken>1%2B+</NextContinuationToken>" + CONTENTS, handler="decode_list_object_v2"),
    listing("versions", "ListObjectVersions", URL + "<KeyMarker>a+b</KeyMarker><NextKeyMarker>c%2Fd</NextKeyMarker>"
            "<Prefix>%25</Prefix><Delimiter>+</Delimiter><VersionIdMarker>v+%20</VersionIdMarker>"
            "<Version><Key>k+1</Key><VersionId>x+y</VersionId></Version><DeleteMarker><Key>k%2B2</Key></DeleteMarker>"
            "<CommonPrefixes><Prefix>a+b/</Prefix></CommonPrefixes>", handler="decode_list_object_versions"),
]

REFUSALS = [
    *(req(f"bucket-{i}", "validate_bucket_name", "s3", "HeadBucket", {"Bucket": bucket}) for i, bucket in enumerate([
        "", "a/b", "../x", "a b", "\u00fc", "x.evil.com/#", "b?c", "b@c", "b:80", "b" * 256, "arn:aws:s3:::bucket", "arn:",
        "arn:aws:s3:eu-west-1:1:accesspoint/p", "arn:aws:s3:eu-west-1:123456789012:accesspoint/a/b", "a%2Fb", "b\\c"])),
    req("copy-no-key", "handle_copy_source_param", "s3", "CopyObject", {**BK, "CopySource": {"Bucket": "b"}}),
    req("copy-no-bucket", "handle_copy_source_param", "s3", "UploadPartCopy", {**PART, "CopySource": {"Key": "k"}}),
    req("copy-number", "handle_copy_source_param", "s3", "CopyObject", {"Bucket": "a b", "Key": "k", "CopySource": {}}),
    req("metadata-value", "validate_ascii_metadata", "s3", "PutObject", {**BK, "Metadata": {"a": "b", "k": "\u00fc"}}),
    req("metadata-key", "validate_ascii_metadata", "s3", "CreateMultipartUpload", {**BK, "Metadata": {"\u00e9": "x"}}),
    req("metadata-copy", "validate_ascii_metadata", "s3", "CopyObject", {**COPY, "Metadata": {"\u20ac": "\u20ac"}}),
]

CONFLICTS = [
    req("filter", "alias_parameter_in_call", "ec2", "DescribeHosts", {"Filters": [], "Filter": []}),
    req("from", "alias_parameter_in_call", "logs", "CreateExportTask", {"from": 1, "fromTime": 1}),
    req("return", "alias_parameter_in_call", "cloudsearchdomain", "Search", {"return": "a", "returnFields": "a", "query": "q"}),
]

SESSION = botocore.session.Session()
SESSION.set_credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")


def call(case, status=200, headers=None, body=b""):
    config = Config(retries={"total_max_attempts": 1}, inject_host_prefix=False,
                    response_checksum_validation="when_required")
    with mock.patch("botocore.utils.S3RegionRedirectorv2.register", lambda *_: None):
        client = SESSION.create_client(case["service"], "eu-west-1", endpoint_url=case["endpoint"], config=config)
    sent = []

    def stub(request, **_):
        sent.append(request)
        return AWSResponse(request.url, status, dict(headers or {}), Body(body))

    client.meta.events.register("before-send", stub)
    operation, params = case["operation"], copy.deepcopy(case["params"])
    environment = {k: v for k, v in os.environ.items() if "LAMBDA" not in k and "TRACE" not in k}
    with mock.patch("botocore.auth.get_current_datetime", lambda: NOW), \
            mock.patch("botocore.handlers.uuid.uuid4", lambda: TOKEN), \
            mock.patch.dict(os.environ, {**environment, **case["env"]}, clear=True):
        try:
            if operation[0].islower():
                result = getattr(client, operation)(**params), None
            else:
                result = client._make_api_call(operation, params), None
        except Exception as e:  # the fixture tells which
            result = None, e
    return sent, result, client


def described(case):
    params = plain(case["params"])
    if len(case["params"].get("body", "")) > 1000:
        params["body"] = len(case["params"]["body"])
    return {**{key: case[key] for key in ("id", "handler", "service", "operation", "endpoint", "env")}, "params": params}


def request_fixture(case):
    sent, (_, error), _ = call(case)
    if not sent:
        raise ValueError(f"{case}") from error
    sent = sent[-1]
    body = sent.body or b""
    body = body.read() if hasattr(body, "read") else body
    body = body.encode() if isinstance(body, str) else body
    fixture = {**described(case), "method": sent.method, "url": sent.url, "headers": {
        key.lower(): text(value) for key, value in sorted(sent.headers.items())
        if key.lower() not in ("user-agent", "content-length", "transfer-encoding") and not key.lower().startswith("amz-sdk-")}}
    if len(body) < 10000:
        fixture["body"] = base64.b64encode(body).decode()
    return fixture


def answer_fixture(case):
    sent, (result, error), client = call(case, case["status"], case["headers"], case["body"].encode())
    fixture = {**described(case), "status": case["status"], "headers": case["headers"], "body": case["body"]}
    if isinstance(error, ClientError):
        error.response.pop("ResponseMetadata")
        fixture["class"] = type(error).__name__
        fixture["error"] = dict(sorted(plain(error.response).items()))
        fixture["error"]["Error"] = dict(sorted(fixture["error"]["Error"].items()))
        fixture["message"] = str(error).replace(" (reached max retries: 0)", "")
    elif error is not None:
        raise error
    else:
        result.pop("ResponseMetadata")
        fixture["parsed"] = dict(sorted(expected(result).items()))
    return fixture


def refusal_fixture(case):
    sent, (_, error), _ = call(case)
    if sent or not isinstance(error, BotoCoreError):
        raise ValueError(f"{case}") from error
    return {**described(case), "message": str(error)}


def handlers():
    names = set()
    for event, handler, *_ in botocore.handlers.BUILTIN_HANDLERS:
        if not event.startswith("docs."):
            names.add(getattr(handler, "__name__", type(handler).__name__))
    return sorted(names)


def main():
    fixtures = {
        "handlers": handlers(),
        "requests": [request_fixture(case) for case in REQUESTS],
        "answers": [answer_fixture(case) for case in ANSWERS],
        "refusals": [refusal_fixture(case) for case in REFUSALS],
        "conflicts": [refusal_fixture(case) for case in CONFLICTS],
    }
    json.dump(fixtures, sys.stdout, indent=1, allow_nan=False, ensure_ascii=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
