package io.boto4j.internal.attempt;

import java.time.Clock;

/**
 * The clock that signatures of one client are made by: the session's, until a service shows that
 * its own time is another. Thread-safe.
 */
final class SigningClock {
  private final Clock ofSession;
  private volatile Clock current;

  SigningClock(Clock ofSession) {
    this.ofSession = ofSession;
    this.current = ofSession;
  }

  /** Returns the clock to sign by now. Another call may correct it at any time. */
  Clock current() {
    return current;
  }

  Clock ofSession() {
    return ofSession;
  }

  /** Sets the clock that later signatures are made by. */
  void correct(Clock corrected) {
    current = corrected;
  }
}
