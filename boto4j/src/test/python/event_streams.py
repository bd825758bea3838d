"""Answers botocore's clients with event streams, and prints what they understood.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base \\
        python3 event_streams.py > ../resources/io/boto4j/botocore-events.json

AWS_DATA_PATH makes botocore read the very models boto4j was built with. Values are written as json_requests.py writes
them. botocore reads frames but writes none, so the frames are made here.
"""

import base64
import json
import struct
import sys
import zlib

from botocore.exceptions import ClientError
from botocore.parsers import ResponseParserError

from json_requests import plain
from rest_json_requests import call


def header(name, value):
    start = bytes([len(name)]) + name.encode()
    if isinstance(value, bytes):
        return start + b"\x06" + struct.pack(">H", len(value)) + value
    return start + b"\x07" + struct.pack(">H", len(value.encode())) + value.encode()


def frame(headers, payload=b""):
    payload = payload if isinstance(payload, bytes) else payload.encode()
    head = b"".join(header(*each) for each in headers.items())
    start = struct.pack(">II", 16 + len(head) + len(payload), len(head))
    start += struct.pack(">I", zlib.crc32(start))
    message = start + head + payload
    return message + struct.pack(">I", zlib.crc32(message))


def event(name, payload=b"", **headers):
    return frame({":message-type": "event", ":event-type": name, ":content-type": "application/json", **headers},
                 payload)


def exception(name, payload=b""):
    return frame({":message-type": "exception", ":exception-type": name}, payload)


def error(**headers):
    return frame({":message-type": "error", **{":" + key.replace("_", "-"): each for key, each in headers.items()}})


def select(name, *frames):
    return name, "s3", "SelectObjectContent", {
        "Bucket": "b", "Key": "k", "Expression": "SELECT * FROM S3Object", "ExpressionType": "SQL",
        "InputSerialization": {"CSV": {}}, "OutputSerialization": {"JSON": {}}}, frames


def converse(name, *frames):
    return name, "bedrock-runtime", "ConverseStream", {"modelId": "m"}, frames


def invoke_model(name, *frames):
    return name, "bedrock-runtime", "InvokeModelWithResponseStream", {"modelId": "m", "body": b"{}"}, frames


def shard(name, *frames):
    return name, "kinesis", "SubscribeToShard", {
        "ConsumerARN": "arn:aws:kinesis:eu-west-1:123456789012:stream/s/consumer/c:1", "ShardId": "shardId-000000000000",
        "StartingPosition": {"Type": "LATEST"}}, frames


def lambda_(name, *frames):
    return name, "lambda", "InvokeWithResponseStream", {"FunctionName": "f"}, frames


def tail(name, *frames):
    return name, "logs", "StartLiveTail", {
        "logGroupIdentifiers": ["arn:aws:logs:eu-west-1:123456789012:log-group:g"]}, frames


STATS = "<Stats><BytesScanned>512</BytesScanned><BytesProcessed>1024</BytesProcessed>" \
        "<BytesReturned>9007199254740993</BytesReturned></Stats>"
RECORD = '{"Records": [{"SequenceNumber": "49", "ApproximateArrivalTimestamp": 1767323045.25, "Data": "ZGF0YQ==", ' \
         '"PartitionKey": "p"}], "ContinuationSequenceNumber": "50", "MillisBehindLatest": 9007199254740993}'
INITIAL = event("initial-response", "{}")

