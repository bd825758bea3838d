package io.boto4j.examples.boto3;

import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.dynamodb.Table;
import java.util.List;
import java.util.Map;

/** Describes tables, and reads one in pages: by hand, with a paginator, and as a table. */
class DynamoDbPages {
  public static void main(String[] args) {
    var dynamodb = Session.create().client("dynamodb");
    for (var name : List.of("beta", "alpha", "gamma")) {
      dynamodb.call("CreateTable", Params.of(
          "TableName", name,
          "BillingMode", "PAY_PER_REQUEST",
          "KeySchema", List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
          "AttributeDefinitions", List.of(Map.of("AttributeName", "id", "AttributeType", "N"))));
    }
    var alpha = Table.of(dynamodb, "alpha");
    try (var batch = alpha.batchWriter()) {
      for (int i = 0; i < 45; i++) {
        batch.put(Map.of("id", i, "amount", 2 * i));
      }
    }
    for (var name : dynamodb.items("ListTables", Params.of(), String.class)) {
      var table = dynamodb.call("DescribeTable", Params.of("TableName", name)).structure("Table");
      System.out.println(name + " is " + table.text("TableStatus") + ", key "
          + table.structures("KeySchema").get(0).text("AttributeName") + ", "
          + table.longInteger("ItemCount") + " items");
    }

    var scan = Params.of("TableName", "alpha", "Limit", 10);
    int pages = 0;
    int total = 0;
    do {
      var page = dynamodb.call("Scan", scan);
      for (var item : page.maps("Items")) {
        total += item.integer("amount", "N");
      }
      pages++;
      scan = scan.with("ExclusiveStartKey", page.get("LastEvaluatedKey"));
    } while (scan.containsKey("ExclusiveStartKey"));
    System.out.println(pages + " pages, total " + total);

    total = 0;
    for (var item : dynamodb.items("Scan", Params.of("TableName", "alpha"))) {
      total += item.integer("amount", "N");
    }
    System.out.println("with a paginator " + total);
    System.out.println("as a table " + alpha.scan().stream().mapToInt(item -> item.integer("amount")).sum());
  }
}
