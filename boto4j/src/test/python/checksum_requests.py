"""Calls botocore's clients of services with checksums and compression, and prints what was sent and checked.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base \\
        python3 checksum_requests.py > ../resources/io/boto4j/botocore-checksums.json

As json_requests.py, which says how values are written that JSON has no word for, and fixes time and credentials. The
service sums is made up; its model stands beside the result. Of S3 and S3 Control it is every operation with a checksum,
with the least that its model asks for, and called as in rest_xml_requests.py. botocore must be without awscrt, which changes which algorithms it has. "body" is what was sent, aws-chunked but without the transfer coding; where it is compressed, what it
is before that, since no two zlibs compress alike; then there is no signature to compare either.
"""

import base64
import copy
import gzip
import json
import os
import sys

from unittest import mock

import botocore.handlers
import botocore.httpchecksum
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.exceptions import ClientError

from json_requests import NOW, TOKEN, WHEN, plain
from rest_json_requests import Body, text
from rest_xml_requests import SESSION

MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/io/boto4j/checksum-models")
HTTP, HTTPS = "http://sums.example.com", "https://sums.example.com"
LARGE = "0123456789abcdef" * 640
REQUIRED = {"request_checksum_calculation": "when_required"}

REQUESTS = [
    # name, service, operation, parameters, endpoint, options
    ("trailer", "sums", "Put", {"Key": "k", "Body": b"hello"}, HTTPS, {}),
    ("trailer-empty", "sums", "Put", {"Key": "k", "Body": b""}, HTTPS, {}),
    ("trailer-none", "sums", "Put", {"Key": "k"}, HTTPS, {}),
    ("trailer-text", "sums", "Put", {"Key": "k", "Body": "hello \u00fc"}, HTTPS, {}),
    ("trailer-sha256", "sums", "Put", {"Key": "k", "Body": b"hello", "ChecksumAlgorithm": "SHA256"}, HTTPS, {}),
    ("trailer-sha1-small", "sums", "Put", {"Key": "k", "Body": b"hello", "ChecksumAlgorithm": "sha1"}, HTTPS, {}),
    ("trailer-sha512", "sums", "Put", {"Key": "k", "Body": b"hello", "ChecksumAlgorithm": "SHA512"}, HTTPS, {}),
    ("trailer-length", "sums", "Put", {"Key": "k", "Body": b"hello", "ContentLength": 5}, HTTPS, {}),
    ("trailer-encoding", "sums", "Put", {"Key": "k", "Body": b"hello", "ContentEncoding": "br"}, HTTPS, {}),
    ("trailer-md5", "sums", "Put", {"Key": "k", "Body": b"hello", "ContentMD5": "XUFAKrxLKna5cZ2REBfFkg=="}, HTTPS, {}),
    ("trailer-own", "sums", "Put", {"Key": "k", "Body": b"hello", "ChecksumCRC32": "NhCmhg=="}, HTTPS, {}),
    ("trailer-own-and-named", "sums", "Put", {
        "Key": "k", "Body": b"hello", "ChecksumCRC32": "NhCmhg==", "ChecksumAlgorithm": "SHA1"}, HTTPS, {}),
    ("trailer-type", "sums", "Put", {"Key": "k", "Body": b"hello", "ChecksumType": "COMPOSITE"}, HTTPS, {}),
    ("trailer-when-required", "sums", "Put", {"Key": "k", "Body": b"hello"}, HTTPS, REQUIRED),
    ("trailer-when-required-md5", "sums", "Put", {
        "Key": "k", "Body": b"hello", "ContentMD5": "XUFAKrxLKna5cZ2REBfFkg=="}, HTTPS, REQUIRED),
    ("trailer-when-required-named", "sums", "Put", {
        "Key": "k", "Body": b"hello", "ChecksumAlgorithm": "CRC32"}, HTTPS, REQUIRED),
    ("trailer-required", "sums", "PutRequired", {"Key": "k", "Body": b"hello"}, HTTPS, REQUIRED),
    ("header", "sums", "Put", {"Key": "k", "Body": b"hello"}, HTTP, {}),
    ("header-none", "sums", "Put", {"Key": "k"}, HTTP, {}),
    ("header-named", "sums", "Put", {"Key": "k", "Body": b"hello", "ChecksumAlgorithm": "SHA256"}, HTTP, {}),
    ("header-own", "sums", "Put", {"Key": "k", "Body": b"hello", "ChecksumCRC32": "NhCmhg=="}, HTTP, {}),
    ("header-md5", "sums", "Put", {"Key": "k", "Body": b"hello", "ContentMD5": "XUFAKrxLKna5cZ2REBfFkg=="}, HTTP, REQUIRED),
    ("header-when-required", "sums", "Put", {"Key": "k", "Body": b"hello"}, HTTP, REQUIRED),
    ("header-unsigned", "sums", "PutUnsigned", {"Key": "k", "Body": b"hello"}, HTTP, {}),
    ("set", "sums", "Set", {"Text": "t"}, HTTPS, {}),
    ("set-when-required", "sums", "Set", {"Text": "t"}, HTTPS, REQUIRED),
    ("set-named", "sums", "Set", {"Text": "t", "ChecksumAlgorithm": "SHA1"}, HTTPS, REQUIRED),
    ("set-own", "sums", "Set", {"Text": "t", "ChecksumSHA1": "own"}, HTTPS, {}),
    ("set-required", "sums", "SetRequired", {"Text": "t"}, HTTPS, REQUIRED),
    ("set-required-http", "sums", "SetRequired", {"Text": "t"}, HTTP, {}),
    ("set-old", "sums", "SetOld", {"Text": "t"}, HTTPS, REQUIRED),
    ("set-old-named", "sums", "SetOld", {"Text": "t", "ChecksumAlgorithm": "SHA1"}, HTTPS, {}),
    ("set-old-empty", "sums", "SetOldEmpty", {}, HTTPS, {}),
    ("mode", "sums", "Get", {"Key": "k"}, HTTPS, {}),
    ("mode-own", "sums", "Get", {"Key": "k", "ChecksumMode": "DISABLED"}, HTTPS, {}),
    ("mode-when-required", "sums", "Get", {"Key": "k"}, HTTPS, {"response_checksum_validation": "when_required"}),
    ("mode-case", "sums", "Get", {"Key": "k"}, HTTPS, {"response_checksum_validation": "When_Supported"}),
    ("gzip", "sums", "Send", {"Text": LARGE}, HTTPS, {}),
    ("gzip-small", "sums", "Send", {"Text": LARGE[:10225]}, HTTPS, {}),
    ("gzip-just-so", "sums", "Send", {"Text": LARGE[:10228]}, HTTPS, {}),
    ("gzip-less", "sums", "Send", {"Text": LARGE[:10227]}, HTTPS, {}),
    ("gzip-min", "sums", "Send", {"Text": "t"}, HTTPS, {"request_min_compression_size_bytes": 1}),
    ("gzip-min-more", "sums", "Send", {"Text": LARGE}, HTTPS, {"request_min_compression_size_bytes": 20000}),
    ("gzip-disabled", "sums", "Send", {"Text": LARGE}, HTTPS, {"disable_request_compression": True}),
    ("gzip-appended", "sums", "Send", {"Text": LARGE, "ContentEncoding": "custom"}, HTTPS, {}),
    ("gzip-unknown", "sums", "SendOdd", {"Text": LARGE}, HTTPS, {}),
    ("gzip-stream", "sums", "Stream", {"Key": "k", "Body": b"s"}, HTTPS, {}),
    ("gzip-stream-measured", "sums", "StreamMeasured", {"Key": "k", "Body": b"s"}, HTTPS, {}),
    ("gzip-metrics", "cloudwatch", "PutMetricData", {
        "Namespace": "n" * 200, "MetricData": [{"MetricName": "m" * 200, "Value": 1.0}] * 60}, HTTPS, {}),
]


