package io.boto4j.s3;

import io.boto4j.Structure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a transfer from which it can be continued: a {@link ResumeToken} that grows, with a
 * journal or without. Safe for use by multiple threads.
 */
abstract class ResumeState {
  private final @Nullable Journal journal;
  private final Map<String, Object> state = new LinkedHashMap<>();

  /** The state from an earlier run; null if there was none. */
  private final @Nullable Structure before;

  /**
   * Creates the state of a new transfer, or of one that a journal describes.
   *
   * @param kept the names of the parameters that are kept; none is a secret
   */
  ResumeState(
      String kind,
      Set<String> kept,
      @Nullable Path journal,
      Path file,
      String bucket,
      String key,
      Map<String, ?> parameters) {
    this.journal = journal == null ? null : new Journal(journal);
    ResumeToken token = this.journal == null ? null : this.journal.read();
    this.before = token == null ? null : token.state();
    String path = describe(kind, kept, file, bucket, key, parameters);
    if (before != null) {
      require(before, "kind", kind);
      require(before, "bucket", bucket);
      require(before, "key", key);
      require(before, "file", path);
    }
  }

  /** Creates the state that a token describes. */
  ResumeState(
      String kind, Set<String> kept, ResumeToken token, Path file, Map<String, ?> parameters) {
    this.journal = null;
    this.before = token.state();
    describe(kind, kept, file, text(before, "bucket"), text(before, "key"), parameters);
  }

  private String describe(
      String kind,
      Set<String> kept,
      Path file,
      String bucket,
      String key,
      Map<String, ?> parameters) {
    String path = file.toAbsolutePath().toString();
    state.put("version", 1);
    state.put("kind", kind);
    state.put("bucket", bucket);
    state.put("key", key);
    state.put("file", path);
    Map<String, Object> shown = new LinkedHashMap<>(parameters);
    shown.keySet().retainAll(kept);
    state.put("parameters", shown);
    return path;
  }

  private void require(Structure found, String name, String expected) {
    String other = text(found, name);
    if (!other.equals(expected)) {
      throw new TransferException(
          "The journal "
              + journal
              + " is of another transfer: its "
              + name
              + " is '"
              + other
              + "', not '"
              + expected
              + "'. Use another journal, or delete this one",
          null);
    }
  }

  final @Nullable Structure before() {
    return before;
  }

  final @Nullable Journal journal() {
    return journal;
  }

  /** Records more of the state, in the journal too if there is one. */
  final synchronized void save(Map<String, ? extends @Nullable Object> more) throws IOException {
    state.putAll(more);
    if (journal != null) {
      journal.write(token());
    }
  }

  final synchronized ResumeToken token() {
    return ResumeToken.of(state);
  }

  final boolean hasJournal() {
    return journal != null;
  }

  /** Removes the journal if there is one. */
  final void remove() throws IOException {
    if (journal != null) {
      journal.delete();
    }
  }

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
