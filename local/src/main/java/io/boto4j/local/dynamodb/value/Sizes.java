package io.boto4j.local.dynamodb.value;

/** The limits on sizes, and the size of text. */
public final class Sizes {
  /** The most bytes of an item. */
  public static final int ITEM = 400 * 1024;

  /** The bytes at which a page of a query or scan ends. */
  public static final int PAGE = 1024 * 1024;

  /** The most bytes of the partition key. */
  public static final int PARTITION_KEY = 2048;

  /** The most bytes of the sort key. */
  public static final int SORT_KEY = 1024;

  private Sizes() {}

  /**
   * Returns the number of bytes of a text in UTF-8.
   *
   * @param text the text
   * @return the number of bytes
   */
  public static int utf8(String text) {
    int size = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // Two surrogates are one character of four bytes.
        size += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return size;
  }
}
