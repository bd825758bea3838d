package io.boto4j.error;

import io.boto4j.Structure;

/**
 * A waiter waited in vain: boto3's {@code WaiterError}.
 *
 * <p>Either what was waited for cannot come any more, or the service answered with an error the
 * waiter does not know, or time ran out.
 */
public final class WaiterException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The waiter, as {@code TableExists}. */
  private final String name;

  /** Why it ended. */
  private final String reason;

  private final transient Structure lastResponse;

  /**
   * Makes an exception with boto3's text.
   *
   * @param name the waiter, as {@code TableExists}
   * @param reason why it ended
   * @param lastResponse the last answer, or the last error's
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
   * @return as {@code TableExists}
   */
  public String name() {
    return name;
  }

  /**
   * Why it ended.
   *
   * @return boto3's words, as {@code Max attempts exceeded}
   */
  public String reason() {
    return reason;
  }

  /**
   * The last answer.
   *
   * @return a {@link io.boto4j.Response}, or where the service answered with an error, that error's
   *     response, with {@code Error}
   */
  public Structure lastResponse() {
    return lastResponse;
  }
}
