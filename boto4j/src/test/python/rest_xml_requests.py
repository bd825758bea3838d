"""Calls botocore's clients of rest-xml services over a stubbed HTTP layer, and prints what it sent and understood.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base TZ=UTC \\
        python3 rest_xml_requests.py > ../resources/io/boto4j/botocore-rest-xml.json

AWS_DATA_PATH makes botocore read the very models boto4j was built with. Time and idempotency token are fixed as in
json_requests.py, whose stand-ins for what JSON lacks are used; {"$stream": base64} is a body that streams. The headers
are all that are signed, and Authorization. Requests go to one endpoint of our own, so the bucket stands in the
path; answers are not asked to bring a checksum.
"""

import base64
import copy
import json
import sys
from unittest import mock

import botocore.handlers
import botocore.session
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.exceptions import ClientError

from json_requests import NOW, TOKEN, WHEN, plain
from rest_json_requests import HARD, MICROS, UNSIGNED, Body, expected, text

ENDPOINT = "https://rest.example.com"
B = {"Bucket": "bucket"}
BK = {"Bucket": "bucket", "Key": "key"}
TEXT = "<a href=\"x\" b='y'>&amp; & ]]> \t \u00fc\u0080\u0085\u2028\ufffd\U0001f600"
LINES = "one\rtwo\nthree\r\nfour"
ACCOUNT = {"AccountId": "123456789012"}
S3C = "s3control"


def key(name, value):
    return "key-" + name, "s3", "GetObject", {"Bucket": "bucket", "Key": value}


def put_object(name, **params):
    return name, "s3", "PutObject", {**BK, **params}


GRANT = {"Grantee": {"ID": "canonical", "Type": "CanonicalUser", "DisplayName": "a & b"}, "Permission": "READ"}
DISTRIBUTION = {
    "CallerReference": "ref-1", "Comment": TEXT, "Enabled": True, "PriceClass": "PriceClass_100",
    "Aliases": {"Quantity": 2, "Items": ["a.example.com", "b.example.com"]}, "DefaultRootObject": "",
    "Origins": {"Quantity": 1, "Items": [{
        "Id": "o", "DomainName": "origin.example.com", "OriginPath": "", "ConnectionAttempts": 3,
        "CustomHeaders": {"Quantity": 1, "Items": [{"HeaderName": "X", "HeaderValue": "v"}]},
        "CustomOriginConfig": {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only",
                               "OriginSslProtocols": {"Quantity": 1, "Items": ["TLSv1.2"]}}}]},
    "OriginGroups": {"Quantity": 1, "Items": [{
        "Id": "g", "FailoverCriteria": {"StatusCodes": {"Quantity": 2, "Items": [500, 502]}},
        "Members": {"Quantity": 2, "Items": [{"OriginId": "o"}, {"OriginId": "p"}]}}]},
    "DefaultCacheBehavior": {
        "TargetOriginId": "o", "ViewerProtocolPolicy": "redirect-to-https", "Compress": False, "MinTTL": 0,
        "AllowedMethods": {"Quantity": 2, "Items": ["GET", "HEAD"],
                           "CachedMethods": {"Quantity": 2, "Items": ["GET", "HEAD"]}}},
    "CustomErrorResponses": {"Quantity": 0, "Items": []},
}

