package io.boto4j.resource;

import io.boto4j.Client;
import io.boto4j.dynamodb.Documents;
import io.boto4j.dynamodb.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DynamoDB: plain values in every call, and a batch writer for a table. */
final class DynamoDbCustom implements Custom {
  @Override
  public Client client(Client plain) {
    return Documents.of(plain);
  }

  @Override
  public List<String> actions(String type) {
    return type.equals("Table") ? List.of("batch_writer") : List.of();
  }

  @Override
  public @Nullable ActionResult run(Resource resource, String action, Map<String, ?> parameters) {
    if (!actions(resource.type()).contains(action)) {
      return null;
    }
    Object name = resource.get("name");
    return ActionResult.of(Table.of(resource.plainClient(), String.valueOf(name)).batchWriter());
  }
}
