package io.boto4j.internal.config;

import io.boto4j.error.ConfigParseException;
import io.boto4j.internal.text.Printable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an INI text into sections, as Python's {@code configparser.RawConfigParser} does.
 *
 * <p>A line indented deeper than its key continues the value, a line that begins with {@code #} or
 * {@code ;} is a comment wherever it stands, and nothing else is. {@code =} and {@code :} both end
 * a key. Sections and keys may occur once only. {@code [DEFAULT]} gives every section its keys.
 *
 * <p>Errors name the line and never show it: a line that is not understood may well be half of a
 * secret.
 */
final class IniParser {
  private static final String DEFAULTS = "DEFAULT";

  /** No key that AWS defines is longer, and every secret access key is. */
  private static final int LONGEST_SHOWN_KEY = 36;

  /** No key that AWS defines in one word is longer, and every access key id is. */
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
   * Reads a text.
   *
   * @param text the text, without byte order mark
   * @param file the file it came from, for messages
   * @return values by lower-case key by section, in order; the lines of a value are separated by
   *     line feeds, so that one which begins on the line after its key begins with a line feed
   * @throws ConfigParseException when the text is malformed
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

  /** A key, unless it might be a secret that was pasted at the wrong place. */
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
