package io.boto4j.internal.call;

import io.boto4j.http.Headers;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.text.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the time that is signed when a service refused a signature and its own clock shows
 * another time; services take signatures of within 5 or 15 minutes.
 *
 * <p>The answer's Date may come from anyone on the way, where there is no TLS. A signature for a
 * time far ahead could be kept and used then, so a difference of more than a week is not believed.
 */
final class ClockSkew {
  private static final Duration LEAST = Duration.ofMinutes(4);
  private static final Duration MOST = Duration.ofDays(7);

  private final Clock sessionClock;
  private final SignRequest signRequest;

  ClockSkew(Clock sessionClock, SignRequest signRequest) {
    this.sessionClock = sessionClock;
    this.signRequest = signRequest;
  }

  /**
   * Corrects the clock if it may have been the reason.
   *
   * @param answer an error
   * @param code its code
   * @param used the clock that was signed by; another call may have corrected it since
   * @return whether signatures are of another time from now on
   */
  boolean correct(WireResponse answer, String code, Clock used) {
    if (!mayBeForTime(answer, code)) {
      return false;
    }
    Instant theirs = date(answer.headers());
    if (theirs == null || Duration.between(used.instant(), theirs).abs().compareTo(LEAST) < 0) {
      return false;
    }
    Duration skew = Duration.between(sessionClock.instant(), theirs);
    if (skew.abs().compareTo(MOST) > 0) {
      return false;
    }
    signRequest.clock(Clock.offset(sessionClock, skew));
    return true;
  }

  /** The answer to a HEAD says only that it is forbidden. */
  private static boolean mayBeForTime(WireResponse answer, String code) {
    return switch (code) {
      case "RequestTimeTooSkewed",
          "RequestExpired",
          "RequestInTheFuture",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "AuthFailure" ->
          true;
      default -> answer.statusCode() == 403 && answer.body().length == 0;
    };
  }

  /** Null unless there is one Date, in the form that HTTP has for it. */
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