REQUESTS = [
    # The path: a key's bytes go out as they are.
    key("plain", "a/b.txt"), key("double-slash", "a//b"), key("leading-slash", "/a"), key("leading-slashes", "//a"),
    key("trailing-slash", "a/"), key("dots", "../x"), key("dots-inside", "a/../../b/./c"), key("dots-alone", ".."),
    key("dot", "."), key("slash", "/"), key("blanks", " a  b "), key("plus", "a+b"), key("percent", "100%"),
    key("percent-encoded", "a%2Fb%20"), key("emoji", "\U0001f600/\u00fc"), key("question", "a?b#c&d=e"),
    key("hard", HARD), key("tilde", "~a~"), key("newline", "a\r\nb\t"), key("control", "\u0001\u007f\u0080"),
    key("backslash", "a\\b"), key("colon", "a:b@c"), key("long", "k" * 1024), key("combining", "e\u0301\u00e9"),
    ("bucket", "s3", "HeadBucket", B),
    ("bucket-dots", "s3", "HeadBucket", {"Bucket": "my.bucket-1"}),
    ("bucket-odd", "s3", "HeadBucket", {"Bucket": "Old_Bucket"}),
    ("no-bucket", "s3", "ListBuckets", {}),
    ("list-buckets", "s3", "ListBuckets", {"MaxBuckets": 3, "Prefix": "a/b", "BucketRegion": "eu-west-1"}),
    # The query.
    ("list", "s3", "ListObjectsV2", B),
    ("list-all", "s3", "ListObjectsV2", {
        **B, "Prefix": HARD, "Delimiter": "/", "MaxKeys": 7, "ContinuationToken": "1/+==", "FetchOwner": True,
        "StartAfter": "\u00fc", "OptionalObjectAttributes": ["RestoreStatus"], "RequestPayer": "requester"}),
    ("list-empty", "s3", "ListObjectsV2", {**B, "Prefix": "", "Delimiter": ""}),
    ("list-versions", "s3", "ListObjectVersions", {**B, "KeyMarker": "k", "VersionIdMarker": "v"}),
    ("list-v1", "s3", "ListObjects", {**B, "Marker": "m"}),
    ("get-version", "s3", "GetObject", {**BK, "VersionId": "null", "PartNumber": 2, "Range": "bytes=0-9"}),
    ("get-overrides", "s3", "GetObject", {
        **BK, "ResponseContentType": "text/plain; charset=utf-8", "ResponseExpires": WHEN,
        "ResponseContentDisposition": "attachment; filename=\"a b.txt\"", "IfModifiedSince": MICROS,
        "IfUnmodifiedSince": WHEN, "IfNoneMatch": "\"e\""}),
    ("list-parts", "s3", "ListParts", {**BK, "UploadId": "u/+=", "PartNumberMarker": 5, "MaxParts": 10}),
    ("list-uploads", "s3", "ListMultipartUploads", {**B, "Delimiter": "/", "UploadIdMarker": "u"}),
    ("attributes", "s3", "GetObjectAttributes", {**BK, "ObjectAttributes": ["ETag", "ObjectParts"], "MaxParts": 1}),
    ("location", "s3", "GetBucketLocation", B),
    ("get-acl", "s3", "GetBucketAcl", B),
    ("head", "s3", "HeadObject", {**BK, "ChecksumMode": "ENABLED"}),
    ("delete", "s3", "DeleteObject", {**BK, "BypassGovernanceRetention": True, "MFA": "serial 123456"}),
    ("delete-if", "s3", "DeleteObject", {**BK, "IfMatchLastModifiedTime": WHEN, "IfMatchSize": 5}),
    ("torrent", "s3", "GetObjectTorrent", BK),
    # Bodies that are bytes, and headers.
    put_object("put"), put_object("put-empty", Body=b""), put_object("put-bytes", Body=bytes(range(256))),
    put_object("put-headers", Body=b"x", ContentType="text/plain", CacheControl="max-age=0", ACL="private",
               ContentLanguage="de, en", Expires=WHEN, StorageClass="STANDARD_IA", Tagging="a=b&c=d",
               ObjectLockRetainUntilDate=MICROS, ObjectLockMode="GOVERNANCE", BucketKeyEnabled=True,
               ServerSideEncryption="aws:kms", SSEKMSKeyId="arn:aws:kms:eu-west-1:1:key/k", IfNoneMatch="*"),
    put_object("put-metadata", Body=b"x", Metadata={"one": "1", "Two-Words": " b  c ", "empty": ""}),
    put_object("put-metadata-empty", Body=b"x", Metadata={}),
    ("upload-part", "s3", "UploadPart", {**BK, "UploadId": "u", "PartNumber": 1, "Body": b"part"}),
    ("policy", "s3", "PutBucketPolicy", {**B, "Policy": "{\"Version\": \"2012-10-17\"}"}),
    ("copy", "s3", "CopyObject", {**BK, "CopySource": "other/key%20x?versionId=1", "MetadataDirective": "REPLACE",
                                  "CopySourceIfModifiedSince": WHEN, "Metadata": {"a": "b"}}),
    ("copy-part", "s3", "UploadPartCopy", {**BK, "CopySource": "o/k", "CopySourceRange": "bytes=0-1",
                                           "PartNumber": 3, "UploadId": "u"}),
    # XML.
    ("create-bucket", "s3", "CreateBucket", {**B, "CreateBucketConfiguration": {"LocationConstraint": "eu-west-1"}}),
    ("create-bucket-plain", "s3", "CreateBucket", B),
    ("create-bucket-empty", "s3", "CreateBucket", {**B, "CreateBucketConfiguration": {}}),
    ("create-bucket-tags", "s3", "CreateBucket", {**B, "CreateBucketConfiguration": {
        "Tags": [{"Key": "a", "Value": ""}, {"Key": TEXT, "Value": "\ud7ff\ue000"}]}, "ACL": "private"}),
    ("create-upload", "s3", "CreateMultipartUpload", {**BK, "ContentType": "a/b", "ChecksumAlgorithm": "CRC32"}),
    ("complete-upload", "s3", "CompleteMultipartUpload", {**BK, "UploadId": "u", "MultipartUpload": {"Parts": [
        {"ETag": "\"e1\"", "PartNumber": 1}, {"PartNumber": 2, "ETag": "'e2'", "ChecksumCRC32": "AAAAAA=="}]}}),
    ("complete-upload-unset", "s3", "CompleteMultipartUpload", {**BK, "UploadId": "u"}),
    ("complete-upload-no-parts", "s3", "CompleteMultipartUpload", {
        **BK, "UploadId": "u", "MultipartUpload": {"Parts": []}}),
    ("abort-upload", "s3", "AbortMultipartUpload", {**BK, "UploadId": "u", "IfMatchInitiatedTime": WHEN}),
    ("delete-objects", "s3", "DeleteObjects", {**B, "Delete": {"Quiet": True, "Objects": [
        {"Key": "a//b"}, {"Key": TEXT, "VersionId": "v"}, {"Key": " ../x "}, {"Key": LINES}, {"Key": "a+b%"},
        {"Key": "k", "Size": 9007199254740993, "LastModifiedTime": MICROS, "ETag": "e"}]}}),
    ("delete-objects-order", "s3", "DeleteObjects", {**B, "Delete": {"Objects": [{"VersionId": "v", "Key": "k"}]}}),
    ("lifecycle", "s3", "PutBucketLifecycleConfiguration", {**B, "LifecycleConfiguration": {"Rules": [
        {"ID": LINES, "Status": "Enabled", "Filter": {"And": {
            "Prefix": "p/", "Tags": [{"Key": "k", "Value": "v"}], "ObjectSizeGreaterThan": 5}},
         "Expiration": {"Date": WHEN}, "Transitions": [{"Days": 1, "StorageClass": "GLACIER"},
                                                       {"Date": MICROS, "StorageClass": "DEEP_ARCHIVE"}]},
        {"Status": "Disabled", "Filter": {"Prefix": ""}, "Expiration": {"ExpiredObjectDeleteMarker": True},
         "NoncurrentVersionExpiration": {"NoncurrentDays": 3}}]}}),
    ("acl", "s3", "PutBucketAcl", {**B, "AccessControlPolicy": {
        "Grants": [GRANT, {"Permission": "WRITE", "Grantee": {
            "Type": "Group", "URI": "http://acs.amazonaws.com/groups/global/AllUsers"}}],
        "Owner": {"ID": "o"}}}),
    ("acl-attribute-first", "s3", "PutObjectAcl", {**BK, "AccessControlPolicy": {"Grants": [
        {"Grantee": {"Type": "A<&>\"'\r\n\tb", "EmailAddress": "a@b"}}]}}),
    ("acl-grant-headers", "s3", "PutBucketAcl", {**B, "GrantRead": "id=\"a\", id=\"b\""}),
    ("tagging", "s3", "PutObjectTagging", {**BK, "Tagging": {"TagSet": [{"Key": "a", "Value": "b"}]}}),
    ("tagging-empty", "s3", "PutObjectTagging", {**BK, "Tagging": {"TagSet": []}}),
    ("cors", "s3", "PutBucketCors", {**B, "CORSConfiguration": {"CORSRules": [{
        "AllowedMethods": ["GET", "PUT"], "AllowedOrigins": ["*"], "AllowedHeaders": [], "MaxAgeSeconds": 0}]}}),
    ("website", "s3", "PutBucketWebsite", {**B, "WebsiteConfiguration": {
        "IndexDocument": {"Suffix": "index.html"}, "RoutingRules": [{"Redirect": {"ReplaceKeyWith": "x"}}]}}),
    ("notification", "s3", "PutBucketNotificationConfiguration", {
        **B, "SkipDestinationValidation": True, "NotificationConfiguration": {"LambdaFunctionConfigurations": [{
            "LambdaFunctionArn": "arn", "Events": ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"],
            "Filter": {"Key": {"FilterRules": [{"Name": "prefix", "Value": "a"}]}}}], "EventBridgeConfiguration": {}}}),
    ("versioning", "s3", "PutBucketVersioning", {**B, "VersioningConfiguration": {
        "Status": "Enabled", "MFADelete": "Disabled"}, "MFA": "m"}),
    ("encryption", "s3", "PutBucketEncryption", {**B, "ServerSideEncryptionConfiguration": {"Rules": [{
        "ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": False}]}}),
    ("replication", "s3", "PutBucketReplication", {**B, "ReplicationConfiguration": {"Role": "r", "Rules": [{
        "Status": "Enabled", "Priority": 1, "Destination": {"Bucket": "arn:aws:s3:::b", "Metrics": {
            "Status": "Enabled", "EventThreshold": {"Minutes": 15}}},
        "DeleteMarkerReplication": {"Status": "Disabled"}}]}}),
    ("public-access", "s3", "PutPublicAccessBlock", {**B, "PublicAccessBlockConfiguration": {
        "BlockPublicAcls": True, "IgnorePublicAcls": False}}),
    ("retention", "s3", "PutObjectRetention", {**BK, "Retention": {"Mode": "GOVERNANCE", "RetainUntilDate": MICROS}}),
    ("restore", "s3", "RestoreObject", {**BK, "RestoreRequest": {
        "Days": 1, "OutputLocation": {"S3": {
            "BucketName": "b", "Prefix": "p", "AccessControlList": [GRANT],
            "UserMetadata": [{"Name": "n", "Value": "v"}]}}}}),
    ("inventory", "s3", "PutBucketInventoryConfiguration", {**B, "Id": "i d", "InventoryConfiguration": {
        "Id": "i d", "IsEnabled": True, "IncludedObjectVersions": "All", "OptionalFields": ["Size", "ETag"],
        "Schedule": {"Frequency": "Daily"}, "Destination": {"S3BucketDestination": {
            "Bucket": "arn:aws:s3:::b", "Format": "CSV", "Encryption": {"SSES3": {}}}}}}),
    ("logging", "s3", "PutBucketLogging", {**B, "BucketLoggingStatus": {"LoggingEnabled": {
        "TargetBucket": "b", "TargetPrefix": "", "TargetGrants": [GRANT]}}}),
    ("logging-off", "s3", "PutBucketLogging", {**B, "BucketLoggingStatus": {}}),
    # S3 Control.
    ("control-block", S3C, "PutPublicAccessBlock", {
        **ACCOUNT, "PublicAccessBlockConfiguration": {"BlockPublicAcls": True}}),
    ("control-job", S3C, "CreateJob", {
        **ACCOUNT, "ConfirmationRequired": False, "Priority": 10, "RoleArn": "r", "Description": TEXT,
        "Operation": {"S3PutObjectCopy": {"TargetResource": "t", "NewObjectMetadata": {
            "UserMetadata": {"k1": "v1", "k2": ""}, "ContentLength": 5}, "ModifiedSinceConstraint": WHEN}},
        "Report": {"Enabled": False}, "Tags": [{"Key": "a", "Value": "b"}],
        "Manifest": {"Spec": {"Format": "S3BatchOperations_CSV_20180820", "Fields": ["Bucket", "Key"]},
                     "Location": {"ObjectArn": "arn", "ETag": "e"}}}),
    ("control-job-map-empty", S3C, "CreateJob", {
        **ACCOUNT, "Operation": {"LambdaInvoke": {"UserArguments": {}, "FunctionArn": "f"}}, "Priority": 1,
        "RoleArn": "r", "Report": {"Enabled": True}, "ClientRequestToken": "mine"}),
    ("control-access-point", S3C, "CreateAccessPoint", {**ACCOUNT, "Name": "access-point", "Bucket": "bucket", "VpcConfiguration": {
        "VpcId": "vpc-1"}}),
    ("control-access-point-policy", S3C, "PutAccessPointPolicy", {**ACCOUNT, "Name": "access-point", "Policy": "{\"a\": [1]}"}),
    ("control-list", S3C, "ListAccessPoints", {**ACCOUNT, "Bucket": "bucket", "MaxResults": 5, "NextToken": "a b"}),
    ("control-tag", S3C, "TagResource", {**ACCOUNT, "ResourceArn": "arn:aws:s3:eu-west-1:1:storage-lens-group/x",
                                         "Tags": [{"Key": "k", "Value": "v"}]}),
    ("control-untag", S3C, "UntagResource", {**ACCOUNT, "ResourceArn": "arn:a/b", "TagKeys": ["a b", "c"]}),
    ("control-mrap", S3C, "CreateMultiRegionAccessPoint", {**ACCOUNT, "Details": {
        "Name": "name", "Regions": [{"Bucket": "bucket-a"}, {"Bucket": "bucket-b"}]}}),
    ("control-describe-job", S3C, "DescribeJob", {**ACCOUNT, "JobId": "job-1"}),
    ("control-jobs", S3C, "ListJobs", {**ACCOUNT, "JobStatuses": ["Active", "New"], "MaxResults": 1}),
    # CloudFront.
    ("cf-create", "cloudfront", "CreateDistribution", {"DistributionConfig": DISTRIBUTION}),
    ("cf-create-tags", "cloudfront", "CreateDistributionWithTags", {"DistributionConfigWithTags": {
        "DistributionConfig": DISTRIBUTION, "Tags": {"Items": [{"Key": "k"}]}}}),
    ("cf-update", "cloudfront", "UpdateDistribution", {
        "Id": "E 1", "IfMatch": "E2", "DistributionConfig": DISTRIBUTION}),
    ("cf-get", "cloudfront", "GetDistribution", {"Id": "E1"}),
    ("cf-list", "cloudfront", "ListDistributions", {"MaxItems": "5", "Marker": "m"}),
    ("cf-delete", "cloudfront", "DeleteDistribution", {"Id": "E1", "IfMatch": "E2"}),
    ("cf-invalidate", "cloudfront", "CreateInvalidation", {"DistributionId": "E1", "InvalidationBatch": {
        "Paths": {"Quantity": 2, "Items": ["/*", "/a b?c=<d>&e"]}, "CallerReference": "r"}}),
    ("cf-tag", "cloudfront", "TagResource", {"Resource": "arn:aws:cloudfront::1:distribution/E1", "Tags": {
        "Items": [{"Key": "k", "Value": "v"}]}}),
    ("cf-function", "cloudfront", "CreateFunction", {
        "Name": "f", "FunctionConfig": {"Comment": "c", "Runtime": "cloudfront-js-2.0"},
        "FunctionCode": b"function handler(event) {\n\treturn \"\xc3\xbc\";\n}\x00\xff"}),
    ("cf-function-empty", "cloudfront", "CreateFunction", {
        "Name": "f", "FunctionConfig": {"Comment": "", "Runtime": "cloudfront-js-2.0"}, "FunctionCode": b""}),
    ("cf-test-function", "cloudfront", "TestFunction", {
        "Name": "f", "IfMatch": "e", "Stage": "DEVELOPMENT", "EventObject": b"{}"}),
    ("cf-key", "cloudfront", "CreatePublicKey", {"PublicKeyConfig": {
        "CallerReference": "r", "Name": "n", "EncodedKey": "-----BEGIN"}}),
    ("cf-policy", "cloudfront", "CreateResponseHeadersPolicy", {"ResponseHeadersPolicyConfig": {
        "Name": "n", "ServerTimingHeadersConfig": {"Enabled": True, "SamplingRate": 12.5}}}),
    ("cf-policy-whole", "cloudfront", "CreateResponseHeadersPolicy", {"ResponseHeadersPolicyConfig": {
        "Name": "n", "ServerTimingHeadersConfig": {"Enabled": True, "SamplingRate": 100}}}),
    ("cf-policy-tiny", "cloudfront", "CreateResponseHeadersPolicy", {"ResponseHeadersPolicyConfig": {
        "Name": "n", "ServerTimingHeadersConfig": {"Enabled": True, "SamplingRate": 1e-7}}}),
    ("cf-alias", "cloudfront", "AssociateAlias", {"TargetDistributionId": "E1", "Alias": "a.example.com"}),
    ("cf-members", "cloudfront", "ListDistributionsByRealtimeLogConfig", {"MaxItems": "1", "RealtimeLogConfigName": "n"}),
    ("cf-members-none", "cloudfront", "ListDistributionsByRealtimeLogConfig", {}),
    ("cf-realtime", "cloudfront", "CreateRealtimeLogConfig", {
        "Name": "n", "SamplingRate": 100, "Fields": ["timestamp", "c-ip"], "EndPoints": [
            {"StreamType": "Kinesis", "KinesisStreamConfig": {"RoleARN": "r", "StreamARN": "s"}}]}),
    # Route 53.
    ("r53-change", "route53", "ChangeResourceRecordSets", {"HostedZoneId": "Z1", "ChangeBatch": {
        "Comment": TEXT, "Changes": [
            {"Action": "UPSERT", "ResourceRecordSet": {
                "Name": "\\052.example.com.", "Type": "TXT", "TTL": 60, "ResourceRecords": [
                    {"Value": "\"v=spf1 include:_spf.example.com ~all\""}, {"Value": "\"b\""}]}},
            {"Action": "DELETE", "ResourceRecordSet": {
                "Name": "a.example.com", "Type": "A", "SetIdentifier": "s", "Weight": 0, "AliasTarget": {
                    "HostedZoneId": "Z2", "DNSName": "x.elb.amazonaws.com.", "EvaluateTargetHealth": False}}}]}}),
    ("r53-create", "route53", "CreateHostedZone", {
        "Name": "example.com", "CallerReference": "r", "HostedZoneConfig": {"Comment": "c", "PrivateZone": True},
        "VPC": {"VPCRegion": "eu-west-1", "VPCId": "v"}}),
    ("r53-list", "route53", "ListResourceRecordSets", {
        "HostedZoneId": "Z1", "StartRecordName": "a.example.com.", "StartRecordType": "A", "MaxItems": "1"}),
    ("r53-get", "route53", "GetHostedZone", {"Id": "Z1"}),
    ("r53-zones", "route53", "ListHostedZones", {}),
    ("r53-health", "route53", "CreateHealthCheck", {"CallerReference": "r", "HealthCheckConfig": {
        "Type": "CALCULATED", "ChildHealthChecks": ["a", "b"], "HealthThreshold": 1, "Inverted": False,
        "Regions": ["us-east-1", "us-west-2", "eu-west-1"]}}),
    ("r53-tags", "route53", "ChangeTagsForResource", {
        "ResourceType": "hostedzone", "ResourceId": "Z1", "AddTags": [{"Key": "a", "Value": "b"}],
        "RemoveTagKeys": ["x", "y"]}),
    ("r53-cidr", "route53", "ChangeCidrCollection", {"Id": "0" * 8, "Changes": [
        {"LocationName": "l", "Action": "PUT", "CidrList": ["10.0.0.0/8"]}]}),
    ("r53-dns", "route53", "TestDNSAnswer", {"HostedZoneId": "Z1", "RecordName": "a.b", "RecordType": "A"}),
]

