package io.boto4j.internal.credentials;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Texts that are searched for secrets. */
final class Texts {
  private Texts() {}

  /** Returns a failure as a log would show it: messages, causes and stack traces. */
  static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
