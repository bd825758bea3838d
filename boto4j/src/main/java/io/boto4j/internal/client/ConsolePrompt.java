package io.boto4j.internal.client;

import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.internal.text.Printable;
import java.io.Console;
import java.util.function.Function;

/** Asks for an MFA code on the console that the program was started from. */
final class ConsolePrompt implements Function<String, String> {
  // Without a terminal, System.console() is null before JDK 22, and has no input from 22 on.
  @SuppressWarnings("SystemConsoleNull")
  @Override
  public String apply(String serial) {
    Console console = System.console();
    char[] code =
        console == null
            ? null
            : console.readPassword("Enter MFA code for %s: ", Printable.whole(serial));
    if (code == null) {
      throw new CredentialRetrievalException(
          "assume-role",
          "the role requires a code from MFA device "
              + Printable.of(serial)
              + ", and there is no console to ask on; give the session an mfaPrompt");
    }
    return new String(code);
  }
}
