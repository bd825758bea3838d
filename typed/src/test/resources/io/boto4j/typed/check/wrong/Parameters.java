import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Session;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class Parameters {
  private final Client dynamodb;
  private final Client rds;
  private final Client logs;

  Parameters(Session session) {
    dynamodb = session.client("dynamodb");
    this.rds = session.client("rds");
    logs = session.client("logs");
  }

  void wrong(int limit, boolean flag, Object any, List<Integer> numbers) {
    dynamodb.call("PutItem", Map.of("TabelName", "users", "Item", Map.of()));
    dynamodb.call("PutItem", Map.of("TableName", "users"));
    dynamodb.call("DescribeTable");
    dynamodb.call("Query", Params.of("TableName", "users", "Limt", limit));
    dynamodb.call("Query", Params.of("TableName", "users").with("Select", "ALL_ATTRIBUTE"));
    dynamodb.call("Query", Params.of("TableName", "users", "Limit", "10"));
    dynamodb.call("Query", Params.of("TableName", "users", "Limit", 0));
    dynamodb.call(
        "GetItem",
        Map.ofEntries(
            Map.entry("TableName", "users"),
            Map.entry("Key", Map.of("user_id", Map.of("T", "1"))),
            Map.entry("ConsistentRead", "true")));
    dynamodb.call("GetItem", Map.of("TableName", "users", "Key", Map.of("user_id", "1")));
    dynamodb.call(
        "CreateTable",
        Map.of(
            "TableName",
            "users",
            "AttributeDefinitions",
            List.of(Map.of("AttributeName", "user_id", "AttributeTyp", "S")),
            "KeySchema",
            Arrays.asList(Map.of("AttributeName", "user_id", "KeyType", "HSH")),
            "BillingMode",
            flag));
    Map<String, Object> shared = Map.of("DBInstanceIdentifier", 1);
    rds.call("StartDBInstance", shared);
    rds.call("CreateDBInstance", rds.params("CreateDBInstance").with("Engine", "postgres"));
    rds.call("DescribeDBInstances", Map.of("Filters", new String[] {"a"}, "MaxRecords", any));
    rds.call("AddTagsToResource", Map.of("ResourceName", "arn", "Tags", numbers));
    rds.call("DescribeEvents", Map.of("StartTime", "yesterday", "EndTime", Instant.now()));
    rds.paginator("DescribeDBInstances").pageSize(20).pages(Map.of("DBInstanceId", "a"));
    rds.waiter("DBInstanceAvailable").await(Map.of("DbInstanceIdentifier", "a"));
    rds.call("DescribeDBInstances", Map.of("DBInstanceIdentifer", "a"), o -> o.maxAttempts(1));
    logs.call("StartQuery", Map.of("startTime", 1, "endTime", 2.5, "queryString", "fields"));
  }
}
