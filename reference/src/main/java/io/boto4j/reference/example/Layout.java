package io.boto4j.reference.example;

import java.util.List;

/**
 * A piece of source that is laid out in as few lines as fit the width: a group is on one line, or
 * has one item per line.
 */
sealed interface Layout {
  /** The number of columns of a line. */
  int WIDTH = 88;

  /** Returns the source on one line. */
  String flat();

  /**
   * Adds the source to a text.
   *
   * @param out the text so far, whose last line is continued
   * @param indent the indentation of the line
   * @param after the number of columns that must be free after the source
   */
  void print(StringBuilder out, int indent, int after);

  /** Source that is never broken. */
  record Atom(String text) implements Layout {
    @Override
    public String flat() {
      return text;
    }

    @Override
    public void print(StringBuilder out, int indent, int after) {
      out.append(text);
    }
  }

  /** A group with something before it, such as the name of a parameter. */
  record Labelled(String label, Layout value) implements Layout {
    @Override
    public String flat() {
      return label + value.flat();
    }

    @Override
    public void print(StringBuilder out, int indent, int after) {
      out.append(label);
      value.print(out, indent, after);
    }
  }

  /**
   * Items in brackets.
   *
   * @param open the bracket with what is before it, such as {@code Map.of(}
   * @param items the items
   * @param close the closing bracket
   * @param style how the group is broken into lines
   */
  record Group(String open, List<Layout> items, String close, Style style) implements Layout {
    @Override
    public String flat() {
      StringBuilder flat = new StringBuilder(open);
      for (int i = 0; i < items.size(); i++) {
        flat.append(i == 0 ? "" : ", ").append(items.get(i).flat());
      }
      return flat.append(close).toString();
    }

    @Override
    public void print(StringBuilder out, int indent, int after) {
      int column = out.length() - (out.lastIndexOf("\n") + 1);
      String flat = flat();
      if (items.isEmpty() || column + flat.length() + after <= WIDTH) {
        out.append(flat);
      } else if (items.size() == 1 && items.get(0) instanceof Group only) {
        out.append(open);
        only.print(out, indent, after + close.length());
        out.append(close);
      } else {
        out.append(open);
        printLines(out, indent, after);
      }
    }

    private void printLines(StringBuilder out, int indent, int after) {
      int inner = indent + style.step();
      for (int i = 0; i < items.size(); i++) {
        boolean last = i == items.size() - 1;
        out.append('\n').append(" ".repeat(inner));
        boolean closesHere = last && style.closesInLine();
        items.get(i).print(out, inner, closesHere ? after + close.length() : 1);
        out.append(last && !style.commaAtEnd() ? "" : ",");
      }
      if (!style.closesInLine()) {
        out.append('\n').append(" ".repeat(indent));
      }
      out.append(close);
    }
  }

  /**
   * How a group is broken into lines.
   *
   * @param step the further indentation of its items
   * @param closesInLine whether the closing bracket is in the line of the last item
   * @param commaAtEnd whether a comma follows the last item
   */
  record Style(int step, boolean closesInLine, boolean commaAtEnd) {}
}
