package io.boto4j.local.wire;

import io.boto4j.http.Headers;
import io.boto4j.internal.text.PercentEncoding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The canonical form of a request, of which signatures are made.
 *
 * <p>Source: AWS, "Signature Version 4 signing process".
 */
final class Canonical {
  private Canonical() {}

  /**
   * Returns the canonical form.
   *
   * @param request the request as it was sent
   * @param signed its signature
   * @param s3 whether paths are signed as S3 does, encoded once
   * @param payloadHash the hash of the body, or what stands for it
   */
  static String of(Inbound request, SignedRequest signed, boolean s3, String payloadHash) {
    StringBuilder canonical = new StringBuilder();
    canonical.append(request.method()).append('\n');
    canonical.append(s3 ? request.path() : PercentEncoding.encodePath(normal(request.path())));
    canonical.append('\n').append(query(request.query(), signed.presigned())).append('\n');
    for (String name : signed.signedHeaders()) {
      canonical.append(name).append(':').append(header(request.headers(), name)).append('\n');
    }
    canonical.append('\n').append(String.join(";", signed.signedHeaders())).append('\n');
    return canonical.append(payloadHash).toString();
  }

  private static String normal(String path) {
    if (!path.contains("//") && !path.contains("/.")) {
      return path;
    }
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.remove(parts.size() - 1);
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    String joined = "/" + String.join("/", parts);
    return path.endsWith("/") && joined.length() > 1 ? joined + "/" : joined;
  }

  private static String query(String query, boolean presigned) {
    List<String> pairs = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty() && !(presigned && pair.startsWith("X-Amz-Signature="))) {
        int equals = pair.indexOf('=');
        pairs.add(
            encoded(equals < 0 ? pair : pair.substring(0, equals))
                + "="
                + encoded(equals < 0 ? "" : pair.substring(equals + 1)));
      }
    }
    pairs.sort(
        (one, other) -> {
          String name = one.substring(0, one.indexOf('='));
          int order = name.compareTo(other.substring(0, other.indexOf('=')));
          return order != 0 ? order : one.compareTo(other);
        });
    return String.join("&", pairs);
  }

  /** Brings the encodings of all clients to the one that is signed. */
  private static String encoded(String text) {
    return PercentEncoding.encode(PercentEncoding.decode(text));
  }

  private static String header(Headers headers, String name) {
    List<String> values = new ArrayList<>();
    for (String value : headers.all(name)) {
      values.add(value.strip().replaceAll(" +", " "));
    }
    return String.join(",", values.isEmpty() ? Collections.singletonList("") : values);
  }
}
