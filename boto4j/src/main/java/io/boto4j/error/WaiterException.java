package io.boto4j.error;

import io.boto4j.Structure;

/**
 * Thrown when a waiter ends without success: boto3's {@code WaiterError}.
 *
 * <p>Either the expected state can no longer be reached, the service sent an error that the waiter
 * does not expect, or the attempts are used up.
 */
public final class WaiterException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The waiter, such as {@code TableExists}. */
  private final String name;

  /** The reason why the waiter ended. */
  private final String reason;

  private final transient Structure lastResponse;

  /**
   * Creates an exception with boto3's text.
   *
   * @param name the waiter, such as {@code TableExists}
   * @param reason the reason why the waiter ended
   * @param lastResponse the last response, which may be that of an error
   */
  public WaiterException(String name, String reason, Structure lastResponse) {
    super("Waiter " + name + " failed: " + reason);
    this.name = name;
    this.reason = reason;
    this.lastResponse = lastResponse;
  }

  /**
   * The waiter.
   *
   * @return the name, such as {@code TableExists}
   */
  public String name() {
    return name;
  }

  /**
   * The reason why the waiter ended.
   *
   * @return the reason in boto3's words, such as {@code Max attempts exceeded}
   */
  public String reason() {
    return reason;
  }

  /**
   * The last response.
   *
   * @return a {@link io.boto4j.Response}, or for an error response its {@code Structure}, with
   *     {@code Error}
   */
  public Structure lastResponse() {
    return lastResponse;
  }
}
