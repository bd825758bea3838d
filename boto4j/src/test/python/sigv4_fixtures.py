"""Signs requests with botocore at a fixed time and prints them as Java properties.

    python3 sigv4_fixtures.py > ../resources/io/boto4j/internal/signing/botocore-sigv4.properties

Each case is NAME.method, .url, .header.0 ..., .payload (the hash), .name, .region, .token (where
there is one), .s3 (true for S3's signer), and what botocore made of it: .canonical, .string,
.headers.0 ... (all headers it would send, in its order).
"""

import datetime
import sys
from unittest import mock

import botocore
import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

NOW = datetime.datetime(2026, 2, 3, 4, 5, 6)
KEY, SECRET = "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TOKEN = "IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVzLWVhc3QtMSJHMEUCIQD+/=="
HOST = "https://service.us-east-1.amazonaws.com"
S3 = "https://my_bucket.s3.eu-west-1.amazonaws.com"


def case(name, url, headers=(), method="GET", body=b"", token=None, s3=False,
         signing_name="service", region="us-east-1", unsigned=False, secret=SECRET):
    return dict(locals())


CASES = [
    case("plain", HOST + "/"),
    case("no-path", HOST),
    case("post-json", "https://dynamodb.eu-west-1.amazonaws.com/",
         [("X-Amz-Target", "DynamoDB_20120810.GetItem"),
          ("Content-Type", "application/x-amz-json-1.0"), ("User-Agent", "Boto3/1")],
         "POST", b'{"TableName":"users"}', signing_name="dynamodb", region="eu-west-1"),
    # Paths: as they are sent, so already encoded once.
    case("path-double-slash", HOST + "/a//b"),
    case("path-only-slashes", HOST + "///"),
    case("path-dots", HOST + "/../x"),
    case("path-dots-inside", HOST + "/a/./b/../c/"),
    case("path-dots-end", HOST + "/a/b/.."),
    case("path-dot-end", HOST + "/a/b/."),
    case("path-dots-above-root", HOST + "/a/../../.."),
    case("path-three-dots", HOST + "/.../..a/.b"),
    case("path-encoded-dots", HOST + "/%2E%2E/x"),
    case("path-blank", HOST + "/a%20b"),
    case("path-plus", HOST + "/a+b"),
    case("path-percent", HOST + "/100%25"),
    case("path-lower-hex", HOST + "/a%2fb"),
    case("path-emoji", HOST + "/%F0%9F%98%80"),
    case("path-raw-unicode", HOST + "/\u00fc/\U0001f600"),
    case("path-sub-delims", HOST + "/!$&'()*+,;=:@~-._"),
    case("path-arn", HOST + "/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A1%3Afunction%3Af/url"),
    # Queries: as they are sent.
    case("query-empty", HOST + "/?"),
    case("query-no-value", HOST + "/?acl"),
    case("query-repeated", HOST + "/?b=2&a=2&b=10&a=1&a=&a&A=0"),
    case("query-empty-pairs", HOST + "/?&a=1&&b=2&"),
    case("query-equals-in-value", HOST + "/?a=b=c&a=b"),
    case("query-prefix-names", HOST + "/?ab=1&a=2&a-=3&a.=4&a%3D=5"),
    case("query-encoded", HOST + "/?%E1%88%B4=1&a%20b=2&a+b=3&%7E=4&~=5"),
    case("query-raw-unicode", HOST + "/?\uff5e=1&\U0001f600=2&\u00fc=3&z=4"),
    case("query-many", HOST + "/?" + "&".join(f"k{i * 7919 % 101}=v{i}" for i in range(101))),
    # Headers.
    case("header-spaces", HOST + "/", [("X-One", "  a   b\tc \t"), ("X-Two", '"a   b"'), ("X-Nil", ""), ("X-Blank", "   ")]),
    case("header-repeated", HOST + "/", [("X-Rep", " b "), ("X-Other", "1"), ("x-rep", "a"), ("X-REP", "b,  c")]),
    case("header-order", HOST + "/", [("x-a_b", "1"), ("X-A-B", "2"), ("x-AB", "3"), ("X-A.B", "4"), ("Zed", "5"), ("x-a", "6"), ("X-A~B", "7")]),
    case("header-unicode", HOST + "/", [("X-Amz-Meta-Name", "gr\u00fc\u00df  \U0001f600 x")]),
    case("header-unsigned", HOST + "/", [(n.title(), "x") for n in botocore.auth.SIGNED_HEADERS_BLACKLIST]),
    case("header-host-given", HOST + "/", [("Host", "Other.Example:444")]),
    case("header-stale", HOST + "/", [("Authorization", "old"), ("X-Amz-Date", "old"), ("X-Amz-Security-Token", "old"), ("Accept", "*/*")], token=TOKEN),
    case("header-stale-token-kept", HOST + "/", [("X-Amz-Security-Token", "mine")]),
    case("header-date", HOST + "/", [("Date", "old"), ("X-Amz-Date", "old")]),
    case("header-content-sha256", HOST + "/", [("X-Amz-Content-SHA256", "precomputed")], "PUT", b"x"),
    # Hosts.
    case("host-port", "https://service.example:8443/"),
    case("host-default-https-port", "https://service.example:443/"),
    case("host-default-http-port", "http://service.example:80/"),
    case("host-http-on-443", "http://service.example:443/"),
    case("host-empty-port", "https://service.example:/"),
    case("host-capitals", "https://Service.EXAMPLE/"),
    case("host-user", "https://user:pass@service.example:8443/"),
    case("host-ipv4", "http://127.0.0.1:8000/"),
    case("host-ipv6", "http://[::1]:8000/"),
    case("host-ipv6-default-port", "https://[2001:DB8::A]:443/"),
    case("host-underscore", "http://my_host:8000/"),
    # Credentials and scopes.
    case("token", HOST + "/", token=TOKEN),
    case("token-empty", HOST + "/", token=""),
    case("secret-long", HOST + "/", secret="s" * 100),
    case("secret-unicode", HOST + "/", secret="s\u00fc\U0001f600"),
    case("region-other", HOST + "/", region="ap-southeast-7", signing_name="execute-api"),
    # S3.
    case("s3-get", S3 + "/key", s3=True),
    case("s3-put", S3 + "/key", [("Content-Type", "text/plain")], "PUT", b"hello", TOKEN, True),
    case("s3-double-slash", S3 + "/a//b", s3=True),
    case("s3-dots", S3 + "/../a/./b/..", s3=True),
    case("s3-encoded", S3 + "/a%20b%2Bc%25%F0%9F%98%80", s3=True),
    case("s3-plus", S3 + "/a+b", s3=True),
    case("s3-query", S3 + "/?list-type=2&prefix=a%2Fb&delimiter=%2F&encoding-type=url", s3=True),
    case("s3-uploads", S3 + "/key?uploads", method="POST", s3=True),
    case("s3-stale-hash", S3 + "/key", [("X-Amz-Content-SHA256", "old")], s3=True),
]