XML = {"Content-Type": "application/xml", "x-amz-request-id": "REQ-1", "x-amz-id-2": "HOST/+="}
R53 = {"Content-Type": "text/xml", "x-amzn-RequestId": "REQ-2"}
NS = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def answer(name, service, operation, params, status, body, headers=XML):
    return name, service, operation, params, status, dict(headers), body if isinstance(body, bytes) else body.encode()


def s3(name, operation, body, status=200, headers=XML, params=None):
    return answer(name, "s3", operation, BK if params is None else params, status, body, headers)


UPLOAD = {**BK, "UploadId": "u"}
COPY = {**BK, "CopySource": "a/b"}
SLOW = HEAD + "<Error><Code>SlowDown</Code><Message>Please reduce</Message><RequestId>R</RequestId></Error>"

ANSWERS = [
    s3("list", "ListObjectsV2", HEAD + f"""<ListBucketResult {NS}><Name>bucket</Name><Prefix></Prefix><KeyCount>2</KeyCount>
  <MaxKeys>1000</MaxKeys><IsTruncated>true</IsTruncated><NextContinuationToken>1/x==</NextContinuationToken>
  <Contents><Key>a//b &amp; &lt;c&gt; &#x1F600; \u00fc</Key><LastModified>2026-01-02T03:04:05.678Z</LastModified>
   <ETag>&quot;e&quot;</ETag><Size>9007199254740993</Size><StorageClass>STANDARD</StorageClass>
   <ChecksumAlgorithm>CRC32</ChecksumAlgorithm><Owner><ID>o</ID></Owner></Contents>
  <CommonPrefixes><Prefix>p/</Prefix></CommonPrefixes>
  <Contents><Key> ../x </Key><Size>0</Size><ChecksumAlgorithm>A</ChecksumAlgorithm><ChecksumAlgorithm>B</ChecksumAlgorithm>
  </Contents><Unknown><Key>z</Key></Unknown></ListBucketResult>""", params=B),
    s3("list-none", "ListObjectsV2", f"<ListBucketResult {NS}><Name>bucket</Name><IsTruncated>false</IsTruncated>"
                                     "</ListBucketResult>", params=B),
    s3("list-prefixed", "ListObjectsV2", '<s:ListBucketResult xmlns:s="u"><s:Name>n</s:Name></s:ListBucketResult>', params=B),
    s3("list-empty-root", "ListObjectsV2", "<ListBucketResult/>", params=B),
    s3("list-empty-body", "ListObjectsV2", "", params=B),
    s3("list-header", "ListObjectsV2", "<R><Name>n</Name><RequestCharged>body</RequestCharged></R>",
       headers={**XML, "x-amz-request-charged": "requester"}, params=B),
    s3("list-no-header", "ListObjectsV2", "<R><Name>n</Name><RequestCharged>body</RequestCharged></R>", params=B),
    s3("buckets", "ListBuckets", f"<ListAllMyBucketsResult {NS}><Owner><ID>o</ID></Owner><Buckets><Bucket><Name>a</Name>"
       "<CreationDate>2026-01-02T03:04:05.000Z</CreationDate></Bucket><Bucket><Name>b</Name></Bucket></Buckets>"
       "</ListAllMyBucketsResult>", params={}),
    s3("buckets-none", "ListBuckets", "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>", params={}),
    s3("location", "GetBucketLocation", HEAD + f"<LocationConstraint {NS}>eu-west-1</LocationConstraint>", params=B),
    s3("acl", "GetBucketAcl", f"""<AccessControlPolicy {NS}><Owner><ID>o</ID></Owner><AccessControlList><Grant>
        <Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>i</ID></Grantee>
        <Permission>FULL_CONTROL</Permission></Grant></AccessControlList></AccessControlPolicy>""", params=B),
    s3("get", "GetObject", bytes(range(256)), headers={
        **XML, "Content-Length": "256", "ETag": "\"e\"", "Last-Modified": "Fri, 02 Jan 2026 03:04:05 GMT",
        "x-amz-meta-One": "1", "X-Amz-Meta-two": "b c", "x-amz-version-id": "v", "x-amz-delete-marker": "false",
        "x-amz-mp-parts-count": "3", "Content-Type": "text/plain"}),
    s3("get-error-text", "GetObject", SLOW),
    s3("get-partial", "GetObject", b"ab", 206, {**XML, "Content-Range": "bytes 0-1/9", "Content-Length": "2"}),
    s3("head", "HeadObject", "", headers={
        **XML, "Content-Length": "9007199254740993", "Expires": "Fri, 02 Jan 2026 03:04:05 GMT",
        "x-amz-server-side-encryption-bucket-key-enabled": "true", "x-amz-object-lock-retain-until-date": "2026-01-02T03:04:05.678Z"}),
    s3("put", "PutObject", "", headers={**XML, "ETag": "\"e\"", "x-amz-expiration": "expiry-date=\"x\", rule-id=\"y\""}),
    s3("delete", "DeleteObject", "", 204, {**XML, "x-amz-delete-marker": "true", "x-amz-version-id": "v"}),
    s3("delete-objects", "DeleteObjects", f"<DeleteResult {NS}><Deleted><Key>a</Key></Deleted><Error><Key>b</Key>"
       "<Code>AccessDenied</Code><Message/></Error><Deleted><Key>c</Key><DeleteMarker>true</DeleteMarker></Deleted>"
       "</DeleteResult>", params={**B, "Delete": {"Objects": [{"Key": "a"}]}}),
    s3("policy", "GetBucketPolicy", "{\"Statement\": \"\u00fc\"}", params=B),
    s3("policy-error-text", "GetBucketPolicy", SLOW, params=B),
    s3("policy-status", "GetBucketPolicyStatus", "<PolicyStatus><IsPublic>TRUE</IsPublic></PolicyStatus>", params=B),
    s3("policy-status-true", "GetBucketPolicyStatus", "<PolicyStatus><IsPublic>true</IsPublic></PolicyStatus>", params=B),
    s3("payload-empty", "GetBucketPolicyStatus", "", params=B),
    s3("create-bucket", "CreateBucket", "", headers={**XML, "Location": "/bucket"}, params=B),
    s3("create-upload", "CreateMultipartUpload", f"<InitiateMultipartUploadResult {NS}><Bucket>bucket</Bucket><Key>key</Key>"
       "<UploadId>u+/=</UploadId></InitiateMultipartUploadResult>", headers={
           **XML, "x-amz-abort-date": "Fri, 02 Jan 2026 03:04:05 GMT", "x-amz-abort-rule-id": "r"}),
    s3("tagging", "GetObjectTagging", f"<Tagging {NS}><TagSet><Tag><Key>k</Key><Value></Value></Tag></TagSet></Tagging>"),
    s3("lifecycle", "GetBucketLifecycleConfiguration", f"""<LifecycleConfiguration {NS}><Rule><ID>one</ID><Filter><And>
        <Prefix>p</Prefix><Tag><Key>k</Key><Value>v</Value></Tag></And></Filter><Status>Enabled</Status><Expiration>
        <Date>2026-01-02T00:00:00.000Z</Date></Expiration></Rule></LifecycleConfiguration>""", params=B),
    s3("attributes", "GetObjectAttributes", f"<GetObjectAttributesResponse {NS}><ETag>e</ETag><ObjectParts><PartsCount>2"
       "</PartsCount><Part><PartNumber>1</PartNumber><Size>5</Size></Part><Part><PartNumber>2</PartNumber></Part>"
       "</ObjectParts><ObjectSize>10</ObjectSize></GetObjectAttributesResponse>", params={
           **BK, "ObjectAttributes": ["ETag"]}, headers={**XML, "Last-Modified": "2026-01-02T03:04:05Z"}),
    s3("copy", "CopyObject", f"<CopyObjectResult {NS}><LastModified>2026-01-02T03:04:05.000Z</LastModified><ETag>"
       "&quot;e&quot;</ETag></CopyObjectResult>", params=COPY, headers={**XML, "x-amz-copy-source-version-id": "v"}),
    s3("restored", "RestoreObject", "", 202, {**XML, "x-amz-restore-output-path": "p"}),
    s3("complete", "CompleteMultipartUpload", f"{HEAD}   \n\n <CompleteMultipartUploadResult {NS}><Location>l</Location>"
       "<ETag>e-1</ETag></CompleteMultipartUploadResult>", params=UPLOAD),
    # S3's errors behind 200.
    s3("200-copy", "CopyObject", SLOW, params=COPY),
    s3("200-part-copy", "UploadPartCopy", SLOW, params={**COPY, "PartNumber": 1, "UploadId": "u"}),
    s3("200-complete", "CompleteMultipartUpload", SLOW.replace("\n", "\n      "), params=UPLOAD),
    s3("200-complete-internal", "CompleteMultipartUpload", "<Error><Code>InternalError</Code><Message>We encountered an "
       "internal error. Please try again.</Message><HostId>H</HostId><Extra>x</Extra></Error>", params=UPLOAD),
    s3("200-list", "ListObjectsV2", SLOW, params=B),
    s3("200-delete-objects", "DeleteObjects", SLOW, params={**B, "Delete": {"Objects": [{"Key": "a"}]}}),
    s3("200-truncated", "CompleteMultipartUpload", f"{HEAD}<CompleteMultipartUploadResult {NS}><Location>", params=UPLOAD),
    s3("200-truncated-blanks", "CompleteMultipartUpload", "    \n", params=UPLOAD),
    s3("200-truncated-error", "CopyObject", "<Error><Code>SlowDown</Code>", params=COPY),
    s3("200-text", "CopyObject", "oops", params=COPY),
    s3("200-empty", "CompleteMultipartUpload", "", params=UPLOAD),
    s3("200-comment-after", "CompleteMultipartUpload", "<R><ETag>e</ETag></R><!-- c -->", params=UPLOAD),
    s3("200-empty-root", "CompleteMultipartUpload", "<R />\n", params=UPLOAD),
    s3("200-no-output", "DeleteBucket", SLOW, params=B),
    # Errors.
    s3("error", "GetObject", HEAD + "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>"
       "<Key>a &amp; b</Key><RequestId>R</RequestId><HostId>H</HostId></Error>", 404),
    s3("error-bucket", "ListObjectsV2", "<Error><Code>NoSuchBucket</Code><Message>m</Message><BucketName>b</BucketName>"
       "</Error>", 404, params=B),
    s3("error-modelled", "GetObject", "<Error><Code>InvalidObjectState</Code><Message>m</Message><StorageClass>GLACIER"
       "</StorageClass><AccessTier>ARCHIVE_ACCESS</AccessTier></Error>", 403),
    s3("error-nested", "GetObject", "<Error><Code>C</Code><Message>m</Message><Detail><A>1</A><B>2</B></Detail></Error>", 400),
    s3("error-redirect", "HeadBucket", "", 301, {**XML, "x-amz-bucket-region": "eu-west-1"}, params=B),
    s3("error-redirect-body", "ListObjectsV2", "<Error><Code>PermanentRedirect</Code><Message>m</Message><Endpoint>"
       "b.s3.eu-west-1.amazonaws.com</Endpoint><Bucket>b</Bucket></Error>", 301, params=B),
    s3("error-head-404", "HeadObject", "", 404),
    s3("error-head-403", "HeadObject", "", 403),
    s3("error-head-400", "HeadBucket", "", 400, params=B),
    s3("error-not-modified", "GetObject", "", 304),
    s3("error-precondition", "PutObject", "<Error><Code>PreconditionFailed</Code><Message>m</Message><Condition>If-Match"
       "</Condition></Error>", 412),
    s3("error-unparsable", "ListObjectsV2", "<Error><Code>X</Code>", 400, params=B),
    s3("error-text", "ListObjectsV2", "Forbidden", 403, params=B),
    s3("error-503-empty", "GetObject", "", 503),
    s3("error-503-html", "GetObject", "<html><body>Slow</body></html>", 503),
    s3("error-503", "GetObject", SLOW, 503),
    s3("error-no-headers", "DeleteObject", "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
       403, {}),
    s3("error-wrapped", "ListObjectsV2", "<ErrorResponse><Error><Code>C</Code><Message>m</Message></Error><RequestId>R"
       "</RequestId></ErrorResponse>", 400, R53, params=B),
    # S3 Control.
    answer("control-job", S3C, "DescribeJob", {**ACCOUNT, "JobId": "job-1"}, 200, """<DescribeJobResult xmlns="u"><Job><JobId>job-1</JobId><Operation><LambdaInvoke><UserArguments><entry><key>a</key><value>1</value></entry><entry><key>b</key><value/>
</entry></UserArguments></LambdaInvoke></Operation><FailureReasons><member><FailureCode>c</FailureCode></member>
</FailureReasons><Priority>5</Priority></Job></DescribeJobResult>"""),
    answer("control-error", S3C, "GetPublicAccessBlock", ACCOUNT, 404, '<ErrorResponse xmlns="http://u/"><Error>'
           "<Code>NoSuchPublicAccessBlockConfiguration</Code><Message>m</Message><AccountId>1</AccountId></Error>"
           "<RequestId>BODY</RequestId></ErrorResponse>", R53),
    answer("control-200-error", S3C, "ListAccessPoints", ACCOUNT, 200, "<ListAccessPointsResult/>"),
    # CloudFront.
    answer("cf-list", "cloudfront", "ListDistributions", {}, 200, """<DistributionList xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">
<Marker></Marker><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated><Quantity>1</Quantity><Items><DistributionSummary>
<Id>E1</Id><LastModifiedTime>2026-01-02T03:04:05.678Z</LastModifiedTime><Aliases><Quantity>1</Quantity><Items><CNAME>a</CNAME>
</Items></Aliases><OriginGroups><Quantity>1</Quantity><Items><OriginGroup><Id>g</Id><FailoverCriteria><StatusCodes>
<Quantity>2</Quantity><Items><StatusCode>500</StatusCode><StatusCode>502</StatusCode></Items></StatusCodes>
</FailoverCriteria></OriginGroup></Items></OriginGroups></DistributionSummary></Items></DistributionList>""", R53),
    answer("cf-created", "cloudfront", "CreateInvalidation", {"DistributionId": "E1", "InvalidationBatch": {
        "Paths": {"Quantity": 0}, "CallerReference": "r"}}, 201, "<Invalidation><Id>I</Id><Status>InProgress</Status>"
        "<CreateTime>2026-01-02T03:04:05Z</CreateTime></Invalidation>", {**R53, "Location": "https://x/I"}),
    answer("cf-rate", "cloudfront", "GetResponseHeadersPolicyConfig", {"Id": "p"}, 200, "<ResponseHeadersPolicyConfig>"
           "<Name>n</Name><ServerTimingHeadersConfig><Enabled>true</Enabled><SamplingRate>12.5</SamplingRate>"
           "</ServerTimingHeadersConfig></ResponseHeadersPolicyConfig>", {**R53, "ETag": "E"}),
    answer("cf-function", "cloudfront", "GetFunction", {"Name": "f"}, 200, b"code\x00\xff", {
        **R53, "ETag": "E", "Content-Type": "application/octet-stream", "Content-Length": "6"}),
    answer("cf-error", "cloudfront", "GetDistribution", {"Id": "E1"}, 404, '<?xml version="1.0"?>\n<ErrorResponse '
           'xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type><Code>NoSuchDistribution'
           "</Code><Message>The specified distribution does not exist.</Message></Error><RequestId>BODY</RequestId>"
           "</ErrorResponse>", R53),
    answer("cf-no-content", "cloudfront", "DeleteDistribution", {"Id": "E1", "IfMatch": "e"}, 204, "", R53),
    # Route 53.
    answer("r53-records", "route53", "ListResourceRecordSets", {"HostedZoneId": "Z1"}, 200, """<ListResourceRecordSetsResponse
xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ResourceRecordSets><ResourceRecordSet><Name>\\052.example.com.</Name>
<Type>TXT</Type><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>"a"</Value></ResourceRecord></ResourceRecords>
</ResourceRecordSet><ResourceRecordSet><Name>b.</Name><AliasTarget><HostedZoneId>Z</HostedZoneId><EvaluateTargetHealth>true</EvaluateTargetHealth>
</AliasTarget></ResourceRecordSet></ResourceRecordSets><IsTruncated>false</IsTruncated>
<MaxItems>100</MaxItems></ListResourceRecordSetsResponse>""", R53),
    answer("r53-error", "route53", "GetHostedZone", {"Id": "Z1"}, 404, '<ErrorResponse xmlns="https://route53.amazonaws.com/'
           'doc/2013-04-01/"><Error><Type>Sender</Type><Code>NoSuchHostedZone</Code><Message>No zone</Message></Error>'
           "<RequestId>BODY</RequestId></ErrorResponse>", R53),
    answer("r53-error-wrapped-messages", "route53", "ChangeResourceRecordSets", {"HostedZoneId": "Z1", "ChangeBatch": {
        "Changes": [{"Action": "CREATE", "ResourceRecordSet": {"Name": "a", "Type": "A"}}]}}, 400, "<ErrorResponse><Error>"
        "<Code>InvalidChangeBatch</Code><Message>m</Message><messages><Message>one</Message></messages>"
        "</Error></ErrorResponse>", R53),
    answer("r53-unparsable", "route53", "GetHostedZone", {"Id": "Z1"}, 400, "{}", R53),
]

