"""Validates inputs with botocore and prints its reports.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base \\
        python3 validation_reports.py > ../resources/io/boto4j/botocore-validation.json

Values are written as json_requests.py writes them; {"$object": true} stands for a thing that is no value at all.
"""

import json
import sys

import botocore.session
from botocore.validate import ParamValidator

from json_requests import plain

KEY = {"id": {"S": "1"}}


class Thing:
    """No value of any shape."""

    def __repr__(self):
        return "a thing"


CASES = [
    ("good", "dynamodb", "GetItem", {"TableName": "t", "Key": KEY}),
    ("good-empty", "dynamodb", "ListTables", {}),
    ("missing-one", "dynamodb", "GetItem", {"TableName": "t"}),
    ("missing-all", "dynamodb", "PutItem", {}),
    ("missing-nested", "dynamodb", "CreateTable", {"TableName": "t", "KeySchema": [{}, {"KeyType": "HASH"}]}),
    ("missing-before-unknown", "sqs", "DeleteMessage", {"Queue": "q"}),
    ("unknown", "sqs", "DeleteMessage", {"QueueUrl": "q", "ReceiptHandle": "r", "Other": 1}),
    ("unknown-two", "sqs", "DeleteMessage", {"Zebra": 1, "QueueUrl": "q", "ReceiptHandle": "r", "Apple": None}),
    ("unknown-nested", "dynamodb", "CreateTable", {"TableName": "t", "KeySchema": [
        {"AttributeName": "a", "KeyType": "HASH", "Order": 1}]}),
    ("unknown-wrong-case", "sqs", "DeleteMessage", {"queueUrl": "q", "ReceiptHandle": "r"}),
    ("unknown-empty-name", "sqs", "DeleteMessage", {"": 1, "QueueUrl": "q", "ReceiptHandle": "r"}),
    ("no-input-members", "cloudtrail", "GetEventConfiguration", {"X": 1}),
    ("type-string", "dynamodb", "GetItem", {"TableName": 5, "Key": KEY}),
    ("type-string-null", "dynamodb", "GetItem", {"TableName": None, "Key": KEY}),
    ("type-string-bool", "dynamodb", "DescribeTable", {"TableName": True}),
    ("type-string-list", "dynamodb", "DescribeTable", {"TableName": ["t"]}),
    ("type-structure", "dynamodb", "CreateTable", {"TableName": "t", "KeySchema": ["id"]}),
    ("type-structure-null", "dynamodb", "CreateTable", {"TableName": "t", "KeySchema": [None]}),
    ("type-list", "dynamodb", "CreateTable", {"TableName": "t", "KeySchema": "id"}),
    ("type-list-dict", "dynamodb", "CreateTable", {"TableName": "t", "KeySchema": {}}),
    ("type-list-null", "dynamodb", "CreateTable", {"TableName": "t", "KeySchema": None}),
    ("type-map", "dynamodb", "GetItem", {"TableName": "t", "Key": ["id"]}),
    ("type-map-value", "dynamodb", "GetItem", {"TableName": "t", "Key": {"id": "1"}}),
    ("type-map-values", "dynamodb", "GetItem", {"TableName": "t", "Key": {"id": {"S": 1}, "range": {"N": 2}}}),
    ("type-deep", "dynamodb", "PutItem", {"TableName": "t", "Item": {"a": {"L": [{"M": {"b": {"SS": ["x", 1]}}}]}}}),
    ("type-boolean", "dynamodb", "GetItem", {"TableName": "t", "Key": KEY, "ConsistentRead": "true"}),
    ("type-boolean-number", "dynamodb", "GetItem", {"TableName": "t", "Key": KEY, "ConsistentRead": 1}),
    ("type-integer", "dynamodb", "ListTables", {"Limit": "5"}),
    ("type-integer-fraction", "dynamodb", "ListTables", {"Limit": 5.5}),
    ("type-integer-null", "dynamodb", "ListTables", {"Limit": None}),
    ("type-long", "logs", "FilterLogEvents", {"startTime": "now"}),
    ("type-double", "cloudwatch", "PutMetricData", {"Namespace": "n", "MetricData": [{"MetricName": "m", "Value": "1"}]}),
    ("type-double-bool-list", "cloudwatch", "PutMetricData", {"Namespace": "n", "MetricData": [
        {"MetricName": "m", "Value": [1]}]}),
    ("type-float", "rekognition", "DetectLabels", {"Image": {}, "MinConfidence": "high"}),
    ("type-blob", "kms", "Encrypt", {"KeyId": "k", "Plaintext": 5}),
    ("type-blob-open", "dynamodb", "PutItem", {"TableName": "t", "Item": {"b": {"B": 5}}}),
    ("type-blob-null", "dynamodb", "PutItem", {"TableName": "t", "Item": {"b": {"B": None}}}),
    ("type-timestamp", "cloudwatch", "GetMetricData", {"MetricDataQueries": [], "StartTime": "yesterday", "EndTime": []}),
    ("type-thing", "sqs", "DeleteMessage", {"QueueUrl": Thing(), "ReceiptHandle": "r"}),
    ("type-bytes-for-string", "sqs", "DeleteMessage", {"QueueUrl": b"q", "ReceiptHandle": "r"}),
    ("min-number", "dynamodb", "ListTables", {"Limit": 0}),
    ("min-number-negative", "dynamodb", "ListTables", {"Limit": -7}),
    ("min-float", "rekognition", "DetectLabels", {"Image": {}, "MinConfidence": -0.5}),
    ("min-length", "dynamodb", "DescribeTable", {"TableName": ""}),
    ("min-length-list", "dynamodb", "TransactGetItems", {"TransactItems": []}),
    ("min-length-element", "ecr", "ListImages", {"repositoryName": "a"}),
    ("min-length-emoji", "ecr", "ListImages", {"repositoryName": "\U0001f600"}),
    ("min-length-map-value", "kms", "Encrypt", {"KeyId": "", "Plaintext": b""}),
    ("max-not-checked", "dynamodb", "ListTables", {"Limit": 1000000}),
    ("enum-not-checked", "dynamodb", "GetItem", {"TableName": "t", "Key": KEY, "ReturnConsumedCapacity": "NONSENSE"}),
    ("pattern-not-checked", "dynamodb", "DescribeTable", {"TableName": "??????"}),
    ("union-none", "identitystore", "GetGroupId", {"IdentityStoreId": "d", "AlternateIdentifier": {}}),
    ("union-two", "identitystore", "GetGroupId", {"IdentityStoreId": "d", "AlternateIdentifier": {
        "ExternalId": {"Issuer": "i", "Id": "j"}, "UniqueAttribute": {"AttributePath": "p", "AttributeValue": "v"}}}),
    ("union-unknown", "identitystore", "GetGroupId", {"IdentityStoreId": "d", "AlternateIdentifier": {"Other": 1}}),
    ("union-member", "identitystore", "GetGroupId", {"IdentityStoreId": "d", "AlternateIdentifier": {"ExternalId": {}}}),
    ("union-null-member", "identitystore", "GetGroupId", {"IdentityStoreId": "d", "AlternateIdentifier": {
        "ExternalId": None}}),
    ("document-good", "cognito-idp", "CreateManagedLoginBranding", {"UserPoolId": "u_a", "ClientId": "c", "Settings": {
        "a": [None, True, 1, 1.5, "x", {}]}}),
    ("document-bad", "cognito-idp", "CreateManagedLoginBranding", {"UserPoolId": "u_a", "ClientId": "c", "Settings": {
        "a": [1, {"b": Thing()}], "c": Thing()}}),
    ("many", "dynamodb", "CreateTable", {
        "Unknown": 1, "TableName": 5, "KeySchema": [{"AttributeName": 1}, "x"],
        "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": "1"}}),
    ("order-of-the-caller", "dynamodb", "GetItem", {"ConsistentRead": "x", "Key": 1, "TableName": 2}),
]


def main():
    session = botocore.session.Session()
    fixtures = []
    for name, service, operation, params in CASES:
        shape = session.get_service_model(service).operation_model(operation).input_shape
        report = ParamValidator().validate(params, shape).generate_report()
        fixtures.append({"id": name, "service": service, "operation": operation, "params": shown(params),
                         "lines": report.split("\n") if report else []})
    json.dump(fixtures, sys.stdout, indent=1, allow_nan=False, ensure_ascii=True)
    sys.stdout.write("\n")


def shown(value):
    if isinstance(value, Thing):
        return {"$object": True}
    if isinstance(value, dict):
        return {key: shown(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shown(each) for each in value]
    return plain(value)


if __name__ == "__main__":
    main()
