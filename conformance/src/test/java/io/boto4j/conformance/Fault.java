package io.boto4j.conformance;

/** A fault between client and server, in a phase of the exchange. */
enum Fault {
  REQUEST_RESET_AFTER_HEAD("request head", false, false),
  REQUEST_RESET_WITHIN_BODY("request body", false, false),
  REQUEST_CLOSED_WITHIN_BODY("request body", false, false),
  REQUEST_BLACK_HOLE("request body", false, true),
  ANSWER_500("answer head", false, false),
  ANSWER_503("answer head", false, false),
  ANSWER_429("answer head", false, false),
  ANSWER_CLOSED_BEFORE_HEAD("answer head", false, false),
  ANSWER_RESET_BEFORE_HEAD("answer head", false, false),
  ANSWER_BLACK_HOLE_BEFORE_HEAD("answer head", false, true),
  ANSWER_CLOSED_WITHIN_HEAD("answer head", false, false),
  ANSWER_HEAD_TRICKLES("answer head", false, true),
  ANSWER_HEAD_GARBLED("answer head", false, false),
  ANSWER_CLOSED_WITHIN_BODY("answer body", true, false),
  ANSWER_RESET_WITHIN_BODY("answer body", true, false),
  ANSWER_BLACK_HOLE_WITHIN_BODY("answer body", true, true),
  ANSWER_BODY_GARBLED("answer body", true, false),
  ANSWER_LENGTH_TOO_SHORT("answer body", true, false),
  ANSWER_LENGTH_TOO_LONG("answer body", true, true),
  /** Must not make a client fail. */ ANSWER_TWICE("answer body", true, false),
  /** Must not make a client fail. */ ANSWER_BODY_TRICKLES("answer body", true, false);

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

  boolean harmless() {
    return this == ANSWER_TWICE || this == ANSWER_BODY_TRICKLES;
  }
}
