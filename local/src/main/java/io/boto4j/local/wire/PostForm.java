package io.boto4j.local.wire;

import io.boto4j.http.Headers;
import io.boto4j.internal.text.PercentEncoding;
import io.boto4j.local.engine.EngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An upload by a form of a browser: {@code multipart/form-data} posted to a bucket. It becomes the
 * request that puts the object, since the model has no operation for it.
 *
 * <p>Source: Amazon S3 API Reference, "POST Object".
 *
 * @param fields the fields before the file, by name in lower case
 * @param put the request that puts the object; its body is the file
 */
record PostForm(Map<String, String> fields, Inbound put) {
  private static final String TYPE = "multipart/form-data";
  private static final int MOST_FIELDS = 64 * 1024;

  /** The fields that are headers of the put as they are. */
  private static final String[] HEADERS = {
    "cache-control",
    "content-type",
    "content-disposition",
    "content-encoding",
    "expires",
    "acl",
    "tagging"
  };

  /** Whether a request, with the bucket in its path, is an upload by a form. */
  static boolean is(Inbound request) {
    String type = request.headers().first("Content-Type");
    String path = request.path();
    return request.method().equals("POST")
        && type != null
        && type.toLowerCase(Locale.ROOT).startsWith(TYPE)
        && path.length() > 1
        && (path.indexOf('/', 1) < 0 || path.indexOf('/', 1) == path.length() - 1);
  }

  /** Reads the fields of a form up to its file. */
  static PostForm of(Inbound request) throws IOException {
    String type = request.headers().first("Content-Type");
    FormParts parts = new FormParts(request.body(), boundary(type == null ? "" : type));
    Map<String, String> fields = new LinkedHashMap<>();
    int size = 0;
    for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
      if (part.name().equalsIgnoreCase("file")) {
        return new PostForm(fields, put(request, fields, part));
      }
      String value = new String(ServerBody.all(part.body(), MOST_FIELDS), StandardCharsets.UTF_8);
      size += value.length();
      if (size > MOST_FIELDS) {
        throw error(
            "MaxPostPreDataLengthExceeded",
            "Your POST request fields preceding the upload file were too large.");
      }
      fields.put(part.name().toLowerCase(Locale.ROOT), value);
    }
    throw error("InvalidArgument", "POST requires exactly one file upload per request.");
  }

  private static EngineException error(String code, String message) {
    return new EngineException(code, message, 400, Map.of());
  }

  private static String boundary(String type) {
    int at = type.indexOf("boundary=");
    if (at < 0) {
      throw error(
          "MalformedPOSTRequest",
          "The body of your POST request is not well-formed multipart/form-data.");
    }
    String boundary = type.substring(at + "boundary=".length());
    int semicolon = boundary.indexOf(';');
    return (semicolon < 0 ? boundary : boundary.substring(0, semicolon)).strip().replace("\"", "");
  }

  private static Inbound put(Inbound request, Map<String, String> fields, FormParts.Part file) {
    String key = fields.get("key");
    if (key == null || key.isEmpty()) {
      throw error(
          "InvalidArgument",
          "Bucket POST must contain a field named 'key'.  If it is"
              + " specified, please check the order of the fields.");
    }
    String name = file.fileName() == null ? "" : file.fileName();
    key = key.replace("${filename}", name);
    Headers.Builder headers = Headers.builder();
    String host = request.headers().first("Host");
    if (host != null) {
      headers.add("Host", host);
    }
    for (String each : HEADERS) {
      String value = fields.get(each);
      if (value != null) {
        boolean amz = each.equals("acl") || each.equals("tagging");
        headers.set(amz ? "x-amz-" + each : each, value);
      }
    }
    fields.forEach(
        (field, value) -> {
          if (field.startsWith("x-amz-") && !isSignature(field)) {
            headers.set(field, value);
          }
        });
    String path = request.path().endsWith("/") ? request.path() : request.path() + "/";
    return new Inbound(
        "PUT", path + PercentEncoding.encodePath(key), "", headers.build(), file.body());
  }

  private static boolean isSignature(String field) {
    return field.equals("x-amz-signature")
        || field.equals("x-amz-credential")
        || field.equals("x-amz-algorithm")
        || field.equals("x-amz-date");
  }

  @Nullable String field(String name) {
    return fields.get(name);
  }
}
