package io.boto4j.reference.example;

/** The values of a call as literals of a language. */
interface Literals {
  /** Returns a value as source. */
  Layout of(Value value);

  /** Returns the input of a call as the source of one expression or of its arguments. */
  static String quoted(String text, char quote, String alsoEscaped) {
    StringBuilder source = new StringBuilder(text.length() + 8).append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> source.append("\\n");
        case '\r' -> source.append("\\r");
        case '\t' -> source.append("\\t");
        case '\\' -> source.append("\\\\");
        default -> {
          if (c < ' ' || (c >= 0x7f && c < 0xa0) || Character.isSurrogate(c) || isInvisible(c)) {
            source.append(String.format("\\u%04x", (int) c));
          } else {
            source.append(c == quote || alsoEscaped.indexOf(c) >= 0 ? "\\" : "").append(c);
          }
        }
      }
    }
    return source.append(quote).toString();
  }

  private static boolean isInvisible(char c) {
    return Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }
}
