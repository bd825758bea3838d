package io.boto4j.examples;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prints the steps of a program, each call with its time, in plain ASCII for any terminal. */
final class Narrator {
  private static final int WIDTH = 76;
  private static final int LONGEST = 100;

  private final PrintWriter out;
  private int steps;

  /** The last word of a line of progress; null while there is no such line. */
  private @Nullable String shown;

  Narrator(PrintWriter out) {
    this.out = out;
  }

  void title(String text) {
    print(text);
    print("=".repeat(text.length()));
  }

  void step(String text) {
    steps++;
    print("");
    print(steps + ". " + text);
  }

  void end(String text) {
    print("");
    print(text);
  }

  /** Runs an action and prints the time it took, even if it fails. */
  <T> T timed(String what, Supplier<T> action) {
    long start = System.nanoTime();
    try {
      return action.get();
    } finally {
      endProgress();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      String time = String.format(Locale.ROOT, "%.1f ms", took.toNanos() / 1e6);
      int space = Math.max(2, WIDTH - what.length() - time.length());
      print("   " + what + " ".repeat(space) + time);
    }
  }

  /** Adds to a line of progress: a word when it is new, else a dot. */
  void progress(String word) {
    if (shown == null) {
      out.print("   " + word + " ");
    } else {
      out.print(word.equals(shown) ? "." : " " + word + " ");
    }
    out.flush();
    shown = word;
  }

  private void endProgress() {
    if (shown != null) {
      print("");
      shown = null;
    }
  }

  /** Prints a result, in several lines if it is long. */
  void result(String text) {
    endProgress();
    String arrow = "   -> ";
    StringBuilder line = new StringBuilder(arrow);
    for (String word : text.split(" ", -1)) {
      if (line.length() > arrow.length() && line.length() + word.length() > LONGEST) {
        print(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(arrow.length()));
      }
      line.append(word).append(' ');
    }
    print(line.toString().stripTrailing());
  }

  /** Prints and flushes a line, so that each call is shown as soon as it has ended. */
  private void print(String line) {
    out.println(line);
    out.flush();
  }
}
