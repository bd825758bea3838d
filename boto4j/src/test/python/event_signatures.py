"""Signs chains of events as AWS's documentation of event streams says, with nothing but hashlib, and prints them.

    python3 event_signatures.py > ../resources/io/boto4j/internal/signing/event-signatures.json

botocore signs no events, so this is the independent computation. The first chain's string to sign is the one that AWS
SDKs publish in their own tests (time 123456789, service testservice, us-east-1).
"""

import base64
import datetime
import hashlib
import hmac
import json
import struct
import sys
import zlib


def mac(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def frame(headers, payload):
    start = struct.pack(">II", 16 + len(headers) + len(payload), len(headers))
    start += struct.pack(">I", zlib.crc32(start))
    message = start + headers + payload
    return message + struct.pack(">I", zlib.crc32(message))


def text_header(name, value):
    return bytes([len(name)]) + name.encode() + b"\x07" + struct.pack(">H", len(value)) + value.encode()


def chain(name, secret, region, service, seed, events):
    signed = []
    last = seed
    for seconds, millis, payload in events:
        when = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
        time = when.strftime("%Y%m%dT%H%M%SZ")
        scope = "/".join([time[:8], region, service, "aws4_request"])
        date = b"\x05:date\x08" + struct.pack(">q", seconds * 1000)
        to_sign = "\n".join(["AWS4-HMAC-SHA256-PAYLOAD", time, scope, last, hashlib.sha256(date).hexdigest(),
                             hashlib.sha256(payload).hexdigest()])
        key = mac(("AWS4" + secret).encode(), time[:8])
        for part in (region, service, "aws4_request"):
            key = mac(key, part)
        signature = mac(key, to_sign)
        last = signature.hex()
        headers = date + b"\x10:chunk-signature\x06" + struct.pack(">H", 32) + signature
        signed.append({"millis": seconds * 1000 + millis, "payload": base64.b64encode(payload).decode(),
                       "toSign": to_sign, "signature": last, "frame": base64.b64encode(frame(headers, payload)).decode()})
    return {"id": name, "secret": secret, "region": region, "service": service, "seed": seed, "events": signed}


SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
SEED = hashlib.sha256(b"last message sts").hexdigest()


def main():
    inner = frame(text_header("some-header", "value"), b"test payload")
    chains = [
        chain("published", SECRET, "us-east-1", "testservice", SEED, [(123456789, 0, inner)]),
        chain("chained", SECRET, "eu-west-1", "transcribe", "0" * 64,
              [(1770091506, 1, inner), (1770091506, 999, b"x" * 70000), (1770091507, 500, b"")]),
        chain("over-midnight", "s", "us-west-2", "lex", "f" * 64,
              [(1770163199, 999, inner), (1770163200, 0, inner), (1770163201, 0, b"")]),
    ]
    assert chains[0]["events"][0]["toSign"].split("\n")[3:] == [
        "be1f8c7d79ef8e1abc5254a2c70e4da3bfaf4f07328f527444e1fc6ea67273e2",
        "0c0e3b3bf66b59b976181bd7d401927bbd624107303c713fd1e5f3d3c8dd1b1e",
        "f2eba0f2e95967ee9fbc6db5e678d2fd599229c0d04b11e4fc8e0f2a02a806c6"], chains[0]["events"][0]["toSign"]
    json.dump(chains, sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
