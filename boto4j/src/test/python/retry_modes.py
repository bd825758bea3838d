"""Asks botocore's retry modes what they make of failed attempts, and prints what they said.

    AWS_DATA_PATH=MODELS AWS_NEW_RETRIES_2026=true \\
        python3 retry_modes.py > ../resources/io/boto4j/botocore-retries.json

"standard" and "legacy" hold one decision a row: the delay in seconds for a random number of 0.5, or null where there is
no further attempt. "adaptive0" to "adaptive3" are series of sends and answers, each so many seconds after the one before, and what a
send had to wait.
"""

import copy
import json
import random
import sys
from types import SimpleNamespace
from unittest import mock

import botocore.session
from botocore import retryhandler, translate
from botocore.exceptions import ConnectionClosedError
from botocore.retries import adaptive, bucket, standard, throttling

assert standard.NEW_RETRIES_ENABLED

SESSION = botocore.session.Session()
OPERATIONS = [
    ("dynamodb", "GetItem"), ("dynamodbstreams", "ListStreams"), ("sqs", "ReceiveMessage"), ("sts", "AssumeRole"),
    ("kms", "ListKeys"), ("s3", "PutObject"), ("ec2", "RunInstances"), ("kinesis", "PutRecord"),
    ("organizations", "ListRoots"), ("route53", "ListHostedZones"), ("glacier", "ListVaults"),
    ("cloudsearch", "DescribeDomains"), ("controltower", "GetControlOperation"), ("amp", "CreateWorkspace"),
    ("stepfunctions", "GetActivityTask"),
]
ERRORS = [
    (400, "Throttling"), (400, "ThrottlingException"), (400, "ThrottledException"), (400, "RequestThrottledException"),
    (400, "TooManyRequestsException"), (400, "ProvisionedThroughputExceededException"),
    (400, "TransactionInProgressException"), (503, "RequestLimitExceeded"), (509, "BandwidthLimitExceeded"),
    (400, "LimitExceededException"), (403, "RequestThrottled"), (503, "SlowDown"), (400, "PriorRequestNotComplete"),
    (503, "EC2ThrottledException"), (400, "RequestTimeout"), (408, "RequestTimeoutException"), (400, "BadDigest"),
    (409, "ReplicatedWriteConflictException"), (400, "IDPCommunicationError"), (400, "ValidationException"),
    (403, "AccessDenied"), (404, "404"), (429, "429"), (500, "InternalServerException"), (500, "500"), (501, "501"),
    (502, "502"), (503, "503"), (504, "504"), (505, "505"), (509, "509"), (412, "ConditionalCheckFailedException"),
    (400, "throttling"),
]
RETRY_AFTER = [None, "100", "3000", "60000", "-5", "soon"]


def context(operation, status, code, attempt, failed, retry_after=None):
    http = None if failed else SimpleNamespace(
        status_code=status, headers={} if retry_after is None else {"x-amz-retry-after": retry_after}, content=b"")
    return standard.RetryContext(
        attempt_number=attempt, operation_model=operation, http_response=http,
        parsed_response=None if failed else {"Error": {"Code": code}},
        caught_exception=ConnectionClosedError(endpoint_url="http://x") if failed else None)


def standard_row(service, operation, status, code, attempt, retry_after=None):
    name = operation.service_model.service_id.hyphenize()
    detector = standard.ThrottlingErrorDetector(standard.RetryEventAdapter())
    failed = context(operation, status, code, attempt, status == 0, retry_after)
    row = {"service": service, "operation": operation.name, "status": status, "code": code, "attempt": attempt,
           "retryAfter": retry_after, "delay": None}
    if standard.StandardRetryConditions(max_attempts=100).is_retryable(failed):
        backoff = standard.ExponentialBackoff(
            random=lambda: 0.5, service_name=name, throttling_detector=detector)
        row["delay"] = backoff.delay_amount(failed)
        quota = standard.quota.RetryQuota()
        standard.RetryQuotaChecker(quota, detector).acquire_retry_quota(failed)
        row["cost"] = quota.INITIAL_CAPACITY - quota.available_capacity
    return row


