import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.typed.Service;
import java.util.Map;

class Operations {
  private static final String START = "StartDBInstanc";

  private final Client dynamodb = Session.create().client("dynamodb");
  @Service("rds") Client rds;

  void unknown(Session session, @Service("iam") Client iam) {
    dynamodb.call("PutItm", Map.of());
    rds.call(START);
    iam.callAsync("ListRole");
    try (Client lambda = session.client("lambda", c -> c.region("eu-west-1"))) {
      lambda.call("Invok");
      lambda.items("ListFunction");
      lambda.items("Invoke");
      lambda.paginator("ListAlias");
      lambda.waiter("FunctionActiv");
      lambda.presign("GetFunctio", Map.of());
    }
    session.client("dynamodbb");
    session.client("no-such-service-anywhere");
    rds().call("StopDBInstances");
    Client either = session == null ? rds : session.client("rds");
    either.call("RebotDBInstance");
  }

  private Client rds() {
    return rds;
  }
}
