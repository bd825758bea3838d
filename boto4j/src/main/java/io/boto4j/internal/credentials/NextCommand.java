package io.boto4j.internal.credentials;

import io.boto4j.internal.text.Printable;

/** Commands that messages tell the user to type. */
final class NextCommand {
  private NextCommand() {}

  /** What names a profile on the command line: nothing for the default one. */
  static String profile(String name) {
    if (name.equals("default")) {
      return "";
    }
    String shown = Printable.of(name);
    return " --profile " + (isPlain(shown) ? shown : "\"" + shown + "\"");
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isLetterOrDigit(text.charAt(i)) && "-_.@+".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
