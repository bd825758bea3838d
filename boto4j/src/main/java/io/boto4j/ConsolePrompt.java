package io.boto4j;

import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.internal.text.Printable;
import java.io.Console;
import java.util.function.Function;

/** Asks for an MFA code where the program was started, if somebody sits there. */
final class ConsolePrompt implements Function<String, String> {
  // Where nobody sits, there is no console before JDK 22, and one without input from it on.
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
          "the role wants a code from MFA device "
              + Printable.of(serial)
              + ", and there is no console to ask on; give the session an mfaPrompt");
    }
    return new String(code);
  }
}
