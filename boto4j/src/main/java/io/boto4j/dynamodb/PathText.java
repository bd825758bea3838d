package io.boto4j.dynamodb;

import java.util.ArrayList;
import java.util.List;

/** Document paths: names separated by dots, and indexes in brackets. */
final class PathText {
  private PathText() {}

  /**
   * Splits a path such as {@code a.b[0].c}.
   *
   * @return strings for names, {@code Integer}s for indexes
   * @throws IllegalArgumentException if the path is malformed
   */
  static List<Object> split(String path) {
    List<Object> parts = new ArrayList<>(2);
    int at = 0;
    while (true) {
      int end = at;
      while (end < path.length() && ".[]".indexOf(path.charAt(end)) < 0) {
        end++;
      }
      if (end == at) {
        throw malformed(path, "a name is missing at position " + at);
      }
      parts.add(path.substring(at, end));
      at = end;
      while (at < path.length() && path.charAt(at) == '[') {
        int close = path.indexOf(']', at);
        parts.add(index(path, at + 1, close));
        at = close + 1;
      }
      if (at == path.length()) {
        return parts;
      }
      if (path.charAt(at) != '.') {
        throw malformed(path, "a dot is missing at position " + at);
      }
      at++;
    }
  }

  private static Integer index(String path, int start, int end) {
    int index = 0;
    for (int i = start; i < end; i++) {
      int digit = path.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i - start > 8) {
        throw malformed(path, "an index must be a number, at position " + start);
      }
      index = index * 10 + digit;
    }
    if (end <= start) {
      throw malformed(path, "an index must be a number, at position " + start);
    }
    return index;
  }

  private static IllegalArgumentException malformed(String path, String problem) {
    return new IllegalArgumentException(
        "Malformed path '"
            + path
            + "': "
            + problem
            + ". Attr.path(…) takes names that contain dots or brackets");
  }

  /** Checks the parts of a path that the caller split. */
  static List<Object> checked(Object... parts) {
    if (parts.length == 0 || !(parts[0] instanceof CharSequence)) {
      throw new IllegalArgumentException("A path begins with the name of an attribute");
    }
    List<Object> checked = new ArrayList<>(parts.length);
    for (Object part : parts) {
      if (part instanceof CharSequence name && name.length() > 0) {
        checked.add(name.toString());
      } else if (part instanceof Integer index && index >= 0) {
        checked.add(index);
      } else {
        throw new IllegalArgumentException(
            "A path consists of names and indexes from 0, not " + part);
      }
    }
    return checked;
  }

  static String text(List<Object> parts) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      if (part instanceof Integer) {
        text.append('[').append(part).append(']');
      } else {
        text.append(text.length() == 0 ? "" : ".").append(part);
      }
    }
    return text.toString();
  }
}
