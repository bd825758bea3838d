package io.boto4j.benchmarks.run;

import java.util.List;

/**
 * Rows below a header, as aligned text or Markdown. The first column is text, the others are
 * figures.
 */
public final class Table {
  private final List<List<String>> rows;

  /**
   * Creates a table.
   *
   * @param rows the rows, the header first, all of the same length
   */
  public Table(List<List<String>> rows) {
    this.rows = rows;
  }

  /**
   * Returns the table as aligned text.
   *
   * @return the lines
   */
  public String text() {
    int[] widths = widths();
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String blanks = " ".repeat(widths[i] - row.get(i).length());
        line.append("  ").append(i == 0 ? row.get(i) + blanks : blanks + row.get(i));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  /**
   * Returns the table as Markdown.
   *
   * @return the lines
   */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      out.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
      if (i == 0) {
        out.append("|---|").append("---:|".repeat(rows.get(0).size() - 1)).append('\n');
      }
    }
    return out.toString();
  }

  private int[] widths() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }
}
