package io.boto4j.internal.credentials;

import io.boto4j.internal.text.Printable;

/** Commands that messages suggest to the user. */
final class NextCommand {
  private NextCommand() {}

  /** Returns the command line option for a profile, which is empty for the default profile. */
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
