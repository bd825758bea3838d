"""Calls botocore's clients of rest-json services over a stubbed HTTP layer, and prints what it sent and understood.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base \\
        python3 rest_json_requests.py > ../resources/io/boto4j/botocore-rest-json.json

AWS_DATA_PATH makes botocore read the very models boto4j was built with. Time and idempotency token are fixed as in
json_requests.py, whose stand-ins for what JSON lacks are used; {"$stream": base64} is a body that streams. The headers
are all that are signed, and Authorization and Expect.
"""

import base64
import io
import json
import sys
from decimal import Decimal
from unittest import mock

import botocore.session
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.response import StreamingBody

from json_requests import INF, NAN, NOW, TOKEN, WHEN, plain

ENDPOINT = "https://rest.example.com"
MICROS = WHEN.replace(microsecond=678901)
HARD = "a b/c+d%e\u00fc\U0001f600?&=#'\"<>[]{}|\\^`~!*();:@$,-._"

REQUESTS = [
    # The path.
    ("label", "lambda", "GetFunction", {"FunctionName": "f"}),
    ("label-hard", "lambda", "GetFunction", {"FunctionName": HARD}),
    ("label-arn", "lambda", "GetFunction", {"FunctionName": "arn:aws:lambda:eu-west-1:1:function:f:1"}),
    ("label-blanks", "lambda", "GetFunction", {"FunctionName": " a  b "}),
    ("label-dots", "lambda", "GetFunction", {"FunctionName": ".."}),
    ("label-slashes", "lambda", "GetFunction", {"FunctionName": "a//b/../c"}),
    ("label-percent", "lambda", "GetFunction", {"FunctionName": "%2F%2f%"}),
    ("label-newline", "lambda", "GetFunction", {"FunctionName": "a\r\nb\u0000\u007f\u2028"}),
    ("label-long", "lambda", "DeleteLayerVersion", {"LayerName": "l", "VersionNumber": 9007199254740993}),
    ("label-integer", "appconfig", "GetDeployment", {
        "ApplicationId": "abcd123", "EnvironmentId": "efgh456", "DeploymentNumber": 7}),
    ("label-two", "iot", "DescribeJobExecution", {"jobId": "j/1", "thingName": "t:1", "executionNumber": 3}),
    ("path-at", "apigatewaymanagementapi", "PostToConnection", {"ConnectionId": "L0SM9cOFvHcCIhw=", "Data": b"d"}),
    ("path-dollar", "iot-jobs-data", "StartNextPendingJobExecution", {"thingName": "t"}),
    ("greedy", "mediastore-data", "DescribeObject", {"Path": "a/b/c.mp4"}),
    ("greedy-hard", "mediastore-data", "DescribeObject", {"Path": HARD}),
    ("greedy-double-slash", "mediastore-data", "DescribeObject", {"Path": "a//b"}),
    ("greedy-leading-slash", "mediastore-data", "DescribeObject", {"Path": "/a/"}),
    ("greedy-dots", "mediastore-data", "DescribeObject", {"Path": "../x/./y"}),
    ("greedy-arn", "iot", "GetTopicRuleDestination", {"arn": "arn:aws:iot:eu-west-1:1:ruledestination/http/x"}),
    # The query.
    ("query-none", "lambda", "ListFunctions", {}),
    ("query", "lambda", "ListFunctions", {"MaxItems": 5, "Marker": HARD, "FunctionVersion": "ALL"}),
    ("query-order", "lambda", "ListFunctions", {"Marker": "z", "MasterRegion": "ALL", "MaxItems": 1}),
    ("query-null", "lambda", "ListEventSourceMappings", {"FunctionName": "f"}),
    ("query-empty-text", "lambda", "ListFunctions", {"Marker": ""}),
    ("query-list", "lambda", "UntagResource", {"Resource": "arn:aws:lambda:eu-west-1:1:function:f",
                                               "TagKeys": ["b", "a", "a b", "a", HARD]}),
    ("query-boolean", "apigateway", "GetApiKey", {"apiKey": "k", "includeValue": True}),
    ("query-boolean-false", "apigateway", "GetApiKeys", {"includeValues": False, "limit": 2, "position": "p"}),
    ("query-literal", "apigateway", "ImportApiKeys", {"body": b"x", "format": "csv", "failOnWarnings": True}),
    ("query-literal-alone", "chime", "BatchCreateRoomMembership", {
        "AccountId": "a", "RoomId": "r", "MembershipItemList": [{"MemberId": "m", "Role": "Member"}]}),
    ("query-map", "apigateway", "ImportRestApi", {
        "body": b"{}", "failOnWarnings": False, "parameters": {"basepath": "pre pend", "ignore": "documentation"}}),
    ("query-map-empty", "apigateway", "GetExport", {
        "restApiId": "r", "stageName": "s", "exportType": "oas30", "parameters": {}}),
    ("query-map-lists", "amp", "ListScrapers", {"maxResults": 3, "filters": {"status": ["ACTIVE", "A B"]}}),
    ("query-float", "geo-maps", "GetStaticMap", {"Height": 100, "Width": 100, "FileName": "map", "Zoom": 1.5}),
    ("query-float-whole", "geo-maps", "GetStaticMap", {"Height": 100, "Width": 100, "FileName": "map", "Zoom": 7}),
    ("query-float-large", "geo-maps", "GetStaticMap", {"Height": 64, "Width": 64, "FileName": "map", "Zoom": 1e16}),
    ("query-float-decimal", "geo-maps", "GetStaticMap", {
        "Height": 64, "Width": 64, "FileName": "map", "Zoom": Decimal("0.10")}),
    ("query-float-nan", "geo-maps", "GetStaticMap", {"Height": 64, "Width": 64, "FileName": "map", "Zoom": NAN}),
    ("query-float-infinity", "geo-maps", "GetStaticMap", {"Height": 64, "Width": 64, "FileName": "map", "Zoom": INF}),
    ("query-time", "application-signals", "ListServices", {"StartTime": WHEN, "EndTime": MICROS}),
    ("query-time-iso", "bedrock", "ListCustomModels", {"creationTimeBefore": WHEN, "creationTimeAfter": MICROS}),
    ("query-time-unix", "groundstation", "ListGroundStationReservations", {
        "groundStationId": "gs-1", "startTime": WHEN, "endTime": MICROS, "reservationTypes": ["MAINTENANCE"]}),
    ("query-enum-list", "glacier", "ListVaults", {"accountId": "-", "limit": "10"}),
    # Headers.
    ("header", "lambda", "Invoke", {"FunctionName": "f", "InvocationType": "RequestResponse", "LogType": "Tail",
                                    "ClientContext": "e30=", "Qualifier": "$LATEST", "Payload": b'{"a": 1}'}),
    ("header-boolean", "appconfig", "StopDeployment", {
        "ApplicationId": "abcd123", "EnvironmentId": "efgh456", "DeploymentNumber": 1, "AllowRevert": True}),
    ("header-integer", "ebs", "CompleteSnapshot", {"SnapshotId": "snap-1", "ChangedBlocksCount": 3, "Checksum": "c=",
                                                   "ChecksumAlgorithm": "SHA256", "ChecksumAggregationMethod": "LINEAR"}),
    ("header-time", "connect", "UpdateTestCase", {"InstanceId": "i", "TestCaseId": "t", "LastModifiedTime": MICROS}),
    ("header-list", "entityresolution", "BatchDeleteUniqueId", {
        "workflowName": "w", "uniqueIds": ["a", "b,c", 'd"e', "f g"]}),
    ("header-list-one", "entityresolution", "BatchDeleteUniqueId", {"workflowName": "w", "uniqueIds": ["a"]}),
    ("header-list-empty", "entityresolution", "BatchDeleteUniqueId", {"workflowName": "w", "uniqueIds": []}),
    ("header-empty", "entityresolution", "BatchDeleteUniqueId", {
        "workflowName": "w", "inputSource": "", "uniqueIds": ["a"]}),
    ("header-prefix", "dataexchange", "SendApiAsset", {
        "AssetId": "a", "DataSetId": "d", "RevisionId": "r", "Body": "gr\u00fcn", "Method": "POST", "Path": "/x",
        "QueryStringParameters": {"q": "1 2"}, "RequestHeaders": {"X-One": "1", "two": "2"}}),
    ("header-prefix-empty", "dataexchange", "SendApiAsset", {
        "AssetId": "a", "DataSetId": "d", "RevisionId": "r", "RequestHeaders": {}}),
    ("header-json", "lex-runtime", "PostContent", {
        "botName": "b", "botAlias": "al", "userId": "user", "contentType": "text/plain; charset=utf-8",
        "accept": "text/plain; charset=utf-8", "inputStream": b"hello",
        "sessionAttributes": {"a": "\u00fc", "n": [1, 2.5, None, True]}, "requestAttributes": {}}),
    ("header-json-text", "iot-data", "Publish", {"topic": "a/b", "qos": 1, "retain": False, "payload": b"\x00\xff",
                                                 "userProperties": "text"}),
    # The body.
    ("body-members", "eks", "CreateCluster", {
        "name": "c", "roleArn": "r", "resourcesVpcConfig": {"subnetIds": ["s"]}, "tags": {"k": "\u00fc"}}),
    ("body-order", "batch", "SubmitJob", {"jobQueue": "q", "jobName": "n", "jobDefinition": "d", "parameters": {},
                                          "arrayProperties": {"size": 2}, "dependsOn": []}),
    ("body-none-given", "batch", "DescribeJobQueues", {}),
    ("body-no-members", "lambda", "DeleteFunction", {"FunctionName": "f"}),
    ("body-no-input", "pinpoint", "GetApps", {}),
    ("body-no-input-shape", "iot", "GetV2LoggingOptions", {}),
    ("body-members-and-label", "lambda", "UpdateFunctionConfiguration", {
        "FunctionName": "f", "Timeout": 3, "Environment": {"Variables": {"A": "b"}}}),
    ("body-label-alone", "lambda", "UpdateFunctionConfiguration", {"FunctionName": "f"}),
    ("body-blob-member", "lambda", "CreateFunction", {
        "FunctionName": "f", "Role": "r", "Code": {"ZipFile": b"PK\x05\x06"}, "Runtime": "java21", "Handler": "h"}),
    ("body-time", "xray", "GetServiceGraph", {"StartTime": WHEN, "EndTime": MICROS}),
    ("body-time-shape", "iot", "ListViolationEvents", {"startTime": WHEN, "endTime": MICROS}),
    ("body-token", "amp", "CreateWorkspace", {}),
    ("body-xray", "xray", "PutTraceSegments", {"TraceSegmentDocuments": ["{\"id\": \"\u00e9\"}"]}),
    ("body-location-name", "apigateway", "CreateRestApi", {"name": "n", "minimumCompressionSize": 0}),
    ("body-patch", "apigateway", "UpdateRestApi", {"restApiId": "r", "patchOperations": [
        {"op": "replace", "path": "/name", "value": "x"}]}),
    ("body-union-document", "bedrock-runtime", "Converse", {
        "modelId": "anthropic.claude/x:0", "messages": [{"role": "user", "content": [
            {"text": "hi"}, {"image": {"format": "png", "source": {"bytes": b"\x89"}}}]}],
        "inferenceConfig": {"maxTokens": 1, "temperature": 0.5},
        "additionalModelRequestFields": {"top_k": 5, "x": [None, True, 1.5, {"y": ""}]}}),
    ("payload-structure", "pinpoint", "CreateApp", {"CreateApplicationRequest": {"Name": "n", "tags": {"a": "b"}}}),
    ("payload-structure-empty", "pinpoint", "UpdateEndpoint", {
        "ApplicationId": "a", "EndpointId": "e", "EndpointRequest": {}}),
    ("payload-structure-unset", "glacier", "InitiateJob", {"accountId": "-", "vaultName": "v"}),
    ("payload-blob", "mediastore-data", "PutObject", {
        "Path": "a b/c", "Body": bytes(range(256)), "ContentType": "video/mp4", "StorageClass": "TEMPORAL"}),
    ("payload-blob-text", "bedrock-runtime", "InvokeModel", {
        "modelId": "m", "body": "{\"a\": \"\u00fc\"}", "contentType": "application/json", "accept": "*/*"}),
    ("payload-blob-empty", "lambda", "Invoke", {"FunctionName": "f", "Payload": b""}),
    ("payload-blob-unset", "lambda", "Invoke", {"FunctionName": "f"}),
    ("payload-blob-unsigned", "ebs", "PutSnapshotBlock", {
        "SnapshotId": "snap-1", "BlockIndex": 0, "BlockData": b"data", "DataLength": 4, "Checksum": "c",
        "ChecksumAlgorithm": "SHA256"}),
    ("payload-string", "dataexchange", "SendApiAsset", {
        "AssetId": "a", "DataSetId": "d", "RevisionId": "r", "Body": "{\"a\": 1}"}),
    ("unsigned", "sso", "ListAccounts", {"accessToken": "token", "maxResults": 1}),
    ("unsigned-body", "cognito-sync", "ListDatasets", {"IdentityPoolId": "p", "IdentityId": "i"}),
]

