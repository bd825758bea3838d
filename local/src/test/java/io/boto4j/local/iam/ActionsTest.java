package io.boto4j.local.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Params;
import io.boto4j.Structures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ActionsTest {
  @ParameterizedTest
  @CsvSource({
    "DescribeRule, Name, default, arn:aws:events:us-east-1:123456789012:rule/nightly",
    "PutTargets, Rule, , arn:aws:events:us-east-1:123456789012:rule/nightly",
    "PutRule, Name, sales, arn:aws:events:us-east-1:123456789012:rule/sales/nightly",
    "ListTargetsByRule, Rule, arn:aws:events:us-east-1:1:event-bus/sales,"
        + " arn:aws:events:us-east-1:123456789012:rule/sales/nightly",
    "PutEvents, Other, , *"
  })
  void of_callAboutARule_needsTheActionOnIt(
      String operation, String member, String bus, String resource) {
    Params input = Params.of(member, "nightly", "EventBusName", bus);

    assertThat(Actions.of("events", operation, Structures.of(input), "us-east-1", "123456789012"))
        .singleElement()
        .satisfies(
            need -> {
              assertThat(need.action()).isEqualTo("events:" + operation);
              assertThat(need.resource()).isEqualTo(resource);
            });
  }
}
