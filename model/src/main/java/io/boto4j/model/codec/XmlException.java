package io.boto4j.model.codec;

/**
 * Thrown when a text is not the expected XML, or when a value cannot be represented in XML.
 *
 * <p>The message has what was expected, and the offset. It quotes nothing of the input, since
 * documents can contain secrets.
 */
public final class XmlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The offset of the error, in bytes from the beginning of the document. */
  private final int offset;

  XmlException(String message, int offset) {
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
