package io.boto4j.model.codec;

/**
 * Says that a text is not the XML that was expected, or that XML cannot say what is to be written.
 *
 * <p>The message names what was expected and where. Of the input it quotes nothing, since documents
 * carry secrets.
 */
public final class XmlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where the document went wrong, counted from its first byte. */
  private final int offset;

  XmlException(String message, int offset) {
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
