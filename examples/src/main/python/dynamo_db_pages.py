"""Describes tables, and reads one in pages: by hand, with a paginator, and as a table."""
import boto3

dynamodb = boto3.client("dynamodb")
for name in ["beta", "alpha", "gamma"]:
    dynamodb.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "N"}],
    )
alpha = boto3.resource("dynamodb").Table("alpha")
with alpha.batch_writer() as batch:
    for i in range(45):
        batch.put_item({"id": i, "amount": 2 * i})
for page in dynamodb.get_paginator("list_tables").paginate():
    for name in page["TableNames"]:
        table = dynamodb.describe_table(TableName=name)["Table"]
        print(f"{name} is {table['TableStatus']}, key {table['KeySchema'][0]['AttributeName']},",
              table["ItemCount"], "items")

scan = {"TableName": "alpha", "Limit": 10}
pages = 0
total = 0
while True:
    page = dynamodb.scan(**scan)
    for item in page["Items"]:
        total += int(item["amount"]["N"])
    pages += 1
    if "LastEvaluatedKey" not in page:
        break
    scan["ExclusiveStartKey"] = page["LastEvaluatedKey"]
print(f"{pages} pages, total {total}")

total = 0
for page in dynamodb.get_paginator("scan").paginate(TableName="alpha"):
    for item in page["Items"]:
        total += int(item["amount"]["N"])
print("with a paginator", total)
print("as a table", sum(item["amount"] for item in alpha.scan()["Items"]))
