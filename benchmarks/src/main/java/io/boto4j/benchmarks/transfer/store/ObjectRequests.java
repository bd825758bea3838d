package io.boto4j.benchmarks.transfer.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations on objects. */
final class ObjectRequests {
  private static final String NOT_FOUND = "404 Not Found";

  private final ObjectTable objects;

  ObjectRequests(ObjectTable objects) {
    this.objects = objects;
  }

  /** Returns the whole object or a range; of a {@code HEAD} request the body is not sent. */
  Reply get(RequestHead request) {
    StoredObject object = objects.get(request.path());
    if (object == null) {
      return Reply.error(NOT_FOUND, "NoSuchKey");
    }
    String match = request.header("if-match");
    if (match != null && !match.replace("\"", "").equals(object.eTag().replace("\"", ""))) {
      return Reply.error("412 Precondition Failed", "PreconditionFailed");
    }
    String range = request.header("range");
    String part = request.query().get("partNumber");
    if (range == null && part == null) {
      boolean checked = request.has("x-amz-checksum-mode", "enabled");
      return new Reply("200 OK", object.head(checked), "", 0, object.size());
    }
    long first;
    long last = object.size() - 1;
    String counted = "";
    if (range != null) {
      int dash = range.indexOf('-');
      first = Long.parseLong(range.substring("bytes=".length(), dash));
      if (dash < range.length() - 1) {
        last = Math.min(last, Long.parseLong(range.substring(dash + 1)));
      }
    } else {
      first = object.parts() == 0 ? 0 : (Integer.parseInt(part) - 1) * StoredObject.PART;
      last = object.parts() == 0 ? last : Math.min(last, first + StoredObject.PART - 1);
      counted = object.parts() == 0 ? "" : "x-amz-mp-parts-count: " + object.parts() + "\r\n";
    }
    String headers =
        counted
            + object.head(false)
            + ("Content-Range: bytes " + first + "-" + last + "/" + object.size() + "\r\n");
    return new Reply("206 Partial Content", headers, "", first, last - first + 1);
  }

  Reply put(RequestHead request, Body body) {
    String checksum = checksum(request, body);
    byte[] bytes = body.bytes();
    String tag = bytes == null ? objects.newTag(1) : '"' + md5(bytes) + '"';
    objects.put(
        request.path(),
        new StoredObject(body.length(), tag, ObjectTable.now(), 0, checksum, stored(request)));
    return Reply.empty("ETag: " + tag + "\r\n" + (checksum.isEmpty() ? "" : checksum + "\r\n"));
  }

  Reply copy(RequestHead request) {
    StoredObject source = source(request);
    if (source == null) {
      return Reply.error(NOT_FOUND, "NoSuchKey");
    }
    objects.put(request.path(), source);
    return Reply.xml("CopyObjectResult", copied(source.eTag()));
  }

  Reply begin(RequestHead request) {
    String path = request.path();
    int slash = path.indexOf('/');
    return Reply.xml(
        "InitiateMultipartUploadResult",
        "<Bucket>"
            + path.substring(0, slash)
            + "</Bucket><Key>"
            + path.substring(slash + 1)
            + "</Key><UploadId>"
            + objects.begin(stored(request))
            + "</UploadId>");
  }

  Reply part(RequestHead request, Body body) {
    String checksum = checksum(request, body);
    return part(request, body.length())
        ? Reply.empty(
            "ETag: " + objects.newTag(1) + "\r\n" + (checksum.isEmpty() ? "" : checksum + "\r\n"))
        : Reply.error(NOT_FOUND, "NoSuchUpload");
  }

  Reply copyPart(RequestHead request) {
    StoredObject source = source(request);
    if (source == null) {
      return Reply.error(NOT_FOUND, "NoSuchKey");
    }
    String range = request.header("x-amz-copy-source-range");
    long size = source.size();
    if (range != null) {
      String[] ends = range.substring("bytes=".length()).split("-", -1);
      size = Long.parseLong(ends[1]) - Long.parseLong(ends[0]) + 1;
    }
    return part(request, size)
        ? Reply.xml("CopyPartResult", copied(objects.newTag(1)))
        : Reply.error(NOT_FOUND, "NoSuchUpload");
  }

  private boolean part(RequestHead request, long size) {
    Map<String, String> query = request.query();
    String number = query.getOrDefault("partNumber", "0");
    return objects.part(query.getOrDefault("uploadId", ""), Integer.parseInt(number), size);
  }

  Reply complete(RequestHead request) {
    String path = request.path();
    StoredObject made = objects.complete(request.query().getOrDefault("uploadId", ""), path);
    if (made == null) {
      return Reply.error(NOT_FOUND, "NoSuchUpload");
    }
    int slash = path.indexOf('/');
    return Reply.xml(
        "CompleteMultipartUploadResult",
        "<Bucket>"
            + path.substring(0, slash)
            + "</Bucket><Key>"
            + path.substring(slash + 1)
            + "</Key><ETag>"
            + made.eTag().replace("\"", "&quot;")
            + "</ETag>");
  }

  private @Nullable StoredObject source(RequestHead request) {
    String source = String.valueOf(request.header("x-amz-copy-source"));
    String decoded = RequestHead.decoded(source);
    return objects.get(decoded.startsWith("/") ? decoded.substring(1) : decoded);
  }

  private static String copied(String tag) {
    return "<LastModified>"
        + ObjectTable.now()
        + "</LastModified><ETag>"
        + tag.replace("\"", "&quot;")
        + "</ETag>";
  }

  /** Returns the header with the checksum that was sent before or after the body; may be empty. */
  private static String checksum(RequestHead request, Body body) {
    for (Map<String, String> each : List.of(request.headers(), body.trailers())) {
      for (Map.Entry<String, String> header : each.entrySet()) {
        if (header.getKey().startsWith("x-amz-checksum-")
            && !header.getKey().endsWith("-type")
            && !header.getKey().endsWith("-algorithm")) {
          return header.getKey() + ": " + header.getValue();
        }
      }
    }
    return "";
  }

  private static List<String> stored(RequestHead request) {
    List<String> kept = new ArrayList<>();
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (name.equals("content-type") || name.startsWith("x-amz-meta-")) {
                kept.add(name + ": " + value);
              }
            });
    return kept;
  }

  static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Removes the objects whose keys are in a {@code DeleteObjects} request. */
  Reply delete(String bucket, Body body) {
    String text =
        new String(body.text().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    StringBuilder deleted = new StringBuilder();
    String before = "<Key>";
    for (int at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
      String key = text.substring(at + before.length(), text.indexOf("</Key>", at));
      objects.remove(bucket + "/" + key);
      deleted.append("<Deleted><Key>").append(key).append("</Key></Deleted>");
    }
    return Reply.xml("DeleteResult", deleted.toString());
  }
}
