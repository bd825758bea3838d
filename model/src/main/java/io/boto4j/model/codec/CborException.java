package io.boto4j.model.codec;

/**
 * Says that bytes are not the CBOR that was expected.
 *
 * <p>The message names what was expected, what kind of thing was seen and where. Of the input it
 * quotes nothing, since documents carry secrets.
 */
public final class CborException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where the document went wrong, counted from its first byte. */
  private final int offset;

  CborException(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /**
   * Returns where the document went wrong.
   *
   * @return bytes from the beginning of the document
   */
  public int offset() {
    return offset;
  }
}
