package io.boto4j.dashboard.web;

import io.boto4j.dashboard.account.Email;
import io.boto4j.dashboard.account.Passwords;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules for new passwords. */
final class PasswordRules {
  private PasswordRules() {}

  /** Returns what is wrong with a password, or null. */
  static @Nullable String problem(String password, Email email) {
    int length = password.codePointCount(0, password.length());
    if (length < Passwords.SHORTEST) {
      return "Use a password of at least " + Passwords.SHORTEST + " characters.";
    }
    if (length > Passwords.LONGEST) {
      return "Use a password of at most " + Passwords.LONGEST + " characters.";
    }
    if (password.toLowerCase(Locale.ROOT).contains(email.text())) {
      return "Use a password without your e-mail address in it.";
    }
    return null;
  }
}
