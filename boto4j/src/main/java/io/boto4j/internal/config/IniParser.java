package io.boto4j.internal.config;

import io.boto4j.error.ConfigParseException;
import io.boto4j.internal.text.Printable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parser for INI text that follows Python's {@code configparser.RawConfigParser}.
 *
 * <p>A line indented deeper than its key continues the value. A line that begins with {@code #} or
 * {@code ;} is a comment, and there are no other comments. {@code =} and {@code :} both end a key.
 * Sections and keys must not repeat. The keys of {@code [DEFAULT]} apply to every section.
 *
 * <p>Errors give the number of the line and never quote it, since a line that cannot be parsed may
 * be part of a secret.
 */
final class IniParser {
  private static final String DEFAULTS = "DEFAULT";

  /** The length of the longest key that AWS defines; every secret access key is longer. */
  private static final int LONGEST_SHOWN_KEY = 36;

  /** The length of the longest one-word key that AWS defines; every access key id is longer. */
  private static final int LONGEST_SHOWN_WORD = 16;

  private final String text;
  private final String file;
  private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
  private final Map<String, String> defaults = new LinkedHashMap<>();
  private final StringBuilder value = new StringBuilder();
  private @Nullable Map<String, String> section;
  private String sectionName = "";
  private @Nullable String key;
  private int line;
  private int indent;

  private IniParser(String text, String file) {
    this.text = text;
    this.file = file;
  }

  /**
   * Parses a text.
   *
   * @param text the text, without a byte order mark
   * @param file the path of the file, for messages
   * @return the sections, in order, each a map of values by lower-case key; line feeds separate the
   *     lines of a value, so a value that starts on the line after its key begins with one
   * @throws ConfigParseException if the text is malformed
   */
  static Map<String, Map<String, String>> parse(String text, String file) {
    IniParser parser = new IniParser(text, file);
    parser.readLines();
    parser.applyDefaults();
    return parser.sections;
  }

  private void readLines() {
    int length = text.length();
    int start = 0;
    while (start < length) {
      int end = start;
      while (end < length && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      line++;
      readLine(start, end);
      boolean twoCharacters =
          end + 1 < length && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
      start = end + (twoCharacters ? 2 : 1);
    }
    endValue();
  }

  private void readLine(int start, int lineEnd) {
    int end = IniText.lastVisible(text, start, lineEnd);
    if (end == start) {
      if (key != null) {
        value.append('\n');
      }
      return;
    }
    int first = start;
    while (IniText.isBlank(text.charAt(first))) {
      first++;
    }
    char c = text.charAt(first);
    if (c == '#' || c == ';') {
      return;
    }
    int depth = first - start;
    if (key != null && depth > indent) {
      continueValue(key, first, end);
      return;
    }
    endValue();
    indent = depth;
    int bracket = c == '[' ? text.lastIndexOf(']', end - 1) : -1;
    if (bracket > first + 1) {
      beginSection(text.substring(first + 1, bracket));
    } else {
      beginValue(first, end);
    }
  }

  private void beginSection(String name) {
    sectionName = name;
    if (name.equals(DEFAULTS)) {
      section = defaults;
      return;
    }
    section = new LinkedHashMap<>();
    if (sections.put(name, section) != null) {
      throw error("the section [" + Printable.of(name) + "] a second time; expected it once only");
    }
  }

  private void beginValue(int start, int end) {
    Map<String, String> entries = section;
    if (entries == null) {
      throw error("text before any section; expected a section first, such as [default]");
    }
    int delimiter = start;
    while (delimiter < end && text.charAt(delimiter) != '=' && text.charAt(delimiter) != ':') {
      delimiter++;
    }
    if (delimiter == end) {
      throw error(
          text.charAt(start) == '['
              ? "a '[' that no name and ']' follow; expected a section, such as [default]"
              : "a line without '='; expected \"key = value\", a [section], or an indented line");
    }
    String name = IniText.strip(text, start, delimiter).toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      throw error("nothing before the '='; expected \"key = value\"");
    }
    if (entries.put(name, "") != null) {
      throw error(
          shownKey(name)
              + " a second time in the section ["
              + Printable.of(sectionName)
              + "]; expected it once only");
    }
    key = name;
    value.append(IniText.strip(text, delimiter + 1, end));
  }

  private void continueValue(String name, int start, int end) {
    boolean nested = value.length() == 0 || value.charAt(0) == '\n';
    int equals = text.indexOf('=', start);
    if (nested && (equals < 0 || equals >= end)) {
      throw error(
          "a line without '=' in the block under "
              + shownKey(name)
              + "; expected \"name = value\", or the value on the line of its key");
    }
    value.append('\n').append(text, start, end);
  }

  private void endValue() {
    if (key != null && section != null) {
      int end = value.length();
      while (end > 0 && value.charAt(end - 1) == '\n') {
        end--;
      }
      section.put(key, value.substring(0, end));
    }
    key = null;
    value.setLength(0);
  }

  private void applyDefaults() {
    for (Map<String, String> entries : sections.values()) {
      for (Map.Entry<String, String> entry : defaults.entrySet()) {
        entries.putIfAbsent(entry.getKey(), entry.getValue());
      }
    }
  }

  /** Returns a key for a message, or no name if it might be a misplaced secret. */
  private static String shownKey(String name) {
    boolean plain =
        name.length() <= (name.indexOf('_') < 0 ? LONGEST_SHOWN_WORD : LONGEST_SHOWN_KEY);
    for (int i = 0; plain && i < name.length(); i++) {
      char c = name.charAt(i);
      plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    }
    return plain ? "the key '" + name + "'" : "a key";
  }

  private ConfigParseException error(String found) {
    return new ConfigParseException(file, line, "found " + found);
  }
}
