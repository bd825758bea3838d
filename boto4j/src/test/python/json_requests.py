"""Calls botocore's clients of JSON services over a stubbed HTTP layer, and prints what it sent and understood.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base \\
        python3 json_requests.py > ../resources/io/boto4j/botocore-json.json

AWS_DATA_PATH makes botocore read the very models boto4j was built with. The clock, the credentials and
the idempotency token are fixed. "requests" is what was sent for some parameters, "answers" what botocore made of
some HTTP answer.

JSON has no word for some values: {"$bytes": base64}, {"$time": microseconds since 1970},
{"$float": "NaN"}, {"$decimal": "1.5"} stand for them.
"""

import base64
import datetime
import io
import json
import math
import sys
import uuid
from decimal import Decimal
from unittest import mock

import botocore.session
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.exceptions import ClientError

NOW = datetime.datetime(2026, 2, 3, 4, 5, 6)
TOKEN = uuid.UUID("12345678-1234-4234-9234-123456789abc")
UTC = datetime.timezone.utc
WHEN = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
NAN, INF = float("nan"), float("inf")
KEY = {"id": {"S": "1"}}

REQUESTS = [
    ("ddb-list", "dynamodb", "ListTables", {}),
    ("ddb-get", "dynamodb", "GetItem", {"TableName": "t", "Key": KEY, "ConsistentRead": True}),
    ("ddb-put", "dynamodb", "PutItem", {"TableName": "auth-users", "Item": {
        "s": {"S": "text"}, "n": {"N": "1.50"}, "b": {"B": b"\x00\xff"}, "ss": {"SS": ["a", "b"]},
        "ns": {"NS": ["1", "2"]}, "bs": {"BS": [b"a", b""]}, "m": {"M": {"x": {"NULL": True}}},
        "l": {"L": [{"BOOL": False}, {"S": ""}]}, "empty": {"M": {}}, "none": {"L": []}}}),
    ("ddb-put-order", "dynamodb", "PutItem", {"Item": {"z": {"S": "1"}, "a": {"S": "2"}}, "TableName": "t"}),
    ("ddb-put-unicode", "dynamodb", "PutItem", {"TableName": "t", "Item": {
        "\u00fc\U0001f600": {"S": "\u00e4\u20ac\U0001f600\u0000\u001f\"\\/\u2028\u007f"}}}),
    ("ddb-blob-text", "dynamodb", "PutItem", {"TableName": "t", "Item": {"b": {"B": "\u00fc"}}}),
    ("ddb-query", "dynamodb", "Query", {
        "TableName": "t", "IndexName": "by-mail", "KeyConditionExpression": "#n0 = :v0",
        "ExpressionAttributeNames": {"#n0": "mail"}, "ExpressionAttributeValues": {":v0": {"S": "a@b"}},
        "Limit": 5, "ScanIndexForward": False, "Select": "COUNT"}),
    ("ddb-scan", "dynamodb", "Scan", {"TableName": "t", "Segment": 0, "TotalSegments": 4, "ExclusiveStartKey": KEY}),
    ("ddb-update", "dynamodb", "UpdateItem", {
        "TableName": "t", "Key": KEY, "UpdateExpression": "SET #a = :a", "ReturnValues": "ALL_NEW",
        "ExpressionAttributeNames": {"#a": "a"}, "ExpressionAttributeValues": {":a": {"N": "1"}}}),
    ("ddb-batch", "dynamodb", "BatchWriteItem", {"RequestItems": {"t": [
        {"PutRequest": {"Item": KEY}}, {"DeleteRequest": {"Key": KEY}}]}}),
    ("ddb-create", "dynamodb", "CreateTable", {
        "TableName": "t", "BillingMode": "PROVISIONED",
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
        "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
        "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 9223372036854775807}}),
    ("ddb-transact-token", "dynamodb", "TransactWriteItems", {"TransactItems": [
        {"Delete": {"TableName": "t", "Key": KEY}}]}),
    ("ddb-transact-own-token", "dynamodb", "TransactWriteItems", {"ClientRequestToken": "mine", "TransactItems": [
        {"Delete": {"TableName": "t", "Key": KEY}}]}),
    ("ddb-session-token", "dynamodb", "DescribeTable", {"TableName": "t"}, "eu-west-1", "SESSION/+="),
    ("ddb-us-east-1", "dynamodb", "DescribeTable", {"TableName": "t"}, "us-east-1"),
    ("kms-encrypt", "kms", "Encrypt", {"KeyId": "alias/a", "Plaintext": b"secret", "EncryptionContext": {"a": "b"}}),
    ("kms-encrypt-text", "kms", "Encrypt", {"KeyId": "alias/a", "Plaintext": "gr\u00fcn"}),
    ("kms-empty-blob", "kms", "Decrypt", {"CiphertextBlob": bytes(range(256))}),
    ("kms-no-input-members", "kms", "ListKeys", {}),
    ("secrets-create", "secretsmanager", "CreateSecret", {"Name": "n", "SecretString": "{\"a\": 1}"}),
    ("secrets-get", "secretsmanager", "GetSecretValue", {"SecretId": "n"}),
    ("secrets-put-binary", "secretsmanager", "PutSecretValue", {"SecretId": "n", "SecretBinary": b"\x01"}),
    ("logs-put", "logs", "PutLogEvents", {"logGroupName": "g", "logStreamName": "s", "logEvents": [
        {"timestamp": 1770091506000, "message": "hello"}]}),
    ("logs-filter", "logs", "FilterLogEvents", {"logGroupName": "/aws/x", "startTime": 0, "interleaved": True}),
    ("ecs-list", "ecs", "ListClusters", {}),
    ("ecs-run", "ecs", "RunTask", {"taskDefinition": "t:1", "count": 2, "tags": [{"key": "k", "value": ""}],
                                   "overrides": {"containerOverrides": [{"name": "c", "environment": []}]}}),
    ("sqs-send", "sqs", "SendMessage", {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/123456789012/q",
                                        "MessageBody": "hello & <good> bye", "DelaySeconds": 0}),
    ("sqs-receive", "sqs", "ReceiveMessage", {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/123456789012/q",
                                              "MaxNumberOfMessages": 10, "AttributeNames": ["All"]}),
    ("sfn-start-sync", "stepfunctions", "StartSyncExecution", {
        "stateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:m", "input": "{}"}),
    ("sfn-start", "stepfunctions", "StartExecution", {"stateMachineArn": "arn:x", "name": "n"}),
    ("sd-discover", "servicediscovery", "DiscoverInstances", {"NamespaceName": "n", "ServiceName": "s"}),
    ("sd-register", "servicediscovery", "RegisterInstance", {"ServiceId": "s", "InstanceId": "i", "Attributes": {}}),
    ("cw-put", "cloudwatch", "PutMetricData", {"Namespace": "n", "MetricData": [
        {"MetricName": "m", "Timestamp": WHEN, "Value": 1.5, "Unit": "Count", "Values": [0.1, 2, 1e16, 1e-7]}]}),
    ("cw-get", "cloudwatch", "GetMetricData", {"MetricDataQueries": [{"Id": "a", "Expression": "1"}],
                                               "StartTime": WHEN, "EndTime": 1770091506}),
    ("glue-create", "glue", "CreateJob", {"Name": "j", "Role": "r", "Command": {"Name": "c"}, "MaxCapacity": 0.0625}),
    ("glue-partitions", "glue", "GetPartitions", {"DatabaseName": "d", "TableName": "t", "QueryAsOfTime": WHEN}),
    ("rekognition-bytes", "rekognition", "DetectLabels", {"Image": {"Bytes": b"\x89PNG"}, "MinConfidence": 55.5}),
    ("rekognition-float-int", "rekognition", "DetectLabels", {"Image": {"Bytes": b""}, "MinConfidence": 55}),
    ("doubles-not-finite", "cloudwatch", "PutMetricData", {"Namespace": "n", "MetricData": [
        {"MetricName": "m", "Values": [NAN, INF, -INF, -0.0]}]}),
    ("double-decimal", "cloudwatch", "PutMetricData", {"Namespace": "n", "MetricData": [
        {"MetricName": "m", "Value": Decimal("0.1")}]}),
    ("time-text", "cloudwatch", "GetMetricData", {"MetricDataQueries": [], "StartTime": "2026-01-02T03:04:05Z",
                                                  "EndTime": "2026-01-02T03:04:05+02:00"}),
    ("time-micros", "cloudwatch", "GetMetricData", {"MetricDataQueries": [], "EndTime": WHEN.replace(microsecond=7),
                                                    "StartTime": WHEN.replace(microsecond=999999)}),
    ("time-before-1970", "cloudwatch", "GetMetricData", {
        "MetricDataQueries": [], "StartTime": datetime.datetime(1969, 12, 31, 23, 59, 58, tzinfo=UTC),
        "EndTime": datetime.datetime(1900, 1, 1, tzinfo=UTC)}),
    ("ssm-get", "ssm", "GetParametersByPath", {"Path": "/a/b", "Recursive": True, "WithDecryption": False}),
    ("athena-token", "athena", "StartQueryExecution", {"QueryString": "SELECT 1"}),
    ("kinesis-put", "kinesis", "PutRecord", {"StreamName": "s", "Data": b"d", "PartitionKey": "p"}),
    ("events-put", "events", "PutEvents", {"Entries": [{"Time": WHEN, "Detail": "{}"}]}),
    ("cognito-unsigned", "cognito-idp", "InitiateAuth", {
        "AuthFlow": "USER_PASSWORD_AUTH", "ClientId": "c", "AuthParameters": {"USERNAME": "u", "PASSWORD": "p"}}),
    ("identity-unsigned", "cognito-identity", "GetId", {"IdentityPoolId": "eu-west-1:1"}),
    ("document", "cognito-idp", "CreateManagedLoginBranding", {"UserPoolId": "eu-west-1_a", "ClientId": "c", "Settings": {
        "a": [1, 2.5, None, True, "x", {}], "b": None, "c": {"d": []}}}),
    ("union", "identitystore", "GetGroupId", {"IdentityStoreId": "d-1", "AlternateIdentifier": {
        "UniqueAttribute": {"AttributePath": "displayName", "AttributeValue": "x"}}}),
    ("union-timestamp", "redshift-serverless", "CreateScheduledAction", {
        "scheduledActionName": "a-b", "namespaceName": "n-n", "roleArn": "r", "schedule": {"at": WHEN},
        "targetAction": {"createSnapshot": {"namespaceName": "n-n", "snapshotNamePrefix": "p"}}}),
    ("health-host-prefix", "healthlake", "DescribeDataTransformationJob", {"JobId": "a" * 32}),
    ("logs-iso", "glue", "GetTableVersions", {"DatabaseName": "d", "TableName": "t", "MaxResults": 100}),
    ("acm-list", "acm", "ListCertificates", {"MaxItems": 1}),
]

JSON_TYPE = {"Content-Type": "application/x-amz-json-1.0", "x-amzn-RequestId": "REQ-1"}


def answer(name, service, operation, params, status, body, headers=JSON_TYPE):
    return name, service, operation, params, status, dict(headers), body if isinstance(body, bytes) else body.encode()


TABLE = {"TableName": "t"}
GET = {"TableName": "t", "Key": KEY}
CW = {"MetricDataQueries": [], "StartTime": 0, "EndTime": 1}
SQS = {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/123456789012/q", "MessageBody": "m"}
BRANDING = {"UserPoolId": "eu-west-1_a", "ManagedLoginBrandingId": "b"}
ENCRYPT = {"KeyId": "k", "Plaintext": b"p"}


def ddb(name, body, status=200, operation="GetItem", params=None, headers=JSON_TYPE):
    return answer(name, "dynamodb", operation, GET if params is None else params, status, body, headers)


def fields(name, *values):
    return answer(name, "redshift-data", "GetStatementResult", {"Id": "i"}, 200,
                  '{"Records": [[' + ", ".join(values) + ']]}')


def table(name, text):
    return ddb(name, '{"Table": {"CreationDateTime": ' + text + '}}', operation="DescribeTable", params=TABLE)


ANSWERS = [
    ddb("item", '{"Item": {"s": {"S": "x"}, "n": {"N": "1"}, "b": {"B": "AP8="}, "l": {"L": [{"NULL": true}]}, '
                '"m": {"M": {"k": {"BOOL": false}}}, "bs": {"BS": ["YQ==", ""]}, "ns": {"NS": ["1"]}}}'),
    ddb("empty-object", "{}"),
    ddb("empty-body", b""),
    ddb("blanks", ' \n\t{ "Item" : { } , "ConsumedCapacity" : {} }\r\n '),
    ddb("null-member", '{"Item": null, "ConsumedCapacity": {"TableName": null, "CapacityUnits": 1.5}}'),
    ddb("null-map-value", '{"Item": {"a": null}}'),
    ddb("null-list-element", '{"Item": {"a": {"L": [null, {"S": "x"}]}, "s": {"SS": ["a", null]}}}'),
    ddb("unknown-members", '{"Fresh": {"deep": [1, {"x": null}]}, "Item": {"a": {"S": "1"}}, "More": "x"}'),
    fields("union", '{"stringValue": "x"}', '{"longValue": 5}', '{"isNull": true}', '{"blobValue": "AA=="}'),
    fields("union-unknown", '{"ZZ": {"b": 1}}'),
    fields("union-type-ignored", '{"__type": "x", "stringValue": "1"}'),
    fields("union-null-others", '{"stringValue": null, "doubleValue": 1.5, "longValue": null}'),
    fields("union-two", '{"stringValue": "x", "longValue": 1}'),
    fields("union-known-and-unknown", '{"stringValue": "x", "ZZ": 1}'),
    fields("union-two-unknown", '{"YY": "x", "ZZ": 1}'),
    fields("union-none", '{}'),
    answer("document", "cognito-idp", "DescribeManagedLoginBranding", BRANDING, 200,
           '{"ManagedLoginBranding": {"Settings": {"a": [1, 2.5, null, true, "x", {}], "b": null, "c": {"d": []}}}}'),
    answer("document-scalar", "cognito-idp", "DescribeManagedLoginBranding", BRANDING, 200,
           '{"ManagedLoginBranding": {"Settings": "text"}}'),
    answer("document-null", "cognito-idp", "DescribeManagedLoginBranding", BRANDING, 200,
           '{"ManagedLoginBranding": {"Settings": null}}'),
    answer("time-iso8601-shape", "verifiedpermissions", "GetPolicyStore", {"policyStoreId": "p"}, 200,
           '{"policyStoreId": "p", "createdDate": "2026-02-03T04:05:06.5Z", "lastUpdatedDate": 1770091506}'),
    ddb("duplicate-keys", '{"Item": {"a": {"S": "1"}}, "Item": {"b": {"S": "2"}}}'),
    ddb("escapes", '{"Item": {"\\u00fc\\ud83d\\ude00": {"S": "\\u0000\\b\\f\\n\\r\\t\\/\\"\\\\ \\u20ac"}}}'),
    ddb("escaped-member-name", '{"\\u0049tem": {"a": {"S": "1"}}}'),
    ddb("raw-unicode", '{"Item": {"\u00fc": {"S": "\u20ac\U0001f600\u2028"}}}'),
    ddb("no-output-data", '{"TableNames": [], "LastEvaluatedTableName": ""}', operation="ListTables", params={}),
    ddb("names", '{"TableNames": ["a", "b"]}', operation="ListTables", params={}),
    ddb("long", '{"Table": {"ItemCount": 9007199254740993, "TableSizeBytes": -9223372036854775808}}',
        operation="DescribeTable", params=TABLE),
    ddb("status-299", '{"TableNames": ["a"]}', 299, "ListTables", {}),
    table("time-whole", "1770091506"),
    table("time-fraction", "1770091506.123"),
    table("time-micros", "1.770091506123456E9"),
    table("time-zero", "0"),
    table("time-negative", "-1.5"),
    table("time-old", "-2208988800"),
    table("time-number-text", '"1770091506.5"'),
    table("time-iso", '"2026-02-03T04:05:06Z"'),
    table("time-iso-fraction", '"2026-02-03T04:05:06.789Z"'),
    table("time-iso-offset", '"2026-02-03T04:05:06+01:30"'),
    table("time-rfc822", '"Tue, 03 Feb 2026 04:05:06 GMT"'),
    table("time-null", "null"),
    answer("cw-doubles", "cloudwatch", "GetMetricData", CW, 200,
           '{"MetricDataResults": [{"Id": "a", "Values": [1, 1.0, 1e3, -0.0, 0.1, 1.7976931348623157e308, 5e-324], '
           '"Timestamps": [1770091506, 1770091507.25]}]}'),
    answer("rekognition-floats", "rekognition", "DetectLabels", {"Image": {"Bytes": b"x"}}, 200,
           '{"Labels": [{"Name": "n", "Confidence": 99.5, "Instances": [], "Parents": [{"Name": "p"}]}]}'),
    answer("kms-blob", "kms", "Encrypt", ENCRYPT, 200, '{"CiphertextBlob": "AAECAw==", "KeyId": "k"}'),
    answer("kms-blob-empty", "kms", "Encrypt", ENCRYPT, 200, '{"CiphertextBlob": ""}'),
    answer("kms-no-output", "kms", "DisableKey", {"KeyId": "k"}, 200, b""),
    answer("kms-no-output-object", "kms", "DisableKey", {"KeyId": "k"}, 200, "{}"),
    answer("logs-no-output", "logs", "DeleteLogGroup", {"logGroupName": "g"}, 200, b""),
    answer("secret", "secretsmanager", "GetSecretValue", {"SecretId": "n"}, 200,
           '{"ARN": "a", "Name": "n", "SecretString": "s", "VersionStages": ["AWSCURRENT"], "CreatedDate": 1.5}'),
    answer("sqs", "sqs", "SendMessage", SQS, 200, '{"MD5OfMessageBody": "x", "MessageId": "i"}'),
    answer("ecs", "ecs", "DescribeClusters", {}, 200,
           '{"clusters": [{"clusterName": "c", "runningTasksCount": 1, "tags": []}], "failures": []}'),
    # Errors.
    ddb("error-plain", '{"__type": "ResourceNotFoundException", "message": "gone"}', 400),
    ddb("error-namespace", '{"__type": "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", "message": "gone"}', 400),
    ddb("error-namespace-uri", '{"__type": "com.amazon#ResourceNotFoundException:http://internal.amazon.com/coral/", "Message": "x"}', 400),
    ddb("error-both-messages", '{"__type": "X", "message": "small", "Message": "Large"}', 400),
    ddb("error-empty-message", '{"__type": "X", "message": "", "Message": "Large"}', 400),
    ddb("error-null-message", '{"__type": "X", "message": null}', 400),
    ddb("error-no-message", '{"__type": "X"}', 400),
    ddb("error-no-type", '{"message": "x"}', 403),
    ddb("error-code-ignored", '{"code": "C", "Code": "D", "message": "x"}', 400),
    ddb("error-header-ignored", '{"message": "x"}', 400,
        headers={"x-amzn-errortype": "FromHeader", "x-amzn-RequestId": "R"}),
    ddb("error-members", '{"__type": "a#ConditionalCheckFailedException", "message": "The conditional request failed", '
                         '"Item": {"id": {"S": "1"}}}', 400),
    ddb("error-members-null", '{"__type": "a#TransactionCanceledException", "Message": "cancelled", '
                              '"CancellationReasons": [{"Code": "None", "Item": null}, {"Code": "X", "Message": "m"}]}', 400),
    ddb("error-unknown", '{"__type": "BrandNewException", "message": "m", "Extra": 1}', 418),
    ddb("error-throttled", '{"__type": "ThrottlingException", "message": "slow"}', 400),
    ddb("error-not-json", "Service is on fire", 400),
    ddb("error-html-400", "<html><body>Bad</body></html>", 400),
    ddb("error-html-503", "<html><body>503</body></html>", 503),
    ddb("error-html-503-blank", "  \n<html>", 503),
    ddb("error-doctype-503", "<!DOCTYPE html><html></html>", 503),
    ddb("error-empty-500", b"", 500),
    ddb("error-empty-502", b"", 502),
    ddb("error-empty-599", b"", 599),
    ddb("error-empty-400", b"", 400),
    ddb("error-empty-object-400", "{}", 400),
    ddb("error-empty-object-500", "{}", 500),
    ddb("error-json-500", '{"__type": "InternalServerError", "message": "oops"}', 500),
    ddb("error-truncated", '{"__type": "X", "mess', 400),
    ddb("error-null-type", '{"__type": null, "message": "m"}', 400),
    ddb("error-redirect", "moved", 301),
    ddb("error-404-text", "404 page not found\n", 404),
    ddb("error-no-request-id", '{"__type": "X", "message": "m"}', 400, headers={}),
    answer("sqs-query-error", "sqs", "SendMessage", SQS, 400,
           '{"__type": "com.amazonaws.sqs#QueueDoesNotExist", "message": "no queue"}',
           {"x-amzn-query-error": "AWS.SimpleQueueService.NonExistentQueue;Sender", "x-amzn-RequestId": "R"}),
    answer("sqs-query-error-no-type", "sqs", "SendMessage", SQS, 400,
           '{"__type": "com.amazonaws.sqs#QueueDoesNotExist", "message": "no queue"}',
           {"x-amzn-query-error": "Broken"}),
    answer("sqs-query-error-absent", "sqs", "SendMessage", SQS, 400,
           '{"__type": "com.amazonaws.sqs#QueueDoesNotExist", "message": "no queue"}'),
    answer("ddb-query-error-not-compatible", "dynamodb", "GetItem", GET, 400,
           '{"__type": "X", "message": "m"}', {"x-amzn-query-error": "Code;Sender"}),
    answer("kms-error", "kms", "Encrypt", ENCRYPT, 400, '{"__type": "NotFoundException", "message": "m"}'),
    answer("secrets-error", "secretsmanager", "GetSecretValue", {"SecretId": "n"}, 400,
           '{"__type": "ResourceNotFoundException", "Message": "can\'t find it"}'),
]


def plain(value):
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, (bytes, bytearray)):
        return {"$bytes": base64.b64encode(value).decode()}
    if isinstance(value, datetime.datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        return {"$time": (aware - datetime.datetime(1970, 1, 1, tzinfo=UTC)) // datetime.timedelta(microseconds=1)}
    if isinstance(value, float) and not math.isfinite(value):
        return {"$float": "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"}
    if isinstance(value, Decimal):
        return {"$decimal": str(value)}
    return value


class Body(io.BytesIO):
    def stream(self, **_):
        yield self.read()


SESSION = botocore.session.Session()


def client(service, region="eu-west-1", token=None):
    SESSION.set_credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token)
    return SESSION.create_client(service, region, config=Config(retries={"total_max_attempts": 1}))


def call(the_client, operation, params, status=200, headers=None, body=b"{}"):
    sent = []

    def stub(request, **_):
        sent.append(request)
        return AWSResponse(request.url, status, dict(headers or {}), Body(body))

    the_client.meta.events.register("before-send", stub)
    with mock.patch("botocore.auth.get_current_datetime", lambda: NOW), \
            mock.patch("botocore.handlers.uuid.uuid4", lambda: TOKEN):
        try:
            result = the_client._make_api_call(operation, params), None
        except Exception as e:  # the fixture tells which
            result = None, e
    if not sent:
        raise result[1]
    return sent[-1], result


def text(value):
    return value.decode() if isinstance(value, bytes) else value


def request_fixture(name, service, operation, params, region="eu-west-1", token=None):
    sent, (result, error) = call(client(service, region, token), operation, params)
    if error is not None:
        raise error
    return {
        "id": name, "service": service, "operation": operation, "region": region, "token": token,
        "params": plain(params), "method": sent.method, "url": sent.url,
        "headers": {key: text(value) for key, value in sorted(sent.headers.items())
                    if key.lower() in ("authorization", "x-amz-target", "content-type", "x-amz-date",
                                       "x-amz-security-token", "x-amzn-query-mode")},
        "body": text(sent.body),
    }


def answer_fixture(name, service, operation, params, status, headers, body):
    _, (result, error) = call(client(service), operation, params, status, headers, body)
    fixture = {"id": name, "service": service, "operation": operation, "params": plain(params), "status": status,
               "headers": headers, "body": body.decode()}
    if isinstance(error, ClientError):
        metadata = error.response.pop("ResponseMetadata")
        error.response["Error"] = dict(sorted(error.response["Error"].items()))
        fixture["error"] = plain(error.response)
        # Retries are off, and that they were is of no interest.
        fixture["message"] = str(error).replace(" (reached max retries: 0)", "")
    elif error is not None:
        fixture["failure"] = type(error).__name__
        fixture["message"] = str(error)
        return fixture
    else:
        metadata = result.pop("ResponseMetadata")
        fixture["parsed"] = plain(result)
    fixture["requestId"] = metadata.get("RequestId")
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
