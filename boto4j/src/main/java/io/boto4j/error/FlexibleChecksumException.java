package io.boto4j.error;

/**
 * A checksum does not fit the bytes it came with, or is of an algorithm that is not known.
 * botocore's {@code FlexibleChecksumError}.
 *
 * <p>Where an answer's checksum does not fit, its bytes were changed on the way: throw away what
 * was read. Making the call again may well bring them whole.
 */
public final class FlexibleChecksumException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what was expected, and what was seen
   */
  public FlexibleChecksumException(String message) {
    super(message);
  }
}
