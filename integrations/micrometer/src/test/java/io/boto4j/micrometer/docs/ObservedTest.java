package io.boto4j.micrometer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.local.LocalAws;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The programs of docs/observability.md run. */
final class ObservedTest {
  private final LocalAws aws = LocalAws.start();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @AfterEach
  void close() {
    aws.close();
  }

  private long calls() {
    return meters.get("aws.client.calls").tag("aws.operation", "ListTables").timer().count();
  }

  @Test
  void observed_isTimed() {
    Observed.observed(aws.sessionBuilder(), Observed.registry(meters))
        .client("dynamodb")
        .call("ListTables");
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void metered_isTimed() {
    Observed.metered(aws.sessionBuilder(), meters).client("dynamodb").call("ListTables");
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void named_hasTheTeam() {
    Observed.named(aws.sessionBuilder(), Observed.registry(meters))
        .client("dynamodb")
        .call("ListTables");
    assertThat(meters.get("aws.client.calls").tag("team", "orders").timer().count()).isEqualTo(1);
  }
}
