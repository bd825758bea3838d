package io.boto4j.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.text.PercentEncoding;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** AWS's SigV4 test suite: canonical request, string to sign, Authorization, signed request. */
final class SigV4SuiteTest {
  private static final Path SUITE =
      Path.of(System.getProperty("boto4j.shared.data", "../../shared/data")).resolve("sigv4");

  /** The suite has unencoded paths, and expects them to be encoded once. */
  private static final SigningProperties PROPERTIES =
      new SigningProperties("service", "us-east-1", false, true, false);

  private static final Instant AT = Instant.parse("2015-08-30T12:36:00Z");
  private static final String TOKEN = "X-Amz-Security-Token";

  /** Reasons by case: the .sreq contradicts the .authz of the case, which is followed. */
  private static final Map<String, String> WRONG_SREQ =
      Map.of("get-vanilla-with-session-token", "its .sreq has another signature than its .authz");

  private final SigV4Signer signer = new SigV4Signer();

  @TestFactory
  Stream<DynamicTest> suite() throws IOException {
    if (!Files.isDirectory(SUITE)) {
      System.out.println("sigv4: skipped, there is no folder " + SUITE);
      return Stream.empty();
    }
    List<Path> cases;
    try (Stream<Path> files = Files.walk(SUITE)) {
      cases = files.filter(file -> file.toString().endsWith(".req")).sorted().toList();
    }
    System.out.println(
        "sigv4: " + cases.size() + " cases, " + WRONG_SREQ.size() + " with a known wrong .sreq");
    assertThat(cases).isNotEmpty();
    return cases.stream().map(file -> dynamicTest(name(file), file.toUri(), () -> check(file)));
  }

  private void check(Path file) throws IOException {
    Message unsigned = Message.read(text(file, "req"));
    Message signed = Message.read(text(file, "sreq"));
    boolean tokenIsSigned = text(file, "authz").contains(TOKEN.toLowerCase(Locale.ROOT));

    SigV4Explanation signature =
        signer.explain(
            new HttpRequest(
                unsigned.method(), unsigned.uri(), unsigned.headers(), HttpBody.empty()),
            new Sha256().hex(unsigned.body().getBytes(StandardCharsets.UTF_8)),
            PROPERTIES,
            Credentials.of(
                "AKIDEXAMPLE",
                "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                tokenIsSigned ? signed.headers().first(TOKEN) : null),
            AT);

    assertThat(signature.canonicalRequest()).isEqualTo(text(file, "creq"));
    assertThat(signature.stringToSign()).isEqualTo(text(file, "sts"));
    assertThat(signature.headers().first("Authorization")).isEqualTo(text(file, "authz"));
    Headers sent = signature.headers();
    if (!tokenIsSigned && signed.headers().contains(TOKEN)) {
      sent = sent.toBuilder().add(TOKEN, signed.headers().first(TOKEN)).build();
    }
    if (WRONG_SREQ.containsKey(id(file))) {
      assertThat(lines(sent)).as("known as wrong").isNotEqualTo(lines(signed.headers()));
    } else {
      assertThat(lines(sent)).isEqualTo(lines(signed.headers()));
    }
  }

  /** Returns the name of a case, with the reason of a known difference. */
  private static String name(Path file) {
    String reason = WRONG_SREQ.get(id(file));
    return "sigv4 / " + id(file) + (reason == null ? "" : " — known difference: " + reason);
  }

  private static String id(Path file) {
    return file.getParent().getFileName().toString();
  }

  private static String text(Path request, String extension) throws IOException {
    String name = request.getFileName().toString();
    return Files.readString(
        request.resolveSibling(name.substring(0, name.length() - 3) + extension));
  }

  /** Returns the headers in lower case and sorted: the order of sending does not matter. */
  private static List<String> lines(Headers headers) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      lines.add(headers.nameAt(i).toLowerCase(Locale.ROOT) + ":" + headers.valueAt(i).strip());
    }
    Collections.sort(lines);
    return lines;
  }

  /** A request of the suite without Host, which the signer takes from the URI. */
  private record Message(String method, URI uri, Headers headers, String body) {
    static Message read(String text) {
      List<String> lines = new ArrayList<>(text.lines().toList());
      String first = lines.remove(0);
      Headers.Builder headers = Headers.builder();
      String name = "";
      List<String> values = new ArrayList<>();
      while (!lines.isEmpty() && !lines.get(0).isEmpty()) {
        String line = lines.remove(0);
        if (line.startsWith(" ")) { // obsolete folding, RFC 9112 section 5.2
          values.add(line);
          continue;
        }
        flush(headers, name, values);
        name = line.substring(0, line.indexOf(':'));
        values.add(line.substring(name.length() + 1));
      }
      flush(headers, name, values);
      String target = first.substring(first.indexOf(' ') + 1, first.lastIndexOf(' '));
      String body = lines.size() < 2 ? "" : String.join("\n", lines.subList(1, lines.size()));
      return new Message(
          first.substring(0, first.indexOf(' ')),
          uri(headers.build().first("Host"), target),
          headers.remove("Host").build(),
          body);
    }

    private static void flush(Headers.Builder headers, String name, List<String> values) {
      if (!values.isEmpty()) {
        headers.add(name, String.join(" ", values));
        values.clear();
      }
    }

    private static URI uri(String host, String target) {
      int query = target.indexOf('?');
      if (query < 0) {
        return URI.create("https://" + host + PercentEncoding.encodePath(target));
      }
      StringBuilder encoded = new StringBuilder();
      for (char c : target.substring(query + 1).toCharArray()) {
        encoded.append(c < 0x80 ? String.valueOf(c) : PercentEncoding.encode(String.valueOf(c)));
      }
      return URI.create(
          "https://"
              + host
              + PercentEncoding.encodePath(target.substring(0, query))
              + "?"
              + encoded);
    }
  }
}