def least(shape):
    """A value that has no more than its model asks for."""
    if shape.type_name == "structure":
        names = shape.required_members or list(shape.members)[:1] if shape.is_tagged_union else shape.required_members
        return {name: least(shape.members[name]) for name in names}
    if shape.type_name == "list":
        return [least(shape.member)]
    if shape.type_name == "map":
        return {}
    if shape.type_name == "string":
        return shape.enum[0] if shape.enum else "x" * max(1, shape.metadata.get("min", 1))
    if shape.type_name == "blob":
        return b"hello"
    if shape.type_name == "timestamp":
        return WHEN
    return {"boolean": True, "integer": 1, "long": 1}[shape.type_name]


def modelled(service):
    """All operations of a service that have to do with checksums, three times where an algorithm may be named."""
    model = SESSION.get_service_model(service)
    for name in model.operation_names:
        operation = model.operation_model(name)
        if not operation.http_checksum and not operation.http_checksum_required:
            continue
        params = least(operation.input_shape)
        payload = operation.input_shape.serialization.get("payload")
        if payload and payload not in params:
            params[payload] = least(operation.input_shape.members[payload])
        if "AccountId" in params:
            params["AccountId"] = "123456789012"
        yield f"{service}-{name}", service, name, params, HTTPS, {}
        yield f"{service}-{name}-http-when-required", service, name, params, HTTP, REQUIRED
        member = operation.http_checksum.get("requestAlgorithmMember")
        if member:
            yield f"{service}-{name}-named", service, name, {**params, member: "SHA256"}, HTTPS, REQUIRED


