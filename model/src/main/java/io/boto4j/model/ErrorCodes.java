package io.boto4j.model;

/** Error shapes by the code a service sends. */
final class ErrorCodes {
  private final String[] codes;
  private final int[] shapes;

  ErrorCodes(String[] codes, int[] shapes) {
    this.codes = codes;
    this.shapes = shapes;
  }

  /** The number of the first shape that has a code, or −1. */
  int shapeOf(String code) {
    for (int i = 0; i < codes.length; i++) {
      if (codes[i].equals(code)) {
        return shapes[i];
      }
    }
    return -1;
  }
}
