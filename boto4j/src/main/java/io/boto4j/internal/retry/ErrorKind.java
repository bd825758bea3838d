package io.boto4j.internal.retry;

/** What an error says of another attempt. */
public enum ErrorKind {
  /** It would fail again. */
  FINAL,
  /** It may well succeed. */
  TRANSIENT,
  /** It may succeed once the service has less to do. */
  THROTTLING
}
