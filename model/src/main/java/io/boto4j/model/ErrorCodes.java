package io.boto4j.model;

import java.util.Arrays;

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

  /** Returns the numbers of all shapes that have a code, of which there is rarely more than one. */
  int[] shapesOf(String code) {
    int[] found = new int[0];
    for (int i = 0; i < codes.length; i++) {
      if (codes[i].equals(code)) {
        found = Arrays.copyOf(found, found.length + 1);
        found[found.length - 1] = shapes[i];
      }
    }
    return found;
  }

  boolean isEmpty() {
    return codes.length == 0;
  }
}
