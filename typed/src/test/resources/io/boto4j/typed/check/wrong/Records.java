import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.typed.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class Records {
  record Endpoint(String adress, int port) {}

  record Instance(
      String dbInstanceIdentifier, List<Integer> multiAz, Optional<Instant> engine, Endpoint endpoint) {}

  record Start(String dbInstance) {}

  void wrong(@Service("rds") Client rds, Start start) {
    Response answer = rds.call("DescribeDBInstances");
    answer.structures("DBInstances").get(0).to(Instance.class);
    rds.items("DescribeDBInstances", Params.of(), Endpoint.class);
    rds.items("DescribeDBInstances", Map.of(), String.class);
    answer.search("DBInstances[0].Endpoint", Endpoint.class);
    answer.search("DBInstances[0].AllocatedStorage", Instant.class);
    answer.searchAll("DBInstances[].Engine", Integer.class);
    rds.call("StartDBInstance", Params.from(start));
    rds.call("CreateDBInstance", Map.of("Tags", List.of(new Endpoint("a", 1))));
  }
}
