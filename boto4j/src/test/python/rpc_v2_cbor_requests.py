"""Calls botocore's clients of rpc-v2-cbor services over a stubbed HTTP layer, and prints what it sent and understood.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base \\
        python3 rpc_v2_cbor_requests.py > ../resources/io/boto4j/botocore-rpc-v2-cbor.json

As json_requests.py, which says how values are written that JSON has no word for; bodies are base64. The services cbortest
and cborquery are made up, to have every kind of shape at hand; their models stand beside the result.
"""

import base64
import json
import os
import struct
import sys
from decimal import Decimal

from botocore.config import Config
from botocore.exceptions import ClientError
from json_requests import INF, NAN, SESSION, WHEN, call, plain, text

MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/io/boto4j/cbor-models")
PARTNER = "partnercentral-revenue-measurement"
ODD = "\u00fc\u20ac\U0001f600\u0000\n\"\\"


class Raw(bytes):
    """Bytes that are CBOR already."""


def raw(text):
    return Raw(bytes.fromhex(text))


def head(major, value):
    if value < 24:
        return bytes([major << 5 | value])
    for info, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if value < 256 ** size:
            return bytes([major << 5 | info]) + value.to_bytes(size, "big")
    raise ValueError(value)


def cbor(value):
    if isinstance(value, Raw):
        return bytes(value)
    if value is None or isinstance(value, bool):
        return {None: b"\xf6", True: b"\xf5", False: b"\xf4"}[value]
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, float):
        return b"\xfb" + struct.pack(">d", value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(cbor, value))
    return head(5, len(value)) + b"".join(cbor(key) + cbor(each) for key, each in value.items())


def time(value):
    return Raw(b"\xc1" + cbor(value))


def joined(*parts):
    return Raw(b"".join(map(cbor, parts)))


BREAK = raw("ff")

EVERYTHING = {
    "Text": ODD, "Renamed": "r", "Whole": -1, "Big": 2 ** 53 + 1, "Single": 0.5, "Double": 1e-7, "Yes": True,
    "Bytes": b"\x00\xff\xfe>?", "Time": WHEN, "IsoTime": WHEN, "List": ["a", "b"], "Lists": [["g"], [], ["h", "i"]],
    "Structures": [{"List": ["j"]}, {}], "Times": [WHEN, 0], "Map": {"k": 1, "l m": -2}, "StructureMap": {"n": {"Text": "o"}},
    "Nested": {"Nested": {"Yes": False}}, "Choice": {"Other": 5}, "Token": "mine",
}

REQUESTS = [
    ("prm-list", PARTNER, "ListRevenueAttributions", {"Catalog": "AWS", "MaxResults": 24, "CreatedAfter": WHEN}),
    ("prm-create", PARTNER, "CreateRevenueAttribution", {
        "Catalog": "AWS", "Name": "n", "TenancyModel": "SINGLE_TENANT", "Tags": [{"Key": "k", "Value": "v"}]}),
    ("prm-tag", PARTNER, "UntagResource", {"resourceArn": "arn:aws:partnercentral:us-east-1::x/y", "tagKeys": ["a"]}),
    ("all", "cbortest", "Everything", EVERYTHING),
    ("all-query-compatible", "cborquery", "Everything", EVERYTHING),
    ("none", "cbortest", "Everything", {}),
    ("order", "cbortest", "Everything", {"Whole": 1, "Text": "a"}),
    ("empty-input", "cbortest", "Empty", {}),
    ("no-input", "cbortest", "Silent", {}),
    ("no-input-query-compatible", "cborquery", "Silent", {}),
    ("empty-collections", "cbortest", "Everything", {
        "List": [], "Lists": [[], []], "Map": {}, "Nested": {"Structures": []}, "Text": "", "Bytes": b""}),
    ("long-list", "cbortest", "Everything", {"List": ["x"] * 300}),
    ("long-map", "cbortest", "Everything", {"Map": {str(i): i for i in range(30)}}),
    *[("text-" + str(size), "cbortest", "Everything", {"Text": "x" * size, "Bytes": b"y" * size})
      for size in (23, 24, 255, 256)],
    ("text-unicode-23", "cbortest", "Everything", {"Text": "x" * 22 + "\u00fc"}),
    *[("whole-" + str(value), "cbortest", "Everything", {"Whole": value, "Nested": {"Map": {"k": value}}}) for value in (
        0, 23, 24, 255, 256, 65535, 65536, 2 ** 31 - 1, -1, -24, -25, -256, -257, -65537, -2 ** 31)],
    *[("big-" + str(value), "cbortest", "Everything", {"Big": value}) for value in (
        2 ** 32 - 1, 2 ** 32, 2 ** 63 - 1, -2 ** 32, -2 ** 32 - 1, -2 ** 63)],
    *[("float-" + str(value), "cbortest", "Everything", {"Single": value, "Double": value}) for value in (
        NAN, INF, -INF, 0.0, -0.0, 1.0, 0.1, 65504.0, 1e-40, 3.4e38, 5e-324, 1, 2 ** 24 + 1, Decimal("1.50"))],
    ("double-largest", "cbortest", "Everything", {"Double": 1.7976931348623157e308}),
    *[("time-" + str(index), "cbortest", "Everything", {"Time": value, "IsoTime": value}) for index, value in enumerate((
        0, 23, 24, 1.5, 1.999999, "2026-01-02T03:04:05+02:00", "2026-01-02T03:04:05.999Z", "1767323045", 2 ** 32,
        WHEN.replace(microsecond=999999)))],
    ("blob-text", "cbortest", "Everything", {"Bytes": "\u00fc"}),
]


