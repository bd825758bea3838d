package io.boto4j.local.ssm;

import io.boto4j.Json;
import io.boto4j.error.Boto4jException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the YAML that documents are written in: nested mappings and sequences by indentation,
 * quoted and plain scalars, JSON in place of a value, and literal and folded texts. Anchors, tags
 * and multi-line plain scalars are not read.
 */
final class SimpleYaml {
  private static final Pattern ENTRY =
      Pattern.compile("(\"[^\"]*\"|'[^']*'|[^\\s#\"'\\-\\[{][^#]*?|-[^\\s][^#]*?):(?:\\s+(.*))?");

  private record Line(int indent, String text, int number) {}

  private final List<String> raw;
  private final List<Line> lines = new ArrayList<>();
  private int next;

  private SimpleYaml(String text) {
    this.raw = text.lines().toList();
    int number = 0;
    for (String line : raw) {
      String trimmed = line.trim();
      if (!trimmed.isEmpty() && !trimmed.startsWith("#") && !trimmed.equals("---")) {
        lines.add(new Line(indent(line), trimmed, number));
      }
      number++;
    }
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if it is not in this subset of YAML
   */
  static @Nullable Object read(String text) {
    SimpleYaml yaml = new SimpleYaml(text);
    Object value = yaml.lines.isEmpty() ? null : yaml.block(yaml.lines.get(0).indent);
    if (yaml.next < yaml.lines.size()) {
      throw new IllegalArgumentException("Line " + (yaml.lines.get(yaml.next).number + 1));
    }
    return value;
  }

  private @Nullable Object block(int indent) {
    Line line = lines.get(next);
    if (line.text.equals("-") || line.text.startsWith("- ")) {
      return sequence(indent);
    }
    if (ENTRY.matcher(line.text).matches()) {
      return mapping(indent);
    }
    next++;
    return scalar(line.text);
  }

  private List<@Nullable Object> sequence(int indent) {
    List<@Nullable Object> list = new ArrayList<>();
    while (next < lines.size()) {
      Line line = lines.get(next);
      boolean item = line.text.equals("-") || line.text.startsWith("- ");
      if (line.indent != indent || !item) {
        break;
      }
      String rest = line.text.substring(1).trim();
      if (rest.isEmpty()) {
        next++;
        list.add(nested(indent));
      } else {
        // The rest of the line is the first line of a block that is indented further.
        int inner = indent + line.text.length() - rest.length();
        lines.set(next, new Line(inner, rest, line.number));
        list.add(block(inner));
      }
    }
    return list;
  }

  private Map<String, @Nullable Object> mapping(int indent) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (next < lines.size() && lines.get(next).indent == indent) {
      Line line = lines.get(next);
      Matcher entry = ENTRY.matcher(line.text);
      if (!entry.matches()) {
        throw new IllegalArgumentException("Line " + (line.number + 1));
      }
      String key = String.valueOf(scalar(entry.group(1).trim()));
      @Nullable String value = entry.group(2);
      next++;
      if (value == null || value.isBlank() || value.startsWith("#")) {
        map.put(key, nested(indent));
      } else if (value.matches("[|>][+-]?\\d*")) {
        map.put(key, text(line, value));
      } else {
        map.put(key, scalar(value.trim()));
      }
    }
    return map;
  }

  /** The block below a line; a sequence may have the indentation of its key. */
  private @Nullable Object nested(int indent) {
    if (next >= lines.size()) {
      return null;
    }
    Line line = lines.get(next);
    boolean item = line.text.equals("-") || line.text.startsWith("- ");
    return line.indent > indent || (line.indent == indent && item) ? block(line.indent) : null;
  }

  private String text(Line start, String style) {
    int outer = indent(raw.get(start.number));
    int from = start.number + 1;
    int to = from;
    int inner = -1;
    while (to < raw.size() && (raw.get(to).isBlank() || indent(raw.get(to)) > outer)) {
      if (inner < 0 && !raw.get(to).isBlank()) {
        inner = indent(raw.get(to));
      }
      to++;
    }
    List<String> parts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String line = raw.get(i);
      parts.add(line.length() < inner ? "" : line.substring(Math.max(inner, 0)));
    }
    while (next < lines.size() && lines.get(next).number < to) {
      next++;
    }
    String joined = String.join(style.startsWith(">") ? " " : "\n", parts).stripTrailing();
    return style.contains("-") ? joined : joined + "\n";
  }

  private static @Nullable Object scalar(String text) {
    if (text.startsWith("'") && text.endsWith("'") && text.length() > 1) {
      return text.substring(1, text.length() - 1).replace("''", "'");
    }
    if (text.startsWith("\"") || text.startsWith("{") || text.startsWith("[")) {
      try {
        return Json.read(text);
      } catch (Boto4jException e) {
        throw new IllegalArgumentException(text, e);
      }
    }
    int comment = text.indexOf(" #");
    String plain = comment < 0 ? text : text.substring(0, comment).trim();
    if (plain.equals("true") || plain.equals("false")) {
      return Boolean.valueOf(plain);
    }
    if (plain.equals("null") || plain.equals("~")) {
      return null;
    }
    return plain.matches("-?\\d{1,18}") ? (Object) Long.valueOf(plain) : plain;
  }
}
