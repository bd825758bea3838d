package io.boto4j;

import org.jspecify.annotations.Nullable;

/** The header User-Agent, in the form the AWS SDKs agreed on (version 2.1). */
final class UserAgent {
  /** The version in the build file; a test compares the two. */
  static final String VERSION = "0.1.0";

  private UserAgent() {}

  static String text(@Nullable String extra) {
    StringBuilder text = new StringBuilder(128);
    text.append("boto4j/").append(VERSION).append(" ua/2.1 os/");
    part(text, System.getProperty("os.name"));
    text.append('#');
    part(text, System.getProperty("os.version"));
    text.append(" md/arch#");
    part(text, System.getProperty("os.arch"));
    text.append(" lang/java#");
    part(text, System.getProperty("java.version"));
    if (extra != null) {
      text.append(' ');
      appendPrintable(text, extra);
    }
    return text.toString();
  }

  /** Characters that may not stand in a component become a hyphen, as in the other SDKs. */
  private static void part(StringBuilder text, @Nullable String value) {
    String component = value == null ? "unknown" : value;
    for (int i = 0; i < component.length(); i++) {
      char c = component.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      text.append(letter || "!$%&'*+-.^_`|~".indexOf(c) >= 0 ? c : '-');
    }
  }

  private static void appendPrintable(StringBuilder text, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      text.append(c < ' ' || c > '~' ? '-' : c);
    }
  }
}
