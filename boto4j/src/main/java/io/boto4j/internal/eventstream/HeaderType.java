package io.boto4j.internal.eventstream;

/** The numbers of the ten types of headers, and the limits of a frame. */
final class HeaderType {
  static final int TRUE = 0;
  static final int FALSE = 1;
  static final int BYTE = 2;
  static final int SHORT = 3;
  static final int INTEGER = 4;
  static final int LONG = 5;
  static final int BYTES = 6;
  static final int STRING = 7;
  static final int TIMESTAMP = 8;
  static final int UUID = 9;

  /** The size of the prelude: total length, length of the headers, checksum of both. */
  static final int PRELUDE = 12;

  static final int CHECKSUM = 4;
  static final int MAX_HEADERS = 128 * 1024;
  static final int MAX_PAYLOAD = 24 * 1024 * 1024;
  static final int MAX_NAME = 255;
  static final int MAX_VALUE = 32 * 1024 - 1;

  private HeaderType() {}
}
