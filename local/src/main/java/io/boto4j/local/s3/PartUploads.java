package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** UploadPart and UploadPartCopy. */
final class PartUploads {
  private static final int MOST_PARTS = 10_000;
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})");

  private final S3State state;

  PartUploads(S3State state) {
    this.state = state;
  }

  void addTo(S3Engine.Table table) {
    table.add("UploadPart", "PutObject", this::upload);
    table.add("UploadPartCopy", "PutObject", this::copy);
  }

  private static int number(Request request) {
    Integer number = request.input.integer("PartNumber");
    if (number == null || number < 1 || number > MOST_PARTS) {
      throw S3Errors.invalidArgument(
          "Part number must be an integer between 1 and 10000, inclusive",
          "partNumber",
          String.valueOf(number));
    }
    return number;
  }

  private Map<String, ?> upload(Request request) {
    int number = number(request);
    Structure upload = find(request);
    @Nullable String requested = Checksums.requested(request.input);
    String algorithm = Documents.text(upload, "Algorithm", Checksums.DEFAULT);
    boolean named = Boolean.TRUE.equals(upload.bool("Named"));
    if (named && requested != null && !requested.equals(algorithm)) {
      throw S3Errors.invalidRequest(
          "Checksum Type mismatch occurred, expected checksum Type: "
              + algorithm.toLowerCase(Locale.ROOT)
              + ", actual checksum Type: "
              + requested.toLowerCase(Locale.ROOT));
    }
    TreeSet<String> algorithms = new TreeSet<>(List.of(algorithm));
    if (requested != null) {
      algorithms.add(requested);
    }
    Upload received = Upload.receive(state, request.input, List.copyOf(algorithms));
    store(request, number, received);
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("ETag", "\"" + received.md5() + "\"");
    String returned = requested != null ? requested : named ? algorithm : null;
    if (returned != null) {
      String member = Checksums.member(returned);
      output.put(member, received.checksums().get(member));
    }
    Encryption.copyTo(upload.map("Object").map("Settings"), output);
    return output;
  }

  private Map<String, ?> copy(Request request) {
    int number = number(request);
    Structure upload = find(request);
    CopySource source = CopySource.of(request, /* whole= */ false);
    ByteRange range = range(request.input.text("CopySourceRange"), source.version().size());
    String algorithm = Documents.text(upload, "Algorithm", Checksums.DEFAULT);
    Upload received;
    try (SegmentStream in = source.open(state, range.from(), range.length())) {
      received = Upload.receive(state, in, List.of(algorithm));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Structure part = store(request, number, received);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ETag", "\"" + received.md5() + "\"");
    result.put("LastModified", part.instant("LastModified"));
    if (Boolean.TRUE.equals(upload.bool("Named"))) {
      result.putAll(received.checksums());
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("CopyPartResult", result);
    if (source.bucket().versioning() != null) {
      output.put("CopySourceVersionId", source.version().versionId());
    }
    Encryption.copyTo(upload.map("Object").map("Settings"), output);
    return output;
  }

  private static ByteRange range(@Nullable String header, long size) {
    if (header == null) {
      return new ByteRange(0, size - 1);
    }
    Matcher matcher = RANGE.matcher(header);
    if (!matcher.matches()) {
      throw S3Errors.invalidArgument(
          "The x-amz-copy-source-range value must be of the form bytes=first-last where first and"
              + " last are the zero-based offsets of the first and last bytes to copy",
          "x-amz-copy-source-range",
          header);
    }
    ByteRange range =
        new ByteRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    if (range.to() < range.from() || range.to() >= size) {
      throw S3Errors.invalidArgument(
          "Range specified is not valid for source object of size: " + size,
          "x-amz-copy-source-range",
          header);
    }
    return range;
  }

  private Structure find(Request request) {
    return state.uploads.get(request.bucket().name(), request.key(), request.text("UploadId"));
  }

  private Structure store(Request request, int number, Upload received) {
    String uploadId = request.text("UploadId");
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("PartNumber", number);
    part.put("Size", received.received().size);
    part.put("MD5", received.md5());
    part.put("Body", received.received().id);
    part.put("Checksums", received.checksums());
    part.put("LastModified", state.now());
    Structure document = Structures.of(part);
    boolean stored = false;
    try {
      state.change(
          change -> {
            find(request);
            Structure replaced = state.uploads.part(uploadId, number);
            state.blobs.keep(received.received());
            state.uploads.putPart(uploadId, document);
            if (replaced != null) {
              change.forget(Multipart.bodies(List.of(replaced)));
            }
            return true;
          });
      stored = true;
    } finally {
      if (!stored) {
        state.blobs.discard(received.received());
      }
    }
    return document;
  }
}
