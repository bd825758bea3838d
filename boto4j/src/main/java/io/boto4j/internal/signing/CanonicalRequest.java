package io.boto4j.internal.signing;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.text.PercentEncoding;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * SigV4's canonical request, written as bytes.
 *
 * <p>Follows botocore where AWS's description is ambiguous: the query is signed as it is sent,
 * without decoding, and an empty pair in it becomes {@code =}.
 */
final class CanonicalRequest {
  /** Headers that proxies and transports add, remove or change. */
  private static final String[] UNSIGNED = {
    "connection",
    "expect",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "x-amzn-trace-id",
  };

  private final Utf8Buffer out;
  private final Headers headers;

  /** The index of Host, which is taken from the URI if it is not in {@link #headers}. */
  private final int host;

  private final String hostValue;

  /** Indexes of the headers to sign, sorted by name; equal names keep their order. */
  private final int[] order;

  private int count;

  private CanonicalRequest(Utf8Buffer out, URI uri, Headers headers) {
    this.out = out;
    this.headers = headers;
    this.host = headers.size();
    this.hostValue = headers.contains("host") ? "" : HostHeader.of(uri);
    this.order = new int[host + 1];
    sortHeaders();
  }

  /**
   * Writes a canonical request.
   *
   * @param headers all headers to be sent except Authorization, in place of the request's own
   * @param payloadHash the last line, unless the headers include X-Amz-Content-SHA256
   * @return the names of the signed headers, as the Authorization header lists them
   */
  static String write(
      Utf8Buffer out,
      HttpRequest request,
      Headers headers,
      String payloadHash,
      SigningProperties properties) {
    CanonicalRequest canonical = new CanonicalRequest(out, request.uri(), headers);
    out.add(request.method()).add('\n');
    out.add(path(request.uri().getRawPath(), properties)).add('\n');
    String query = request.uri().getRawQuery();
    if (query != null && !query.isEmpty()) {
      CanonicalQuery.write(out, query);
    }
    out.add('\n');
    canonical.writeHeaders();
    out.add('\n');
    int names = out.length();
    canonical.writeNames();
    String signedHeaders = out.text(names, out.length());
    String sent = headers.first("X-Amz-Content-SHA256");
    out.add('\n').add(sent == null ? payloadHash : sent);
    return signedHeaders;
  }

  /** Returns the names of the headers that would be signed, as {@link #write} lists them. */
  static String signedHeaders(HttpRequest request) {
    Utf8Buffer out = new Utf8Buffer(64);
    new CanonicalRequest(out, request.uri(), request.headers()).writeNames();
    return out.text(0, out.length());
  }

  private static String path(@Nullable String rawPath, SigningProperties properties) {
    String path = rawPath == null || rawPath.isEmpty() ? "/" : rawPath;
    if (properties.normalizePath()) {
      path = normalize(path);
    }
    return properties.doubleEncode() ? PercentEncoding.encodePath(path) : path;
  }

  /** Removes dot segments (RFC 3986, section 5.2.4) and empty segments. */
  private static String normalize(String path) {
    if (!path.contains("/.") && !path.contains("//")) {
      return path;
    }
    StringBuilder normal = new StringBuilder(path.length());
    for (int from = 0, to; from <= path.length(); from = to + 1) {
      to = path.indexOf('/', from);
      to = to < 0 ? path.length() : to;
      int length = to - from;
      if (length == 2 && path.startsWith("..", from)) {
        normal.setLength(Math.max(0, normal.lastIndexOf("/")));
      } else if (length > 1 || (length == 1 && path.charAt(from) != '.')) {
        normal.append('/').append(path, from, to);
      }
    }
    if (normal.length() == 0 || path.endsWith("/")) {
      normal.append('/');
    }
    return normal.toString();
  }

  private void sortHeaders() {
    for (int i = 0; i <= host; i++) {
      if (i == host ? hostValue.isEmpty() : isUnsigned(headers.nameAt(i))) {
        continue;
      }
      int at = count++;
      // Names are HTTP tokens, which are ASCII: this is the order of the lower-case bytes.
      while (at > 0 && name(order[at - 1]).compareToIgnoreCase(name(i)) > 0) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
  }

  private void writeHeaders() {
    for (int i = 0; i < count; i++) {
      if (repeated(i)) {
        out.add(',');
      } else {
        if (i > 0) {
          out.add('\n');
        }
        out.addLowerCase(name(order[i])).add(':');
      }
      writeValue(order[i] == host ? hostValue : headers.valueAt(order[i]));
    }
    out.add('\n');
  }

  private void writeNames() {
    for (int i = 0; i < count; i++) {
      if (!repeated(i)) {
        if (i > 0) {
          out.add(';');
        }
        out.addLowerCase(name(order[i]));
      }
    }
  }

  /** Removes white space around a value; within it, each run becomes one space. */
  private void writeValue(String value) {
    boolean first = true;
    for (int from = 0, to; from < value.length(); from = to) {
      while (from < value.length() && isWhiteSpace(value.charAt(from))) {
        from++;
      }
      to = from;
      while (to < value.length() && !isWhiteSpace(value.charAt(to))) {
        to++;
      }
      if (to > from) {
        if (!first) {
          out.add(' ');
        }
        out.add(value, from, to);
        first = false;
      }
    }
  }

  private boolean repeated(int i) {
    return i > 0 && name(order[i - 1]).equalsIgnoreCase(name(order[i]));
  }

  private String name(int index) {
    return index == host ? "host" : headers.nameAt(index);
  }

  private static boolean isUnsigned(String name) {
    for (String unsigned : UNSIGNED) {
      if (unsigned.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWhiteSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
