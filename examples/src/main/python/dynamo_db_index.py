"""Finds a user by e-mail through an index, and refuses to store a user twice."""
import boto3
from boto3.dynamodb.conditions import Attr, Key

dynamodb = boto3.resource("dynamodb")
users = dynamodb.create_table(
    TableName="auth-users",
    BillingMode="PAY_PER_REQUEST",
    AttributeDefinitions=[
        {"AttributeName": "user_id", "AttributeType": "S"},
        {"AttributeName": "email", "AttributeType": "S"},
    ],
    KeySchema=[{"AttributeName": "user_id", "KeyType": "HASH"}],
    GlobalSecondaryIndexes=[{
        "IndexName": "email-index",
        "KeySchema": [{"AttributeName": "email", "KeyType": "HASH"}],
        "Projection": {"ProjectionType": "ALL"},
    }],
)
users.wait_until_exists()

ada = {
    "user_id": "u-1",
    "email": "ada@example.com",
    "role": "admin",
    "is_active": True,
    "logins": 3,
    "tags": {"founder"},
}
users.put_item(Item=ada)
found = users.query(IndexName="email-index", KeyConditionExpression=Key("email").eq("ada@example.com"))
for user in found["Items"]:
    active = "active" if user["is_active"] else "inactive"
    print(f"{user['user_id']} {user['role']}, {active}, {user['logins']} logins,",
          "tags", ", ".join(user["tags"]))

try:
    users.put_item(Item=ada, ConditionExpression=Attr("user_id").not_exists())
except dynamodb.meta.client.exceptions.ConditionalCheckFailedException as e:
    print(e)
