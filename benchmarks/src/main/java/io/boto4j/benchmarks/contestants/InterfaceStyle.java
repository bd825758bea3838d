package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.Name;
import io.boto4j.Structure;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Typed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls through interfaces of the program's own. */
final class InterfaceStyle implements CallStyle {
  /** The operations of DynamoDB. */
  interface Users {
    @Operation("GetItem")
    @Result("Item")
    Structure item(
        @Param("TableName") String table, @Param("Key") Map<String, Map<String, Object>> key);

    @Operation("PutItem")
    @Result("ConsumedCapacity.CapacityUnits")
    double put(
        @Param("TableName") String table,
        @Param("Item") Map<String, Object> item,
        @Param("ReturnConsumedCapacity") String capacity);
  }

  /** The operations of RDS. */
  interface Databases {
    @Operation("DescribeDBInstances")
    @Result("DBInstances")
    List<DbInstance> instances(@Param("DBInstanceIdentifier") String id);
  }

  /** A database instance. */
  record DbInstance(
      @Name("DBInstanceIdentifier") String id,
      @Name("DBInstanceClass") String type,
      @Name("DBInstanceStatus") String status,
      int allocatedStorage,
      Endpoint endpoint) {}

  /** An endpoint. */
  record Endpoint(String address) {}

  private final Users users;
  private final Databases databases;
  private final Map<String, Object> item = RawStyle.item();

  InterfaceStyle(Client dynamodb, Client rds) {
    this.users = Typed.of(dynamodb, Users.class);
    this.databases = Typed.of(rds, Databases.class);
  }

  @Override
  public @Nullable Object getItem() {
    return users.item("auth-users", Map.of("id", Map.of("S", "user-1"))).text("email", "S");
  }

  @Override
  public @Nullable Object putItem() {
    return users.put("auth-users", RawStyle.item(), "TOTAL");
  }

  @Override
  public @Nullable Object putSameItem() {
    return users.put("auth-users", item, "TOTAL");
  }

  @Override
  public @Nullable Object describeDbInstances() {
    int sum = 0;
    for (DbInstance each : databases.instances("orders")) {
      sum += each.id().length();
      sum += each.type().length();
      sum += each.status().length();
      sum += each.endpoint().address().length();
      sum += each.allocatedStorage();
    }
    return sum;
  }
}
