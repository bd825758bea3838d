package io.boto4j.internal.credentials;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Text to look for secrets in. */
final class Texts {
  private Texts() {}

  /** A failure as a log would show it: messages, causes and stack traces. */
  static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
