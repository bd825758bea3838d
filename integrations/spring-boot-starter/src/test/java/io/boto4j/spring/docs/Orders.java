package io.boto4j.spring.docs;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.dynamodb.Table;
import io.boto4j.spring.AwsClient;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class Orders {
  private final Table table;
  private final Client sqs;

  Orders(@AwsClient("dynamodb") Client dynamodb, @AwsClient("sqs") Client sqs) {
    this.table = Table.of(dynamodb, "orders");
    this.sqs = sqs;
  }

  void place(String id, String product, String queueUrl) {
    table.put(Params.of("id", id, "product", product));
    sqs.call("SendMessage", Params.of("QueueUrl", queueUrl, "MessageBody", id));
  }

  Optional<Structure> find(String id) {
    return table.get("id", id);
  }
}
