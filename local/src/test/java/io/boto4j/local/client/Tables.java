package io.boto4j.dynamodb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The DynamoDB that the tests of this package call. No other class knows which one it is. */
final class Engine implements AutoCloseable {
  private final DynamoDBProxyServer server;
  private final Client client;

  private Engine(DynamoDBProxyServer server, int port) {
    this.server = server;
    Session session =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region("eu-west-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
            // No test waits.
            .sleeper(pause -> {})
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

  /** Creates a table with a partition key of type S, and an index on an attribute of type S. */
  Table table(String name, String partitionKey, String indexed, String index) {
    Map<String, Object> byIndexed =
        Map.of(
            "IndexName", index,
            "KeySchema", List.of(Map.of("AttributeName", indexed, "KeyType", "HASH")),
            "Projection", Map.of("ProjectionType", "ALL"));
    return create(
        Params.of(
            "TableName", name,
            "AttributeDefinitions",
                List.of(
                    Map.of("AttributeName", partitionKey, "AttributeType", "S"),
                    Map.of("AttributeName", indexed, "AttributeType", "S")),
            "KeySchema", List.of(Map.of("AttributeName", partitionKey, "KeyType", "HASH")),
            "GlobalSecondaryIndexes", List.of(byIndexed)));
  }

  /** Creates a table with a partition key of type S and a sort key of type N. */
  Table sortedTable(String name, String partitionKey, String sortKey) {
    return create(
        Params.of(
            "TableName", name,
            "AttributeDefinitions",
                List.of(
                    Map.of("AttributeName", partitionKey, "AttributeType", "S"),
                    Map.of("AttributeName", sortKey, "AttributeType", "N")),
            "KeySchema",
                List.of(
                    Map.of("AttributeName", partitionKey, "KeyType", "HASH"),
                    Map.of("AttributeName", sortKey, "KeyType", "RANGE"))));
  }

  private Table create(Params table) {
    client.call("CreateTable", table.with("BillingMode", "PAY_PER_REQUEST"));
    return Table.of(client, String.valueOf(table.get("TableName")));
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
