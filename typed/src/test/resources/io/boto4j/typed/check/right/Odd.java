import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Code that the check does not understand, or that only looks like a mistake. */
abstract class Odd<T extends Client> {
  static final String[] NAMES = {"NoSuchOperation"};

  enum Engine {
    POSTGRES
  }

  private Client one;
  private Client other;
  private T generic;
  private final Supplier<Client> supplier = () -> Session.create().client("rds");
  private Map<String, Object> mutable = new HashMap<>();

  Odd() {
    one = other;
    other = one;
    Client shadow = Session.create().client("rds");
    {
      Client inner = Session.create().client("sqs");
      inner.call("ListQueues");
    }
    shadow.call("DescribeDBInstances");
  }

  abstract Client client(String name);

  Client call(String operation, Map<String, ?> parameters) {
    return this.call("Nonsense", Map.of()).with(o -> o.region("eu-west-1"));
  }

  @SuppressWarnings("unchecked")
  void odd(Session session, String name, boolean flag, Object any) {
    one.call("NoSuchOperation");
    generic.call("NoSuchOperation");
    supplier.get().call("NoSuchOperation");
    session.client(name).call("NoSuchOperation");
    client("no-service-at-all").call("NoSuchOperation");
    Client rds = flag ? session.client("rds") : session.client("docdb");
    rds.call("NoSuchOperation");
    Client sqs = session.client("sqs");
    sqs.call(NAMES[0]);
    sqs.call(flag ? "NoSuchOperation" : name);
    sqs.call(switch (name) {
      case "a" -> "NoSuchOperation";
      default -> "ListQueues";
    });
    sqs.call("ListQueues", mutable);
    sqs.call("ListQueues", null);
    sqs.call("SendMessage", (Map<String, ?>) any);
    sqs.call("SendMessage", new HashMap<>(Map.of("No", "check")));
    sqs.call("SendMessage", Params.of("QueueUrl", null, "MessageBody", Optional.of("text")));
    sqs.call("SendMessage", Map.of("QueueUrl", name + "/q", "MessageBody", name.formatted(1)));
    sqs.call("SendMessageBatch", Map.of("QueueUrl", "q", "Entries", Stream.of(any).collect(Collectors.toList())));
    sqs.call("""
        ListQueues""");
    Map.Entry<String, Object> entry = Map.entry("QueueUrl", name);
    sqs.call("GetQueueAttributes", Map.ofEntries(entry));
    Client dynamodb = session.client("dynamodb");
    dynamodb.call("Query", Params.of("TableName", "t", "Select", Engine.POSTGRES, "Limit", (short) 3));
    dynamodb.call("Query", Params.of("TableName", 't', "ExclusiveStartKey", mutable, "Limit", 3.0));
    Response answer = sqs.call("ReceiveMessage", Map.of("QueueUrl", "q"));
    answer = session.client("rds").call("DescribeDBInstances");
    answer.text("NoSuchMember");
    List<Structure> all = new ArrayList<>();
    all.addAll(answer.structures("AnotherMember"));
    for (Structure each : all) {
      each.text("NoSuchMember");
    }
    Function<Structure, String> read = each -> each.text("NoSuchMember");
    read.apply(answer);
    CompletableFuture<Response> later = sqs.callAsync("ListQueues");
    later.thenCombine(later, (a, b) -> a.text("NoSuchMember"));
    Object kept = answer;
    if (kept instanceof Structure structure) {
      structure.text("NoSuchMember");
    }
    Runnable run = () -> new Object() {
      final Client own = session.client("iam");

      void go() {
        own.call("ListRoles");
      }
    }.go();
    run.run();
    Objects.requireNonNull(dynamodb).call("ListTables");
    int i = 0;
    i++;
    i += 2;
    String operation = "ListTables";
    operation += i;
    dynamodb.call(operation);
  }
}
