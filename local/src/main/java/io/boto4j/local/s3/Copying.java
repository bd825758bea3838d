package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CopyObject. */
final class Copying {
  private static final String REPLACE = "REPLACE";

  private final S3State state;
  private final Notifications notifications;

  Copying(S3State state, Notifications notifications) {
    this.state = state;
    this.notifications = notifications;
  }

  void addTo(S3Engine.Table table) {
    table.add("CopyObject", "PutObject", this::copy);
  }

  private Map<String, ?> copy(Request request) {
    Structure input = request.input;
    boolean replacesMetadata = replaces(input, "MetadataDirective");
    boolean replacesTags = replaces(input, "TaggingDirective");
    CopySource source = CopySource.of(request, /* whole= */ true);
    checkSame(request, source, replacesMetadata);
    Bucket before = request.bucket();
    Map<String, Object> document = ObjectWrites.document(request, before, request.key());
    ObjectVersion from = source.version();
    if (!replacesMetadata) {
      document.put("Settings", settings(Structures.of(document).map("Settings"), from, input));
    }
    if (!replacesTags) {
      document.put("Tags", from.tags());
    }
    Upload upload = body(source, algorithms(input, from));
    document.put("ETag", "\"" + upload.md5() + "\"");
    document.put("Size", upload.received().size);
    document.put(
        "Segments", List.of(ObjectVersion.segment(upload.received().id, upload.received().size)));
    Map<String, Object> checksums = new LinkedHashMap<>(upload.checksums());
    if (!checksums.isEmpty()) {
      checksums.put("ChecksumType", Checksums.FULL_OBJECT);
    }
    document.put("Checksums", checksums);
    ObjectVersion version = store(request, upload, document);
    notifications.fire(request, before, "ObjectCreated:Copy", version);
    return output(before, source, version);
  }

  private static boolean replaces(Structure input, String name) {
    String directive = Documents.text(input, name, "COPY");
    if (!directive.equals("COPY") && !directive.equals(REPLACE)) {
      throw S3Errors.invalidArgument(
          "Unknown " + (name.startsWith("Meta") ? "metadata" : "tagging") + " directive.",
          name.startsWith("Meta") ? "x-amz-metadata-directive" : "x-amz-tagging-directive",
          directive);
    }
    return directive.equals(REPLACE);
  }

  /** A copy of an object to itself must change something. */
  private static void checkSame(Request request, CopySource source, boolean replacesMetadata) {
    Structure input = request.input;
    boolean same =
        source.versionId() == null
            && source.bucket().name().equals(request.bucket().name())
            && source.version().key().equals(request.key());
    boolean changes =
        replacesMetadata
            || input.text("StorageClass") != null
            || input.text("WebsiteRedirectLocation") != null
            || input.text("ServerSideEncryption") != null
            || input.text("SSECustomerAlgorithm") != null
            || input.text("ChecksumAlgorithm") != null
            || request.bucket().configuration("encryption") != null
            || !"AES256".equals(source.version().settings().text("ServerSideEncryption"));
    if (same && !changes) {
      throw S3Errors.invalidRequest(
          "This copy request is illegal because it is trying to copy an object to itself without"
              + " changing the object's metadata, storage class, website redirect location or"
              + " encryption attributes.");
    }
  }

  private static Map<String, Object> settings(Structure own, ObjectVersion from, Structure input) {
    Map<String, Object> settings = new LinkedHashMap<>();
    Documents.copy(from.settings(), settings, Settings.HEADERS);
    settings.put("Metadata", from.settings().map("Metadata"));
    Documents.copy(own, settings, Encryption.MEMBERS);
    Documents.copy(input, settings, List.of("WebsiteRedirectLocation"));
    return settings;
  }

  private static List<String> algorithms(Structure input, ObjectVersion from) {
    String named = Checksums.named(input);
    if (named != null) {
      return List.of(named);
    }
    List<String> kept = Checksums.algorithms(from.checksums());
    return kept.isEmpty() ? List.of(Checksums.DEFAULT) : kept;
  }

  private Upload body(CopySource source, List<String> algorithms) {
    try (SegmentStream in = source.open(state, 0, source.version().size())) {
      return Upload.receive(state, in, algorithms);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectVersion store(Request request, Upload upload, Map<String, Object> document) {
    boolean stored = false;
    try {
      ObjectVersion version =
          state.change(
              change -> {
                Bucket bucket = request.current();
                @Nullable ObjectVersion newest =
                    state.versions.newest(bucket.name(), request.key());
                Conditions.write(request.input, request.key(), newest);
                state.blobs.keep(upload.received());
                return NewVersions.put(state, change, bucket, document);
              });
      stored = true;
      return version;
    } finally {
      if (!stored) {
        state.blobs.discard(upload.received());
      }
    }
  }

  private static Map<String, Object> output(
      Bucket bucket, CopySource source, ObjectVersion version) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ETag", version.etag());
    result.put("LastModified", version.lastModified());
    result.putAll(Checksums.members(version.checksums()));
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("CopyObjectResult", result);
    if (source.bucket().versioning() != null) {
      output.put("CopySourceVersionId", source.version().versionId());
    }
    if (bucket.versioning() != null) {
      output.put("VersionId", version.versionId());
    }
    Encryption.copyTo(version.settings(), output);
    return output;
  }
}
