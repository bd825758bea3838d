"""Takes steps with boto3's resources against a server, and reports their results.

    AWS_DATA_PATH=MODELS python3 resources.py

ResourceParityTest starts it and writes one JSON object per line to its standard input, and gets a line for each:

{"service", "endpoint"} chooses a service; the line has boto3's definitions in the text format of docs/resources.md.
{"namesOf": type} asks for the names that a type has.
{"type", "identifiers", "hops", "load", "kind", "name", "parameters", ...} takes a step from a resource; the line has
"result" or "failure", and the "data" of the resource afterwards. Values are represented as in oracle.py.
"""

import json
import socket
import sys
from unittest import mock

import boto3
import botocore.session
from boto3.resources.base import ServiceResource
from boto3.resources.model import ResourceModel
from botocore.config import Config

from oracle import REGION, TOKEN, decoded, encoded

SERVICE = "ServiceResource"


def resource_of(session, settings):
    config = Config(
        retries={"total_max_attempts": 1},
        s3={"addressing_style": "path"},
        inject_host_prefix=False,
        read_timeout=20,
    )
    return session.resource(settings["service"], REGION, endpoint_url=settings["endpoint"], config=config)


# The definitions.


def source_of(item):
    source = item["source"]
    if source == "identifier":
        return "id." + item["name"]
    if source == "input":
        return "?"
    prefix = {"data": "data:", "response": "resp:", "requestParameter": "req:"}.get(source)
    if prefix:
        return prefix + item["path"]
    value = item["value"]
    return f"'{value}'" if source == "string" else json.dumps(value)


def bindings_of(items):
    return "(" + ", ".join(each["target"] + "=" + source_of(each) for each in items) + ")"


def result_text(definition):
    path = definition.get("path")
    resource = definition.get("resource")
    text = ""
    if resource:
        text = " -> " + resource["type"] + bindings_of(resource.get("identifiers", []))
        path = resource.get("path", path)
    return text + (" @ " + path if path else "")


def call_text(name, operation, definition, request):
    called = operation if name == operation else name + " = " + operation
    params = request.get("params", [])
    return called + (bindings_of(params) if params else "") + result_text(definition)


def members_of(definition):
    load = definition.get("load")
    if load:
        yield "load " + call_text(load["request"]["operation"], load["request"]["operation"], load, load["request"])
    for keyword, key in (("do", "actions"), ("batch", "batchActions")):
        for name, each in definition.get(key, {}).items():
            yield f"{keyword} " + call_text(name, each["request"]["operation"], each, each["request"])
    for name, each in definition.get("has", {}).items():
        yield "has " + name + result_text(each)
    for name, each in definition.get("hasMany", {}).items():
        yield "many " + call_text(name, each["request"]["operation"], each, each["request"])
    for name, each in definition.get("waiters", {}).items():
        yield "wait " + call_text(name, each["waiterName"], each, each)


def definitions_of(session, service):
    loader = session._loader
    version = loader.determine_latest_version(service, "resources-1")
    data = loader.load_service_model(service, "resources-1", version)
    lines = [f"service {service} {version}"]
    lines += members_of(data["service"])
    for name, each in data["resources"].items():
        identifiers = [
            item["name"] + ("~" + item["memberName"] if "memberName" in item else "")
            for item in each.get("identifiers", [])
        ]
        shape = " : " + each["shape"] if "shape" in each else ""
        lines.append(f"type {name}({', '.join(identifiers)}){shape}")
        lines += members_of(each)
    return "\n".join(lines) + "\n"


# The names.


