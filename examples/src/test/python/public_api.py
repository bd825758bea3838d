"""Prints the public names of boto3, one "owner name" per line; the operations of services are left out."""
import boto3
from boto3.dynamodb.conditions import Attr, Key
from boto3.dynamodb.table import BatchWriter
from boto3.dynamodb.types import TypeDeserializer, TypeSerializer
from botocore.config import Config
from botocore.eventstream import EventStream
from botocore.response import StreamingBody
from botocore.stub import Stubber

session = boto3.Session("a", "b", region_name="us-east-1")
s3 = session.client("s3")
operations = set(s3.meta.method_to_api_mapping)
resource = session.resource("s3")
bucket = resource.Bucket("b")
table = session.resource("dynamodb").Table("t")
attributes = {name for name, _ in table.meta.resource_model.get_attributes(
    table.meta.client.meta.service_model.shape_for("TableDescription")).items()}
owners = {
    "boto3": {"client", "resource", "Session", "setup_default_session", "set_stream_logger"},
    "session": dir(session),
    "client": set(dir(s3)) - operations,
    "client.meta": dir(s3.meta),
    "client.meta.events": dir(s3.meta.events),
    "paginator": dir(s3.get_paginator("list_objects_v2")),
    "pages": dir(s3.get_paginator("list_objects_v2").paginate(Bucket="b")),
    "waiter": dir(s3.get_waiter("bucket_exists")),
    "resource": {"get_available_subresources", "meta"},
    "resource.meta": dir(resource.meta),
    "collection": dir(bucket.objects),
    "Table": set(dir(table)) - attributes,
    "BatchWriter": dir(BatchWriter),
    "Attr": dir(Attr("a")),
    "Key": dir(Key("a")),
    "TypeSerializer": dir(TypeSerializer()),
    "TypeDeserializer": dir(TypeDeserializer()),
    "Config": Config.OPTION_DEFAULTS,
    "StreamingBody": set(vars(StreamingBody)),
    "EventStream": dir(EventStream),
    "Stubber": dir(Stubber),
}
for owner, names in owners.items():
    for name in sorted(names):
        if not name.startswith("_"):
            print(owner, name)
