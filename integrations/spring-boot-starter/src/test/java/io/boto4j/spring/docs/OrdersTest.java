package io.boto4j.spring.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.local.LocalAws;
import io.boto4j.spring.AutoConfigureLocalAws;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@AutoConfigureLocalAws
class OrdersTest {
  @Autowired LocalAws aws;
  @Autowired Session session;
  @Autowired Orders orders;

  @BeforeEach
  void createTable() {
    session
        .client("dynamodb")
        .call(
            "CreateTable",
            Params.of(
                "TableName",
                "orders",
                "BillingMode",
                "PAY_PER_REQUEST",
                "AttributeDefinitions",
                List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
                "KeySchema",
                List.of(Map.of("AttributeName", "id", "KeyType", "HASH"))));
  }

  @Test
  void order_thatIsPlaced_isStoredAndAnnounced() {
    String queue =
        session.client("sqs").call("CreateQueue", Map.of("QueueName", "new")).text("QueueUrl");

    orders.place("o-1", "bread", queue);

    assertThat(orders.find("o-1").orElseThrow().text("product")).isEqualTo("bread");
    aws.journal().assertCalled("sqs", "SendMessage", in -> in.text("MessageBody").equals("o-1"));
  }
}
