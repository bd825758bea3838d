package io.boto4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Meters of calls. */
final class MeterInterceptorTest {
  private final LocalAws aws = LocalAws.start();
  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final Client dynamodb =
      aws.sessionBuilder()
          .sleeper(pause -> clock.add(Duration.ofSeconds(3)))
          .interceptor(MeterInterceptor.create(meters))
          .build()
          .client("dynamodb");

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void calls_areTimedWithTags() {
    dynamodb.call("ListTables");
    dynamodb.call("ListTables");
    Timer timer =
        meters
            .get("aws.client.calls")
            .tags(
                "aws.service",
                "DynamoDB",
                "aws.operation",
                "ListTables",
                "aws.region",
                "us-east-1",
                "outcome",
                "SUCCESS",
                "aws.error",
                "none",
                "error",
                "none")
            .timer();
    assertThat(timer.count()).isEqualTo(2);
  }

  @Test
  void duration_includesRetriesAndTheirDelays() {
    aws.faults().fail("dynamodb", 1, 1);
    dynamodb.call("ListTables");
    assertThat(meters.get("aws.client.calls").timer().totalTime(TimeUnit.SECONDS)).isEqualTo(3);
    assertThat(meters.get("aws.client.retries").counter().count()).isEqualTo(1);
    assertThat(meters.get("aws.client.attempts").tag("aws.error", "none").counter().count())
        .isEqualTo(1);
    assertThat(meters.get("aws.client.attempts").counters()).hasSize(2);
  }

  @Test
  void interceptor_addedTwice_countsOnce() {
    MeterInterceptor interceptor = MeterInterceptor.create(meters);
    aws.sessionBuilder()
        .interceptor(interceptor)
        .interceptor(interceptor)
        .build()
        .client("dynamodb")
        .call("ListTables");
    assertThat(meters.get("aws.client.calls").timer().count()).isEqualTo(1);
    assertThat(meters.get("aws.client.attempts").counter().count()).isEqualTo(1);
  }

  @Test
  void failedCall_hasTheErrorsCode() {
    assertThatThrownBy(() -> dynamodb.call("DescribeTable", Map.of("TableName", "none")))
        .isInstanceOf(ServiceException.class);
    Timer timer = meters.get("aws.client.calls").tag("outcome", "CLIENT_ERROR").timer();
    assertThat(timer.getId().getTag("aws.error")).isEqualTo("ResourceNotFoundException");
    assertThat(timer.getId().getTag("error")).isEqualTo("ServiceException");
    assertThat(meters.find("aws.client.retries").counter()).isNull();
  }

  @Test
  void attempts_overSockets_haveTheUseOfTheirConnection() {
    try (Client overSocket =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region("us-east-1")
            .credentials(Credentials.of("test", "test"))
            .interceptor(MeterInterceptor.create(meters))
            .config(c -> c.endpointUrl(aws.endpoint().toString()))
            .build()
            .client("dynamodb")) {
      overSocket.call("ListTables");
      overSocket.call("ListTables");
    }
    for (String use : new String[] {"new", "reused"}) {
      assertThat(meters.get("aws.client.attempts").tag("aws.connection", use).counter().count())
          .isEqualTo(1);
    }
  }

  @Test
  void explainAndPresign_areNotCounted() {
    Client s3 =
        aws.sessionBuilder().interceptor(MeterInterceptor.create(meters)).build().client("s3");
    s3.explain("ListBuckets", Map.of());
    s3.presign("GetObject", Map.of("Bucket", "b", "Key", "k"));
    assertThat(meters.getMeters()).isEmpty();
  }

  @Test
  void errorNames_thatAreNone_areNotTags() {
    assertThat(ErrorName.ofCode("InvalidParameter.Value_1")).isEqualTo("InvalidParameter.Value_1");
    assertThat(ErrorName.ofCode("user=ada@example.com")).isEqualTo("other");
    assertThat(ErrorName.ofCode("x".repeat(101))).isEqualTo("other");
    assertThat(ErrorName.ofCode("")).isEqualTo("other");
  }
}
