package io.boto4j.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.Client;
import io.boto4j.ClientConfig;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.local.LocalAws;
import io.boto4j.local.Signatures;
import io.boto4j.local.engine.EngineCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures, and the errors of wrong ones, in the words of each protocol. */
final class SignaturesTest {
  private static final Credentials ROOT = Credentials.of("AKIDROOT", "right");

  private final LocalAws aws = start(Signatures.ENFORCE);

  private static LocalAws start(Signatures mode) {
    return LocalAws.builder()
        .signatures(mode)
        .rootCredentials(ROOT)
        .on("s3", "PutObject", SignaturesTest::read)
        .on("s3", "GetObject", call -> Map.of("Body", "body".getBytes(StandardCharsets.UTF_8)))
        .on("lambda", "ListFunctions", call -> Map.of())
        .on("ec2", "DescribeRegions", call -> Map.of())
        .on("events", "PutEvents", call -> Map.of("FailedEntryCount", 0))
        .start();
  }

  /** Reads the body, as an engine does that stores it. */
  private static Map<String, ?> read(EngineCall call) {
    if (call.input().get("Body") instanceof InputStream body) {
      try {
        body.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Map.of();
  }

  @AfterEach
  void close() {
    aws.close();
  }

  private static Client client(LocalAws aws, String service, Credentials credentials, Instant at) {
    return session(aws, credentials, at).client(service, c -> c.maxAttempts(1));
  }

  private static Session session(LocalAws aws, Credentials credentials, Instant at) {
    return aws.sessionBuilder()
        .credentials(credentials)
        .clock(Clock.fixed(at, ZoneOffset.UTC))
        .build();
  }

  private static ServiceException refused(Client client, String operation) {
    return refused(client, operation, Map.of());
  }

  private static ServiceException refused(Client client, String operation, Map<String, ?> input) {
    ServiceException e =
        catchThrowableOfType(ServiceException.class, () -> client.call(operation, input));
    assertThat(e).isNotNull();
    return e;
  }

  @ParameterizedTest
  @CsvSource({
    "dynamodb, ListTables",
    "sqs, ListQueues",
    "iam, ListUsers",
    "sts, GetCallerIdentity",
    "lambda, ListFunctions",
    "ec2, DescribeRegions",
    "sns, ListTopics"
  })
  void signature_right_isAccepted(String service, String operation) {
    Client client = client(aws, service, ROOT, aws.clock().instant());
    assertThat(client.call(operation, Map.of())).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "dynamodb, ListTables, InvalidSignatureException, 400",
    "iam, ListUsers, SignatureDoesNotMatch, 403",
    "lambda, ListFunctions, InvalidSignatureException, 403",
    "ec2, DescribeRegions, AuthFailure, 401"
  })
  void secret_wrong_isRefused(String service, String operation, String code, int status) {
    Client client =
        client(aws, service, Credentials.of("AKIDROOT", "wrong"), aws.clock().instant());
    ServiceException e = refused(client, operation);
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.statusCode()).isEqualTo(status);
    assertThat(e)
        .hasMessageContaining(
            code.equals("AuthFailure")
                ? "AWS was not able to validate the provided access credentials"
                : "The request signature we calculated does not match the signature you provided.");
  }

