package io.boto4j.benchmarks.structure;

/** Counts the lines of a source file that contain a comment and no code. */
final class CommentLines {
  private static final String TEXT_BLOCK = "\"\"\"";

  private final String text;
  private int position;
  private boolean hasCode;
  private boolean hasComment;
  private int count;

  private CommentLines(String text) {
    this.text = text;
  }

  static int count(String text) {
    CommentLines lines = new CommentLines(text);
    lines.scan();
    return lines.count;
  }

  private void scan() {
    while (position < text.length()) {
      if (at("/*")) {
        comment("*/");
      } else if (at("//")) {
        comment("\n");
      } else if (at(TEXT_BLOCK)) {
        literal(TEXT_BLOCK);
      } else if (at("\"") || at("'")) {
        literal(text.substring(position, position + 1));
      } else {
        hasCode |= !Character.isWhitespace(text.charAt(position));
        step(1);
      }
    }
    endLine();
  }

  /** Steps over a comment; a line's end is left, as it is not a part of the comment. */
  private void comment(String end) {
    hasComment = true;
    step(2);
    while (position < text.length() && !at(end)) {
      hasComment |= !Character.isWhitespace(text.charAt(position));
      step(1);
    }
    if (end.equals("*/")) {
      hasComment = true;
      step(end.length());
    }
  }

  private void literal(String quote) {
    hasCode = true;
    step(quote.length());
    while (position < text.length() && !at(quote)) {
      step(at("\\") ? 2 : 1);
      hasCode = true;
    }
    step(quote.length());
  }

  private boolean at(String expected) {
    return text.startsWith(expected, position);
  }

  private void step(int characters) {
    for (int i = 0; i < characters && position < text.length(); i++) {
      if (text.charAt(position++) == '\n') {
        endLine();
      }
    }
  }

  private void endLine() {
    count += hasComment && !hasCode ? 1 : 0;
    hasCode = false;
    hasComment = false;
  }
}
