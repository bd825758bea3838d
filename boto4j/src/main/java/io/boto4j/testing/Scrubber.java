package io.boto4j.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Removal of secrets from what is written to a cassette. A transport has no service model, so
 * secrets are found by the names of members, in JSON, XML and form bodies alike.
 */
final class Scrubber {
  static final String HIDDEN = "SCRUBBED";

  /** Members that service models often mark as sensitive, and some that models miss. */
  private static final List<String> NAMES =
      List.of(
          "SecretAccessKey",
          "SecretKey",
          "SessionToken",
          "SecretString",
          "SecretBinary",
          "ClientRequestToken",
          "MasterUserPassword",
          "Password",
          "NewPassword",
          "OldPassword",
          "ProposedPassword",
          "PreviousPassword",
          "TemporaryPassword",
          "UserPassword",
          "AuthToken",
          "AccessToken",
          "RefreshToken",
          "IdToken",
          "ClientSecret",
          "SAMLAssertion",
          "WebIdentityToken",
          "Plaintext",
          "PrivateKey",
          "KeyMaterial",
          "AuthorizationToken");

  /** Headers that contain a secret or change from call to call. */
  private static final Set<String> HEADERS =
      Set.of(
          "authorization",
          "x-amz-date",
          "date",
          "x-amz-security-token",
          "x-amz-s3session-token",
          "x-amz-content-sha256",
          "amz-sdk-invocation-id",
          "amz-sdk-request",
          "user-agent",
          "x-amz-user-agent",
          "content-length",
          "host",
          "set-cookie",
          "x-amzn-trace-id",
          "x-amz-server-side-encryption-customer-key",
          "x-amz-copy-source-server-side-encryption-customer-key");

  private static final Set<String> QUERY =
      Set.of(
          "x-amz-signature",
          "x-amz-credential",
          "x-amz-security-token",
          "x-amz-date",
          "x-amz-s3session-token");

  private final List<String> names = new ArrayList<>(NAMES);

  Scrubber(List<String> more) {
    names.addAll(more);
  }

  static boolean keepsHeader(String name) {
    return !HEADERS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Returns a query without its signature; the other pairs are unchanged. */
  static String query(String query) {
    StringBuilder kept = new StringBuilder();
    int start = 0;
    while (start <= query.length()) {
      int end = query.indexOf('&', start);
      end = end < 0 ? query.length() : end;
      String pair = query.substring(start, end);
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!QUERY.contains(name.toLowerCase(Locale.ROOT))) {
        kept.append(kept.length() == 0 ? "" : "&").append(pair);
      }
      start = end + 1;
    }
    return kept.toString();
  }

  String text(String text) {
    String scrubbed = text;
    for (String name : names) {
      scrubbed = json(scrubbed, name);
      scrubbed = between(scrubbed, "<" + name + ">", "<");
      scrubbed = form(scrubbed, name);
    }
    return scrubbed;
  }

  /** Scrubs the string after a member's name, which may begin with a small letter. */
  private static String json(String text, String name) {
    String scrubbed = text;
    String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    for (String spelled : List.of(name, lower)) {
      for (String colon : List.of("\":\"", "\": \"")) {
        scrubbed = between(scrubbed, "\"" + spelled + colon, "\"");
      }
    }
    return scrubbed;
  }

  private static String form(String text, String name) {
    return text.startsWith("Action=") ? between(text, "&" + name + "=", "&") : text;
  }

  /** Scrubs all text between two marks. A quote after a backslash does not count as a mark. */
  private static String between(String text, String before, String after) {
    int found = text.indexOf(before);
    if (found < 0) {
      return text;
    }
    StringBuilder scrubbed = new StringBuilder(text.length());
    int done = 0;
    while (found >= 0) {
      int start = found + before.length();
      int end = end(text, after, start);
      scrubbed.append(text, done, start).append(HIDDEN);
      done = end;
      found = text.indexOf(before, end);
    }
    return scrubbed.append(text, done, text.length()).toString();
  }

  private static int end(String text, String after, int start) {
    int end = text.indexOf(after, start);
    while (after.equals("\"") && end > 0 && isEscaped(text, end)) {
      end = text.indexOf(after, end + 1);
    }
    return end < 0 ? text.length() : end;
  }

  private static boolean isEscaped(String text, int quote) {
    int backslashes = 0;
    while (quote - backslashes > 0 && text.charAt(quote - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