JSON_TYPE = {"Content-Type": "application/json", "x-amzn-RequestId": "REQ-1"}
LEX = {"botName": "b", "botAlias": "a", "userId": "user", "contentType": "text/plain", "inputStream": b"x"}
F = {"FunctionName": "f"}


def b64(text):
    return base64.b64encode(text.encode()).decode()


def answer(name, service, operation, params, status, body, headers=JSON_TYPE):
    return name, service, operation, params, status, dict(headers), body if isinstance(body, bytes) else body.encode()


def fun(name, body, status=200, headers=JSON_TYPE):
    return answer(name, "lambda", "GetFunctionConfiguration", F, status, body, headers)


ANSWERS = [
    fun("members", '{"FunctionName": "f", "CodeSize": 9007199254740993, "Timeout": 3, "Layers": [], '
                   '"Environment": {"Variables": {"a": "b"}}, "Fresh": 1}'),
    fun("empty-object", "{}"),
    fun("empty-body", ""),
    fun("null-member", '{"FunctionName": null, "Layers": [null], "Timeout": 3}'),
    answer("no-output", "lambda", "DeleteEventSourceMapping", {"UUID": "x" * 36}, 202, "{}"),
    answer("no-output-shape", "iot", "DeletePolicy", {"policyName": "p"}, 200, ""),
    answer("status-code", "lambda", "InvokeAsync", {"FunctionName": "f", "InvokeArgs": b"{}"}, 202, ""),
    answer("invoke", "lambda", "Invoke", F, 200, '{"ok": true}', {
        "X-Amz-Executed-Version": "$LATEST", "x-amz-log-result": "bG9n", "Content-Length": "12"}),
    answer("invoke-error", "lambda", "Invoke", F, 200, b'{"errorMessage": "\xff"}', {
        "x-amz-function-error": "Unhandled"}),
    answer("invoke-empty", "lambda", "Invoke", F, 204, b"", {}),
    answer("headers-typed", "mediastore-data", "DescribeObject", {"Path": "a"}, 200, "", {
        "ETag": "\"e\"", "Content-Type": "video/mp4", "Content-Length": "9007199254740993",
        "Cache-Control": "max-age=0", "Last-Modified": "Fri, 02 Jan 2026 03:04:05 GMT"}),
    answer("headers-lower-case", "mediastore-data", "DescribeObject", {"Path": "a"}, 200, "", {
        "etag": "e", "content-length": "0", "last-modified": "2026-01-02T03:04:05Z"}),
    answer("headers-time-epoch", "mediastore-data", "DescribeObject", {"Path": "a"}, 200, "", {
        "Last-Modified": "1767323045"}),
    answer("headers-none", "mediastore-data", "DescribeObject", {"Path": "a"}, 200, "", {}),
    answer("stream", "mediastore-data", "GetObject", {"Path": "a"}, 206, bytes(range(256)), {
        "Content-Length": "256", "Content-Range": "bytes 0-255/1000"}),
    answer("stream-not-modelled-so", "apigateway", "GetExport", {
        "restApiId": "r", "stageName": "s", "exportType": "swagger"}, 200, '{"swagger": "2.0"}', {
        "Content-Type": "application/json", "Content-Disposition": "attachment; filename=\"x.json\""}),
    answer("json-headers", "lex-runtime", "PostContent", LEX, 200, b"audio", {
        "x-amz-lex-slots": b64('{"a": null, "b": ["\u00fc", 1, 2.5, true]}'),
        "x-amz-lex-session-attributes": b64("{}"), "x-amz-lex-alternative-intents": b64("[]"),
        "x-amz-lex-nlu-intent-confidence": b64('"text"'), "x-amz-lex-message": "hi"}),
    answer("prefix-headers", "dataexchange", "SendApiAsset", {
        "AssetId": "a", "DataSetId": "d", "RevisionId": "r"}, 200, "gr\u00fcn", {"X-One": "1", "x-two": ""}),
    answer("payload-string-empty", "dataexchange", "SendApiAsset", {
        "AssetId": "a", "DataSetId": "d", "RevisionId": "r"}, 200, "", {}),
    answer("payload-structure", "pinpoint", "GetApp", {"ApplicationId": "a"}, 200,
           '{"Id": "i", "Name": "n", "tags": {"a": "b"}}'),
    answer("payload-structure-empty", "pinpoint", "GetApp", {"ApplicationId": "a"}, 200, ""),
    answer("payload-document", "bedrock-agentcore", "GetAgentCard", {"agentRuntimeArn": "a"}, 200,
           '{"name": "card", "skills": [null, 1.5]}', {"X-Amzn-Bedrock-AgentCore-Runtime-Session-Id": "s"}),
    answer("created", "apigateway", "CreateRestApi", {"name": "n"}, 201,
           '{"id": "i", "name": "n", "createdDate": 1767323045, "tags": {}, "endpointConfiguration": {"types": ["EDGE"]}}'),
    answer("iso-times", "amp", "DescribeWorkspace", {"workspaceId": "w"}, 200,
           '{"workspace": {"workspaceId": "w", "createdAt": "2026-01-02T03:04:05.678Z", "status": {"statusCode": "ACTIVE"}}}'),
    answer("iso-epoch-times", "amp", "DescribeWorkspace", {"workspaceId": "w"}, 200,
           '{"workspace": {"workspaceId": "w", "createdAt": 1.767323045678E9}}'),
    answer("eks", "eks", "DescribeCluster", {"name": "c"}, 200,
           '{"cluster": {"name": "c", "createdAt": 1767323045.25, "resourcesVpcConfig": {"endpointPublicAccess": true}}}'),
    answer("batch", "batch", "DescribeJobs", {"jobs": ["a"]}, 200,
           '{"jobs": [{"jobId": "a", "status": "RUNNING", "createdAt": 1767323045000, "isCancelled": false}]}'),
    answer("converse", "bedrock-runtime", "Converse", {"modelId": "m"}, 200,
           '{"output": {"message": {"role": "assistant", "content": [{"text": "hi"}, {"toolUse": {"toolUseId": "t", '
           '"name": "n", "input": {"x": [1, null, {"y": 2.5}]}}}]}}, "stopReason": "tool_use", '
           '"usage": {"inputTokens": 1, "outputTokens": 2, "totalTokens": 3}, "metrics": {"latencyMs": 5}, '
           '"additionalModelResponseFields": {"a": "b"}}'),
    answer("union-unknown", "bedrock-runtime", "Converse", {"modelId": "m"}, 200,
           '{"output": {"message": {"role": "assistant", "content": [{"hologram": {}}]}}}'),
    answer("union-two", "bedrock-runtime", "Converse", {"modelId": "m"}, 200,
           '{"output": {"message": {"role": "assistant", "content": [{"text": "a", "video": {}}]}}}'),
    answer("glacier-headers", "glacier", "InitiateJob", {"accountId": "-", "vaultName": "v"}, 202, "", {
        "Location": "/-/vaults/v/jobs/j", "x-amz-job-id": "j", "x-amz-job-output-path": "p"}),
    fun("id-s3-style", "{}", headers={"x-amz-request-id": "R2", "x-amz-id-2": "HOST"}),
    fun("id-both", "{}", headers={"x-amz-request-id": "R2", "x-amzn-requestid": "R1"}),
    # Errors.
    fun("error-header", '{"message": "gone", "Type": "User"}', 404, {
        "x-amzn-ErrorType": "ResourceNotFoundException", "x-amzn-RequestId": "R"}),
    fun("error-header-uri", '{"Message": "gone"}', 404, {
        "x-amzn-errortype": "ResourceNotFoundException:http://internal.amazon.com/coral/com.amazon.coral.service/"}),
    fun("error-header-namespace", '{"message": "x"}', 400, {"x-amzn-errortype": "com.amazon#InvalidParameterValueException"}),
    fun("error-header-wins", '{"__type": "A", "code": "B", "message": "x"}', 400, {"x-amzn-errortype": "C"}),
    fun("error-code", '{"code": "a#ValidationException:http://x/", "message": "m"}', 400),
    fun("error-code-large", '{"Code": "TooManyRequestsException", "Message": "m"}', 429),
    fun("error-code-both", '{"Code": "Large", "code": "small", "message": "m"}', 400),
    fun("error-code-wins", '{"__type": "T", "code": "C", "message": "m"}', 400),
    fun("error-code-null", '{"__type": "T", "code": null, "message": "m"}', 400),
    fun("error-type", '{"__type": "com.amazon#ServiceException", "message": "m"}', 500),
    fun("error-nothing", "{}", 403),
    fun("error-empty", "", 403),
    fun("error-text", "Missing Authentication Token", 403),
    fun("error-html-503", "<html>busy</html>", 503),
    fun("error-empty-502", "", 502),
    fun("error-300", "", 301),
    fun("error-members-header", '{"message": "slow", "Type": "User", "Reason": "CallerRateLimitExceeded"}', 429, {
        "x-amzn-errortype": "TooManyRequestsException", "Retry-After": "12"}),
    answer("error-members-integer", "accessanalyzer", "ListAnalyzers", {}, 429,
           '{"message": "slow", "quotaCode": "q"}', {"x-amzn-errortype": "ThrottlingException", "Retry-After": "5"}),
    answer("error-of-stream", "mediastore-data", "GetObject", {"Path": "a"}, 404, '{"Message": "no such object"}', {
        "x-amzn-errortype": "ObjectNotFoundException", "Content-Length": "29"}),
    answer("error-members-body", "bedrock-runtime", "InvokeModel", {"modelId": "m", "body": b"{}"}, 424,
           '{"message": "m", "originalStatusCode": 500, "resourceName": "r"}', {"x-amzn-errortype": "ModelErrorException"}),
]