SESSION = botocore.session.Session()
SESSION.set_credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
for event, handler in [
        ("before-parameter-build", botocore.handlers._handle_request_validation_mode_member),
        ("before-parameter-build.s3-control", botocore.handlers.remove_accid_host_prefix_from_model)]:
    SESSION.unregister(event, handler)


def call(service, operation, params, status=200, headers=None, body=b""):
    config = Config(retries={"total_max_attempts": 1}, inject_host_prefix=False,
                    response_checksum_validation="when_required")
    with mock.patch("botocore.utils.S3RegionRedirectorv2.register", lambda *_: None):
        client = SESSION.create_client(service, "eu-west-1", endpoint_url=ENDPOINT, config=config)
    sent = []

    def stub(request, **_):
        sent.append(request)
        return AWSResponse(request.url, status, dict(headers or {}), Body(body))

    client.meta.events.register("before-send", stub)
    with mock.patch("botocore.auth.get_current_datetime", lambda: NOW), \
            mock.patch("botocore.handlers.uuid.uuid4", lambda: TOKEN):
        try:
            result = client._make_api_call(operation, copy.deepcopy(params)), None
        except Exception as e:  # the fixture tells which
            result = None, e
    if not sent:
        raise ValueError(f"{service} {operation} {params}") from result[1]
    return sent[-1], result


