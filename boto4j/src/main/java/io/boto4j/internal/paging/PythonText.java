package io.boto4j.internal.paging;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as Python's {@code repr} does, for messages that users of boto3 search for. */
final class PythonText {
  private static final String HEX = "0123456789abcdef";
  private static final int LONGEST = 1000;

  private final StringBuilder text = new StringBuilder();

  private PythonText() {}

  static String of(@Nullable Object value) {
    PythonText shown = new PythonText();
    shown.value(value);
    return shown.text.length() > LONGEST
        ? shown.text.substring(0, LONGEST) + "…"
        : shown.text.toString();
  }

  private void value(@Nullable Object value) {
    if (text.length() > LONGEST) {
      return;
    }
    if (value instanceof String string) {
      quoted(string);
    } else if (value instanceof byte[] bytes) {
      bytes(bytes);
    } else if (value instanceof Map<?, ?> map) {
      String separator = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text.append(separator);
        value(entry.getKey());
        text.append(": ");
        value(entry.getValue());
        separator = ", ";
      }
      text.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String separator = "[";
      for (Object each : list) {
        text.append(separator);
        value(each);
        separator = ", ";
      }
      text.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof Boolean bool) {
      text.append(bool ? "True" : "False");
    } else {
      text.append(value == null ? "None" : value.toString());
    }
  }

  private void quoted(String string) {
    char quote = string.indexOf('\'') >= 0 && string.indexOf('"') < 0 ? '"' : '\'';
    text.append(quote);
    for (int i = 0; i < string.length() && i < LONGEST; i++) {
      char c = string.charAt(i);
      if (c == quote || c == '\\') {
        text.append('\\').append(c);
      } else if (c == '\n') {
        text.append("\\n");
      } else if (c == '\r') {
        text.append("\\r");
      } else if (c == '\t') {
        text.append("\\t");
      } else if (c < ' ' || (c >= 0x7f && c <= 0xa0)) {
        hex(c);
      } else if (Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029) {
        text.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt((c >> 8) & 15));
        text.append(HEX.charAt((c >> 4) & 15)).append(HEX.charAt(c & 15));
      } else {
        text.append(c);
      }
    }
    text.append(quote);
  }

  private void bytes(byte[] bytes) {
    text.append("b'");
    for (int i = 0; i < bytes.length && i < LONGEST; i++) {
      int c = bytes[i] & 0xff;
      if (c == '\'' || c == '\\') {
        text.append('\\').append((char) c);
      } else if (c >= ' ' && c < 0x7f) {
        text.append((char) c);
      } else {
        hex(c);
      }
    }
    text.append('\'');
  }

  private void hex(int c) {
    text.append("\\x").append(HEX.charAt((c >> 4) & 15)).append(HEX.charAt(c & 15));
  }
}