def answer(name, body, status=200, operation="Everything", headers=None, service="cbortest"):
    if not isinstance(body, (bytes, str)) or isinstance(body, Raw):
        body = cbor(body)
    if isinstance(body, str):
        body = body.encode()
    return (name, service, operation, {}, status,
            headers or {"Content-Type": "application/cbor", "smithy-protocol": "rpc-v2-cbor", "x-amzn-RequestId": "r-1"}, body)


def error(name, body, status=400, headers=None, service="cbortest"):
    return answer("error-" + name, body, status, headers=headers, service=service)


QUERY = {"x-amzn-query-error": "Old.Code;Sender", "x-amzn-RequestId": "r"}

ANSWERS = [
    answer("all", {
        "Text": ODD, "Whole": -1, "Big": 2 ** 63 - 1, "Single": 0.5, "Double": 1e-7, "Yes": True, "Bytes": b"\x00\xff",
        "Time": time(1770091506), "IsoTime": time(1770091506), "List": ["a", ""], "Lists": [[], ["b"]],
        "Structures": [{"Text": "c"}, {}], "Times": [time(0), time(-1)], "Map": {"k": 1}, "StructureMap": {"l": {"Yes": False}},
        "Nested": {"Nested": {}}, "Choice": {"One": "x"}}),
    answer("empty-map", {}),
    answer("indefinite", joined(
        raw("bf"), "List", raw("9f"), "a", raw("7f"), "b", "", "cd", BREAK, BREAK, raw("7f"), "Te", "xt", BREAK, "x",
        "Bytes", raw("5f"), b"a", b"", b"bc", BREAK, "Nested", raw("bf"), BREAK, "Lists", raw("9f9fff80ff"), BREAK)),
    answer("long-heads", raw("bb0000000000000001" "7a00000005" "57686f6c65" "1b0000000000000005")),
    answer("null-member", {"Text": None, "Whole": 1, "Nested": None}),
    answer("undefined-member", {"Text": raw("f7"), "Whole": 1}),
    answer("null-after-value", joined(raw("a2"), "Text", "a", "Text", None)),
    answer("null-element", {"List": ["a", None], "Structures": [None, {}], "Lists": [None], "Times": [None]}),
    answer("null-map-value", {"Map": {"a": None, "b": 1}, "StructureMap": {"c": None}}),
    answer("unknown-members", {"Fresh": {"deep": [1, {"x": None}]}, "Whole": 5, "More": time(1.5)}),
    answer("duplicate-members", joined(raw("a2"), "Text", "a", "Text", "b")),
    *[answer("number-" + hexed, {"Double": raw(hexed)}) for hexed in (
        "00", "20", "f90000", "f98000", "f90001", "f903ff", "f90400", "f93c00", "f93555", "f97bff",
        "f97c00", "f9fc00", "f97e00", "fa00000001", "fa3dcccccd", "fa7f800000", "faffc00000", "fb3fb999999999999a",
        "fb7ff0000000000000", "fb7ff8000000000000")],
    *[answer("single-" + hexed, {"Single": raw(hexed)}) for hexed in ("f93e00", "fa3f000000", "fb3fe0000000000000", "05")],
    *[answer("whole-" + hexed, {"Whole": raw(hexed), "Big": raw(hexed)}) for hexed in ("00", "3863", "1a7fffffff", "f94500")],
    *[answer("time-" + str(index), {"Time": time(value)}) for index, value in enumerate((
        0, 1770091506, -1, -2208988800, 1.5, 1770091506.123, 1770091506.123456, -1.5, raw("f93e00"), raw("fa3fc00000")))],
    answer("time-untagged", {"Time": 1770091506}),
    answer("time-other-tag", {"Time": raw("c06161")}),
    answer("time-text", {"Time": raw("c16161")}),
    answer("time-too-large", {"Time": time(2 ** 62)}),
    answer("time-nan", {"Time": time(NAN)}),
    answer("tag-unknown-member", {"Fresh": raw("d9d9f700"), "Whole": 1}),
    answer("tag-on-text", {"Text": raw("d9d9f76161")}),
    answer("tag-on-all", raw("d9d9f7a0")),
    answer("union", {"Choice": {"Other": 1}}),
    answer("union-unknown", {"Choice": {"ZZ": {"b": 1}}}),
    answer("union-type-ignored", {"Choice": {"__type": "x", "One": "1"}}),
    answer("union-null-others", {"Choice": {"One": None, "Other": 1, "ZZ": None}}),
    answer("union-two", {"Choice": {"One": "a", "Other": 1}}),
    answer("union-known-and-unknown", {"Choice": {"One": "a", "ZZ": 1}}),
    answer("union-two-unknown", {"Choice": {"YY": "a", "ZZ": 1}}),
    answer("union-none", {"Choice": {}}),
    answer("empty-body", b""),
    answer("null", None),
    answer("list", []),
    answer("number", 5),
    answer("html", "<html></html>"),
    answer("json", '{"Text": "a"}'),
    answer("truncated", cbor({"Text": "abc"})[:-1]),
    answer("trailing", cbor({}) + b"\x00"),
    answer("bad-utf8", {"Text": raw("61ff")}),
    answer("break", raw("ff")),
    answer("break-for-value", raw("bf6161ff")),
    answer("reserved", {"Whole": raw("1c")}),
    answer("simple-value", {"Whole": raw("f8ff")}),
    answer("list-of-text", {"List": "ab"}),
    answer("structure-of-list", {"Nested": []}),
    answer("silent-empty", b"", operation="Silent"),
    answer("silent-map", {"a": 1}, operation="Silent"),
    answer("nothing-empty", b"", operation="Empty"),
    answer("nothing-map", {"a": 1}, operation="Empty"),
    answer("status-299", {"Whole": 1}, 299),
    answer("no-request-id", {"Whole": 1}, headers={"Content-Type": "application/cbor"}),
    # Errors.
    error("plain", {"__type": "Trouble", "message": "m"}),
    error("namespace", {"__type": "com.amazon.example#Trouble", "message": "m"}),
    error("namespace-uri", {"__type": "com.amazon#Trouble:http://internal.amazon.com/coral/", "Message": "M"}),
    error("members", {"__type": "a#Trouble", "message": "m", "Depth": 5, "Names": ["a", None], "Other": 1}, 409),
    error("members-indefinite", joined(raw("bf"), "__type", raw("7f"), "a#", "Trouble", BREAK, "Depth", 1, BREAK), 409),
    error("both-messages", {"__type": "Trouble", "message": "small", "Message": "Large"}),
    error("null-message", {"__type": "Trouble", "message": None, "Message": "Large"}),
    error("empty-message", {"__type": "Trouble", "message": "", "Message": "Large"}),
    error("no-message", {"__type": "Trouble"}),
    error("no-type", {"message": "m"}, 403),
    error("null-type", {"__type": None, "message": "m"}),
    error("code-ignored", {"code": "C", "Code": "D", "message": "m"}),
    error("header-ignored", {"message": "m"}, headers={"x-amzn-errortype": "Trouble"}),
    error("unknown", {"__type": "a#BrandNew", "message": "m", "Depth": 1}, 418),
    error("by-shape", {"__type": "a#Coded", "Message": "m", "Depth": 1}),
    error("query", {"__type": "a#Coded", "Message": "m", "Depth": 1}, headers=QUERY, service="cborquery"),
    error("query-not-compatible", {"__type": "a#Trouble", "message": "m"}, headers=QUERY),
    error("query-broken", {"__type": "a#Trouble", "message": "m"}, headers={"x-amzn-query-error": "Broken"}, service="cborquery"),
    error("query-three", {"__type": "a#Trouble"}, headers={"x-amzn-query-error": "a;b;c"}, service="cborquery"),
    error("query-no-code", {"__type": "a#Trouble"}, headers={"x-amzn-query-error": ";Sender"}, service="cborquery"),
    error("500", {"__type": "InternalFailure", "message": "oops"}, 500),
    error("empty-map", {}, 400),
    error("empty-map-500", {}, 500),
    error("empty-400", b"", 400),
    error("empty-500", b"", 500),
    error("html-503", "<html><body>503</body></html>", 503),
    error("html-400", "<html><body>Bad</body></html>", 400),
    error("json-403", '{"message": "Forbidden"}', 403),
    error("text", "404 page not found\n", 404),
    error("list", [1], 400),
    error("truncated", cbor({"__type": "Trouble", "message": "abc"})[:-1], 400),
    error("members-broken", {"__type": "Trouble", "message": "m", "Names": 5}, 409),
    error("redirect", {}, 301),
    answer("error-partner", {"__type": "x#ValidationException", "Message": "bad", "Reason": "REQUEST_VALIDATION_FAILED",
                             "FieldList": [{"Name": "n", "Message": "m", "Code": "c"}]}, 400,
           operation="ListTagsForResource", service=PARTNER),
]


