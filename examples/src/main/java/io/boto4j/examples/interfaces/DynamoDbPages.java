package io.boto4j.examples.interfaces;

import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.dynamodb.Table;
import io.boto4j.typed.Default;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Typed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes tables, and reads one in pages: by hand, with a stream, and as a table. */
class DynamoDbPages {
  record Key(String attributeName, String keyType) {}

  record Attribute(String attributeName, String attributeType) {}

  record Description(String tableStatus, List<Key> keySchema, long itemCount) {}

  record Page(List<Integer> amounts, Optional<Map<String, Structure>> next) {}

  interface DynamoDb {
    @Operation("CreateTable") @Default(param = "BillingMode", value = "PAY_PER_REQUEST")
    void create(@Param("TableName") String name, @Param("KeySchema") List<Key> key,
        @Param("AttributeDefinitions") List<Attribute> attributes);

    @Operation("ListTables") List<String> tables();

    @Operation("DescribeTable") @Result("Table") Description describe(@Param("TableName") String name);

    @Operation("Scan") @Result("{amounts: Items[].amount.N, next: LastEvaluatedKey}") Page page(
        @Param("TableName") String table, @Param("Limit") int limit,
        @Param("ExclusiveStartKey") Optional<Map<String, Structure>> start);

    @Operation("Scan") @Result("Items[].amount.N") Stream<Integer> amounts(@Param("TableName") String table);
  }

  public static void main(String[] args) {
    var client = Session.create().client("dynamodb");
    var dynamodb = Typed.of(client, DynamoDb.class);
    for (var name : List.of("beta", "alpha", "gamma")) {
      dynamodb.create(name, List.of(new Key("id", "HASH")), List.of(new Attribute("id", "N")));
    }
    var alpha = Table.of(client, "alpha");
    try (var batch = alpha.batchWriter()) {
      for (int i = 0; i < 45; i++) {
        batch.put(Map.of("id", i, "amount", 2 * i));
      }
    }
    for (var name : dynamodb.tables()) {
      var table = dynamodb.describe(name);
      System.out.println(name + " is " + table.tableStatus() + ", key " + table.keySchema().get(0).attributeName()
          + ", " + table.itemCount() + " items");
    }

    int pages = 0;
    int total = 0;
    var next = Optional.<Map<String, Structure>>empty();
    do {
      var page = dynamodb.page("alpha", 10, next);
      for (var amount : page.amounts()) {
        total += amount;
      }
      pages++;
      next = page.next();
    } while (next.isPresent());
    System.out.println(pages + " pages, total " + total);

    System.out.println("with a paginator " + dynamodb.amounts("alpha").mapToInt(amount -> amount).sum());
    System.out.println("as a table " + alpha.scan().stream().mapToInt(item -> item.integer("amount")).sum());
  }
}
