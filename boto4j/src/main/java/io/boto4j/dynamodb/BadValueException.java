package io.boto4j.dynamodb;

import java.util.ArrayDeque;
import java.util.Deque;

/** A value that DynamoDB cannot store, with its place, which is completed on the way up. */
final class BadValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Deque<String> place = new ArrayDeque<>();

  BadValueException(String problem) {
    super(problem, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
  }

  /** Adds an attribute name in front of the place. */
  BadValueException in(String name) {
    place.addFirst(place.isEmpty() || place.peekFirst().startsWith("[") ? name : name + ".");
    return this;
  }

  /** Adds an index in front of the place. */
  BadValueException at(int index) {
    place.addFirst(
        "[" + index + (place.isEmpty() || place.peekFirst().startsWith("[") ? "]" : "]."));
    return this;
  }

  IllegalArgumentException report() {
    StringBuilder text = new StringBuilder();
    for (String part : place) {
      text.append(part);
    }
    String where = text.length() == 0 ? "" : text + ": ";
    return new IllegalArgumentException(where + getMessage());
  }
}