class Types:
    """The classes of one service."""

    def __init__(self, session, service):
        self._session = session
        self._service = service
        loader = session._loader
        self._data = loader.load_service_model(service.meta.service_name, "resources-1")

    def names(self, name):
        types = self._data["resources"]
        model = ResourceModel(name, self._data["service"] if name == SERVICE else types[name], types)
        service_model = self._service.meta.client.meta.service_model
        shape = service_model.shape_for(model.shape) if model.shape else None
        model.load_rename_map(shape)
        attributes = model.get_attributes(shape) if shape else {}
        has = {
            "identifiers": [each.name for each in model.identifiers],
            "actions": [each.name for each in model.actions],
            "batch actions": [each.name for each in model.batch_actions],
            "sub-resources": [each.name for each in model.subresources],
            "references": [each.name for each in model.references],
            "collections": [each.name for each in model.collections],
            "waiters": [each.name for each in model.waiters],
            "attributes": list(attributes),
        }
        made = self._class(name)
        if made:
            has["others"] = self._others(made, has, model)
            self._require(made, has)
        return has

    def _class(self, name):
        if name == SERVICE:
            return self._service
        if not hasattr(self._service, name):
            return None
        count = len(self._data["resources"][name].get("identifiers", []))
        made = getattr(self._service, name)(*["x"] * count)
        return made if type(made).__name__.endswith("." + name) else None

    @staticmethod
    def _require(made, has):
        """The names of the model are those of the class."""
        for kind, names in has.items():
            for each in names:
                if kind != "batch actions" and not hasattr(type(made), each) and kind != "identifiers":
                    raise AssertionError(f"{made} lacks {kind} {each}")
        assert sorted(has["sub-resources"]) == made.get_available_subresources()

    @staticmethod
    def _others(made, has, model):
        """What handlers have added to the class, besides its model."""
        known = {each for names in has.values() for each in names}
        known |= {each.member_name for each in model.identifiers}
        known |= {"meta", "get_available_subresources"}
        if model.load:
            known |= {"load", "reload"}
        return sorted(each for each in dir(type(made)) if each not in known and not each.startswith("_"))


# The steps.


def described(value):
    """A result, with resources as their types, identifiers and data."""
    if isinstance(value, ServiceResource):
        return {
            "type": type(value).__name__.split(".")[1],
            "text": repr(value),
            "identifiers": [[each, encoded(getattr(value, each))] for each in value.meta.identifiers],
            "data": described(value.meta.data),
        }
    if isinstance(value, (list, tuple)):
        return [described(each) for each in value]
    if isinstance(value, dict):
        return {key: described(each) for key, each in value.items() if key != "ResponseMetadata"}
    return encoded(value)


def start_of(service, step):
    owner = service if step["type"] == SERVICE else getattr(service, step["type"])(*step["identifiers"])
    for hop in step["hops"]:
        found = taken(owner, {**hop, "parameters": decoded(hop["parameters"])})
        owner = found[0] if isinstance(found, list) else found
    return owner


def collection_of(owner, step):
    collection = getattr(owner, step["name"]).all()
    if step["parameters"]:
        collection = collection.filter(**step["parameters"])
    if "limit" in step:
        collection = collection.limit(step["limit"])
    if "pageSize" in step:
        collection = collection.page_size(step["pageSize"])
    return collection


def taken(owner, step):
    kind, name, parameters = step["kind"], step.get("name"), step["parameters"]
    if kind == "load":
        return owner.load(**parameters)
    if kind == "action":
        return getattr(owner, name)(**parameters)
    if kind == "sub-resource":
        if parameters:
            return getattr(owner, name)(**parameters)
        return getattr(owner, name)(*step["values"])
    if kind == "reference":
        return getattr(owner, name)
    if kind == "collection":
        return list(collection_of(owner, step))
    if kind == "pages":
        return list(collection_of(owner, step).pages())
    if kind == "batch action":
        manager = getattr(owner, name)
        return getattr(manager, step["batch"])(**parameters)
    if kind == "waiter":
        return getattr(owner, name)(**parameters)
    if kind == "attributes":
        return {each: getattr(owner, each) for each in step["names"]}
    raise AssertionError(kind)


def result_of(service, step):
    owner = None
    try:
        owner = start_of(service, step)
        if step["load"]:
            owner.load()
        said = {"result": described(taken(owner, {**step, "parameters": decoded(step["parameters"])}))}
    except Exception as e:  # its type is part of the result
        said = {"failure": type(e).__name__ + ": " + str(e)[:300]}
    said["data"] = described(owner.meta.data) if owner else None
    return said


ADDRESSES = socket.getaddrinfo


def here(host, *rest, **named):
    """The address of every host: some services put an account or a bucket before the host of the endpoint."""
    return ADDRESSES("127.0.0.1", *rest, **named)


def main():
    core = botocore.session.Session()
    core.set_credentials("AKIDEXAMPLE", "secret")
    session = boto3.Session(botocore_session=core, region_name=REGION)
    service = None
    types = None
    with mock.patch("uuid.uuid4", lambda: TOKEN), mock.patch("socket.getaddrinfo", here):
        for line in sys.stdin:
            order = json.loads(line)
            if "service" in order:
                service = resource_of(session, order)
                types = Types(session, service)
                answer = {"definitions": definitions_of(session, order["service"])}
            elif "namesOf" in order:
                answer = types.names(order["namesOf"])
            else:
                answer = result_of(service, order)
            print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
