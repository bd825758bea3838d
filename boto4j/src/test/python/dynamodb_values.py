"""Converts random values with boto3's TypeSerializer and TypeDeserializer, and prints both sides.

    python3 dynamodb_values.py [SEED [COUNT]] > ../resources/io/boto4j/dynamodb/python-values.json

A plain value is written as {"type": …, "value": …}, because JSON has no bytes, sets or exact numbers; bytes are Base64.
Left out is what boto4j decides differently: numbers that boto3 refuses although DynamoDB stores them, and empty sets.
"""

import base64
import json
import random
import sys
from decimal import Decimal

from boto3.dynamodb.types import Binary, TypeDeserializer, TypeSerializer

CHOICE = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 20261128)
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 400
TEXTS = ["", "a", "ü€😀", "a.b", "{\"S\": \"x\"}", " ", "\t\n", "0", "x" * 40]


def number():
    kind = CHOICE.randrange(6)
    if kind == 0:
        return CHOICE.choice([0, 1, -1, 2**31 - 1, -2**31, 2**31, 2**63 - 1, -2**63, 2**63, 10**37, 10**38 - 1])
    if kind == 1:
        return CHOICE.randrange(-1000, 1000)
    if kind == 2:
        return CHOICE.randrange(-10**18, 10**18)
    digits = CHOICE.randrange(1, 39)
    whole = CHOICE.randrange(1, 10**digits) * CHOICE.choice([1, -1])
    low, high = -130, 125
    exponent = CHOICE.randrange(low, high + 1) if kind == 3 else CHOICE.randrange(-12, 6)
    exponent = max(low, min(high, exponent))
    # The exponent of the first digit is what DynamoDB limits.
    return Decimal(whole).scaleb(exponent - (len(str(abs(whole))) - 1))


def binary():
    data = bytes(CHOICE.randrange(256) for _ in range(CHOICE.randrange(6)))
    return CHOICE.choice([data, bytearray(data), Binary(data)])


def value(depth):
    kind = CHOICE.randrange(11 if depth else 5)
    if kind == 0:
        return None
    if kind == 1:
        return CHOICE.random() < 0.5
    if kind == 2:
        return number()
    if kind == 3:
        return CHOICE.choice(TEXTS)
    if kind == 4:
        return binary()
    size = CHOICE.randrange(1, 5)
    if kind == 5:
        return {number() for _ in range(size)}
    if kind == 6:
        return {CHOICE.choice(TEXTS) for _ in range(size)}
    if kind == 7:
        return {bytes([CHOICE.randrange(256)]) for _ in range(size)}
    if kind in (8, 9):
        return {CHOICE.choice(TEXTS[1:]): value(depth - 1) for _ in range(size)}
    return [value(depth - 1) for _ in range(size)]


def text(data):
    return base64.b64encode(bytes(data)).decode()


def told(plain):
    """The plain value for JSON."""
    if plain is None:
        return {"type": "null"}
    if isinstance(plain, bool):
        return {"type": "bool", "value": plain}
    if isinstance(plain, (int, Decimal)):
        return {"type": "number", "value": str(plain)}
    if isinstance(plain, str):
        return {"type": "text", "value": plain}
    if isinstance(plain, (bytes, bytearray)):
        return {"type": "bytes", "value": text(plain)}
    if isinstance(plain, Binary):
        return {"type": "bytes", "value": text(plain.value)}
    if isinstance(plain, dict):
        return {"type": "map", "value": {key: told(each) for key, each in plain.items()}}
    kind = "set" if isinstance(plain, (set, frozenset)) else "list"
    elements = [told(each) for each in plain]
    if kind == "set":
        elements.sort(key=lambda each: each["value"])
    return {"type": kind, "value": elements}


def sent(attribute):
    """The attribute value for JSON."""
    (kind, content), = attribute.items()
    if kind == "B":
        return {"B": text(content)}
    if kind == "BS":
        return {"BS": sorted(text(each) for each in content)}
    if kind in ("NS", "SS"):
        return {kind: sorted(content)}
    if kind == "L":
        return {"L": [sent(each) for each in content]}
    if kind == "M":
        return {"M": {key: sent(each) for key, each in content.items()}}
    return attribute


def main():
    cases = []
    for _ in range(COUNT):
        plain = value(4)
        attribute = TypeSerializer().serialize(plain)
        cases.append({"plain": told(plain), "sent": sent(attribute),
                      "read": told(TypeDeserializer().deserialize(attribute))})
    print(json.dumps({"cases": cases}))


main()
