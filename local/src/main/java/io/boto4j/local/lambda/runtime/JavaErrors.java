package io.boto4j.local.lambda.runtime;

import io.boto4j.Params;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors of Java functions as the Java runtime of Lambda reports them. */
final class JavaErrors {
  private static final int MOST_CAUSES = 10;
  private static final String OURS = JavaErrors.class.getPackageName() + ".";
  private static final String REFLECTION = "jdk.internal.reflect.";

  private JavaErrors() {}

  /** The error for the caller; the frames from ours downwards are left out. */
  static Outcome outcome(Throwable error) {
    return Outcome.error(document(error, 0));
  }

  private static Params document(Throwable error, int depth) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement frame : error.getStackTrace()) {
      if (frame.getClassName().startsWith(OURS) || frame.getClassName().startsWith(REFLECTION)) {
        break;
      }
      frames.add(frame.toString());
    }
    @Nullable Throwable cause = error.getCause();
    return Params.of(
        "errorMessage",
        error.getMessage() == null ? error.getClass().getName() : error.getMessage(),
        "errorType",
        error.getClass().getName(),
        "stackTrace",
        frames,
        "cause",
        cause == null || depth == MOST_CAUSES ? null : document(cause, depth + 1));
  }

  /** The stack trace as text. */
  static String trace(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text, true));
    return text.toString().stripTrailing();
  }
}
