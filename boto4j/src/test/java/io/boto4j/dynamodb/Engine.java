package io.boto4j.dynamodb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The DynamoDB that the tests of this package call. No other class knows which one it is. */
final class Engine implements AutoCloseable {
  private final DynamoDBProxyServer server;
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final Session session;
  private final Client client;

  private Engine(DynamoDBProxyServer server, int port) {
    this.server = server;
    this.session =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region("eu-west-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
            .sleeper(pauses::add)
            .build();
    this.client = session.client("dynamodb", c -> c.endpointUrl("http://127.0.0.1:" + port));
  }

  /** Starts it, or skips the test where it cannot run. */
  static Engine start() throws Exception {
    String machine = System.getProperty("os.arch");
    assumeTrue(Set.of("amd64", "x86_64").contains(machine), "SQLite's library is for x86-64 only");
    int port;
    try (ServerSocket free =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      port = free.getLocalPort();
    }
    DynamoDBProxyServer server =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {"-inMemory", "-disableTelemetry", "-port", String.valueOf(port)});
    server.start();
    return new Engine(server, port);
  }

  Client client() {
    return client;
  }

  /** A client whose calls pass through an interceptor. */
  Client client(Interceptor interceptor) {
    return client.with(interceptor);
  }

  /** The pauses of all clients, none of which takes time. */
  List<Duration> pauses() {
    return pauses;
  }

  /** Creates a table with a partition key of type S and perhaps a sort key of type N. */
  Table table(String name, String partitionKey, String... sortKey) {
    List<Map<String, Object>> attributes = new ArrayList<>();
    List<Map<String, Object>> keys = new ArrayList<>();
    attributes.add(Map.of("AttributeName", partitionKey, "AttributeType", "S"));
    keys.add(Map.of("AttributeName", partitionKey, "KeyType", "HASH"));
    for (String each : sortKey) {
      attributes.add(Map.of("AttributeName", each, "AttributeType", "N"));
      keys.add(Map.of("AttributeName", each, "KeyType", "RANGE"));
    }
    attributes.add(Map.of("AttributeName", "mail", "AttributeType", "S"));
    client.call(
        "CreateTable",
        Map.of(
            "TableName", name,
            "BillingMode", "PAY_PER_REQUEST",
            "AttributeDefinitions", attributes,
            "KeySchema", keys,
            "GlobalSecondaryIndexes",
                List.of(
                    Map.of(
                        "IndexName", "by-mail",
                        "KeySchema", List.of(Map.of("AttributeName", "mail", "KeyType", "HASH")),
                        "Projection", Map.of("ProjectionType", "ALL")))));
    return Table.of(client, name);
  }

  @Override
  public void close() {
    client.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The engine did not stop", e);
    }
  }
}
