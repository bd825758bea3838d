"""Writes many items in batches, and finds them by conditions on their attributes."""
import boto3
from boto3.dynamodb.conditions import Attr, Key

dynamodb = boto3.resource("dynamodb")
people = dynamodb.create_table(
    TableName="people",
    BillingMode="PAY_PER_REQUEST",
    KeySchema=[
        {"AttributeName": "username", "KeyType": "HASH"},
        {"AttributeName": "last_name", "KeyType": "RANGE"},
    ],
    AttributeDefinitions=[
        {"AttributeName": "username", "AttributeType": "S"},
        {"AttributeName": "last_name", "AttributeType": "S"},
    ],
)

with people.batch_writer(overwrite_by_pkeys=["username", "last_name"]) as batch:
    batch.put_item({"username": "grace", "last_name": "Hopper", "age": 37, "kind": "admin",
                    "address": {"city": "New York", "state": "NY", "zip": 10001}})
    batch.put_item({"username": "alan", "last_name": "Turing", "age": 24, "kind": "member",
                    "address": {"city": "Princeton", "state": "NJ", "zip": 8540}})
    batch.put_item({"username": "barbara", "last_name": "Liskov", "age": 29, "kind": "admin",
                    "address": {"city": "Newark", "state": "NJ", "zip": 7101}})
    for i in range(50):
        batch.put_item({"username": f"guest{i}", "last_name": "Unknown", "kind": "guest"})
    batch.put_item({"username": "guest49", "last_name": "Unknown", "kind": "member"})

for person in people.query(KeyConditionExpression=Key("username").eq("grace"))["Items"]:
    address = person["address"]
    print(f"{person['last_name']}, {person['age']}, {address['city']} {address['zip']}")
conditions = [
    Attr("age").lt(30),
    Attr("last_name").begins_with("L") & Attr("kind").eq("admin"),
    Attr("address.state").eq("NJ") | Attr("kind").eq("member"),
]
for condition in conditions:
    found = people.scan(FilterExpression=condition)["Items"]
    print(", ".join(sorted(each["username"] for each in found)))
print(people.scan(Select="COUNT")["Count"], "items")
