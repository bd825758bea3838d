package io.boto4j.model.resource;

import io.boto4j.model.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parts of one line of a definition, from left to right. */
final class LineCursor {
  private final String text;
  private final @Nullable String reason;
  private final Function<String, ModelException> broken;
  private int position;

  /**
   * Creates a cursor at the start of a line.
   *
   * @param line the line
   * @param broken creates the exception for a problem
   */
  LineCursor(String line, Function<String, ModelException> broken) {
    int dash = line.indexOf(Notation.REASON);
    this.text = dash < 0 ? line : line.substring(0, dash).stripTrailing();
    this.reason = dash < 0 ? null : line.substring(dash + Notation.REASON.length()).strip();
    this.broken = broken;
  }

  @Nullable String reason() {
    return reason;
  }

  /** Returns the characters up to the next space. */
  String word() {
    skipSpaces();
    int start = position;
    while (position < text.length() && text.charAt(position) != ' ') {
      position++;
    }
    if (start == position) {
      throw broken.apply("the line ends too early: " + text);
    }
    return text.substring(start, position);
  }

  /** Returns a name: letters, digits and underscores. */
  String name() {
    skipSpaces();
    int start = position;
    while (position < text.length() && isNamePart(text.charAt(position))) {
      position++;
    }
    if (start == position) {
      throw broken.apply("a name is expected instead of \"" + text.substring(position) + "\"");
    }
    return text.substring(start, position);
  }

  List<Identifier> identifiers() {
    List<Identifier> identifiers = new ArrayList<>();
    for (String part : parenthesized()) {
      int tilde = part.indexOf('~');
      identifiers.add(
          tilde < 0
              ? new Identifier(part, null)
              : new Identifier(part.substring(0, tilde), part.substring(tilde + 1)));
    }
    return identifiers;
  }

  @Nullable String shape() {
    return accept(":") ? name() : null;
  }

  /** Reads a call, whose name is that of its operation if the line has no other. */
  ResourceCall call() {
    String name = name();
    String operation = accept("=") ? name() : name;
    List<Binding> parameters = startsWith("(") ? bindings() : List.of();
    ResourceResult result = accept("->") ? result() : null;
    String path = result == null ? path() : null;
    return new ResourceCall(name, operation, parameters, result, path, reason);
  }

  ResourceLink link() {
    String name = name();
    if (!accept("->")) {
      throw broken.apply("\"-> Type(…)\" is expected after " + name);
    }
    return new ResourceLink(name, result(), reason);
  }

  void end() {
    skipSpaces();
    if (position < text.length()) {
      throw broken.apply("unexpected \"" + text.substring(position) + "\"");
    }
  }

  private ResourceResult result() {
    String type = name();
    return new ResourceResult(type, bindings(), path());
  }

  private @Nullable String path() {
    if (!accept("@ ")) {
      return null;
    }
    String path = text.substring(position).strip();
    position = text.length();
    return path;
  }

  private List<Binding> bindings() {
    List<Binding> bindings = new ArrayList<>();
    for (String part : parenthesized()) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw broken.apply("\"Target=source\" is expected instead of \"" + part + "\"");
      }
      bindings.add(
          new Binding(part.substring(0, equals).strip(), source(part.substring(equals + 1))));
    }
    return bindings;
  }

  private Source source(String written) {
    String source = written.strip();
    if (source.equals("?")) {
      return new Source(Source.Kind.INPUT, "");
    }
    if (source.startsWith("id.")) {
      return new Source(Source.Kind.IDENTIFIER, source.substring(3));
    }
    if (source.startsWith("data:")) {
      return new Source(Source.Kind.DATA, source.substring(5));
    }
    if (source.startsWith("resp:")) {
      return new Source(Source.Kind.RESPONSE, source.substring(5));
    }
    if (source.startsWith("req:")) {
      return new Source(Source.Kind.REQUEST, source.substring(4));
    }
    return new Source(Source.Kind.CONSTANT, constant(source));
  }

  private Object constant(String source) {
    if (source.length() > 1 && source.startsWith("'") && source.endsWith("'")) {
      return source.substring(1, source.length() - 1);
    }
    if (source.equals("true") || source.equals("false")) {
      return Boolean.valueOf(source);
    }
    try {
      return Long.valueOf(source);
    } catch (NumberFormatException e) {
      throw broken.apply(
          "unknown source \""
              + source
              + "\"; id.NAME, data:PATH, resp:PATH, req:PATH, 'text', a number, true, false or ?"
              + " is expected");
    }
  }

  /** Returns the parts between parentheses, which commas separate outside brackets and quotes. */
  private List<String> parenthesized() {
    if (!accept("(")) {
      throw broken.apply("\"(\" is expected instead of \"" + text.substring(position) + "\"");
    }
    List<String> parts = new ArrayList<>();
    int start = position;
    int depth = 0;
    boolean quoted = false;
    for (; position < text.length(); position++) {
      char c = text.charAt(position);
      quoted ^= c == '\'';
      if (!quoted && depth == 0 && (c == ')' || c == ',')) {
        addPart(parts, start);
        start = position + 1;
      }
      if (!quoted && depth == 0 && c == ')') {
        position++;
        return parts;
      }
      depth += quoted ? 0 : nesting(c);
    }
    throw broken.apply("\")\" is missing");
  }

  private static int nesting(char c) {
    return switch (c) {
      case '[', '{', '(' -> 1;
      case ']', '}', ')' -> -1;
      default -> 0;
    };
  }

  private void addPart(List<String> parts, int start) {
    String part = text.substring(start, position).strip();
    if (!part.isEmpty()) {
      parts.add(part);
    }
  }

  private boolean accept(String expected) {
    if (!startsWith(expected)) {
      return false;
    }
    position += expected.length();
    return true;
  }

  private boolean startsWith(String expected) {
    skipSpaces();
    return text.startsWith(expected, position);
  }

  private void skipSpaces() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