def request_fixture(name, service, operation, params):
    sent, (_, error) = call(service, operation, params)
    if error is not None and not isinstance(error, (ClientError, KeyError, AttributeError)) and operation != "GetBucketLocation":
        raise error
    body = sent.body or b""
    body = body.read() if hasattr(body, "read") else body
    body = body.encode() if isinstance(body, str) else body
    return {
        "id": name, "service": service, "operation": operation, "params": plain(params), "method": sent.method,
        "url": sent.url,
        "headers": {key.lower(): text(value) for key, value in sorted(sent.headers.items())
                    if key.lower() not in (*UNSIGNED, "transfer-encoding")},
        "body": base64.b64encode(body).decode(),
    }


def answer_fixture(name, service, operation, params, status, headers, body):
    _, (result, error) = call(service, operation, params, status, headers, body)
    fixture = {"id": name, "service": service, "operation": operation, "params": plain(params), "status": status,
               "headers": headers, "body": base64.b64encode(body).decode()}
    if isinstance(error, ClientError):
        metadata = error.response.pop("ResponseMetadata")
        error.response["Error"] = dict(sorted(error.response["Error"].items()))
        fixture["error"] = dict(sorted(plain(error.response).items()))
        # Retries are off, and that they were is of no interest.
        fixture["message"] = str(error).replace(" (reached max retries: 0)", "")
    elif error is not None:
        fixture["failure"] = type(error).__name__
        return fixture
    else:
        metadata = result.pop("ResponseMetadata")
        fixture["parsed"] = dict(sorted(expected(result).items()))
    fixture["meant"] = metadata["HTTPStatusCode"]
    fixture["requestId"] = metadata.get("RequestId") or None
    fixture["hostId"] = metadata.get("HostId") or None
    return fixture


def main():
    fixtures = {
        "requests": [request_fixture(*case) for case in REQUESTS],
        "answers": [answer_fixture(*case) for case in ANSWERS],
    }
    json.dump(fixtures, sys.stdout, indent=1, allow_nan=False, ensure_ascii=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
