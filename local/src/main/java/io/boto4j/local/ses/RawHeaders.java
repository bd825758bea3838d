package io.boto4j.local.ses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the headers of a raw message. */
final class RawHeaders {
  private RawHeaders() {}

  /** The value of the first header of a name, unfolded, or null. */
  static @Nullable String first(String message, String name) {
    StringBuilder value = new StringBuilder();
    boolean found = false;
    for (String line : message.split("\r?\n", -1)) {
      if (line.isEmpty()) {
        break;
      }
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (found && folded) {
        value.append(' ').append(line.trim());
      } else if (found) {
        break;
      } else if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
        found = true;
        value.append(line.substring(name.length() + 1).trim());
      }
    }
    return found ? value.toString() : null;
  }

  /** The addresses of a header, which commas separate outside of quotes. */
  static List<String> addresses(String message, String name) {
    List<String> addresses = new ArrayList<>();
    String value = first(message, name);
    if (value == null) {
      return addresses;
    }
    StringBuilder address = new StringBuilder();
    boolean quoted = false;
    for (char c : (value + ",").toCharArray()) {
      quoted ^= c == '"';
      if (c == ',' && !quoted) {
        if (!address.toString().isBlank()) {
          addresses.add(address.toString().trim());
        }
        address.setLength(0);
      } else {
        address.append(c);
      }
    }
    return addresses;
  }
}