class Body(io.BytesIO):
    def stream(self, **_):
        yield self.read()


def expected(value):
    if isinstance(value, StreamingBody):
        return {"$stream": base64.b64encode(value.read()).decode()}
    if isinstance(value, dict):
        return {key: expected(each) for key, each in value.items()}
    if isinstance(value, list):
        return [expected(each) for each in value]
    return plain(value)


SESSION = botocore.session.Session()
SESSION.set_credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")


def call(service, operation, params, status=200, headers=None, body=b"{}"):
    config = Config(retries={"total_max_attempts": 1}, inject_host_prefix=False)
    client = SESSION.create_client(service, "eu-west-1", endpoint_url=ENDPOINT, config=config)
    sent = []

    def stub(request, **_):
        sent.append(request)
        return AWSResponse(request.url, status, dict(headers or {}), Body(body))

    client.meta.events.register("before-send", stub)
    with mock.patch("botocore.auth.get_current_datetime", lambda: NOW), \
            mock.patch("botocore.handlers.uuid.uuid4", lambda: TOKEN):
        try:
            result = client._make_api_call(operation, params), None
        except Exception as e:  # the fixture tells which
            result = None, e
    if not sent:
        raise result[1]
    return sent[-1], result


def text(value):
    return value.decode() if isinstance(value, bytes) else str(value)


UNSIGNED = ("user-agent", "amz-sdk-invocation-id", "amz-sdk-request", "content-length")


def request_fixture(name, service, operation, params):
    sent, (_, error) = call(service, operation, params)
    if error is not None and not isinstance(error, (ClientError, KeyError)):
        raise error
    body = sent.body or b""
    body = body.encode() if isinstance(body, str) else body
    return {
        "id": name, "service": service, "operation": operation, "params": plain(params), "method": sent.method,
        "url": sent.url,
        "headers": {key.lower(): text(value) for key, value in sorted(sent.headers.items())
                    if key.lower() not in UNSIGNED},
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
        fixture["message"] = str(error)
        return fixture
    else:
        metadata = result.pop("ResponseMetadata")
        fixture["parsed"] = dict(sorted(expected(result).items()))
    fixture["requestId"] = metadata.get("RequestId")
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