def answer(name, operation, body, headers, params=None, options=None):
    return name, operation, {"Key": "k", **(params or {})}, body, headers, options or {}


CRC32, SHA1 = "NhCmhg==", "qvTGHdzF6KLavt4PO0gs2a6pQ00="
SHA256 = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="
MODE_REQUIRED = {"response_checksum_validation": "when_required"}

ANSWERS = [
    answer("right", "Get", b"hello", {"x-amz-checksum-crc32": CRC32}),
    answer("right-length", "Get", b"hello", {"x-amz-checksum-crc32": CRC32, "Content-Length": "5"}),
    answer("wrong", "Get", b"hello", {"x-amz-checksum-crc32": "AAAAAA=="}),
    answer("wrong-empty", "Get", b"", {"x-amz-checksum-crc32": CRC32}),
    answer("right-empty", "Get", b"", {"x-amz-checksum-crc32": "AAAAAA=="}),
    answer("none", "Get", b"hello", {}),
    answer("parts", "Get", b"hello", {"x-amz-checksum-crc32": "AAAAAA==-2"}),
    answer("parts-then-whole", "Get", b"hello", {"x-amz-checksum-crc32": "AAAA-2", "x-amz-checksum-sha256": SHA256}),
    answer("order-crc32-before-sha1", "Get", b"hello", {"x-amz-checksum-sha1": "wrong", "x-amz-checksum-crc32": CRC32}),
    answer("order-sha1-before-sha256", "Get", b"hello", {"x-amz-checksum-sha1": SHA1, "x-amz-checksum-sha256": "AAAA"}),
    answer("not-modelled", "Get", b"hello", {"x-amz-checksum-sha512": "AAAA"}),
    answer("md5", "Get", b"hello", {"x-amz-checksum-md5": "AAAA"}),
    answer("when-required", "Get", b"hello", {"x-amz-checksum-crc32": "AAAA"}, options=MODE_REQUIRED),
    answer("when-required-asked", "Get", b"hello", {"x-amz-checksum-crc32": "AAAAAA=="}, {"ChecksumMode": "ENABLED"},
           MODE_REQUIRED),
    answer("mode-of-any-value", "Get", b"hello", {"x-amz-checksum-crc32": "AAAAAA=="}, {"ChecksumMode": "OFF"}),
    answer("bytes-right", "Head", b'{"Text": "x"}', {"x-amz-checksum-sha256":
           "iw66oWWirgzojDGD6JoSOL+MY5w56Jbwv/o7SnyROpQ="}),
    answer("bytes-wrong", "Head", b'{"Text": "x"}', {"x-amz-checksum-sha256": SHA256}),
    answer("bytes-wrong-no-json", "Head", b'{"Text": "', {"x-amz-checksum-crc32": CRC32}),
]

