package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.local.engine.Engine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * RestoreObject: archived objects can be read for some days. The restoration itself takes no time.
 */
final class Restoring {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);
  private static final Set<String> ARCHIVES = Set.of("GLACIER", "DEEP_ARCHIVE");

  private final S3State state;
  private final Notifications notifications;

  Restoring(S3State state, Notifications notifications) {
    this.state = state;
    this.notifications = notifications;
  }

  void addTo(S3Engine.Table table) {
    table.add("RestoreObject", "RestoreObject", this::restore);
  }

  /** Returns the header {@code x-amz-restore}, or null for objects that are not restored. */
  static @Nullable String header(S3State state, ObjectVersion version) {
    Instant until = version.document().instant("RestoredUntil");
    return until == null || !until.isAfter(state.context.clock().instant())
        ? null
        : "ongoing-request=\"false\", expiry-date=\""
            + DATE.format(until.atOffset(ZoneOffset.UTC))
            + "\"";
  }

  private Map<String, ?> restore(Request request) {
    Structure asked = request.input.map("RestoreRequest");
    Integer days = asked.integer("Days");
    if (asked.structure("SelectParameters") != null || "SELECT".equals(asked.text("Type"))) {
      throw S3Errors.of(
          501,
          "NotImplemented",
          "A header you provided implies functionality that is not implemented");
    }
    boolean before =
        header(
                state,
                ObjectReads.version(
                    state, request.bucket(), request.key(), request.versionId(), "POST"))
            != null;
    ObjectVersion restored =
        state.change(
            change -> {
              Bucket bucket = request.current();
              ObjectVersion version =
                  ObjectReads.version(state, bucket, request.key(), request.versionId(), "POST");
              if (!ARCHIVES.contains(version.storageClass())) {
                throw S3Errors.of(
                    403,
                    "InvalidObjectState",
                    "The operation is not valid for the object's storage class",
                    "StorageClass",
                    version.storageClass());
              }
              if (days == null || days < 1) {
                throw S3Errors.malformedXml();
              }
              Instant until =
                  state.now().truncatedTo(ChronoUnit.DAYS).plus(days + 1L, ChronoUnit.DAYS);
              ObjectVersion with = version.with("RestoredUntil", until);
              state.versions.put(bucket.name(), with);
              return with;
            });
    notifications.fire(request, request.bucket(), "ObjectRestore:Post", restored);
    notifications.fire(request, request.bucket(), "ObjectRestore:Completed", restored);
    return Map.of(Engine.STATUS, before ? 200 : 202);
  }
}
