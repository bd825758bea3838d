package io.boto4j.examples.generated;

import io.boto4j.Session;
import io.boto4j.dynamodb.Table;
import io.boto4j.examples.generated.dynamodb.AttributeDefinition;
import io.boto4j.examples.generated.dynamodb.BillingMode;
import io.boto4j.examples.generated.dynamodb.CreateTableRequest;
import io.boto4j.examples.generated.dynamodb.DescribeTableRequest;
import io.boto4j.examples.generated.dynamodb.DynamoDb;
import io.boto4j.examples.generated.dynamodb.KeySchemaElement;
import io.boto4j.examples.generated.dynamodb.KeyType;
import io.boto4j.examples.generated.dynamodb.ScalarAttributeType;
import io.boto4j.examples.generated.dynamodb.ScanRequest;
import java.util.List;
import java.util.Map;

/** Describes tables, and reads one in pages: by hand, with a paginator, and as a table. */
class DynamoDbPages {
  public static void main(String[] args) {
    var client = Session.create().client("dynamodb");
    var dynamodb = DynamoDb.of(client);
    for (var name : List.of("beta", "alpha", "gamma")) {
      dynamodb.createTable(CreateTableRequest.of(name)
          .billingMode(BillingMode.PAY_PER_REQUEST)
          .keySchema(KeySchemaElement.of("id", KeyType.HASH))
          .attributeDefinitions(AttributeDefinition.of("id", ScalarAttributeType.N)));
    }
    var alpha = Table.of(client, "alpha");
    try (var batch = alpha.batchWriter()) {
      for (int i = 0; i < 45; i++) {
        batch.put(Map.of("id", i, "amount", 2 * i));
      }
    }
    for (var name : dynamodb.listTablesItems()) {
      var table = dynamodb.describeTable(DescribeTableRequest.of(name)).table();
      System.out.println(name + " is " + table.tableStatus() + ", key " + table.keySchema().get(0).attributeName()
          + ", " + table.itemCount() + " items");
    }

    var scan = ScanRequest.of("alpha").limit(10);
    int pages = 0;
    int total = 0;
    do {
      var page = dynamodb.scan(scan);
      for (var item : page.items()) {
        total += Integer.parseInt(item.get("amount").n());
      }
      pages++;
      scan = scan.exclusiveStartKey(page.lastEvaluatedKey());
    } while (!scan.exclusiveStartKey().isEmpty());
    System.out.println(pages + " pages, total " + total);

    total = 0;
    for (var item : dynamodb.scanItems(ScanRequest.of("alpha"))) {
      total += Integer.parseInt(item.get("amount").n());
    }
    System.out.println("with a paginator " + total);
    System.out.println("as a table " + alpha.scan().stream().mapToInt(item -> item.integer("amount")).sum());
  }
}
