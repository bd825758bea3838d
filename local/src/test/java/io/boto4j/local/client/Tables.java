package io.boto4j.local.client;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.dynamodb.Table;
import io.boto4j.local.LocalAws;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tables of a DynamoDB in this process, which is called over a socket. */
final class Tables implements AutoCloseable {
  private final LocalAws aws;
  private final Client client;

  private Tables(LocalAws aws) {
    this.aws = aws;
    this.client = overSocket(aws);
  }

  static Tables start() {
    return new Tables(LocalAws.start());
  }

  /** Returns a client with the transport of every day, which the in-process door would replace. */
  static Client overSocket(LocalAws aws) {
    Session session =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region("eu-west-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
            // No test waits.
            .sleeper(pause -> {})
            .build();
    return session.client("dynamodb", c -> c.endpointUrl(aws.endpoint().toString()));
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
    aws.close();
  }
}
