"""Runs the examples of boto3 and of the AWS CLI without sending anything, and compares their parameters.

AllExamplesSuite writes the examples to target/examples.jsonl. Each Python example is parsed and run with a client that
only records the call; botocore validates the recorded parameters. Each command is parsed by awscli 1, and its
parameters are compared with those of the Python example. Operations that are newer than the installed botocore are
counted and left out.

Usage: python3 check_examples.py target/examples.jsonl [SERVICE…]
"""

import builtins
import collections
import contextlib
import datetime
import io
import json
import os
import shlex
import sys
import tempfile
import types

os.environ.update(
    AWS_DEFAULT_REGION="us-east-1", AWS_ACCESS_KEY_ID="a", AWS_SECRET_ACCESS_KEY="b", AWS_EC2_METADATA_DISABLED="true"
)

# Version 1 of the CLI would fetch values that are addresses.
with tempfile.NamedTemporaryFile("w", suffix=".ini", delete=False) as config:
    config.write("[default]\ncli_follow_urlparam = false\n")
os.environ["AWS_CONFIG_FILE"] = config.name

import botocore.session
from awscli.clidriver import create_clidriver
from botocore import xform_name
from botocore.validate import ParamValidator

SESSION = botocore.session.Session()
BYTES = "bytes"
# What version 1 of the CLI does not know, because it reads blobs as they are.
VERSION_2 = " --cli-binary-format raw-in-base64-out"


# The parameters of the command that is being parsed.
FOUND = []
DRIVERS = {}


class NewerModel(Exception):
    """The example uses what the installed botocore does not know yet."""


class Recorded(Exception):
    """Ends an example at its call."""

    def __init__(self, operation, parameters):
        self.operation, self.parameters = operation, parameters


class Client:
    def __init__(self, service):
        self.service = service
        names = SESSION.get_service_model(service).operation_names
        self.operations = {xform_name(name): name for name in names}

    def get_paginator(self, method):
        operation = self.operations[method]
        try:
            SESSION.get_paginator_model(self.service).get_paginator(operation)
        except (ValueError, botocore.exceptions.UnknownServiceError) as error:
            raise NewerModel from error
        return types.SimpleNamespace(paginate=getattr(self, method))

    def __getattr__(self, method):
        def call(**parameters):
            raise Recorded(self.operations[method], parameters)

        return call


def recorded(source):
    """Returns the call of a Python example, or None if it uses a resource."""
    fakes = {
        "boto3": types.SimpleNamespace(client=Client, resource=lambda name: None),
        "pathlib": types.SimpleNamespace(Path=lambda name: types.SimpleNamespace(read_bytes=lambda: b"x")),
    }
    names = dict(vars(builtins), open=lambda name, mode: io.BytesIO(b"x"))
    names["__import__"] = lambda name, *rest: fakes.get(name) or __import__(name, *rest)
    if "boto3.resource" in source:
        compile(source, "example", "exec")
        return None
    try:
        exec(compile(source, "example", "exec"), {"__builtins__": names})
    except Recorded as call:
        return call
    raise ValueError("calls nothing")


def problems_of(call, service):
    shape = SESSION.get_service_model(service).operation_model(call.operation).input_shape
    if shape is None:
        return str(call.parameters) if call.parameters else ""
    tokens = [name for name in shape.required_members if shape.members[name].metadata.get("idempotencyToken")]
    report = ParamValidator().validate({**dict.fromkeys(tokens, "0" * 36), **call.parameters}, shape)
    return report.generate_report()


def comparable(value):
    if isinstance(value, dict):
        return {name: comparable(each) for name, each in value.items() if name != "PaginationConfig"}
    if isinstance(value, (list, tuple)):
        return [comparable(each) for each in value]
    if isinstance(value, bytes) or hasattr(value, "read"):
        return BYTES
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S")
    return value


def same(command, python):
    if isinstance(python, dict):
        return isinstance(command, dict) and command.keys() == python.keys() and all(
            same(command[name], python[name]) for name in python
        )
    if isinstance(python, list):
        return isinstance(command, list) and len(command) == len(python) and all(map(same, command, python))
    if python == BYTES or command == BYTES:
        return True
    if isinstance(python, (int, float)):
        return float(command) == float(python)
    return command == python or str(command).split(".")[0].rstrip("Z") == str(python)


def new_driver():
    driver = create_clidriver()
    driver.session.register("calling-command.*.*", lambda call_parameters, **_: FOUND.append(call_parameters) or 0)
    return driver


def parameters_of(command, driver):
    """Returns the parameters that awscli reads from a command, or what it prints."""
    words = shlex.split(command.replace(" \\\n", " ").replace(VERSION_2, ""))
    for word in words:
        path = word.removeprefix("fileb://")
        if path and "/" not in path and len(path) < 100 and not os.path.exists(path):
            open(path, "wb").close()
    FOUND.clear()
    printed = io.StringIO()
    with contextlib.redirect_stderr(printed), contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
        driver.main(words[1:])
    return FOUND[0] if FOUND else printed.getvalue()[-200:]


def check(example):
    """Returns the kind of result, and a text about it."""
    service, operation = example["service"], example["operation"]
    try:
        if operation not in SESSION.get_service_model(service).operation_names:
            return "newer than botocore", ""
    except botocore.exceptions.UnknownServiceError:
        return "newer than botocore", ""
    if "BOTO3" not in example:
        return "not in boto3", ""
    try:
        call = recorded(example["BOTO3"])
    except NewerModel:
        return "newer than botocore", ""
    if call is None:
        return "resource", ""
    problems = problems_of(call, service)
    if problems or "CLI" not in example:
        return ("invalid", problems) if problems else ("valid, not in the CLI", "")
    return compare(example["CLI"], comparable(call.parameters))


def compare(command, parameters):
    # Some commands leave handlers behind that break those after them: the second attempt has a driver of its own.
    for attempt in range(2):
        service = command.split()[1]
        if attempt > 0 or service not in DRIVERS:
            DRIVERS[service] = new_driver()
        read = parameters_of(command, DRIVERS[service])
        if not isinstance(read, str) and same(comparable(read), parameters):
            return "same", ""
    return ("not parsed" if isinstance(read, str) else "different"), str(read)


def main():
    lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    os.chdir(tempfile.mkdtemp())
    counts = collections.Counter()
    for example in lines:
        if len(sys.argv) > 2 and example["service"] not in sys.argv[2:]:
            continue
        kind, text = check(example)
        counts[kind] += 1
        if kind in ("invalid", "not parsed", "different"):
            print(kind, example["service"], example["operation"], text.strip().replace("\n", " "))
    print(dict(counts))


main()
