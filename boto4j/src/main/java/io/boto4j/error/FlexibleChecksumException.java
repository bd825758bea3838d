package io.boto4j.error;

/**
 * Thrown when a checksum does not match its data, or its algorithm is unknown. botocore's {@code
 * FlexibleChecksumError}.
 *
 * <p>A response whose checksum does not match was corrupted in transit: discard what was read.
 * Repeating the call may succeed.
 */
public final class FlexibleChecksumException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was expected and what was received
   */
  public FlexibleChecksumException(String message) {
    super(message);
  }
}