def put(key, value):
    text = ""
    for unit in value.encode("utf-16-be").hex(" ", 2).split():
        c = chr(int(unit, 16))
        if c == "\n":
            text += "\\n"
        elif c == "\\":
            text += "\\\\"
        elif " " < c <= "~" or (c == " " and text):
            text += c
        else:
            text += "\\u" + unit
    print(f"{key}={text}")


def emit(c):
    credentials = Credentials(KEY, c["secret"], c["token"])
    signer = botocore.auth.S3SigV4Auth if c["s3"] else botocore.auth.SigV4Auth
    signer = signer(credentials, "s3" if c["s3"] else c["signing_name"], c["region"])
    request = AWSRequest(c["method"], c["url"], data=c["body"])
    for name, value in c["headers"]:
        request.headers.add_header(name, value)
    seen = {}
    canonical, string = signer.canonical_request, signer.string_to_sign
    signer.canonical_request = lambda r: seen.setdefault("canonical", canonical(r))
    signer.string_to_sign = lambda r, t: seen.setdefault("string", string(r, t))
    with mock.patch("botocore.auth.get_current_datetime", lambda: NOW):
        signer.add_auth(request)
    name = c["name"]
    put(name + ".method", c["method"])
    put(name + ".url", c["url"])
    put(name + ".payload", signer.payload(request))
    put(name + ".secret", c["secret"])
    put(name + ".name", signer._service_name)
    put(name + ".region", c["region"])
    put(name + ".s3", str(c["s3"]).lower())
    if c["token"] is not None:
        put(name + ".token", c["token"])
    for i, (k, v) in enumerate(c["headers"]):
        put(f"{name}.header.{i}", f"{k}:{v}")
    put(name + ".canonical", seen["canonical"])
    put(name + ".string", seen["string"])
    for i, (k, v) in enumerate(request.headers.items()):
        put(f"{name}.sent.{i}", f"{k}:{v}")


print(f"# Made by sigv4_fixtures.py with botocore {botocore.__version__}: do not edit.")
put("cases", ",".join(c["name"] for c in CASES))
for each in CASES:
    try:
        emit(each)
    except Exception as e:  # name the case
        sys.exit(f"{each['name']}: {e!r}")
