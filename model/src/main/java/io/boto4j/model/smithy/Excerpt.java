package io.boto4j.model.smithy;

/** Shortens what a message quotes from a file. */
final class Excerpt {
  private static final int MAX = 200;

  private Excerpt() {}

  static String of(String text) {
    String start = text.length() <= MAX ? text : text.substring(0, MAX) + "…";
    StringBuilder printable = new StringBuilder(start.length());
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      printable.append(Character.isISOControl(c) ? '?' : c);
    }
    return printable.toString();
  }
}
