"""Reads and writes timestamps with botocore and prints what it made of them, one a line.

    python3 timestamp_fixtures.py > ../resources/io/boto4j/internal/text/botocore-timestamps.tsv

parse, number   TAB  text or number             TAB  epoch microseconds, or "error"
write           TAB  epoch microseconds         TAB  iso8601, iso8601 in milliseconds, rfc822, unix
"""

import datetime
import random
import warnings

import botocore
from botocore.serialize import Serializer
from botocore.utils import parse_to_aware_datetime

warnings.simplefilter("ignore")
UTC = datetime.timezone.utc
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=UTC)
MICRO = datetime.timedelta(microseconds=1)
random.seed(20260203)


def micros(moment):
    return (moment - EPOCH) // MICRO


def read(kind, value):
    try:
        result = micros(parse_to_aware_datetime(value))
    except (ValueError, OverflowError, RuntimeError):
        result = "error"
    print(kind, value, result, sep="\t")


def write(moment):
    plain, millis = Serializer(), Serializer(timestamp_precision="millisecond")
    print("write", micros(moment), plain._timestamp_iso8601(moment), millis._timestamp_iso8601(moment),
          plain._timestamp_rfc822(moment), plain._timestamp_unixtimestamp(moment), sep="\t")


def moments():
    for text in ["1970-01-01", "1969-12-31T23:59:59", "1969-12-31T23:59:59.000001", "1000-01-01",
                 "1600-02-29", "1700-02-28T23:59:59.999999", "1700-03-01", "1900-02-28", "1900-03-01",
                 "2000-02-29", "2000-03-01", "2015-08-30T12:36:00", "2020-02-29T00:00:00.5",
                 "2038-01-19T03:14:08", "2100-02-28", "2100-03-01", "9999-12-31T23:59:59.999999"]:
        yield datetime.datetime.fromisoformat(text).replace(tzinfo=UTC)
    for _ in range(60):
        # glibc does not pad the years before 1000, so that botocore writes them wrongly.
        second = random.randrange(-30610224000, 253402300800)
        moment = EPOCH + datetime.timedelta(seconds=second)
        yield moment.replace(microsecond=random.choice([0, random.randrange(1000000)]))


def texts():
    zones = ["", "Z", "z", " Z", "+00:00", "-0000", "+05:30", "-1100", "+14:00", "+09", " +0100", " GMT", " UTC"]
    for moment in list(moments())[1:]:
        if not 1001 < moment.year < 9999:
            continue
        digits = random.randrange(1, 7)
        fraction = f"{moment.microsecond:06d}"[:digits] if moment.microsecond else ""
        base = moment.strftime("%Y-%m-%d") + random.choice("T t") + moment.strftime("%H:%M:%S")
        yield base + ("." + fraction if fraction else "") + random.choice(zones)
        yield moment.strftime("%Y%m%dT%H%M%S") + random.choice(["", "Z"])
        yield moment.strftime("%a, %d %b %Y %H:%M:%S GMT")
        yield f"{moment.day} " + moment.strftime("%b %Y %H:%M:%S +0100")
        yield moment.strftime("%A, %d-%b-%Y %H:%M:%S GMT")
    yield from [
        "2020-01-02", "2020-01-02T03:04Z", "2020-01-02 03:04", " 2020-01-02T03:04:05Z ",
        "2020-01-02T03:04:05,5Z", "2020-02-29", "2000-02-29", "Sun, 02 Jan 2000 20:34:56.456 GMT",
        "Sunday, 02-Jan-00 20:34:56 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
        "20150830T123600Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z",
    ]
    # What is no timestamp.
    yield from [
        "", "   ", "x", "now", "T", "-", "+", ".", "e5", "1e", "1e+", "0x10", "nan", "NaN",
        "1,5x", "2020-13-01", "2020-00-01", "2020-01-00", "2020-02-30", "2019-02-29", "1900-02-29",
        "2020-04-31", "2020-01-02T24:00:00Z", "2020-01-02T03:60:00Z", "2020-01-02T03:04:61Z",
        "2020-01-02T03:04:05+24:00", "2020-01-02T03:04:05Z x",
        "2020-01-02X03:04:05Z", "2020-01-02Tx", "0000-01-01", "Wed, 00 Jan 2019 03:04:05 GMT",
        "Wed, 02 Foo 2019 03:04:05 GMT", "Foo, 02 Jan 2019 03:04:05 GMT", "253402300800", "-62135596801",
        "1e300", "-1e300", "1e999999999", "inf", "-inf",
    ]


def numbers():
    yield from ["0", "-0", "1", "-1", "0.5", "-0.5", "1e3", "1E3", "1.5e3", "1.576276823074E9", "-1.5e-1",
                "1e-7", "+5", "1.", ".5", " 12 ", "001", "1576276823.074", "-62135596800", "253402300799",
                "1.5e+2", "0e999"]
    for _ in range(40):
        second, fraction = random.randrange(-2**31, 2**32), random.randrange(1000000)
        yield f"{second}.{fraction:06d}"


print(f"# Made by timestamp_fixtures.py with botocore {botocore.__version__}: do not edit.")
for each in moments():
    write(each)
for each in texts():
    read("parse", each)
for each in numbers():
    read("parse", each)
    read("number", float(each))
for each in range(60):
    read("number", random.uniform(-62135596800, 253402300800))
    read("number", random.uniform(-3, 3))
    read("number", random.randrange(-4000000, 4000000) + 0.5e-6 * random.randrange(2000001))
for each in [253402300800.0, -62135596800.5, -62135596801.0, 1e300, -1e300, float("inf"), float("nan")]:
    read("number", each)
