"""Makes calls with botocore against a server, and reports their results.

    AWS_DATA_PATH=MODELS python3 roundtrip.py

RoundTripTest starts it and writes one JSON object per line to its standard input, and gets a line for each:
{"service", "version", "endpoint"} chooses a client; {"operation", "input"} makes a call, whose line is {"result"},
{"error"} or {"failure"}. Values are represented as in oracle.py.
"""

import json
import socket
import sys
from unittest import mock

import botocore.session
from botocore.config import Config
from botocore.eventstream import EventStream
from botocore.exceptions import ClientError

from oracle import REGION, TOKEN, decoded, encoded


def client_of(session, settings):
    config = Config(
        retries={"total_max_attempts": 1},
        s3={"addressing_style": "path"},
        inject_host_prefix=False,
        read_timeout=20,
    )
    return session.create_client(
        settings["service"], REGION, api_version=settings["version"], endpoint_url=settings["endpoint"], config=config)


def result_of(client, call):
    try:
        result = client._make_api_call(call["operation"], decoded(call["input"]))
        result.pop("ResponseMetadata", None)
        for name, value in result.items():
            if isinstance(value, EventStream):
                result[name] = list(value)
        return {"result": encoded(result)}
    except ClientError as e:
        return {"error": encoded({key: each for key, each in e.response.items() if key != "ResponseMetadata"})}
    except Exception as e:  # its type is part of the result
        return {"failure": type(e).__name__ + ": " + str(e)[:300]}


ADDRESSES = socket.getaddrinfo


def here(host, *rest, **named):
    """The address of every host: some services put an account or a bucket before the host of the endpoint."""
    return ADDRESSES("127.0.0.1", *rest, **named)


def main():
    session = botocore.session.Session()
    session.set_credentials("AKIDEXAMPLE", "secret")
    client = None
    with mock.patch("uuid.uuid4", lambda: TOKEN), mock.patch("socket.getaddrinfo", here):
        for line in sys.stdin:
            order = json.loads(line)
            if "service" in order:
                try:
                    client = client_of(session, order)
                    answer = {}
                except Exception as e:
                    answer = {"failure": type(e).__name__ + ": " + str(e)[:300]}
            else:
                answer = result_of(client, order)
            print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
