package io.boto4j.conformance;

/** A fault on the way between a transfer and its store, or in what is transferred. */
enum TransferFault {
  NONE,
  /** The connection is reset at a random byte of the request. */
  REQUEST_RESET,
  /** A bit of the request's body is wrong. */
  REQUEST_GARBLED,
  /** The request is carried out, and the connection reset at a random byte of the response. */
  RESPONSE_RESET,
  /** The request is carried out, and the connection closed at a random byte of the response. */
  RESPONSE_TRUNCATED,
  /** A bit of an object is wrong in the response. */
  RESPONSE_GARBLED,
  /** The response stops at a random byte, until the client gives up. */
  RESPONSE_STALLS,
  /** The store is too busy. */
  STATUS_503,
  /** The store fails. */
  STATUS_500,
  /** The store fails after it has carried out the request. */
  STATUS_500_CARRIED_OUT,
  /** The store begins a good response with status 200, and ends it with an error. */
  COMPLETE_ERROR_IN_200,
  /** The object is replaced in the middle. */
  OBJECT_REPLACED,
  /** The file is written to in the middle. */
  SOURCE_CHANGED,
  /** The file is cut in the middle. */
  SOURCE_TRUNCATED,
  /** The file is replaced by another in the middle. */
  SOURCE_REPLACED,
  /** The file is deleted in the middle. */
  SOURCE_DELETED,
  /** The user cancels in the middle. */
  CANCELLED;

  /** Whether the fault is one of the connection or the store, and not of what is transferred. */
  boolean isOnTheWay() {
    return compareTo(NONE) > 0 && compareTo(OBJECT_REPLACED) < 0;
  }

  /** Whether the store has carried out a request that meets this fault. */
  boolean isAfterCarriedOut() {
    return switch (this) {
      case RESPONSE_RESET, RESPONSE_TRUNCATED, RESPONSE_STALLS, STATUS_500_CARRIED_OUT -> true;
      default -> false;
    };
  }
}
