"""Prints which endpoints, regions and signatures botocore's clients have, for every service in a handful of regions.

    AWS_DATA_PATH=MODELS/target/aws-models/overlays:MODELS/target/aws-models/base \\
        python3 endpoints.py > ../resources/io/boto4j/botocore-endpoints.json

AWS_DATA_PATH makes botocore read the very models boto4j was built with; it is made to take them for its own, as those
of others would override endpoint rules. For each service there is a line to each of the options: the endpoint URL, the
region, the partition, where a call without parameters goes, region and name in its signature; or an error's text. To
keep it small, {r} stands for the region that was asked for, {s} for the service's endpoint prefix, and = for what was
said before it; equal lines are shared.
"""

import json
import os
import sys

import botocore.loaders
import botocore.session
from botocore.config import Config
from botocore.exceptions import BotoCoreError

DATA = os.environ["AWS_DATA_PATH"]
botocore.loaders.Loader.BUILTIN_DATA_PATH = DATA
OPTIONS = [
    *((region, False, False) for region in [
        None, "us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1", "us-iso-east-1", "us-isob-east-1",
        "eusc-de-east-1", "aws-global", "fips-us-west-2", "xx-nowhere-1"]),
    ("us-east-1", True, False), ("us-east-1", False, True), ("us-east-1", True, True),
    ("cn-north-1", False, True), ("us-gov-west-1", True, False), ("us-iso-east-1", True, False),
]


def resolved(client):
    """What a call of an operation that needs no parameters would be sent to and signed with."""
    signer = client._request_signer
    context = {}
    operation = client._service_model.operation_model(client._service_model.operation_names[0])
    resolver = client._ruleset_resolver
    names = resolver._param_definitions
    builtins = {}
    for name, definition in names.items():
        if definition.builtin is not None and definition.builtin != "AWS::Auth::AccountId":
            value = resolver._resolve_param_as_builtin(definition.builtin, resolver._builtins)
            if value is not None:
                builtins[name] = value
    info = resolver._provider.resolve_endpoint(**builtins)
    schemes = info.properties.get("authSchemes")
    if schemes:
        _, context = resolver.auth_schemes_to_signing_ctx([s for s in schemes if s["name"] == "sigv4"] or schemes)
    return [info.url, context.get("region", signer._region_name), context.get("signing_name", signer._signing_name)]


def facts(session, service, region, fips, dualstack):
    try:
        client = session.create_client(
            service, region, config=Config(use_fips_endpoint=fips, use_dualstack_endpoint=dualstack))
    except BotoCoreError as e:
        return ["creation", str(e)]
    url = client.meta.endpoint_url
    said = [url, client.meta.region_name, client.meta.partition]
    try:
        call, *signature = resolved(client)
        said += ["=" if call == url else call, *signature]
    except BotoCoreError as e:
        said += ["error", str(e)]
    asked = (region or "no region").replace("fips-", "")
    prefix = client.meta.service_model.endpoint_prefix
    return [text.replace(asked, "{r}").replace(prefix, "{s}") for text in said]


def main():
    session = botocore.session.Session()
    session.set_credentials("AKIDEXAMPLE", "secret")
    lines, services = {}, {}
    for service in sys.argv[1:] or session.get_available_services():
        rows = [" ".join(facts(session, service, *options)) for options in OPTIONS]
        services[service] = [lines.setdefault(row, len(lines)) for row in rows]
    json.dump({"options": OPTIONS, "lines": list(lines), "services": services}, sys.stdout, separators=(",", ":"))


main()
