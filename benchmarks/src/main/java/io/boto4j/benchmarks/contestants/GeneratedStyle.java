package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.benchmarks.typed.dynamodb.AttributeValue;
import io.boto4j.benchmarks.typed.dynamodb.DynamoDb;
import io.boto4j.benchmarks.typed.dynamodb.GetItemRequest;
import io.boto4j.benchmarks.typed.dynamodb.PutItemRequest;
import io.boto4j.benchmarks.typed.dynamodb.ReturnConsumedCapacity;
import io.boto4j.benchmarks.typed.rds.DbInstance;
import io.boto4j.benchmarks.typed.rds.DescribeDbInstancesRequest;
import io.boto4j.benchmarks.typed.rds.Rds;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls through generated types. */
final class GeneratedStyle implements CallStyle {
  private final DynamoDb dynamodb;
  private final Rds rds;
  private final PutItemRequest request = request();

  GeneratedStyle(Client dynamodb, Client rds) {
    this.dynamodb = DynamoDb.of(dynamodb);
    this.rds = Rds.of(rds);
  }

  @Override
  public @Nullable Object getItem() {
    Map<String, AttributeValue> key = Map.of("id", AttributeValue.of().s("user-1"));
    return Objects.requireNonNull(
            dynamodb.getItem(GetItemRequest.of("auth-users", key)).item().get("email"))
        .s();
  }

  @Override
  public @Nullable Object putItem() {
    return dynamodb.putItem(request()).consumedCapacity().capacityUnits();
  }

  @Override
  public @Nullable Object putSameItem() {
    return dynamodb.putItem(request).consumedCapacity().capacityUnits();
  }

  private static PutItemRequest request() {
    Map<String, AttributeValue> item =
        Map.of(
            "id", AttributeValue.of().s("user-1"),
            "email", AttributeValue.of().s("ada@example.com"),
            "name", AttributeValue.of().s("Ada Lovelace"),
            "logins", AttributeValue.of().n("1815"),
            "active", AttributeValue.of().bool(true),
            "roles",
                AttributeValue.of()
                    .l(AttributeValue.of().s("admin"), AttributeValue.of().s("writer")),
            "created", AttributeValue.of().s("2026-11-22T10:15:30Z"));
    return PutItemRequest.of("auth-users", item)
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
  }

  @Override
  public @Nullable Object describeDbInstances() {
    int sum = 0;
    for (DbInstance each :
        rds.describeDbInstances(DescribeDbInstancesRequest.of().dbInstanceIdentifier("orders"))
            .dbInstances()) {
      sum += each.dbInstanceIdentifier().length();
      sum += each.dbInstanceClass().length();
      sum += each.dbInstanceStatus().length();
      sum += each.endpoint().address().length();
      sum += each.allocatedStorage();
    }
    return sum;
  }
}
