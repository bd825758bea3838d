package io.boto4j.model.codec;

/**
 * Thrown when a text is not the expected JSON.
 *
 * <p>The message has what was expected, what was found, and its offset. It quotes at most one
 * character of the input, since documents can contain secrets.
 */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The offset of the error, in bytes from the beginning of the document. */
  private final int offset;

  private JsonException(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /**
   * Creates the exception. The return type is a class of the JDK so that the verifier does not load
   * this class with the reader, in every cold start.
   */
  static RuntimeException of(String message, int offset) {
    return new JsonException(message, offset);
  }

  /**
   * Returns the offset of the error.
   *
   * @return the number of bytes from the beginning of the document
   */
  public int offset() {
    return offset;
  }
}
