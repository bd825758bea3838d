package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Explanation;
import io.boto4j.Session;
import io.boto4j.conformance.RecordingTransport.Sent;
import io.boto4j.conformance.page.SuiteRecord;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.ParamValidationException;
import io.boto4j.http.Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls, explanations and presigned URLs are prepared by the same code: an explanation describes
 * exactly the request that a call sends, and a presigned URL differs only where it must. Every
 * operation of a few services of each protocol is checked.
 */
final class SameRequestTest {
  /** A header whose value is new for every call. */
  private static final String INVOCATION_ID = "amz-sdk-invocation-id";

  /** A SigV4a signature, which differs each time. */
  private static final Pattern ASYMMETRIC = Pattern.compile("(?<=AWS4-ECDSA.{1,400}Signature=).*");

  /**
   * The headers of a call that a presigned URL leaves out: its signature is in the query, it
   * describes no attempt, its body is not known or is in the query, and boto3's customizations of
   * calls, which the last line lists, do not apply to it.
   */
  private static final Pattern NOT_PRESIGNED =
      Pattern.compile(
          "authorization|x-amz-date|x-amz-content-sha256|x-amz-region-set|user-agent|amz-sdk-.*"
              + "|accept-encoding|content-type|content-length|transfer-encoding|content-encoding"
              + "|content-md5|x-amz-(sdk-)?checksum-.*|x-amz-trailer|x-amz-decoded-content-length"
              + "|expect|accept|x-amz-sha256-tree-hash|x-amz-glacier-version|x-amz-api-version");

  /** Predict goes to the endpoint of its model, which boto3 does not presign for. */
  private static final String OTHER_HOST = "machinelearning Predict";

  private static final SuiteRecord RECORD = new SuiteRecord("same-request");
  private static int explained;
  private static int presigned;
  private static final Set<String> PROTOCOLS = new TreeSet<>();

  private final RecordingTransport transport = new RecordingTransport();
  private final List<String> problems = new ArrayList<>();
  private String protocol = "";

  private Client client(String service, Path home) {
    return Session.builder()
        .environment(Map.of("AWS_MAX_ATTEMPTS", "1"))
        .home(home)
        .region("us-west-2")
        .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
        .clock(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))
        .uuids(() -> UUID.fromString("00000000-0000-4000-8000-000000000000"))
        .transport(transport)
        .build()
        // With virtual hosts S3's presigned URLs do not have the global host.
        .client(service, c -> c.s3(options -> options.addressingStyle("virtual")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dynamodb", "sqs", "kms", "logs", "lambda", "apigateway", "glacier", "polly", "s3",
        "s3control", "cloudfront", "route53", "rds", "iam", "sts", "sns", "cloudformation", "ec2",
        "partnercentral-revenue-measurement", "events", "machinelearning", "bedrock-runtime"
      })
  void explain_everyOperation_describesTheRequestThatCallSends(String service, @TempDir Path home) {
    Client client = client(service, home);
    protocol = ResponseWire.protocolOf(client.model());
    PROTOCOLS.add(protocol);
    RECORD.count(protocol, "services", 1);
    for (String operation : client.operations()) {
      check(client, operation, SampleValues.minimal());
      check(client, operation, SampleValues.full());
    }
    assertThat(problems).isEmpty();
  }

  @AfterAll
  static void operations_checked_areManyOfAllProtocols() throws IOException {
    RECORD.write();
    System.out.println(
        "Same request: "
            + explained
            + " explanations compared with calls, "
            + presigned
            + " with presigned URLs; protocols "
            + PROTOCOLS);
    assertThat(explained).isGreaterThan(3_000);
    assertThat(presigned).isGreaterThan(2_000);
    assertThat(PROTOCOLS)
        .containsExactlyInAnyOrder(
            "ec2", "json", "query", "rest-json", "rest-xml", "smithy-rpc-v2-cbor");
  }

