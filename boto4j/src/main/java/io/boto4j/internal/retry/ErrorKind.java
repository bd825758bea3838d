package io.boto4j.internal.retry;

/** The kind of an error, which determines whether another attempt is worthwhile. */
public enum ErrorKind {
  /** Another attempt would fail as well. */
  FINAL,
  /** Another attempt may succeed. */
  TRANSIENT,
  /** Another attempt may succeed once the service has less load. */
  THROTTLING
}
