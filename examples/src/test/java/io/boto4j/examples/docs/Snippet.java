package io.boto4j.examples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Java block of a Markdown page.
 *
 * <p>A comment right above the block may say how to compile it, and is not shown to readers:
 *
 * <ul>
 *   <li>{@code <!-- java: String url = null; -->} – declarations that precede it
 *   <li>{@code <!-- java: members int count; -->} – it consists of members of a class, not of
 *       statements; further members may precede it
 *   <li>{@code <!-- java: skip, because … -->} – it is not compiled
 *   <li>{@code <!-- java: column 2 int count = 0; -->} – above a table: the code at the start of
 *       each cell of this column is a snippet
 * </ul>
 *
 * <p>A block that begins with an import is a whole file. Everything else is the body of a method,
 * which may use the fields of {@link SnippetContext}. Only <code>{ … }</code> may replace code that
 * is left out.
 *
 * @param page the page
 * @param line the line of the page above the first line of the block
 * @param directive the text of the comment, or empty
 * @param lines the lines of the block
 */
record Snippet(Path page, int line, String directive, List<String> lines) {
  private static final Pattern DIRECTIVE = Pattern.compile("<!-- java: (.*) -->");

  private static final Pattern COLUMN = Pattern.compile("<!-- java: column (\\d)(.*) -->");

  private static final String IMPORTS =
      "import static io.boto4j.dynamodb.Conditions.*; import io.boto4j.*; import"
          + " io.boto4j.credentials.*; import io.boto4j.dynamodb.*; import io.boto4j.error.*;"
          + " import io.boto4j.http.*; import io.boto4j.local.*; import io.boto4j.resource.*;"
          + " import io.boto4j.s3.*; import io.boto4j.testing.*; import io.boto4j.typed.*; import java.io.*; import"
          + " java.lang.System.Logger.Level; import java.math.*; import java.net.*; import"
          + " java.nio.channels.*; import java.nio.charset.*; import java.nio.file.*; import java.time.*; import java.util.*;"
          + " import java.util.concurrent.*; import java.util.function.*; import"
          + " java.util.stream.*; import org.jspecify.annotations.Nullable; ";

  /** Returns the Java blocks of a page. */
  static List<Snippet> of(Path page) throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    List<String> lines = Files.readAllLines(page);
    for (int i = 0; i < lines.size(); i++) {
      Matcher column = COLUMN.matcher(lines.get(i));
      if (column.matches()) {
        int last = Integer.parseInt(column.group(1));
        for (int row = i + 3; row < lines.size() && lines.get(row).startsWith("|"); row++) {
          String code = code(lines.get(row), last);
          if (code != null) {
            snippets.add(new Snippet(page, row, column.group(2), List.of(code)));
          }
        }
      } else if (lines.get(i).strip().equals("```java")) {
        int end = i + 1;
        while (!lines.get(end).strip().equals("```")) {
          end++;
        }
        Matcher above = DIRECTIVE.matcher(i == 0 ? "" : lines.get(i - 1).strip());
        String directive = above.matches() ? above.group(1) : "";
        snippets.add(new Snippet(page, i + 1, directive, lines.subList(i + 1, end)));
        i = end;
      }
    }
    return snippets;
  }

  /** Returns the code at the start of a cell as a statement, or null if it starts with no code. */
  private static @Nullable String code(String row, int column) {
    String cell = row.split("(?<!\\\\)\\|", -1)[column].strip();
    if (!cell.startsWith("`")) {
      return null;
    }
    String code = cell.substring(1, cell.indexOf('`', 1)).replace("\\|", "|");
    if (code.endsWith("}")) {
      return code;
    }
    return code.endsWith(")") ? code + ";" : "Object unused = " + code + ";";
  }

  boolean isSkipped() {
    return directive.startsWith("skip, because ");
  }

  /** Whether the block is a whole file, whose class keeps its name. */
  private boolean isFile() {
    return lines.get(0).startsWith("import ");
  }

  /**
   * Returns a source file. Its first line is what precedes the block, and so line n + 1 of the file
   * is line n of the block.
   */
  String source(String className) {
    String code = String.join("\n", lines).replace("{ … }", "{}");
    if (isFile()) {
      return "package snippets." + className.toLowerCase(Locale.ROOT) + ";\n" + code;
    }
    String start = IMPORTS + "class " + className + " extends " + SnippetContext.class.getName();
    return directive.startsWith("members")
        ? start + " { " + directive.substring("members".length()) + "\n" + code + "\n}"
        : start + " { void snippet() throws Exception { " + directive + "\n" + code + "\n}}";
  }

  /** Returns the place of a line of {@link #source}, such as {@code docs/testing.md:12}. */
  String place(long sourceLine) {
    Path root = Path.of("..").toAbsolutePath().normalize();
    return root.relativize(page.toAbsolutePath().normalize())
        + ":"
        + (line + Math.max(0, sourceLine - 1));
  }
}
