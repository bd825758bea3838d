package io.boto4j.model.codec;

/**
 * Says that a text is not the JSON that was expected.
 *
 * <p>The message names what was expected, what was seen and where. Of the input it quotes one
 * character at most, since documents carry secrets.
 */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where the document went wrong, counted from its first byte. */
  private final int offset;

  private JsonException(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /** Declared as it is thrown, so that a cold process need not load it to verify the reader. */
  static RuntimeException of(String message, int offset) {
    return new JsonException(message, offset);
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
