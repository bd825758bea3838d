"""The loop of a Python function: asks the Runtime API for events, and posts results."""

import http.client
import importlib
import json
import logging
import os
import sys
import time
import traceback

PREFIX = "/2018-06-01/runtime/"
END = "\x01boto4j-local-end"
HOST = os.environ["AWS_LAMBDA_RUNTIME_API"]


def request(method, path, body=None):
    connection = http.client.HTTPConnection(HOST)
    connection.request(method, PREFIX + path, body, {"Content-Type": "application/json"})
    response = connection.getresponse()
    data = response.read()
    connection.close()
    return response, data


def end_output():
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(1, (END + "\n").encode())


class Failure(Exception):
    """An error of the code before its handler runs."""

    def __init__(self, kind, message, trace=()):
        super().__init__(message)
        self.kind = kind
        self.trace = list(trace)


class ClientContext:
    def __init__(self, data):
        self.custom = data.get("custom")
        self.env = data.get("env")
        self.client = data.get("client")


class Identity:
    cognito_identity_id = None
    cognito_identity_pool_id = None


class Context:
    def __init__(self, headers):
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.identity = Identity()
        client = headers.get("Lambda-Runtime-Client-Context")
        self.client_context = ClientContext(json.loads(client)) if client else None
        self._deadline = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline - int(time.time() * 1000))

    def log(self, message):
        sys.stdout.write(str(message))


class Formatter(logging.Formatter):
    converter = time.gmtime
    request_id = ""

    def format(self, record):
        record.aws_request_id = Formatter.request_id
        return super().format(record).replace("\n", "\r")


def prepare_logging():
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        Formatter(
            "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s",
            "%Y-%m-%dT%H:%M:%S",
        )
    )
    logging.getLogger().addHandler(handler)


def find_handler():
    name = os.environ.get("_HANDLER", "")
    module_name, dot, function_name = name.rpartition(".")
    if not dot:
        raise Failure(
            "Runtime.MalformedHandlerName",
            f"Bad handler '{name}': not enough values to unpack (expected 2, got 1)",
        )
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        raise Failure(
            "Runtime.ImportModuleError",
            f"Unable to import module '{module_name}': {error}",
        ) from error
    except SyntaxError as error:
        raise Failure(
            "Runtime.UserCodeSyntaxError",
            f"Syntax error in module '{module_name}': {error}",
            [f'  File "{error.filename}" Line {error.lineno}\n    {error.text}'],
        ) from error
    try:
        return getattr(module, function_name)
    except AttributeError as error:
        raise Failure(
            "Runtime.HandlerNotFound",
            f"Handler '{function_name}' missing on module '{module_name}'",
        ) from error


def document(error, request_id):
    if isinstance(error, Failure):
        kind, trace = error.kind, error.trace
    else:
        kind = type(error).__name__
        trace = [
            text
            for text, frame in zip(
                traceback.format_tb(error.__traceback__),
                traceback.extract_tb(error.__traceback__),
            )
            if frame.filename != __file__
        ]
    return {
        "errorMessage": str(error),
        "errorType": kind,
        "requestId": request_id,
        "stackTrace": trace,
    }


def report(error):
    lines = f"[ERROR] {error['errorType']}: {error['errorMessage']}"
    if error["stackTrace"]:
        lines += "\nTraceback (most recent call last):\n" + "".join(error["stackTrace"])
    print(lines.rstrip("\n").replace("\n", "\r"))


def run(handler):
    response, data = request("GET", "invocation/next")
    if response.status != 200:
        sys.exit(0)
    context = Context(response.headers)
    request_id = context.aws_request_id
    Formatter.request_id = request_id
    try:
        result = handler(json.loads(data), context)
        try:
            answer = json.dumps(result, ensure_ascii=False).encode()
        except (TypeError, ValueError) as error:
            raise Failure(
                "Runtime.MarshalError", f"Unable to marshal response: {error}"
            ) from error
    except Exception as error:
        failed = document(error, request_id)
        report(failed)
        end_output()
        request("POST", f"invocation/{request_id}/error", json.dumps(failed).encode())
        return
    end_output()
    request("POST", f"invocation/{request_id}/response", answer)


def main():
    sys.path[0] = os.environ["LAMBDA_TASK_ROOT"]
    layers = os.environ.pop("BOTO4J_LAYERS")
    sys.path[1:1] = [layers + "/python", layers]
    prepare_logging()
    try:
        handler = find_handler()
    except Exception as error:
        failed = document(error, "")
        report(failed)
        end_output()
        request("POST", "init/error", json.dumps(failed).encode())
        sys.exit(1)
    while True:
        run(handler)


main()
