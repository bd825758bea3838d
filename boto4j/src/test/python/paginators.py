"""Walks with botocore's paginators through made-up pages, and prints what was asked for and what was given.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base \\
        python3 paginators.py > ../resources/io/boto4j/botocore-paginators.json

Written down are the paginators that are unlike the others, and a few of the others. With the argument "all" it is all of
them, in all versions, for BotocorePaginatorsTest with -Dboto4j.paginators=FILE.

{"$bytes": base64} stands for bytes, which JSON has no word for.
"""

import base64
import copy
import json
import sys
import zlib

import botocore.session
from botocore.model import ServiceModel
from botocore.paginate import Paginator

SESSION = botocore.session.Session()
LOADER = SESSION.get_component("data_loader")
PAGES = 3
ITEMS = 3
ALWAYS = ("Scan", "ListObjects", "ListObjectVersions", "ListParts", "GetUsage", "DownloadDBLogFilePortion",
          "ListDistributions")


def encoded(value):
    if isinstance(value, dict):
        return {key: encoded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [encoded(each) for each in value]
    return {"$bytes": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def listed(value):
    return value if isinstance(value, list) else [value]


def put(page, path, value):
    names = path.split(".")
    for name in names[:-1]:
        page = page.setdefault(name, {})
    page[names[-1]] = value


def shape_at(shape, path):
    for name in path.split("."):
        shape = getattr(shape, "members", {}).get(name)
        if shape is None:
            return None
    return shape


def result(shape, page, place):
    kind = "list" if shape is None else shape.type_name
    if kind == "list":
        return [{"Key": f"k{page}-{i}-{place}", "StreamName": f"s{page}-{i}"} for i in range(ITEMS)]
    if kind == "map":
        return {f"m{page}-{i}": i for i in range(ITEMS)}
    if kind == "string":
        return f"t{page} \u00e9\U0001f600\n"
    if kind in ("integer", "long"):
        return 10 + page
    return {"Member": f"x{page}"}


def token(shape, page, place):
    if shape is not None and shape.type_name == "integer":
        return page * 100
    if shape is not None and shape.type_name == "map":
        return {"id": {"B": bytes([page, 0xff, place])}, "n": {"N": "1.50"}, "l": {"BS": [b"\x00", b"a"]}}
    return f"token {page}.{place} \u00fc\"/+"


def canned(operation, config, pages):
    answers = []
    for i in range(pages):
        page = {}
        for place, key in enumerate(listed(config["result_key"])):
            put(page, key, result(shape_at(operation.output_shape, key), i, place))
        for key in config.get("non_aggregate_keys", []):
            put(page, key, f"same {i}")
        last = i == pages - 1
        if "more_results" in config:
            put(page, config["more_results"], not last)
        for place, key in enumerate(listed(config["output_token"])):
            if last or "[" in key and i == 1:
                continue
            name = key.split("||")[0].strip()
            if "[" not in name:
                input_token = listed(config["input_token"])[place]
                put(page, name, token(shape_at(operation.input_shape, input_token), i + 1, place))
        answers.append(page)
    return answers


class Walk:
    """One way through the pages."""

    def __init__(self, operation, config, answers, limits):
        self._operation = operation
        self._config = config
        self._answers = answers
        self._limits = limits
        self._requests = []

    def _pages(self):
        self._requests = []
        paginator = Paginator(self._call, self._config, self._operation)
        return paginator.paginate(Given=1, PaginationConfig=dict(self._limits))

    def _call(self, **parameters):
        self._requests.append(copy.deepcopy(parameters))
        return copy.deepcopy(self._answers[min(len(self._requests), len(self._answers)) - 1])

    def said(self):
        said = {"limits": self._limits}
        try:
            pages = self._pages()
            said["pages"] = [copy.deepcopy(each) for each in pages]
            said["requests"] = self._requests
            said["full"] = self._pages().build_full_result()
        except Exception as e:  # what it is, is the answer
            said["failure"] = type(e).__name__
            said["message"] = str(e)
        return said


def walks(operation, config):
    answers = canned(operation, config, PAGES)
    inputs = listed(config["input_token"])
    limits = [{}]
    limits += [{"MaxItems": count} for count in (0, 1, ITEMS, ITEMS + 1, ITEMS * 2, ITEMS * PAGES, 100)]
    limits.append({"PageSize": 7})
    old = "___".join(f"old{i}" for i in range(len(inputs)))
    limits += [{"StartingToken": text} for text in (old, old + "___1", "None___2", "a___b___c___d", "x")]
    resume = []
    cases = []
    for each in limits:
        case = Walk(operation, config, answers, each).said()
        cases.append(case)
        text = case.get("full", {}).get("NextToken")
        if "MaxItems" in each and isinstance(text, str):
            resume += [{"StartingToken": text}, {"StartingToken": text, "MaxItems": 1}]
    for each in resume:
        cases.append(Walk(operation, config, answers, each).said())
    twice = canned(operation, config, 2)[:1]
    cases.append(dict(Walk(operation, config, twice, {"MaxItems": 20}).said(), answers=twice))
    return {"answers": answers, "cases": cases}


def unlike(config):
    return (
        isinstance(config["input_token"], list)
        or isinstance(config["result_key"], list)
        or "." in config["result_key"]
        or any("|" in each for each in listed(config["output_token"]))
    )


def main():
    everything = "all" in sys.argv
    print("[")
    first = True
    for service in LOADER.list_available_services("paginators-1"):
        for version in LOADER.list_api_versions(service, "paginators-1")[0 if everything else -1:]:
            pagination = LOADER.load_service_model(service, "paginators-1", version)["pagination"]
            model = ServiceModel(LOADER.load_service_model(service, "service-2", version), service)
            for name, config in pagination.items():
                spread = zlib.crc32(f"{service} {name}".encode()) % 500 == 0
                if not (everything or unlike(config) and zlib.crc32(name.encode()) % 9 == 0 or spread
                        or name in ALWAYS):
                    continue
                said = {"service": service, "version": version, "operation": name}
                said.update(walks(model.operation_model(name), config))
                print(("" if first else ",") + json.dumps(encoded(said), separators=(",", ":")))
                first = False
    print("]")


if __name__ == "__main__":
    main()
