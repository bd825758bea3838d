package io.boto4j.conformance;

/** A fault between client and server, in a phase of the exchange. */
enum Fault {
  REQUEST_RESET_AFTER_HEAD("request head", false, false),
  REQUEST_RESET_WITHIN_BODY("request body", false, false),
  REQUEST_CLOSED_WITHIN_BODY("request body", false, false),
  REQUEST_BLACK_HOLE("request body", false, true),
  RESPONSE_500("response head", false, false),
  RESPONSE_503("response head", false, false),
  RESPONSE_429("response head", false, false),
  RESPONSE_CLOSED_BEFORE_HEAD("response head", false, false),
  RESPONSE_RESET_BEFORE_HEAD("response head", false, false),
  RESPONSE_BLACK_HOLE_BEFORE_HEAD("response head", false, true),
  RESPONSE_CLOSED_WITHIN_HEAD("response head", true, false),
  RESPONSE_HEAD_TRICKLES("response head", true, true),
  RESPONSE_HEAD_GARBLED("response head", false, false),
  RESPONSE_CLOSED_WITHIN_BODY("response body", true, false),
  RESPONSE_RESET_WITHIN_BODY("response body", true, false),
  RESPONSE_BLACK_HOLE_WITHIN_BODY("response body", true, true),
  RESPONSE_BODY_GARBLED("response body", true, false),
  RESPONSE_LENGTH_TOO_SHORT("response body", true, false),
  RESPONSE_LENGTH_TOO_LONG("response body", true, true),
  /** The pause is longer than the read timeout. */
  RESPONSE_BODY_PAUSES_TOO_LONG("response body", true, true),
  /** Must not make a client fail. */
  RESPONSE_LATE("response head", true, false),
  /** Must not make a client fail. */
  RESPONSE_TWICE("response body", true, false),
  /** Must not make a client fail. */
  RESPONSE_BODY_TRICKLES("response body", true, false),
  /** Must not make a client fail: the pause is shorter than the read timeout. */
  RESPONSE_BODY_PAUSES("response body", true, false);

  private final String phase;
  private final boolean afterSuccess;
  private final boolean slow;

  Fault(String phase, boolean afterSuccess, boolean slow) {
    this.phase = phase;
    this.afterSuccess = afterSuccess;
    this.slow = slow;
  }

  String phase() {
    return phase;
  }

  /** Returns whether the client has by then seen that the request was carried out. */
  boolean afterSuccess() {
    return afterSuccess;
  }

  /** Returns whether a client detects the fault only by its timeout. */
  boolean slow() {
    return slow;
  }

  /** Returns whether it must not make a client fail. */
  boolean harmless() {
    return switch (this) {
      case RESPONSE_LATE, RESPONSE_TWICE, RESPONSE_BODY_TRICKLES, RESPONSE_BODY_PAUSES -> true;
      default -> false;
    };
  }
}
