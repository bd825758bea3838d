package io.boto4j.http;

/** The state of the connection that carried a request, at the time the request was sent. */
public enum ConnectionUse {
  /** The connection was opened for the request. */
  NEW,
  /** The connection was open already and had carried earlier requests. */
  REUSED,
  /** The transport does not report it. */
  UNKNOWN
}
