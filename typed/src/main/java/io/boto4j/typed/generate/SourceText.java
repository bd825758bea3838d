package io.boto4j.typed.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text of one source file, written line by line: two spaces per block, at most 100 columns
 * where a line can be broken, and the imports that the lines use.
 */
final class SourceText {
  private static final int COLUMNS = 100;

  private final StringBuilder body = new StringBuilder();
  private final Set<String> imports = new TreeSet<>();
  private int depth;

  /** Returns the simple name of a class, and imports it. */
  String use(String className) {
    if (!className.startsWith("java.lang.")) {
      imports.add(className);
    }
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** Writes a line; one that ends in a brace opens a block. */
  SourceText line(String line) {
    if (line.startsWith("}")) {
      depth--;
    }
    wrapped(line, "    ");
    if (line.endsWith("{")) {
      depth++;
    }
    return this;
  }

  SourceText blank() {
    body.append('\n');
    return this;
  }

  /**
   * Writes a Javadoc comment of paragraphs and tags.
   *
   * @param lines paragraphs, then tags that begin with an at sign
   */
  SourceText javadoc(List<String> lines) {
    if (lines.size() == 1 && lines.get(0).length() + 2 * depth + 7 <= COLUMNS) {
      return line("/** " + lines.get(0) + " */");
    }
    line("/**");
    boolean tagged = false;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i);
      boolean tag = text.startsWith("@");
      if (i > 0 && !(tag && tagged)) {
        line(" *");
      }
      tagged = tag;
      comment(i > 0 && !tag ? "<p>" + text : text, tag ? " *     " : " * ");
    }
    return line(" */");
  }

  private void comment(String text, String next) {
    String margin = " * ";
    int start = 0;
    while (start < text.length()) {
      int end = start + COLUMNS - 2 * depth - margin.length();
      if (end >= text.length()) {
        end = text.length();
      } else {
        int space = text.lastIndexOf(' ', end);
        space = space <= start ? text.indexOf(' ', end) : space;
        end = space < 0 ? text.length() : space;
      }
      indent().append(margin).append(text, start, end).append('\n');
      margin = next;
      start = end + 1;
    }
  }

  private void wrapped(String line, String continuation) {
    String rest = line;
    String margin = "";
    while (true) {
      int most = COLUMNS - 2 * depth - margin.length();
      int end = rest.length() <= most ? rest.length() : bestBreak(rest, most, continuation);
      indent().append(margin).append(rest, 0, end);
      trimEnd();
      body.append('\n');
      if (end == rest.length()) {
        return;
      }
      rest = rest.substring(end).stripLeading();
      margin = continuation;
    }
  }

  /**
   * The equals sign or first bracket after which the rest fits into one line; else the last break
   * that fits.
   */
  private int bestBreak(String line, int most, String continuation) {
    int room = COLUMNS - 2 * depth - continuation.length();
    int equals = line.indexOf(" = ") + 3;
    int quote = line.indexOf('"');
    if (equals > 3 && (quote < 0 || equals <= quote) && line.length() - equals <= room) {
      return equals;
    }
    int bracket = line.indexOf('(');
    while (bracket > 0 && bracket < most && (quote < 0 || bracket < quote)) {
      if (line.length() - bracket - 1 <= room && line.charAt(bracket + 1) != ')') {
        return bracket + 1;
      }
      bracket = line.indexOf('(', bracket + 1);
    }
    return lastBreak(line, most);
  }

  /** The last place where Java may be broken, outside of literals; else the end. */
  private static int lastBreak(String line, int most) {
    boolean literal = false;
    int best = line.length();
    for (int i = 0; i < line.length() && (i <= most || best == line.length()); i++) {
      char c = line.charAt(i);
      if (!literal && i > 0 && isBreak(line, i)) {
        best = i;
      }
      if (c == '"') {
        literal = !literal;
      } else if (c == '\\') {
        i++;
      }
    }
    return best;
  }

  private static boolean isBreak(String line, int i) {
    char before = line.charAt(i - 1);
    char here = line.charAt(i);
    return (before == '(' && here != ')')
        || (before == ' ' && i > 1 && line.charAt(i - 2) == ',' && !inTypeArguments(line, i))
        || (here == '.' && before == ')')
        || (before == ' '
            && (here == '?' || here == ':' || here == '+')
            && !inTypeArguments(line, i))
        || line.startsWith("implements ", i);
  }

  private static boolean inTypeArguments(String line, int i) {
    int open = 0;
    for (int j = 0; j < i; j++) {
      open += line.charAt(j) == '<' ? 1 : line.charAt(j) == '>' ? -1 : 0;
    }
    return open > 0;
  }

  private StringBuilder indent() {
    return body.append("  ".repeat(depth));
  }

  private void trimEnd() {
    while (body.charAt(body.length() - 1) == ' ') {
      body.setLength(body.length() - 1);
    }
  }

  /** Returns the file, which begins with comments. */
  String file(String header, String packageName) {
    List<String> lines = new ArrayList<>();
    lines.add(header);
    lines.add("package " + packageName + ";\n");
    for (String each : imports) {
      lines.add("import " + each + ";");
    }
    if (!imports.isEmpty()) {
      lines.add("");
    }
    return String.join("\n", lines) + "\n" + body;
  }

  /** Adds a text as line comments of at most 100 columns. */
  static void comment(String text, List<String> lines) {
    String rest = text;
    String margin = "// ";
    while (rest.length() > COLUMNS - margin.length() && rest.indexOf(' ') > 0) {
      int space = rest.lastIndexOf(' ', COLUMNS - margin.length());
      space = space < 0 ? rest.indexOf(' ') : space;
      lines.add(margin + rest.substring(0, space));
      rest = rest.substring(space + 1);
      margin = "//     ";
    }
    lines.add(margin + rest);
  }

  /** Returns a string literal, in ASCII. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        literal.append(c);
      } else if (c < 0x80) {
        // Not a Unicode escape, which javac would replace by a line break before it reads literals.
        literal.append('\\').append(Integer.toOctalString(01000 | c).substring(1));
      } else {
        literal.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
      }
    }
    return literal.append('"').toString();
  }
}