  private void check(Client client, String operation, SampleValues samples) {
    Map<String, Object> input = samples.input(client.model().operation(operation));
    String where = client.service() + " " + operation + ": ";
    Explanation explanation;
    try {
      explanation = client.explain(operation, input);
    } catch (ParamValidationException e) {
      // A sample that the service's own rules reject: nothing would be sent.
      return;
    }
    Sent sent = send(client, operation, input);
    Explanation.Request request = explanation.request();
    if (sent == null || request == null || explanation.failure() != null) {
      if (sent != null || explanation.failure() == null) {
        String seen = sent == null ? "nothing" : sent.method() + " " + sent.uri();
        problems.add(where + "sent " + seen + ", explained " + explanation);
      }
      return;
    }
    explained++;
    RECORD.passed(protocol);
    same(where + "method", request.method(), sent.method());
    same(where + "uri", request.uri(), sent.uri().toString());
    headers(where, request.headers(), sent.unframedHeaders());
    same(where + "length", "" + request.contentLength(), "" + sent.contentLength());
    presign(client, operation, input, request);
  }

  private Sent send(Client client, String operation, Map<String, Object> input) {
    transport.respond(200, Headers.empty(), new byte[0]);
    try {
      client.call(operation, input);
    } catch (Boto4jException | IllegalArgumentException e) {
      // An empty response is invalid for most operations, but the request has been sent.
    }
    return transport.sent();
  }

  private void headers(String where, Headers explained, Headers sent) {
    same(where + "headers", names(explained).toString(), names(sent).toString());
    for (int i = 0; i < Math.min(explained.size(), sent.size()); i++) {
      String name = explained.nameAt(i);
      if (!name.equals(INVOCATION_ID)) {
        same(where + name, explained.valueAt(i), sent.valueAt(i));
      }
    }
  }

  private static List<String> names(Headers headers) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      names.add(headers.nameAt(i));
    }
    return names;
  }

  /** Checks that two values are equal, unless the explanation hides a secret. */
  private void same(String what, String explained, String sent) {
    String shown = ASYMMETRIC.matcher(explained).replaceAll("");
    String real = ASYMMETRIC.matcher(sent).replaceAll("");
    if (!shown.equals(real) && !masked(shown).matcher(real).matches()) {
      problems.add(what + ": explained " + shown + ", sent " + real);
    }
  }

  private static Pattern masked(String shown) {
    StringBuilder pattern = new StringBuilder();
    for (String part : shown.split(Pattern.quote("***"), -1)) {
      pattern.append(pattern.length() == 0 ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }

  private void presign(
      Client client, String operation, Map<String, Object> input, Explanation.Request request) {
    URI url;
    try {
      url = client.presign(operation, input, Duration.ofMinutes(5), request.method());
    } catch (Boto4jException | IllegalArgumentException e) {
      // An operation with a payload, or without a signature for URLs, has no presigned URL.
      return;
    }
    presigned++;
    RECORD.count(protocol, "with a presigned URL", 1);
    String where = client.service() + " " + operation + ", presigned: ";
    URI called = URI.create(request.uri().replace("***", "masked"));
    if (!request.uri().contains("***")) {
      if (!where.startsWith(OTHER_HOST)) {
        same(where + "host", called.getRawAuthority(), url.getRawAuthority());
      }
      same(where + "path", path(called), path(url));
    }
    Set<String> signed = signedHeaders(url);
    for (int i = 0; i < request.headers().size(); i++) {
      String name = request.headers().nameAt(i).toLowerCase(Locale.ROOT);
      if (!signed.remove(name) && !NOT_PRESIGNED.matcher(name).matches() && signs(url)) {
        problems.add(where + "leaves out the header " + name);
      }
    }
    signed.remove("host");
    if (!signed.isEmpty()) {
      problems.add(where + "signs headers that the call does not send: " + signed);
    }
  }

  private static String path(URI uri) {
    return uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
  }

  private static boolean signs(URI url) {
    return url.getRawQuery() != null && url.getRawQuery().contains("X-Amz-SignedHeaders=");
  }

  private static Set<String> signedHeaders(URI url) {
    Set<String> names = new TreeSet<>();
    for (String pair : url.getRawQuery() == null ? new String[0] : url.getRawQuery().split("&")) {
      if (pair.startsWith("X-Amz-SignedHeaders=")) {
        names.addAll(Arrays.asList(pair.substring(pair.indexOf('=') + 1).split("%3B")));
      }
    }
    return names;
  }
}