CONFIGS = [
    {"request_checksum_calculation": "always"}, {"response_checksum_validation": ""},
    {"request_min_compression_size_bytes": 0}, {"request_min_compression_size_bytes": 1048577},
    {"request_min_compression_size_bytes": -1}, {"request_min_compression_size_bytes": 0,
                                                 "disable_request_compression": True},
]


def client(service, endpoint, options):
    config = Config(retries={"total_max_attempts": 1}, inject_host_prefix=False, **options)
    with mock.patch("botocore.utils.S3RegionRedirectorv2.register", lambda *_: None):
        made = SESSION.create_client(service, "eu-west-1", endpoint_url=endpoint, config=config)
    return made


def call(service, operation, params, endpoint, options, status=200, headers=None, body=b"{}"):
    made = client(service, endpoint, options)
    sent = []

    def stub(request, **_):
        content = request.body
        sent.append((request, b"" if content is None else content.read() if hasattr(content, "read") else content))
        return AWSResponse(request.url, status, dict(headers or {}), Body(body))

    made.meta.events.register("before-send", stub)
    with mock.patch("botocore.auth.get_current_datetime", lambda: NOW), \
            mock.patch("botocore.handlers.uuid.uuid4", lambda: TOKEN):
        try:
            result = made._make_api_call(operation, copy.deepcopy(params)), None
        except Exception as e:  # the fixture tells which
            result = None, e
    if not sent:
        raise result[1]
    return sent[-1], result


# What frames the body is the transport's.
LEFT_OUT = ("user-agent", "amz-sdk-invocation-id", "amz-sdk-request", "content-length", "transfer-encoding")


def request_fixture(name, service, operation, params, endpoint, options):
    (sent, body), (_, error) = call(service, operation, params, endpoint, options)
    if error is not None and not isinstance(error, (ClientError, KeyError)) and "Parser" not in type(error).__name__:
        raise error
    body = body.encode() if isinstance(body, str) else bytes(body)
    headers = {key.lower(): text(value) for key, value in sorted(sent.headers.items()) if key.lower() not in LEFT_OUT}
    compressed = body[:2] == b"\x1f\x8b"
    if compressed:
        body = gzip.decompress(body)
        for volatile in ("authorization", "x-amz-content-sha256"):
            headers.pop(volatile, None)
    return {"id": name, "service": service, "operation": operation, "params": plain(params), "endpoint": endpoint,
            "options": options, "method": sent.method, "url": sent.url, "headers": headers, "compressed": compressed,
            "body": base64.b64encode(body).decode()}


def answer_fixture(name, operation, params, body, headers, options):
    _, (result, error) = call("sums", operation, params, HTTPS, options, 200, headers, body)
    fixture = {"id": name, "operation": operation, "params": plain(params), "options": options, "headers": headers,
               "body": base64.b64encode(body).decode()}
    if error is None:
        fixture["algorithm"] = result["ResponseMetadata"].get("ChecksumAlgorithm")
        try:
            if "Body" in result:
                result["Body"].read()
        except Exception as e:
            error = e
    if error is not None:
        fixture["failure"] = type(error).__name__
        fixture["message"] = str(error)
    return fixture


def config_fixture(options):
    try:
        client("sums", HTTPS, options)
    except Exception as e:
        return {"options": options, "failure": type(e).__name__, "message": str(e)}
    raise AssertionError(options)


def main():
    assert botocore.httpchecksum.crt_checksums is None, "run this without awscrt"
    SESSION.register("before-parameter-build", botocore.handlers._handle_request_validation_mode_member)
    SESSION.get_component("data_loader").search_paths.append(MODELS)
    fixtures = {
        "requests": [request_fixture(*case) for case in (*REQUESTS, *modelled("s3"), *modelled("s3control"))],
        "answers": [answer_fixture(*case) for case in ANSWERS],
        "configs": [config_fixture(each) for each in CONFIGS],
    }
    json.dump(fixtures, sys.stdout, indent=1, allow_nan=False, ensure_ascii=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