CASES = [
    select("select", event("Records", b'{"a": 1}\n\xff\x00'), event("Cont"), event("Progress", STATS),
           event("Stats", STATS), event("End")),
    select("select-empty-payloads", event("Records"), event("End")),
    select("select-error", event("Records", b"x"), error(error_code="OverMaxColumn", error_message="too many columns")),
    select("select-namespace", event("Stats", STATS.replace("<Stats>", '<?xml version="1.0"?><Stats xmlns="urn:x">'))),
    converse("converse", event("messageStart", '{"role": "assistant"}'),
             event("contentBlockDelta", '{"contentBlockIndex": 0, "delta": {"text": "Gr\\u00fc\\u00dfe"}, "p": "abc"}'),
             event("contentBlockDelta", '{"contentBlockIndex": 0, "delta": {"reasoningContent": {"text": "x"}}}'),
             event("contentBlockStop", '{"contentBlockIndex": 0}'), event("messageStop", '{"stopReason": "end_turn"}'),
             event("metadata", '{"usage": {"inputTokens": 1, "outputTokens": 2, "totalTokens": 3}, '
                               '"metrics": {"latencyMs": 9007199254740993}}')),
    converse("no-events"),
    converse("unknown-event", event("brandNew", '{"x": 1}'), event("messageStart", '{"role": "assistant"}'),
             event("brandNew", b"not JSON")),
    converse("unknown-union-member", event("contentBlockDelta", '{"contentBlockIndex": 1, "delta": {"video": {}}}')),
    converse("null-member", event("messageStop", '{"stopReason": null}')),
    converse("initial-response-is-unknown-in-rest", INITIAL, event("messageStart", '{"role": "user"}')),
    converse("exception", event("messageStart", '{"role": "assistant"}'),
             exception("throttlingException", '{"message": "slow down"}'), event("messageStop", "{}")),
    converse("exception-upper-case-message", exception("validationException", '{"Message": "upper"}')),
    converse("exception-without-message", exception("validationException", "{}")),
    converse("exception-members", exception(
        "modelStreamErrorException", '{"message": "m", "originalStatusCode": 424, "originalMessage": "o"}')),
    converse("error", error(error_code="InternalError", error_message="broke")),
    converse("error-bare", error()),
    invoke_model("model-chunks", event("chunk", '{"bytes": "eyJhIjoxfQ=="}'), event("chunk", '{"bytes": ""}'),
                 event("chunk", "{}")),
    shard("shard", INITIAL, event("SubscribeToShardEvent", RECORD),
          event("SubscribeToShardEvent", '{"Records": [], "ContinuationSequenceNumber": "51", "MillisBehindLatest": 0, '
                                         '"ChildShards": null}')),
    shard("shard-exception", INITIAL, exception("ResourceInUseException", '{"message": "busy"}')),
    shard("shard-internal-failure", INITIAL, exception("InternalFailureException", '{"message": "x"}')),
    shard("shard-no-initial-response", event("SubscribeToShardEvent", RECORD)),
    shard("shard-nothing"),
    lambda_("lambda", event("PayloadChunk", b"\x00\xffbytes"), event("PayloadChunk"),
            event("InvokeComplete", '{"ErrorCode": "E", "ErrorDetails": "d", "LogResult": "bG9n"}')),
    lambda_("lambda-complete-empty", event("InvokeComplete", "{}")),
    tail("tail", INITIAL, event("sessionStart", '{"requestId": "r", "logGroupIdentifiers": ["g"]}'),
         event("sessionUpdate", '{"sessionMetadata": {"sampled": false}, "sessionResults": [{"timestamp": 1, '
                                '"message": "m"}]}'),
         exception("SessionTimeoutException", '{"message": "three hours"}')),
    ("sagemaker", "sagemaker-runtime", "InvokeEndpointWithResponseStream", {"EndpointName": "e", "Body": b"b"},
     [event("PayloadPart", b"part"), exception("ModelStreamError", '{"Message": "m", "ErrorCode": "c"}')]),
    ("agent", "bedrock-agent-runtime", "InvokeAgent", {"agentId": "a", "agentAliasId": "b", "sessionId": "s" * 2}, [
        event("chunk", '{"bytes": "aGk=", "attribution": {"citations": []}}'),
        event("trace", '{"agentId": "a", "trace": {"failureTrace": {"failureReason": "r"}}}')]),
]


def fixture(name, service, operation, params, frames):
    body = b"".join(frames)
    _, (result, failure) = call(service, operation, params, 200, {"x-amzn-RequestId": "REQ-1"}, body)
    found = {"id": name, "service": service, "operation": operation, "params": plain(params),
             "body": base64.b64encode(body).decode()}
    if failure is not None:
        assert isinstance(failure, ResponseParserError), failure
        return {**found, "failure": str(failure)}
    result.pop("ResponseMetadata")
    member = next(key for key, value in result.items() if hasattr(value, "get_initial_response"))
    stream = result.pop(member)
    found.update(member=member, output=dict(sorted(plain(result).items())), events=[])
    try:
        for each in stream:
            found["events"].append(plain(each))
    except ClientError as e:
        found["error"] = dict(sorted(e.response["Error"].items()))
        found["message"] = str(e)
    return found


def main():
    json.dump([fixture(*case) for case in CASES], sys.stdout, indent=1, allow_nan=False, ensure_ascii=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
