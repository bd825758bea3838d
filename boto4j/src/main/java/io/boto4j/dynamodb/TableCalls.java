package io.boto4j.dynamodb;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The calls for one table, and what is known about the table. Thread-safe. */
final class TableCalls {
  private final Client client;
  private final String table;

  /** Read on first use; threads that race may each call DescribeTable. */
  private volatile @Nullable TableSchema schema;

  TableCalls(Client client, String table, @Nullable TableSchema schema) {
    this.client = client;
    this.table = table;
    this.schema = schema;
  }

  Client client() {
    return client;
  }

  String table() {
    return table;
  }

  /** Returns a new request with the name of the table. */
  RawRequest request() {
    return new RawRequest().with("TableName", table);
  }

  Response call(String operation, RawRequest request) {
    try {
      return client.call(operation, request);
    } catch (ServiceException e) {
      throw plain(operation, e);
    }
  }

  CompletableFuture<Response> callAsync(String operation, RawRequest request) {
    return client.callAsync(operation, request);
  }

  /** Returns an error with plain items. */
  ServiceException plain(String operation, ServiceException error) {
    return DocumentOutput.error(client.model().operation(operation), error);
  }

  Structure describe() {
    Structure description = call("DescribeTable", request()).structure("Table");
    if (description == null) {
      throw new IllegalStateException("DescribeTable of " + table + " returned no Table");
    }
    schema = TableSchema.of(table, description);
    return description;
  }

  /** Returns the keys and indexes of the table; the first use may call DescribeTable. */
  TableSchema schema() {
    TableSchema known = schema;
    return known == null ? TableSchema.of(table, describe()) : known;
  }

  /** Returns the keys and indexes of the table, or null if they are not known yet. */
  @Nullable TableSchema knownSchema() {
    return schema;
  }

  /** Returns the plain attributes in a member of a response, or null if it is absent. */
  static @Nullable Structure plain(Response response, String member) {
    return response.get(member) instanceof Map<?, ?> item ? plain(item) : null;
  }

  /** Returns plain attributes. */
  static Structure plain(Map<?, ?> item) {
    return ValueDeserializer.view(item);
  }

  @Override
  public String toString() {
    return table + ", " + client;
  }
}
