"""Makes calls with botocore over a stubbed HTTP layer, and reports what it sent and parsed.

    AWS_DATA_PATH=MODELS python3 oracle.py

OracleTest starts it and writes one line for each service to its standard input: the name of a file of calls, a blank,
the name of the file to write. It prints "done". The first line of a file of calls is {"service", "version",
"endpoint"}, each further one {"operation", "input", "status", "headers", "body"}; the last three are the response.

Values that JSON does not have are represented by {"$bytes": base64}, {"$time": seconds since 1970 as text},
{"$float": "NaN"}, {"$decimal": "1.5"}.

AWS_DATA_PATH makes botocore read the models with which boto4j was built. Time, credentials and uuids are fixed.
"""

import base64
import datetime
import io
import json
import math
import sys
import time
import uuid
from decimal import Decimal
from unittest import mock

import botocore.session
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.response import StreamingBody

UTC = datetime.timezone.utc
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=UTC)
NOW = datetime.datetime(2026, 1, 2, 3, 4, 5)
TOKEN = uuid.UUID(int=1)
REGION = "us-east-1"

# Headers that describe the SDK and its attempts are not compared.
UNCOMPARED = ("user-agent", "amz-sdk-invocation-id", "amz-sdk-request")


class Raw(io.BytesIO):
    def stream(self, **_):
        yield self.read()


def decoded(value):
    """The botocore input that a tagged value represents."""
    if isinstance(value, list):
        return [decoded(each) for each in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        ((tag, text),) = value.items()
        if tag == "$bytes":
            return base64.b64decode(text)
        if tag == "$float":
            return float(text)
        if tag == "$decimal":
            return Decimal(text)
        if tag == "$time":
            micros = int(Decimal(text) * 1_000_000)
            return EPOCH + datetime.timedelta(microseconds=micros)
    return {key: decoded(each) for key, each in value.items()}


def encoded(value):
    """The tagged value that represents a part of botocore's result."""
    if isinstance(value, dict):
        return {str(key): encoded(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [encoded(each) for each in value]
    if isinstance(value, (bytes, bytearray)):
        return {"$bytes": base64.b64encode(value).decode()}
    if isinstance(value, datetime.datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        since = aware - EPOCH
        micros = (since.days * 86400 + since.seconds) * 1_000_000 + since.microseconds
        return {"$time": str(Decimal(micros) / 1_000_000)}
    if isinstance(value, float) and not math.isfinite(value):
        return {"$float": {math.inf: "Infinity", -math.inf: "-Infinity"}.get(value, "NaN")}
    if isinstance(value, Decimal):
        return {"$decimal": str(value)}
    if isinstance(value, StreamingBody):
        # Not with read(), which would compare the length with a generated Content-Length.
        return {"$bytes": base64.b64encode(value._raw_stream.read()).decode()}
    if value is None or isinstance(value, (str, int, float)):
        return value
    return {"$object": type(value).__name__}


def text(value):
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def body_of(request):
    body = request.body
    if body is None:
        return b""
    if hasattr(body, "read"):
        return body.read()
    return body.encode() if isinstance(body, str) else bytes(body)


def request_of(request):
    body = body_of(request)
    headers = {name.lower(): text(value) for name, value in request.headers.items()}
    if body and "transfer-encoding" not in headers:
        # What Python's http.client adds to a GET.
        headers.setdefault("content-length", str(len(body)))
    return {
        "method": request.method,
        "url": request.url,
        "headers": [[name, value] for name, value in headers.items() if name not in UNCOMPARED],
        "body": base64.b64encode(body).decode(),
    }


class Service:
    """The client of one service, with a given response to every request."""

    def __init__(self, session, settings):
        config = Config(
            retries={"total_max_attempts": 1},
            s3={"addressing_style": "path"},
        )
        self._client = session.create_client(
            settings["service"], REGION, api_version=settings["version"], endpoint_url=settings["endpoint"],
            config=config)
        self._client.meta.events.register_last("before-send", self._send)
        self._sent = None
        self._call = None

    def _send(self, request, **_):
        self._sent = request_of(request)
        body = base64.b64decode(self._call["body"])
        return AWSResponse(request.url, self._call["status"], dict(self._call["headers"]), Raw(body))

    def call(self, call):
        self._sent = None
        self._call = call
        said = {}
        try:
            result = self._client._make_api_call(call["operation"], decoded(call["input"]))
            metadata = result.pop("ResponseMetadata", {})
            said["result"] = encoded(result)
            said["requestId"] = metadata.get("RequestId")
        except ClientError as e:
            metadata = e.response.pop("ResponseMetadata", {})
            said["error"] = encoded(e.response)
            said["requestId"] = metadata.get("RequestId")
        except Exception as e:  # its type is part of the result
            said["failure"] = type(e).__name__ + ": " + str(e)[:300]
        said["request"] = self._sent
        return said


def respond(session, calls, results):
    with open(calls, encoding="utf-8") as lines, open(results, "w", encoding="utf-8") as out:
        service = Service(session, json.loads(next(lines)))
        for line in lines:
            json.dump(service.call(json.loads(line)), out)
            out.write("\n")


def main():
    session = botocore.session.Session()
    session.set_credentials("AKIDEXAMPLE", "secret", "TOKEN/+=")
    with mock.patch("botocore.auth.get_current_datetime", lambda: NOW), \
            mock.patch("botocore.signers.get_current_datetime", lambda: NOW), \
            mock.patch("botocore.auth.time", mock.Mock(wraps=time, gmtime=NOW.timetuple)), \
            mock.patch("uuid.uuid4", lambda: TOKEN):
        for line in sys.stdin:
            calls, results = line.split()
            respond(session, calls, results)
            print("done", flush=True)


if __name__ == "__main__":
    main()
