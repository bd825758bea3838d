package io.boto4j.local.wire;

/** Ends a request without a response: the door closes the connection. */
public final class ConnectionDropped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates it. */
  public ConnectionDropped() {
    super("The connection is dropped on purpose");
  }
}
