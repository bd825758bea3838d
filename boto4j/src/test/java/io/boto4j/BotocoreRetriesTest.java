package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.boto4j.http.Headers;
import io.boto4j.internal.customization.Customizations;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.retry.ErrorKind;
import io.boto4j.internal.retry.FailedAttempt;
import io.boto4j.internal.retry.RetryMode;
import io.boto4j.internal.retry.ServiceRetries;
import io.boto4j.model.ServiceModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The retry modes make the decisions of botocore's, recorded by {@code retry_modes.py}. */
final class BotocoreRetriesTest {
  private static final Map<String, Object> FIXTURES =
      Fixtures.map(Fixtures.read("botocore-retries.json"));
  private static final double EXACT = 1e-9;

  private final Map<String, ServiceModel> models = new HashMap<>();
  private final Session session = Sessions.with(new Recorder()).build();

  @ParameterizedTest
  @ValueSource(strings = {"standard", "legacy"})
  void decision_ofEachFailure_isBotocores(String modeName) {
    List<Map<String, Object>> rows = Fixtures.maps(FIXTURES.get(modeName));
    assertThat(rows).hasSizeGreaterThan(1000);
    int plain429 = 0;
    for (Map<String, Object> row : rows) {
      FailedAttempt failed = failed(row);
      RetryMode mode = mode(modeName, model(row).serviceId());
      ErrorKind kind = mode.kindOf(failed);
      if (modeName.equals("standard") && failed.statusCode() == 429 && row.get("delay") == null) {
        // On purpose: status 429 is sufficient.
        assertThat(kind).isEqualTo(ErrorKind.THROTTLING);
        plain429++;
        continue;
      }
      assertThat(kind != ErrorKind.FINAL).as("%s", row).isEqualTo(row.get("delay") != null);
      if (kind == ErrorKind.FINAL) {
        continue;
      }
      assertThat(mode.delaySeconds(failed, kind))
          .as("%s", row)
          .isCloseTo(((Number) row.get("delay")).doubleValue(), within(EXACT));
      if (row.get("cost") != null) {
        assertThat(mode.acquire(kind)).as("%s", row).isEqualTo(row.get("cost"));
      }
    }
    assertThat(plain429 > 0).isEqualTo(modeName.equals("standard"));
  }

  private ServiceModel model(Map<String, Object> row) {
    String service = (String) row.get("service");
    return models.computeIfAbsent(service, name -> session.client(name).model());
  }

  private FailedAttempt failed(Map<String, Object> row) {
    int status = (int) row.get("status");
    String retryAfter = (String) row.get("retryAfter");
    return new FailedAttempt(
        model(row).operation((String) row.get("operation")),
        (int) row.get("attempt"),
        status,
        (String) row.get("code"),
        retryAfter == null ? Headers.empty() : Headers.of(Map.of("x-amz-retry-after", retryAfter)),
        status == 0);
  }

  private static RetryMode mode(String name, String service) {
    Customization special = Customizations.of(service);
    return RetryMode.of(
        name,
        special == null ? ServiceRetries.USUAL : special.retries(),
        () -> 0.5,
        Clock.fixed(Sessions.NOW, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void adaptive_waits_areBotocores(int series) {
    List<Map<String, Object>> rows = Fixtures.maps(FIXTURES.get("adaptive" + series));
    FakeClock clock = new FakeClock();
    RetryMode mode = RetryMode.of("adaptive", ServiceRetries.USUAL, () -> 0.5, clock);
    int waits = 0;
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> row = rows.get(i);
      clock.pass(number(row, "pause"));
      double wait = mode.sendDelaySeconds();
      assertThat(wait).as("step %d", i).isCloseTo(number(row, "wait"), within(1e-4));
      waits += wait > 0 ? 1 : 0;
      clock.pass(wait);
      clock.pass(number(row, "took"));
      mode.recordAttempt((boolean) row.get("throttled"));
    }
    assertThat(waits).isGreaterThan(10);
  }

  @Test
  void adaptive_manyThreadsAtOnce_waitOneAfterTheOther() {
    FakeClock clock = new FakeClock();
    RetryMode mode = RetryMode.of("adaptive", ServiceRetries.USUAL, () -> 0.5, clock);
    assertThat(mode.sendDelaySeconds()).isZero();
    mode.recordAttempt(true);

    // The lowest rate is one request in two seconds.
    assertThat(mode.sendDelaySeconds()).isCloseTo(2, within(EXACT));
    assertThat(mode.sendDelaySeconds()).isCloseTo(4, within(EXACT));
    clock.pass(-3600);
    assertThat(mode.sendDelaySeconds()).isCloseTo(6, within(EXACT));
  }

  @Test
  void adaptive_clockIsSetBack_keepsItsRate() {
    FakeClock clock = new FakeClock();
    RetryMode mode = RetryMode.of("adaptive", ServiceRetries.USUAL, () -> 0.5, clock);
    FakeClock usual = new FakeClock();
    RetryMode undisturbed = RetryMode.of("adaptive", ServiceRetries.USUAL, () -> 0.5, usual);
    double waited = 0;
    double usually = 0;
    for (int i = 0; i < 500; i++) {
      if (i == 100) {
        clock.pass(-3600);
      }
      double wait = mode.sendDelaySeconds();
      double other = undisturbed.sendDelaySeconds();
      clock.pass(wait + 0.01);
      usual.pass(other + 0.01);
      mode.recordAttempt(i == 50);
      undisturbed.recordAttempt(i == 50);
      waited += wait;
      usually += other;
    }
    assertThat(usually).isPositive();
    assertThat(waited).isCloseTo(usually, within(usually / 4 + 1));
  }

  private static double number(Map<String, Object> row, String name) {
    return ((Number) row.get(name)).doubleValue();
  }

  private static final class FakeClock extends Clock {
    private Instant now = Instant.ofEpochSecond(1_770_091_506L, 250_000_000);

    void pass(double seconds) {
      now = now.plus(Duration.ofNanos(Math.round(seconds * 1e9)));
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
