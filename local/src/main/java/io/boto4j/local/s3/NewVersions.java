package io.boto4j.local.s3;

import io.boto4j.Structures;
import io.boto4j.local.s3.S3State.Change;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores versions and delete markers as the versioning of the bucket wants it. */
final class NewVersions {
  private NewVersions() {}

  /**
   * Stores a version. Called within a change, after all checks.
   *
   * @param state the state
   * @param change the change
   * @param bucket the bucket
   * @param document the version without its id, number and time
   * @return the version
   */
  static ObjectVersion put(
      S3State state, Change change, Bucket bucket, Map<String, Object> document) {
    long sequence = change.next();
    String key = String.valueOf(document.get("Key"));
    document.put("Sequence", sequence);
    document.putIfAbsent("LastModified", state.now());
    document.put(
        "VersionId",
        bucket.isVersioned()
            ? Versions.newId(sequence, state.context.random())
            : ObjectVersion.NULL);
    ObjectVersion version = new ObjectVersion(Structures.of(document));
    @Nullable ObjectVersion replaced =
        bucket.isVersioned() ? null : state.versions.find(bucket.name(), key, ObjectVersion.NULL);
    state.versions.put(bucket.name(), version);
    if (replaced != null) {
      remove(state, change, bucket, replaced);
    }
    return version;
  }

  /** Removes a version and its bodies. Called within a change. */
  static void remove(S3State state, Change change, Bucket bucket, ObjectVersion version) {
    state.versions.remove(bucket.name(), version);
    change.forget(version.bodies());
  }
}
