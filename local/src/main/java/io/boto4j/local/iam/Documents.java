package io.boto4j.local.iam;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Policy documents as IAM returns them: percent-encoded as RFC 3986 has it. */
final class Documents {
  private Documents() {}

  static String encoded(String document) {
    return URLEncoder.encode(document, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
