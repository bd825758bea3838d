package io.boto4j.reference.example;

/** The lines of a program while it is written. */
final class Source {
  private final StringBuilder text = new StringBuilder();
  private final int step;
  private int indent;

  /**
   * @param step the indentation of a block
   */
  Source(int step) {
    this.step = step;
  }

  Source line(String line) {
    text.append(" ".repeat(line.isEmpty() ? 0 : indent)).append(line).append('\n');
    return this;
  }

  /** Adds a line that begins a block. */
  Source open(String line) {
    line(line);
    indent += step;
    return this;
  }

  /** Ends a block; an empty line has no closing bracket. */
  Source close(String line) {
    indent -= step;
    return line.isEmpty() ? this : line(line);
  }

  /** Adds a statement that is broken into lines where it is too long. */
  Source statement(String before, Layout expression, String after) {
    text.append(" ".repeat(indent)).append(before);
    expression.print(text, indent, after.length());
    text.append(after).append('\n');
    return this;
  }

  /** Whether a statement is short enough for one line. */
  static boolean fits(int indent, String before, Layout expression, String after) {
    int columns = indent + before.length() + expression.flat().length() + after.length();
    return columns <= Layout.WIDTH;
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing();
  }
}
