package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.internal.text.PercentEncoding;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts, completes and aborts multipart uploads. */
final class Multipart {
  private static final long LEAST = 5L << 20;
  private static final int RANDOM = 52;

  private final S3State state;
  private final Notifications notifications;

  Multipart(S3State state, Notifications notifications) {
    this.state = state;
    this.notifications = notifications;
  }

  void addTo(S3Engine.Table table) {
    table.add("CreateMultipartUpload", "PutObject", this::create);
    table.add("CompleteMultipartUpload", "PutObject", this::complete);
    table.add("AbortMultipartUpload", "AbortMultipartUpload", this::abort);
  }

  private Map<String, ?> create(Request request) {
    Structure input = request.input;
    String key = request.key();
    Bucket bucket = request.bucket();
    String named = Checksums.named(input);
    String type = input.text("ChecksumType");
    if (named == null && type != null) {
      throw S3Errors.invalidRequest(
          "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm"
              + " header.");
    }
    String algorithm = named == null ? Checksums.DEFAULT : named;
    String effective = type == null ? Checksums.defaultType(algorithm) : type;
    boolean full = effective.equals(Checksums.FULL_OBJECT);
    if ((full && !Checksums.isCrc(algorithm)) || (!full && algorithm.equals("CRC64NVME"))) {
      throw S3Errors.invalidRequest(
          "The "
              + effective
              + " checksum type cannot be used with the "
              + algorithm.toLowerCase(Locale.ROOT)
              + " checksum algorithm.");
    }
    Map<String, Object> upload = new LinkedHashMap<>();
    upload.put("Key", key);
    upload.put("Initiated", state.now());
    upload.put("Initiator", request.call.caller().arn());
    upload.put("Account", request.call.caller().account());
    upload.put("Algorithm", algorithm);
    upload.put("Named", named != null);
    upload.put("Type", effective);
    upload.put("Object", ObjectWrites.document(request, bucket, key));
    String id =
        state.change(
            change -> {
              String uploadId = newId(change.next());
              upload.put("UploadId", uploadId);
              request.current();
              state.uploads.put(bucket.name(), key, uploadId, Structures.of(upload));
              return uploadId;
            });
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Bucket", bucket.name());
    output.put("Key", key);
    output.put("UploadId", id);
    if (named != null) {
      output.put("ChecksumAlgorithm", named);
      output.put("ChecksumType", effective);
    }
    Encryption.copyTo(Structures.of(upload).map("Object").map("Settings"), output);
    return output;
  }

  /** Returns an id; those of later uploads are larger. */
  private String newId(long sequence) {
    StringBuilder id = new StringBuilder(String.format(Locale.ROOT, "%012x", sequence));
    for (int i = 0; i < RANDOM; i++) {
      id.append(Character.forDigit(state.context.random().nextInt(36), 36));
    }
    return id.toString();
  }

  /** Returns the ids of the bodies of parts. */
  static List<String> bodies(List<Structure> parts) {
    List<String> ids = new ArrayList<>();
    parts.forEach(part -> ids.add(Documents.text(part, "Body", "")));
    return ids;
  }

  private Map<String, ?> abort(Request request) {
    String uploadId = request.text("UploadId");
    state.change(
        change -> {
          String bucket = request.bucket().name();
          state.uploads.get(bucket, request.key(), uploadId);
          change.forget(bodies(state.uploads.parts(uploadId)));
          state.uploads.remove(bucket, request.key(), uploadId);
          return true;
        });
    return Map.of();
  }

