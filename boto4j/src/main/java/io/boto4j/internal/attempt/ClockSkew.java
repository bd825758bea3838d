package io.boto4j.internal.attempt;

import io.boto4j.http.Headers;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.text.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the signing clock when a service rejects a signature and its own clock shows another
 * time. Services accept signatures that are at most 5 or 15 minutes old.
 *
 * <p>Without TLS, anyone on the way may have written the Date of the response. A signature for a
 * time far ahead could be kept and used then, so a difference of more than a week is ignored.
 */
final class ClockSkew {
  private static final Duration LEAST = Duration.ofMinutes(4);
  private static final Duration MOST = Duration.ofDays(7);

  private final Clock ofSession;

  /** The clock that signatures are made by. */
  private volatile Clock current;

  ClockSkew(Clock ofSession) {
    this.ofSession = ofSession;
    this.current = ofSession;
  }

  Clock current() {
    return current;
  }

  /** Returns to the clock of the session. */
  void forget() {
    current = ofSession;
  }

  /**
   * Corrects the clock if it may have been the reason for an error.
   *
   * @param response the error response
   * @param code the error code
   * @param used the clock the request was signed by; another call may have corrected it since
   * @return whether the clock was corrected
   */
  boolean correct(WireResponse response, String code, Clock used) {
    if (!mayBeForTime(response, code)) {
      return false;
    }
    Instant theirs = date(response.headers());
    if (theirs == null || Duration.between(used.instant(), theirs).abs().compareTo(LEAST) < 0) {
      return false;
    }
    Duration skew = Duration.between(ofSession.instant(), theirs);
    if (skew.abs().compareTo(MOST) > 0) {
      return false;
    }
    current = Clock.offset(ofSession, skew);
    return true;
  }

  /** The response to a HEAD request has no code in its body, only status 403. */
  private static boolean mayBeForTime(WireResponse response, String code) {
    return switch (code) {
      case "RequestTimeTooSkewed",
          "RequestExpired",
          "RequestInTheFuture",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "AuthFailure" ->
          true;
      default -> response.statusCode() == 403 && response.body().length == 0;
    };
  }

  /** Returns null unless there is exactly one Date, in the form that HTTP requires. */
  private static @Nullable Instant date(Headers headers) {
    String date = headers.first("Date");
    if (date == null || !date.endsWith(" GMT") || headers.all("Date").size() > 1) {
      return null;
    }
    try {
      return Timestamps.parse(date);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
