package io.boto4j.spark.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.spark.internal.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class WriteLimitsTest {
  private final AtomicLong now = new AtomicLong();
  private final List<Duration> pauses = new ArrayList<>();

  private void sleep(Duration pause) {
    pauses.add(pause);
    now.addAndGet(pause.toNanos());
  }

  private Session session() {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("us-east-1")
        .credentials(Credentials.of("AKID", "secret"))
        .sleeper(pauses::add)
        .build();
  }

  @Test
  void capacity_thatWasUsed_isPaidBeforeTheNextRequest() {
    WriteCapacity capacity = new WriteCapacity(new RateLimit(10, now::get, this::sleep));
    Client dynamodb = session().client("dynamodb");
    CallContext call =
        new CallContext(
            dynamodb.model(),
            dynamodb.model().operation("BatchWriteItem"),
            "us-east-1",
            /* sent= */ true);
    Response response =
        dynamodb
            .responses()
            .response(
                "BatchWriteItem",
                Map.of(
                    "ConsumedCapacity", List.of(Map.of("TableName", "t", "CapacityUnits", 40.0))));

    assertThat(
            capacity
                .parameters(call, Map.of("RequestItems", Map.of()))
                .get("ReturnConsumedCapacity"))
        .isEqualTo("TOTAL");
    assertThat(pauses).isEmpty();
    capacity.afterCall(call, response);
    capacity.parameters(call, Map.of());

    // 40 units at 10 a second, of which the bucket held 10.
    assertThat(pauses.stream().mapToLong(Duration::toMillis).sum()).isEqualTo(3000);
  }

  @Test
  void task_beginsWithAnEmptyBucket() throws InterruptedException {
    RateLimit limit = TaskLimit.of(200, session());

    limit.take(1);

    assertThat(pauses).as("a full bucket would not wait").isNotEmpty();
  }
}
