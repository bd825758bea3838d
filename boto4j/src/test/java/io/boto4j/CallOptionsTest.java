package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.Attempt.Decision;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.error.ServiceException;
import io.boto4j.error.TotalTimeoutException;
import io.boto4j.http.RequestLimits;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of a single call, and total timeouts. */
final class CallOptionsTest {
  private final Recorder recorder = new Recorder();
  private final List<Duration> delays = new ArrayList<>();
  private final Session session = Sessions.with(recorder).sleeper(delays::add).build();
  private final Client kms = session.client("kms");

  @Test
  void call_withoutOptions_hasTheTransportsOwnLimits() {
    kms.call("ListKeys");

    assertThat(recorder.last().limits()).isNull();
  }

  @Test
  void timeouts_ofACall_reachTheTransport() {
    kms.call(
        "ListKeys",
        Map.of(),
        o -> o.connectTimeout(Duration.ofMillis(7)).readTimeout(Duration.ofSeconds(8)));
    assertThat(recorder.last().limits()).isEqualTo(new RequestLimits(7, 8000, 0));

    kms.call("ListKeys", Map.of(), o -> o.readTimeout(Duration.ofSeconds(8)));
    assertThat(recorder.last().limits()).isEqualTo(new RequestLimits(0, 8000, 0));
  }

  @Test
  void totalTimeout_ofACall_isADeadlineThatStaysTheSame() {
    recorder.answer(500, "");
    long before = System.nanoTime();

    assertThatThrownBy(
            () -> kms.call("ListKeys", Map.of(), o -> o.totalTimeout(Duration.ofHours(1))))
        .isInstanceOf(ServiceException.class);

    long hour = Duration.ofHours(1).toNanos();
    RequestLimits limits = recorder.requests().get(0).limits();
    assertThat(limits.deadlineNanos() - before).isBetween(hour, hour + 60_000_000_000L);
    assertThat(recorder.requests()).hasSize(3).allMatch(each -> limits.equals(each.limits()));
  }

  @Test
  void totalTimeout_ofTheClient_isForAllItsCalls() {
    session.client("kms", c -> c.totalTimeout(Duration.ofHours(1))).call("ListKeys");

    assertThat(recorder.last().limits().hasDeadline()).isTrue();
  }

  @Test
  void totalTimeout_noTimeForTheDelay_throwsTheErrorItself() {
    recorder.answer(429, "", "x-amz-retry-after", "5000");

    ServiceException e =
        catchThrowableOfType(
            ServiceException.class,
            () -> kms.call("ListKeys", Map.of(), o -> o.totalTimeout(Duration.ofSeconds(3))));

    assertThat(recorder.requests()).hasSize(1);
    assertThat(delays).isEmpty();
    assertThat(e.attempts().get(0).decision()).isEqualTo(Decision.NO_TIME_LEFT);
    assertThat(e).hasMessageContaining("total timeout leaves no time");
  }

  @Test
  void totalTimeout_overWithinAnAttempt_saysSo() {
    recorder.answer(
        request -> {
          waitUntil(request.limits().deadlineNanos());
          throw new SocketTimeoutException("slow");
        });

    TotalTimeoutException e =
        catchThrowableOfType(
            TotalTimeoutException.class,
            () -> kms.call("ListKeys", Map.of(), o -> o.totalTimeout(Duration.ofMillis(20))));

    assertThat(e)
        .hasMessage(
            "Total timeout of 20 ms when calling the ListKeys operation, in attempt 1: Read timeout"
                + " on endpoint URL: \"https://kms.eu-west-1.amazonaws.com/\"")
        .hasCauseInstanceOf(ReadTimeoutException.class);
    assertThat(e.attempts()).hasSize(1);
    assertThat(e.attempts().get(0).decision()).isEqualTo(Decision.NO_TIME_LEFT);
    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  void totalTimeout_overBeforeAnythingIsSent_sendsNothing() {
    Client slow =
        session.client(
            "kms",
            c ->
                c.totalTimeout(Duration.ofMillis(5))
                    .credentials(
                        () -> {
                          waitUntil(System.nanoTime() + 10_000_000);
                          return io.boto4j.credentials.Credentials.of("a", "b");
                        }));

    TotalTimeoutException e =
        catchThrowableOfType(TotalTimeoutException.class, () -> slow.call("ListKeys"));

    assertThat(e.attempts()).isEmpty();
    assertThat(recorder.requests()).isEmpty();
  }

  private static void waitUntil(long nanos) {
    while (nanos - System.nanoTime() > 0) {
      LockSupport.parkNanos(nanos - System.nanoTime());
    }
  }

  @Test
  void maxAttempts_ofACall_winsOverTheClients() {
    recorder.answer(500, "");
    Client once = session.client("kms", c -> c.maxAttempts(1));

    assertThatThrownBy(() -> once.call("ListKeys", Map.of(), o -> o.maxAttempts(2)))
        .hasMessageContaining("(reached max retries: 1)");

    assertThat(recorder.requests()).hasSize(2);
    assertThat(recorder.last().headers().first("amz-sdk-request")).isEqualTo("attempt=2; max=2");
    assertThatThrownBy(
            () -> once.call("ListKeys", Map.of(), o -> o.totalTimeout(Duration.ofDays(1))))
        .hasMessageContaining("(reached max retries: 0)");
  }

  @Test
  void headers_ofACall_areSentAndSigned() {
    kms.call("ListKeys", Map.of(), o -> o.header("X-Tenant", "a").header("x-tenant", "b"));

    assertThat(recorder.last().headers().all("X-Tenant")).containsExactly("b");
    assertThat(recorder.last().headers().first("Authorization")).contains("x-tenant");

    kms.call("ListKeys");
    assertThat(recorder.last().headers().contains("X-Tenant")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "host",
        "CONTENT-LENGTH",
        "Transfer-Encoding",
        "X-Amz-Date",
        "x-amz-security-token",
        "x-amz-content-sha256",
        "x-amz-checksum-crc32",
        "amz-sdk-request",
        "Connection",
        "Expect",
        "TE",
        "a b",
        "a\r\nHost",
        "",
        "a:",
      })
  void header_ofSignatureOrFraming_isRefused(String name) {
    assertThatThrownBy(() -> kms.call("ListKeys", Map.of(), o -> o.header(name, "v")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(recorder.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nHost: evil", "a\nb", "a\u0000b"})
  void header_valueThatEndsIt_isRefused(String value) {
    assertThatThrownBy(() -> kms.call("ListKeys", Map.of(), o -> o.header("X-A", value)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void options_outOfRange_areRefused() {
    assertThatThrownBy(() -> kms.call("ListKeys", Map.of(), o -> o.maxAttempts(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxAttempts");
    for (Duration wrong : List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofDays(25))) {
      assertThatThrownBy(() -> kms.call("ListKeys", Map.of(), o -> o.totalTimeout(wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("totalTimeout");
      assertThatThrownBy(() -> kms.callAsync("ListKeys", Map.of(), o -> o.readTimeout(wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("readTimeout");
      assertThatThrownBy(() -> kms.call("ListKeys", Map.of(), o -> o.connectTimeout(wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("connectTimeout");
      assertThatThrownBy(() -> ClientConfig.builder().totalTimeout(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("totalTimeout");
    }
  }

  @Test
  void callAsync_options_areTheCalls() {
    kms.callAsync("ListKeys", Map.of(), o -> o.header("X-A", "v")).join();

    assertThat(recorder.last().headers().first("X-A")).isEqualTo("v");
  }
}
