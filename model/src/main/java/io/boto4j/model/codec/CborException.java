package io.boto4j.model.codec;

/**
 * Thrown when bytes are not the expected CBOR.
 *
 * <p>The message has what was expected, the kind of item found, and its offset. It quotes nothing
 * of the input, since documents can contain secrets.
 */
public final class CborException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The offset of the error, in bytes from the beginning of the document. */
  private final int offset;

  CborException(String message, int offset) {
    super(message);
    this.offset = offset;
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
