package io.boto4j.model.codec;

/**
 * The limit that all readers have on what is built from a document.
 *
 * <p>A few bytes of a document can become many in the heap: {@code {"N":"1"},} has 10, and becomes
 * an object, a String and a slot in a list. A reader therefore counts what is built, and fails
 * before it takes more than half of the heap. The reader itself counts texts and generic values;
 * whoever builds other objects {@linkplain #charge charges} them. The sizes are estimates for a
 * 64-bit JVM, rounded up.
 */
public abstract sealed class DocumentReader permits JsonReader, XmlReader, CborReader {
  /** The bytes of a list without elements. */
  public static final int LIST_SIZE = 48;

  /** The bytes that an element adds to a list, including a number as its value. */
  public static final int ELEMENT_SIZE = 40;

  /** The bytes of a map without entries. */
  public static final int MAP_SIZE = 96;

  /** The bytes that an entry adds to a map, including a number as its value. */
  public static final int ENTRY_SIZE = 80;

  /** The bytes of a structure without members. */
  public static final int STRUCTURE_SIZE = 40;

  /** The bytes that a member adds to a structure, including most numbers as its value. */
  public static final int SLOT_SIZE = 8;

  private static final int TEXT_SIZE = 48;

  /** How many times a text occupies its bytes while it is decoded. */
  private static final int DECODING = 4;

  private long left = Runtime.getRuntime().maxMemory() / 2;

  DocumentReader() {}

  /**
   * Counts an object that is built from the document.
   *
   * @param bytes the bytes that it takes in the heap, without what it refers to
   * @throws RuntimeException the exception of the reader, if the values that were built take more
   *     than half of the heap
   */
  public final void charge(long bytes) {
    left -= bytes;
    if (left < 0) {
      throw tooLarge(
          "The values in the document take more than "
              + Runtime.getRuntime().maxMemory() / 2
              + " bytes, half of the heap");
    }
  }

  /** Counts a text or bytes that are copied as they are. */
  final void chargePlain(long length) {
    charge(TEXT_SIZE + length);
  }

  /** Counts a text that must be decoded. */
  final void chargeDecoded(long length) {
    charge(TEXT_SIZE + DECODING * length);
  }

  /** Returns the exception of this format, with the position of the reader. */
  abstract RuntimeException tooLarge(String message);
}
