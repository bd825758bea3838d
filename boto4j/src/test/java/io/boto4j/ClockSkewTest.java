package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.Attempt.Decision;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request whose signature is refused for its time is signed again by the service's clock. */
final class ClockSkewTest {
  /** The session's clock shows 04:05:06. */
  private static final String AN_HOUR_LATER = "Tue, 03 Feb 2026 05:05:06 GMT";

  private final Recorder recorder = new Recorder();
  private final List<Duration> delays = new ArrayList<>();
  private final Session session = Sessions.with(recorder).sleeper(delays::add).build();
  private final Client kms = session.client("kms");

  private static String refusal(String code) {
    return "{\"__type\": \"" + code + "\", \"message\": \"Signature expired\"}";
  }

  /** A service that refuses signatures that are more than an hour off. */
  private static HttpTransport server(String hour, String code, String date) {
    return request ->
        request.headers().first("X-Amz-Date").startsWith(hour)
            ? Recorder.response(200, "{}")
            : Recorder.response(403, code.isEmpty() ? "" : refusal(code), "Date", date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RequestTimeTooSkewed",
        "RequestExpired",
        "RequestInTheFuture",
        "InvalidSignatureException",
        "SignatureDoesNotMatch",
        "AuthFailure",
        "",
      })
  void refusedForTime_isSignedAgainByTheirClock(String code) {
    recorder.answer(server("20260203T05", code, AN_HOUR_LATER));

    Response response = kms.call("ListKeys");

    assertThat(recorder.last().headers().first("X-Amz-Date")).isEqualTo("20260203T050506Z");
    Attempt first = response.metadata().attempts().get(0);
    assertThat(first.decision()).isEqualTo(Decision.CLOCK_CORRECTED);
    assertThat(first.toString()).contains("CLOCK_CORRECTED");
    assertThat(response.metadata().attempts()).hasSize(2);
    assertThat(delays).isEmpty();
  }

  @Test
  void correction_isRememberedByTheClientAndNotByOthers() {
    recorder.answer(server("20260203T05", "RequestExpired", AN_HOUR_LATER));
    kms.call("ListKeys");

    assertThat(kms.call("ListKeys").metadata().attempts()).hasSize(1);
    assertThat(kms.presign("ListKeys", Map.of()).toString()).contains("X-Amz-Date=20260203T0505");
    assertThat(session.client("kms").call("ListKeys").metadata().attempts()).hasSize(2);
  }

  @Test
  void correction_isUndoneWhenTheirClockIsOursAgain() {
    recorder.answer(server("20260203T05", "RequestExpired", AN_HOUR_LATER));
    kms.call("ListKeys");
    recorder.answer(server("20260203T04", "RequestExpired", "Tue, 03 Feb 2026 04:05:06 GMT"));

    assertThat(kms.call("ListKeys").metadata().attempts()).hasSize(2);
    assertThat(recorder.last().headers().first("X-Amz-Date")).isEqualTo("20260203T040506Z");
  }

  @Test
  void correction_thatDoesNotHelp_isMadeOnceAndReported() {
    recorder.answer(403, refusal("RequestTimeTooSkewed"), "Date", AN_HOUR_LATER);

    ServiceException e = catchThrowableOfType(ServiceException.class, () -> kms.call("ListKeys"));

    assertThat(recorder.requests()).hasSize(2);
    assertThat(e.code()).isEqualTo("RequestTimeTooSkewed");
    assertThat(e.attempts().get(0).decision()).isEqualTo(Decision.CLOCK_CORRECTED);
    assertThat(e.attempts().get(1).decision()).isEqualTo(Decision.NOT_RETRYABLE);
  }

  @Test
  void correction_withoutAnAttemptLeft_helpsTheNextCall() {
    recorder.answer(server("20260203T05", "RequestExpired", AN_HOUR_LATER));

    assertThatThrownBy(() -> kms.call("ListKeys", Map.of(), o -> o.maxAttempts(1)))
        .isInstanceOf(ServiceException.class);

    assertThat(kms.call("ListKeys").metadata().attempts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'Tue, 03 Feb 2026 04:09:05 GMT'", // below four minutes
    "'Tue, 03 Feb 2026 04:01:07 GMT'",
    "'Thu, 01 Jan 1970 00:00:00 GMT'", // ignored
    "'Fri, 31 Dec 9999 23:59:59 GMT'",
    "'Wed, 11 Feb 2026 04:05:06 GMT'",
    "yesterday",
    "''",
    "1770095106",
    "2026-02-03T05:05:06Z",
    "'Tue, 03 Feb 2026 25:05:06 GMT'",
    "'Tue, 03 Foo 2026 05:05:06 GMT'",
  })
  void date_closeOrHostile_isNotTaken(String date) {
    recorder.answer(403, refusal("SignatureDoesNotMatch"), "Date", date);

    ServiceException e = catchThrowableOfType(ServiceException.class, () -> kms.call("ListKeys"));

    assertThat(recorder.requests()).hasSize(1);
    assertThat(e.attempts().get(0).decision()).isEqualTo(Decision.NOT_RETRYABLE);
    recorder.answer(200, "{}");
    kms.call("ListKeys");
    assertThat(recorder.last().headers().first("X-Amz-Date")).isEqualTo("20260203T040506Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tue, 03 Feb 2026 04:09:06 GMT",
        "Tue, 03 Feb 2026 04:01:06 GMT",
        "Tue, 10 Feb 2026 04:05:06 GMT",
        "Tue, 27 Jan 2026 04:05:06 GMT"
      })
  void date_atTheBounds_isTaken(String date) {
    recorder.answer(403, refusal("RequestExpired"), "Date", date);

    assertThatThrownBy(() -> kms.call("ListKeys")).isInstanceOf(ServiceException.class);

    assertThat(recorder.requests()).hasSize(2);
  }

  @Test
  void date_missingOrTwice_isNotTaken() {
    recorder.answer(403, refusal("RequestExpired"));
    assertThatThrownBy(() -> kms.call("ListKeys")).isInstanceOf(ServiceException.class);
    recorder.answer(403, refusal("RequestExpired"), "Date", AN_HOUR_LATER, "Date", AN_HOUR_LATER);
    assertThatThrownBy(() -> kms.call("ListKeys")).isInstanceOf(ServiceException.class);

    assertThat(recorder.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccessDeniedException", "UnrecognizedClientException"})
  void error_ofAnotherKind_isNotForTheTime(String code) {
    recorder.answer(403, refusal(code), "Date", AN_HOUR_LATER);

    assertThatThrownBy(() -> kms.call("ListKeys")).isInstanceOf(ServiceException.class);

    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  void head_forbiddenWithoutABody_isSignedAgain() {
    recorder.answer(
        request ->
            request.headers().first("X-Amz-Date").startsWith("20260203T05")
                ? Recorder.response(200, "")
                : Recorder.response(403, "", "Date", AN_HOUR_LATER));

    session.client("s3").call("HeadObject", Map.of("Bucket", "bucket", "Key", "k"));

    assertThat(recorder.requests()).hasSize(2);
  }
}
