package io.boto4j.s3;

import io.boto4j.Structure;
import org.jspecify.annotations.Nullable;

/** Reads the state in a {@link ResumeToken}. */
final class ResumeState {
  private ResumeState() {}

  static String text(Structure state, String name) {
    if (state.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("The resume token has no " + name);
  }

  static long number(Structure state, String name) {
    if (state.get(name) instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalArgumentException("The resume token has no " + name);
  }

  /**
   * Checks that a journal is that of the present transfer.
   *
   * @throws TransferException if it is of another
   */
  static void require(Structure state, String name, String expected, @Nullable Journal journal) {
    String found = text(state, name);
    if (!found.equals(expected)) {
      throw new TransferException(
          "The journal "
              + journal
              + " is of another transfer: its "
              + name
              + " is '"
              + found
              + "', not '"
              + expected
              + "'. Use another journal, or delete this one",
          null);
    }
  }

  /**
   * Checks that the file is as it was when the transfer was begun.
   *
   * @throws SourceChangedException if it was changed
   */
  static void requireUnchanged(Structure state, SourceFile file) {
    long size = number(state, "size");
    String modified = text(state, "modified");
    if (file.size() != size || !file.modified().toString().equals(modified)) {
      throw new SourceChangedException(
          "The file "
              + file
              + " was changed since its upload was begun: it had "
              + size
              + " bytes of "
              + modified
              + ", and has "
              + file.size()
              + " of "
              + file.modified()
              + ". Upload it again without the token or journal",
          null);
    }
  }
}
