"""Creates a table, and puts, reads, updates and deletes an item."""
import boto3

dynamodb = boto3.resource("dynamodb")
users = dynamodb.create_table(
    TableName="users",
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
users.wait_until_exists()
print(users.item_count, "items")

users.put_item(Item={
    "username": "ada",
    "last_name": "Lovelace",
    "first_name": "Ada",
    "age": 36,
    "account_type": "standard",
})
key = {"username": "ada", "last_name": "Lovelace"}
user = users.get_item(Key=key)["Item"]
print(user["first_name"], "will be", user["age"] + 1)

users.update_item(
    Key=key,
    UpdateExpression="SET age = :age",
    ExpressionAttributeValues={":age": 37},
)
print("now", users.get_item(Key=key)["Item"]["age"])

users.delete_item(Key=key)
print("still there" if "Item" in users.get_item(Key=key) else "gone")
users.delete()
