import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.typed.Service;
import java.util.List;
import java.util.Map;

class Answers {
  @Service("rds")
  private Client rds;

  @Service("dynamodb")
  private Client dynamodb;

  void wrong() {
    Response answer = rds.call("DescribeDBInstances");
    answer.structures("DBInstance");
    for (Structure db : answer.structures("DBInstances")) {
      db.text("DBInstanceIdentifer");
      db.text("AllocatedStorage");
      db.integer("Endpoint", "Prt");
      db.structure("Endpoint").text("Adress");
      db.texts("VpcSecurityGroups");
      db.instant("MultiAZ");
    }
    List<Structure> all = answer.structures("DBInstances");
    all.get(0).text("Engin");
    rds.items("DescribeDBInstances").stream()
        .filter(db -> db.bool("MultiAz"))
        .map(db -> db.structure("DBSubnetGroup"))
        .forEach(group -> group.text("VpcIdd"));
    rds.callAsync("StopDBInstance", Map.of("DBInstanceIdentifier", "a"))
        .thenAccept(stopped -> stopped.text("DBInstanc", "Engine"));
    answer.search("DBInstances[0].Endpoint.Adress");
    answer.search("DBInstances.Engine", String.class);
    answer.searchAll("DBInstances[", String.class);
    for (Response page : dynamodb.paginator("Scan").pages(Map.of("TableName", "t"))) {
      page.maps("Item");
      page.maps("Items").get(0).text("user_id", "N", "n");
    }
    Structure table =
        dynamodb.call("DescribeTable", Map.of("TableName", "t")).structure("Table");
    table.search("TableStatus == 'ACTIV'");
    var found = table;
    found.longInteger("ItemCounts");
  }
}