def client(service):
    SESSION.set_credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
    return SESSION.create_client(
        service, "eu-west-1", endpoint_url="https://cbor.example.com",
        config=Config(retries={"total_max_attempts": 1}, parameter_validation=False))


def coded(body):
    return base64.b64encode(body or b"").decode()


def request_fixture(name, service, operation, params):
    # The answer is none a client of CBOR understands: what botocore says to that is of no interest here.
    sent, _ = call(client(service), operation, params)
    return {
        "id": name, "service": service, "operation": operation, "params": plain(params), "method": sent.method,
        "url": sent.url, "body": coded(sent.body),
        "headers": {key.lower(): text(value) for key, value in sorted(sent.headers.items())
                    if key.lower() not in ("user-agent", "accept-encoding", "amz-sdk-invocation-id", "amz-sdk-request")},
    }


def answer_fixture(name, service, operation, params, status, headers, body):
    _, (parsed, raised) = call(client(service), operation, params, status, headers, body)
    fixture = {"id": name, "service": service, "operation": operation, "status": status, "headers": headers,
               "body": coded(body)}
    if isinstance(raised, ClientError):
        metadata = raised.response.pop("ResponseMetadata")
        raised.response["Error"] = dict(sorted(raised.response["Error"].items()))
        fixture["error"] = plain(raised.response)
        fixture["message"] = str(raised).replace(" (reached max retries: 0)", "")
    elif raised is not None:
        fixture["failure"] = type(raised).__name__
        return fixture
    else:
        metadata = parsed.pop("ResponseMetadata", {})
        fixture["parsed"] = plain(parsed)
    fixture["requestId"] = metadata.get("RequestId")
    return fixture


def main():
    SESSION.get_component("data_loader").search_paths.append(MODELS)
    fixtures = {
        "requests": [request_fixture(*case) for case in REQUESTS],
        "answers": [answer_fixture(*case) for case in ANSWERS],
    }
    json.dump(fixtures, sys.stdout, indent=1, allow_nan=False, ensure_ascii=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
