import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.resource.Resource;
import io.boto4j.testing.Stubber;
import io.boto4j.typed.Service;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class Everyday {
  enum Status {
    available
  }

  record Key(String name) {}

  private final Client dynamodb = Session.create().client("dynamodb");
  private final Client s3 = Session.create().client("s3");

  @SuppressWarnings("boto4j")
  void newerThanTheModel() {
    dynamodb.call("PutItemFaster", Map.of("No", "Such"));
  }

  void right(Session session, @Service("rds") Client rds, Client unknown, String name, Object any) {
    dynamodb.call("put_item", Map.of("TableName", "users", "Item", Map.of("id", Map.of("S", "1"))));
    dynamodb.call("Query", Params.of("TableName", name, "Limit", any, name, any));
    dynamodb.call("Query", Params.of("TableName", Optional.of("t"), "Limit", Optional.empty()));
    unknown.call("Anything", Map.of("No", "check"));
    Map<String, Object> later = new HashMap<>();
    later.put("TableName", "users");
    dynamodb.call("DescribeTable", later);
    s3.call("CopyObject", Map.of("Bucket", "b", "Key", "k", "CopySource", Map.of("Bucket", "a", "Key", "k")));
    s3.call("PutObject", Map.of("Bucket", "b", "Key", "k", "Body", Path.of("file")));
    s3.call("PutObject", Map.of("Bucket", "b", "Key", "k", "Body", "text", "Expires", Instant.now()));
    rds.call("CreateDBInstanceReadReplica", Map.of("DBInstanceIdentifier", "a", "SourceRegion", "eu-west-1"));
    rds.call("DescribeDBInstances", Map.of("Filters", List.of(Map.of("Name", "n", "Values", List.of(Status.available)))));
    rds.paginator("DescribeDBInstances").pages(Map.of("PaginationConfig", Map.of("MaxItems", 1)));
    rds.waiter("db_instance_available").await(Map.of("WaiterConfig", Map.of("Delay", 1)));
    Response answer = rds.call("DescribeDBInstances", Map.of("MaxRecords", 20L));
    for (Structure db : answer.structures("DBInstances")) {
      db.integer("Endpoint", "Port");
      db.text("Endpoint", name);
      db.get("NoSuchName");
    }
    answer.search("DBInstances[?MultiAZ].Endpoint.Address | [0]", String.class);
    for (Structure item : dynamodb.items("Scan", Map.of("TableName", "users"))) {
      item.text("user_id", "S");
      item.number("logins", "N");
    }
    Resource bucket = session.resource("s3").resource("Bucket", "b");
    bucket.text("creation_date");
    bucket.collection("objects").stream().map(o -> o.text("key")).forEach(System.out::println);
    session.client("dynamodb", c -> c.apiVersion("2011-12-05")).call("GetItm");
    session.client("dynamodb", c -> c.parameterValidation(false)).call("GetItem", Map.of());
    Stubber.of(rds).addResponse("StartDBInstance", Map.of("DBInstance", Map.of("Engine", "postgres")));
    dynamodb.call("TransactWriteItems", Map.of("TransactItems", List.of(Map.of("Delete", Map.of("TableName", "t", "Key", later)))));
  }
}
