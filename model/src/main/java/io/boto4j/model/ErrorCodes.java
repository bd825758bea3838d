package io.boto4j.model;

/** The error shapes of a service by the code that the service sends. */
final class ErrorCodes {
  private final String[] codes;
  private final int[] shapes;

  ErrorCodes(String[] codes, int[] shapes) {
    this.codes = codes;
    this.shapes = shapes;
  }

  /** Returns the number of the first shape that has a code, or −1. */
  int shapeOf(String code) {
    for (int i = 0; i < codes.length; i++) {
      if (codes[i].equals(code)) {
        return shapes[i];
      }
    }
    return -1;
  }
}