def legacy_row(handler, service, operation, status, code, attempt):
    failed = context(operation, status, code, attempt, status == 0)
    response = None if status == 0 else (failed.http_response, failed.parsed_response)
    with mock.patch.object(random, "random", lambda: 0.5):
        try:
            delay = handler(attempts=attempt, response=response, caught_exception=failed.caught_exception,
                            request_dict={"context": {}})
        except ConnectionClosedError:
            delay = None
    return {"service": service, "operation": operation.name, "status": status, "code": code, "attempt": attempt,
            "delay": delay}


def legacy_handler(endpoint_prefix):
    # botocore merges into what it keeps: a client of Organizations would change those made after it.
    data = copy.deepcopy(SESSION.get_component("data_loader").load_data("_retry"))
    config = translate.build_retry_config(
        endpoint_prefix, data["retry"], data["definitions"], {"max_attempts": 99})
    return retryhandler.create_retry_handler(config, endpoint_prefix)


class FakeClock:
    def __init__(self):
        self.now = 1_770_091_506.25

    def current_time(self):
        return self.now


class Waiting:
    """A condition that lets the fake clock go on instead of waiting."""

    def __init__(self, clock):
        self.clock = clock
        self.waited = 0.0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def notify(self):
        pass

    def wait(self, seconds):
        # Time passes, be it that a float of today's date has no room for it.
        seconds = max(seconds, 1e-6)
        self.waited += seconds
        self.clock.now += seconds


def adaptive_rows(seed):
    chance = random.Random(seed)
    clock = FakeClock()
    tokens = bucket.TokenBucket(max_rate=1, clock=clock)
    waiting = Waiting(clock)
    tokens._new_fill_rate_condition = waiting
    limiter = adaptive.ClientRateLimiter(
        rate_adjustor=throttling.CubicCalculator(starting_max_rate=0, start_time=clock.now), token_bucket=tokens,
        rate_clocker=adaptive.RateClocker(clock), clock=clock,
        throttling_detector=SimpleNamespace(is_throttling_error=lambda throttled: throttled))
    rows = []
    for step in range(250):
        pause = round(chance.random() * 0.2, 3)
        clock.now += pause
        waiting.waited = 0.0
        limiter.on_sending_request(request=None)
        took = round(chance.random() * 0.1, 3)
        clock.now += took
        throttled = 20 < step < 60 and chance.random() < 0.3 or step in (150, 151)
        limiter.on_receiving_response(throttled=throttled)
        rows.append({"pause": pause, "wait": waiting.waited, "took": took, "throttled": throttled})
    return rows


def main():
    rows, legacy = [], []
    for service, name in OPERATIONS:
        model = SESSION.get_service_model(service)
        operation = model.operation_model(name)
        modelled = [
            (shape.metadata.get("error", {}).get("httpStatusCode", 400),
             shape.metadata.get("error", {}).get("code") or shape.name)
            for shape in operation.error_shapes]
        handler = legacy_handler(model.endpoint_prefix)
        for attempt in (1, 2, 3, 9):
            for status, code in [(0, None)] + (ERRORS + modelled if attempt < 3 else ERRORS[:3] + ERRORS[23:24]):
                rows.append(standard_row(service, operation, status, code, attempt))
                legacy.append(legacy_row(handler, service, operation, status, code, attempt))
        for header in RETRY_AFTER:
            rows.append(standard_row(service, operation, 503, "SlowDown", 1, header))
    parts = {"standard": rows, "legacy": legacy}
    parts.update(("adaptive" + str(seed), adaptive_rows(seed)) for seed in range(4))
    lines = ['"' + name + '": [\n' + ",\n".join(map(json.dumps, part)) + "\n]" for name, part in parts.items()]
    sys.stdout.write("{" + ",\n".join(lines) + "}\n")


if __name__ == "__main__":
    main()
