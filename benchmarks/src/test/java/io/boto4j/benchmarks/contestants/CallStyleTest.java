package io.boto4j.benchmarks.contestants;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.benchmarks.run.XmlDocuments;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The styles whose times are compared do the same. */
final class CallStyleTest {
  private final Client dynamodb =
      CannedTransport.client(
          "dynamodb",
          "application/x-amz-json-1.0",
          """
          {"Item":{"email":{"S":"ada@example.com"}},"ConsumedCapacity":{"CapacityUnits":1.5}}"""
              .getBytes(UTF_8));
  private final Client rds = CannedTransport.client("rds", "text/xml", XmlDocuments.dbInstances(2));

  @ParameterizedTest
  @ValueSource(strings = {"raw", "interface", "generated"})
  void everyStyle_readsTheSameValues(String name) {
    CallStyle style = CallStyle.of(name, dynamodb, rds);

    assertThat(style.getItem()).isEqualTo("ada@example.com");
    assertThat(style.putItem()).isEqualTo(1.5);
    assertThat(style.putSameItem()).isEqualTo(1.5);
    String texts =
        "ordersorders-1"
            + "orders.c1.eu-west-1.rds.amazonaws.comorders-1.c1.eu-west-1.rds.amazonaws.com"
            + "db.r6g.largeavailable".repeat(2);
    assertThat(style.describeDbInstances()).isEqualTo(texts.length() + 2 * 200);
  }
}
