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
final class DownloadState extends ResumeState {
  static final String KIND = "download";

  /** The parameters that are kept; none is a secret. */
  private static final Set<String> KEPT =
      Set.of("VersionId", "RequestPayer", "ExpectedBucketOwner", "ChecksumMode");

  /** Creates the state of a new download, or of one that a journal describes. */
  DownloadState(
      @Nullable Path journal, Path file, String bucket, String key, Map<String, ?> parameters) {
    super(KIND, KEPT, journal, file, bucket, key, parameters);
  }

  /** Creates the state that a token describes. */
  DownloadState(ResumeToken token, Path file, Map<String, ?> parameters) {
    super(KIND, KEPT, token, file, parameters);
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
    Structure found = before();
    if (found == null || !found.containsKey("partial")) {
      return null;
    }
    target.continueWith(Path.of(text(found, "partial")));
    DoneRanges done = new DoneRanges(text(found, "algorithm"));
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
        number(found, "size"),
        found.text("eTag"),
        modified == null ? null : Instant.parse(modified),
        found.text("checksum"),
        done);
  }

  /** Records what is complete. */
  synchronized void save(FileTarget target, Known known) throws IOException {
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    more.put("partial", target.temporary().toString());
    more.put("size", known.size());
    more.put("eTag", known.eTag());
    Instant modified = known.modified();
    more.put("modified", modified == null ? null : modified.toString());
    more.put("checksum", known.checksum());
    more.put("algorithm", known.done().algorithm());
    List<List<Object>> done = new ArrayList<>();
    for (DoneRanges.Range range : known.done().all()) {
      done.add(List.of(range.start(), range.end(), range.checksum()));
    }
    more.put("done", done);
    save(more);
  }
}