  @ParameterizedTest
  @CsvSource({
    "dynamodb, ListTables, UnrecognizedClientException, 400",
    "iam, ListUsers, InvalidClientTokenId, 403",
    "lambda, ListFunctions, UnrecognizedClientException, 403"
  })
  void accessKey_unknown_isRefused(String service, String operation, String code, int status) {
    Client client =
        client(aws, service, Credentials.of("AKIDOTHER", "right"), aws.clock().instant());
    ServiceException e = refused(client, operation);
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.statusCode()).isEqualTo(status);
    assertThat(e).hasMessageContaining("The security token included in the request is invalid.");
  }

  @Test
  void s3_wrongSecretUnknownKeyAndSkew_areRefusedInItsWords() {
    Map<String, String> input = Map.of("Bucket", "b", "Key", "k");
    Instant now = aws.clock().instant();
    ServiceException wrong =
        refused(client(aws, "s3", Credentials.of("AKIDROOT", "wrong"), now), "GetObject", input);
    assertThat(wrong.code()).isEqualTo("SignatureDoesNotMatch");
    assertThat(wrong).hasMessageContaining("Check your key and signing method.");
    assertThat(wrong.response().toString())
        .contains("StringToSign=AWS4-HMAC-SHA256", "CanonicalRequest=GET");
    assertThat(
            refused(client(aws, "s3", Credentials.of("AKIDX", "right"), now), "GetObject", input)
                .code())
        .isEqualTo("InvalidAccessKeyId");
    assertThat(
            refused(client(aws, "s3", ROOT, now.minus(Duration.ofHours(1))), "GetObject", input)
                .code())
        .isEqualTo("RequestTimeTooSkewed");
  }

  @Test
  void time_skewed_namesBothTimes() {
    Instant past = aws.clock().instant().minus(Duration.ofHours(1));
    ServiceException e = refused(client(aws, "iam", ROOT, past), "ListUsers");
    assertThat(e.code()).isEqualTo("SignatureDoesNotMatch");
    assertThat(e.getMessage())
        .containsPattern(
            "Signature expired: \\d{8}T\\d{6}Z is now earlier than \\d{8}T\\d{6}Z"
                + " \\(\\d{8}T\\d{6}Z - 15 min\\.\\)");
  }

  @Test
  void sigV4a_rightAndWrongSecret() {
    Map<String, ?> input =
        Map.of(
            "EndpointId",
            "abcde.veo",
            "Entries",
            List.of(Map.of("Source", "s", "DetailType", "t", "Detail", "{}")));
    Instant now = aws.clock().instant();
    assertThat(client(aws, "events", ROOT, now).call("PutEvents", input)).isNotNull();
    ServiceException e =
        refused(
            client(aws, "events", Credentials.of("AKIDROOT", "wrong"), now), "PutEvents", input);
    assertThat(e.code()).isEqualTo("InvalidSignatureException");
  }

  @Test
  void chunks_signedOverHttp_areVerified() throws IOException {
    Client s3 =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region("us-east-1")
            .credentials(ROOT)
            .build()
            .client("s3", local(aws));
    // Over plain HTTP the body is signed; its checksum is in a header or a trailer.
    assertThat(s3.call("PutObject", Map.of("Bucket", "b", "Key", "k", "Body", new byte[100_000])))
        .isNotNull();
  }

  private static Consumer<ClientConfig.Builder> local(LocalAws aws) {
    return c ->
        c.endpointUrl(aws.endpoint().toString())
            .maxAttempts(1)
            .s3(s3 -> s3.addressingStyle("path"));
  }

  @Test
  void body_thatIsNotTheSignedOne_isRefused() throws IOException {
    String code =
        tampered(
            "s3",
            "PutObject",
            Map.of("Bucket", "b", "Key", "k", "Body", "right", "ContentMD5", ""));
    assertThat(code)
        .contains("<Code>XAmzContentSHA256Mismatch</Code>", "<S3ComputedContentSHA256>");
  }

  @Test
  void query_bodyThatIsNotTheSignedOne_isRefused() throws IOException {
    assertThat(tampered("iam", "ListUsers", Map.of("PathPrefix", "/right/")))
        .contains("<Code>SignatureDoesNotMatch</Code>");
  }

  /** Sends what a client signs, with another body, and returns the response. */
  private String tampered(String service, String operation, Map<String, String> input)
      throws IOException {
    String[] seen = new String[1];
    Client client =
        aws.sessionBuilder()
            .credentials(ROOT)
            .transport(
                new HttpTransport() {
                  @Override
                  public HttpResponse send(HttpRequest request) throws IOException {
                    String body;
                    try (InputStream in = request.body().open()) {
                      body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    }
                    Headers.Builder headers = request.headers().toBuilder();
                    headers.remove("x-amz-checksum-crc32");
                    HttpResponse response =
                        aws.transport()
                            .send(
                                request
                                    .withHeaders(headers.build())
                                    .withBody(
                                        HttpBody.of(
                                            body.replace("right", "wrong")
                                                .getBytes(StandardCharsets.UTF_8))));
                    byte[] bytes = response.body().readAllBytes();
                    seen[0] = new String(bytes, StandardCharsets.UTF_8);
                    return HttpResponse.of(
                        response.statusCode(), response.headers(), new ByteArrayInputStream(bytes));
                  }

                  @Override
                  public void close() {}
                })
            .build()
            .client(
                service,
                c ->
                    c.maxAttempts(1)
                        .requestChecksumCalculation("when_required")
                        .endpointUrl("http://localhost")
                        .s3(s3 -> s3.payloadSigningEnabled(true).addressingStyle("path")));
    Map<String, Object> given = new LinkedHashMap<>(input);
    given.remove("ContentMD5");
    assertThatThrownBy(() -> client.call(operation, given)).isInstanceOf(ServiceException.class);
    return seen[0];
  }

  @Test
  void request_unsignedOrMalformed_isRefused() throws IOException {
    assertThat(raw("GET", "/", Headers.empty(), "s3.us-east-1.amazonaws.com"))
        .contains("403", "<Code>AccessDenied</Code><Message>Access Denied</Message>");
    Headers target = Headers.of(Map.of("X-Amz-Target", "DynamoDB_20120810.ListTables"));
    assertThat(raw("POST", "/", target, "dynamodb.us-east-1.amazonaws.com"))
        .contains("400", "MissingAuthenticationTokenException", "Missing Authentication Token");
    assertThat(
            raw(
                "GET",
                "/?Action=ListUsers&Version=2010-05-08",
                Headers.empty(),
                "iam.amazonaws.com"))
        .contains("403", "MissingAuthenticationToken", "Request is missing Authentication Token");
    Headers half =
        Headers.of(
            Map.of(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDROOT/20260101/us-east-1/iam/aws4_request"));
    assertThat(raw("GET", "/?Action=ListUsers&Version=2010-05-08", half, "iam.amazonaws.com"))
        .contains(
            "<Code>IncompleteSignature</Code>",
            "Authorization header requires 'Signature' parameter.",
            "Authorization header requires 'SignedHeaders' parameter.",
            "existence of either a 'X-Amz-Date' or a 'Date' header.");
  }

  private String raw(String method, String target, Headers headers, String host)
      throws IOException {
    HttpRequest request =
        new HttpRequest(method, URI.create("https://" + host + target), headers, HttpBody.empty());
    try (HttpResponse response = aws.transport().send(request)) {
      return response.statusCode()
          + " "
          + new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void presignedUrl_expires_andIsVerified() throws IOException {
    Client s3 = client(aws, "s3", ROOT, aws.clock().instant());
    URI url = s3.presign("GetObject", Map.of("Bucket", "b", "Key", "k"), Duration.ofMinutes(5));
    assertThat(get(url)).isEqualTo("200 body");
    assertThat(get(URI.create(url.toString().replace("/k?", "/other?"))))
        .contains("SignatureDoesNotMatch");
    aws.clock().advance(Duration.ofMinutes(6));
    assertThat(get(url)).contains("403", "Request has expired");
  }

  private String get(URI url) throws IOException {
    try (HttpResponse response =
        aws.transport().send(new HttpRequest("GET", url, Headers.empty(), HttpBody.empty()))) {
      return response.statusCode()
          + " "
          + new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void modes_offAndWarn_acceptWrongSecrets() {
    for (Signatures mode : new Signatures[] {Signatures.OFF, Signatures.WARN}) {
      try (LocalAws lenient = start(mode)) {
        Client client =
            client(lenient, "iam", Credentials.of("AKIDROOT", "wrong"), lenient.clock().instant());
        assertThat(client.call("ListUsers", Map.of())).isNotNull();
      }
    }
  }

  @Test
  void keysOfUsers_wrongInactiveOrWithoutToken_areRefusedByDefault() {
    try (LocalAws usual = LocalAws.start()) {
      Client iam = usual.session().client("iam");
      iam.call("CreateUser", Map.of("UserName", "ann"));
      Map<?, ?> key = iam.call("CreateAccessKey", Map.of("UserName", "ann")).structure("AccessKey");
      String id = String.valueOf(key.get("AccessKeyId"));
      String secret = String.valueOf(key.get("SecretAccessKey"));
      Instant now = usual.clock().instant();
      assertThat(client(usual, "sqs", Credentials.of(id, secret), now).call("ListQueues", Map.of()))
          .isNotNull();
      assertThat(
              refused(client(usual, "sts", Credentials.of(id, "wrong"), now), "GetCallerIdentity")
                  .code())
          .isEqualTo("SignatureDoesNotMatch");
      iam.call(
          "UpdateAccessKey", Map.of("UserName", "ann", "AccessKeyId", id, "Status", "Inactive"));
      assertThat(
              refused(client(usual, "sts", Credentials.of(id, secret), now), "GetCallerIdentity")
                  .code())
          .isEqualTo("InvalidClientTokenId");
    }
  }
}