  private Map<String, ?> complete(Request request) {
    String uploadId = request.text("UploadId");
    String key = request.key();
    List<Structure> listed = request.input.structures("MultipartUpload", "Parts");
    ObjectVersion done = completed(request, uploadId);
    ObjectVersion version =
        done != null
            ? done
            : state.change(
                change -> {
                  Bucket bucket = request.current();
                  Structure upload = state.uploads.get(bucket.name(), key, uploadId);
                  if (listed.isEmpty()) {
                    throw S3Errors.malformedXml();
                  }
                  List<Structure> parts = parts(uploadId, listed);
                  Map<String, Object> document = document(request, upload, parts);
                  Conditions.write(request.input, key, state.versions.newest(bucket.name(), key));
                  List<String> unused = new ArrayList<>(bodies(state.uploads.parts(uploadId)));
                  unused.removeAll(bodies(parts));
                  change.forget(unused);
                  state.uploads.remove(bucket.name(), key, uploadId);
                  return NewVersions.put(state, change, bucket, document);
                });
    Bucket bucket = request.bucket();
    if (done == null) {
      notifications.fire(request, bucket, "ObjectCreated:CompleteMultipartUpload", version);
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put(
        "Location",
        "https://"
            + bucket.name()
            + ".s3."
            + bucket.region()
            + ".amazonaws.com/"
            + PercentEncoding.encodePath(key));
    output.put("Bucket", bucket.name());
    output.put("Key", key);
    output.put("ETag", version.etag());
    output.putAll(Checksums.members(version.checksums()));
    if (bucket.versioning() != null) {
      output.put("VersionId", version.versionId());
    }
    Encryption.copyTo(version.settings(), output);
    // The response to a completion has no members for the customer's key.
    output.keySet().removeIf(name -> name.startsWith("SSECustomer"));
    return output;
  }

  /** A client that did not receive the answer completes the upload again. */
  private @Nullable ObjectVersion completed(Request request, String uploadId) {
    String bucket = request.bucket().name();
    if (state.uploads.find(bucket, request.key(), uploadId) != null) {
      return null;
    }
    ObjectVersion newest = state.versions.newest(bucket, request.key());
    return newest != null && uploadId.equals(newest.document().text("UploadId")) ? newest : null;
  }

  private List<Structure> parts(String uploadId, List<Structure> listed) {
    List<Structure> parts = new ArrayList<>();
    int before = 0;
    for (Structure each : listed) {
      Integer number = each.integer("PartNumber");
      if (number == null) {
        throw S3Errors.malformedXml();
      }
      if (number <= before) {
        throw S3Errors.of(
            400,
            "InvalidPartOrder",
            "The list of parts was not in ascending order. The parts list must be specified in"
                + " order by part number.",
            "UploadId",
            uploadId);
      }
      before = number;
      Structure part = state.uploads.part(uploadId, number);
      String etag = Documents.text(each, "ETag", "");
      if (part == null
          || !Conditions.unquoted(etag).equals(Documents.text(part, "MD5", ""))
          || !agrees(each, part)) {
        throw S3Errors.of(
            400,
            "InvalidPart",
            "One or more of the specified parts could not be found.  The part may not have been"
                + " uploaded, or the specified entity tag may not match the part's entity tag.",
            "UploadId",
            uploadId,
            "PartNumber",
            Integer.toString(number),
            "ETag",
            Conditions.unquoted(etag));
      }
      parts.add(part);
    }
    for (Structure part : parts.subList(0, parts.size() - 1)) {
      long size = Documents.number(part, "Size");
      if (size < LEAST) {
        throw S3Errors.of(
            400,
            "EntityTooSmall",
            "Your proposed upload is smaller than the minimum allowed size",
            "ProposedSize",
            Long.toString(size),
            "MinSizeAllowed",
            Long.toString(LEAST),
            "PartNumber",
            Long.toString(Documents.number(part, "PartNumber")),
            "ETag",
            Documents.text(part, "MD5", ""));
      }
    }
    return parts;
  }

  private static boolean agrees(Structure listed, Structure part) {
    for (String algorithm : Checksums.ALGORITHMS) {
      String member = Checksums.member(algorithm);
      String sent = listed.text(member);
      if (sent != null && !sent.equals(part.text("Checksums", member))) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Object> document(
      Request request, Structure upload, List<Structure> parts) {
    Map<String, Object> document = new LinkedHashMap<>(upload.map("Object"));
    List<Map<String, Object>> segments = new ArrayList<>();
    List<Map<String, Object>> described = new ArrayList<>();
    StringBuilder digests = new StringBuilder();
    long size = 0;
    for (Structure part : parts) {
      long length = Documents.number(part, "Size");
      segments.add(ObjectVersion.segment(Documents.text(part, "Body", ""), length));
      digests.append(Documents.text(part, "MD5", ""));
      size += length;
      Map<String, Object> description = new LinkedHashMap<>();
      description.put("PartNumber", Documents.number(part, "PartNumber"));
      description.put("Size", length);
      description.put("Checksums", part.map("Checksums"));
      described.add(description);
    }
    Long expected = request.input.longInteger("MpuObjectSize");
    if (expected != null && expected != size) {
      throw S3Errors.invalidRequest(
          "The provided 'x-amz-mp-object-size' header value "
              + expected
              + " does not match what was computed: "
              + size);
    }
    byte[] md5 = Upload.newMd5().digest(HexFormat.of().parseHex(digests));
    document.put("ETag", "\"" + HexFormat.of().formatHex(md5) + "-" + parts.size() + "\"");
    document.put("Size", size);
    document.put("Segments", segments);
    document.put("Parts", described);
    document.put("UploadId", upload.text("UploadId"));
    document.put("ListsParts", Boolean.TRUE.equals(upload.bool("Named")));
    document.put("Checksums", checksums(request.input, upload, parts));
    return document;
  }

  private static Map<String, Object> checksums(
      Structure input, Structure upload, List<Structure> parts) {
    String algorithm = Documents.text(upload, "Algorithm", Checksums.DEFAULT);
    String type = Documents.text(upload, "Type", Checksums.FULL_OBJECT);
    @Nullable String wanted = input.text("ChecksumType");
    if (wanted != null && !wanted.equals(type)) {
      throw S3Errors.invalidRequest(
          "The upload was created using the "
              + type
              + " checksum mode. The complete request must use the same checksum mode.");
    }
    String member = Checksums.member(algorithm);
    List<String> values = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    for (Structure part : parts) {
      values.add(Objects.requireNonNull(part.text("Checksums", member)));
      sizes.add(Documents.number(part, "Size"));
    }
    boolean full = type.equals(Checksums.FULL_OBJECT);
    String value =
        full
            ? Checksums.combined(algorithm, values, sizes)
            : Checksums.composite(algorithm, values);
    String sent = input.text(member);
    if (sent != null && !sent.equals(value)) {
      throw S3Errors.of(
          400,
          "BadDigest",
          "The "
              + algorithm.toLowerCase(Locale.ROOT)
              + " you specified did not match the calculated checksum.");
    }
    Map<String, Object> checksums = new LinkedHashMap<>();
    checksums.put(member, value);
    checksums.put("ChecksumType", type);
    return checksums;
  }
}
