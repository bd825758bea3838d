package io.boto4j.s3;

import io.boto4j.Structure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of a download to a file, from which it can be continued. */
final class DownloadState {
  static final String KIND = "download";

  /** The parameters that are kept; none is a secret. */
  private static final Set<String> KEPT =
      Set.of("VersionId", "RequestPayer", "ExpectedBucketOwner", "ChecksumMode");

  private final @Nullable Journal journal;
  private final Map<String, Object> state = new LinkedHashMap<>();

  /** The state from an earlier run; null if there was none. */
  private final @Nullable Structure before;

  private DownloadState(@Nullable Journal journal, @Nullable ResumeToken before) {
    this.journal = journal;
    this.before = before == null ? null : before.state();
  }

  /** Returns the state of a new download, or of one that a journal describes. */
  static DownloadState of(
      @Nullable Path journal, Path file, String bucket, String key, Map<String, ?> parameters) {
    Journal kept = journal == null ? null : new Journal(journal);
    DownloadState made = new DownloadState(kept, kept == null ? null : kept.read());
    made.describe(file, bucket, key, parameters);
    if (made.before != null) {
      ResumeState.require(made.before, "kind", KIND, kept);
      ResumeState.require(made.before, "bucket", bucket, kept);
      ResumeState.require(made.before, "key", key, kept);
      ResumeState.require(made.before, "file", file.toAbsolutePath().toString(), kept);
    }
    return made;
  }

  /** Returns the state that a token describes. */
  static DownloadState of(ResumeToken token, Path file, Map<String, ?> parameters) {
    DownloadState made = new DownloadState(null, token);
    Structure state = token.state();
    made.describe(
        file, ResumeState.text(state, "bucket"), ResumeState.text(state, "key"), parameters);
    return made;
  }

  private void describe(Path file, String bucket, String key, Map<String, ?> parameters) {
    state.put("version", 1);
    state.put("kind", KIND);
    state.put("bucket", bucket);
    state.put("key", key);
    state.put("file", file.toAbsolutePath().toString());
    Map<String, Object> kept = new LinkedHashMap<>(parameters);
    kept.keySet().retainAll(KEPT);
    state.put("parameters", kept);
  }

  /** The properties of an object that is being downloaded, and its complete ranges. */
  record Known(
      long size,
      @Nullable String eTag,
      @Nullable Instant modified,
      @Nullable String checksum,
      DoneRanges done) {}

  /** Returns what an earlier run has found and left; null if there was none. */
  @Nullable Known continued(FileTarget target) {
    Structure found = before;
    if (found == null || !found.containsKey("partial")) {
      return null;
    }
    target.continueWith(Path.of(ResumeState.text(found, "partial")));
    DoneRanges done = new DoneRanges(ResumeState.text(found, "algorithm"));
    for (Object each : found.list("done")) {
      List<?> range = (List<?>) each;
      done.add(
          new DoneRanges.Range(
              ((Number) range.get(0)).longValue(),
              ((Number) range.get(1)).longValue(),
              (String) range.get(2)));
    }
    String modified = found.text("modified");
    return new Known(
        ResumeState.number(found, "size"),
        found.text("eTag"),
        modified == null ? null : Instant.parse(modified),
        found.text("checksum"),
        done);
  }

  /** Records what is complete. */
  synchronized void save(FileTarget target, Known known) throws IOException {
    describe(target, known);
    if (journal != null) {
      journal.write(token());
    }
  }

  private void describe(FileTarget target, Known known) {
    state.put("partial", target.temporary().toString());
    state.put("size", known.size());
    state.put("eTag", known.eTag());
    Instant modified = known.modified();
    state.put("modified", modified == null ? null : modified.toString());
    state.put("checksum", known.checksum());
    state.put("algorithm", known.done().algorithm());
    List<List<Object>> done = new ArrayList<>();
    for (DoneRanges.Range range : known.done().all()) {
      done.add(List.of(range.start(), range.end(), range.checksum()));
    }
    state.put("done", done);
  }

  boolean hasJournal() {
    return journal != null;
  }

  synchronized ResumeToken token() {
    return ResumeToken.of(state);
  }

  void remove() throws IOException {
    if (journal != null) {
      journal.delete();
    }
  }
}
