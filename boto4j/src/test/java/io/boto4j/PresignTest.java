package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.NoRegionException;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.UnknownOperationException;
import io.boto4j.error.UnsupportedSignatureVersionException;
import io.boto4j.http.HttpRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Presigned URLs and forms: cases without a botocore fixture, and invalid ones. */
final class PresignTest {
  private static final String SECRET = "cAnArYsEcReTwJalrXUtnFEMIbPxRfiCYEXAMPLE";
  private static final String TOKEN = "cAnArYtOkEnFwoGZXIvYXdzEXAMPLETOKEN";

  private static Client client(String service) {
    return Sessions.with(new Recorder())
        .build()
        .client(service, c -> c.endpointUrl("https://example.com"));
  }

  @Test
  void url_withoutTime_isGoodForAnHour() {
    Map<String, String> params = Map.of("Bucket", "b-b", "Key", "k");

    assertThat(client("s3").presign("get_object", params))
        .isEqualTo(client("s3").presign("GetObject", params, Duration.ofHours(1)))
        .asString()
        .contains("X-Amz-Expires=3600&");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.999S", "PT-1S", "PT168H1S", "P20000000D"})
  void url_timeOutOfRange_isRefused(String time) {
    Client sts = client("sts");
    Client s3 = client("s3");

    assertThatThrownBy(() -> sts.presign("GetCallerIdentity", Map.of(), Duration.parse(time)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A presigned request is valid for 1 second to 7 days, not PT");
    assertThatThrownBy(() -> s3.presignPost("b-b", "k", Map.of(), List.of(), Duration.parse(time)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET\nX: y", "GET ", "M-SEARCH", "G\u00c4T"})
  void url_methodThatIsNone_isRefused(String method) {
    Client sts = client("sts");

    assertThatThrownBy(
            () -> sts.presign("GetCallerIdentity", Map.of(), Duration.ofMinutes(1), method))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Not an HTTP method");
  }

  @Test
  void url_methodInLowerCase_isSignedInCapitals() {
    Client sts = client("sts");

    assertThat(sts.presign("GetCallerIdentity", Map.of(), Duration.ofMinutes(1), "get"))
        .isEqualTo(sts.presign("GetCallerIdentity", Map.of(), Duration.ofMinutes(1), "GET"));
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void url_unknownOperationOrBadInput_isReportedAsInACall() {
    assertThatThrownBy(() -> client("s3").presign("GetObjet", Map.of()))
        .isInstanceOf(UnknownOperationException.class)
        .hasMessageContaining("GetObject");
    assertThatThrownBy(() -> client("s3").presign("GetObject", Map.of("Bucket", "b-b")))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("Missing required parameter in input: \"Key\"");
  }

  @Test
  void url_payload_isRefusedWithoutShowingIt() {
    Map<String, Object> params = Map.of("Bucket", "b-b", "Key", "k", "Body", "cAnArY payload");

    assertThatThrownBy(() -> client("s3").presign("PutObject", params))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave the payload out")
        .hasNoCause()
        .message()
        .doesNotContain("cAnArY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "a\0b", "a\r\nX-Evil: 1"})
  void header_lineBreak_isRefusedBeforeSigning(String value) {
    Map<String, Object> params =
        Map.of("Bucket", "b-b", "Key", "k", "Metadata", Map.of("name", value));

    assertThatThrownBy(() -> client("s3").presign("PutObject", params))
        .isInstanceOf(RuntimeException.class)
        .message()
        .doesNotContain(value);
  }

  @Test
  void query_lineBreak_isEncoded() {
    Map<String, Object> params =
        Map.of("Bucket", "b-b", "Key", "a\r\nb", "ResponseContentType", "a\r\nX: y");

    assertThat(client("s3").presign("GetObject", params))
        .asString()
        .contains("/a%0D%0Ab?")
        .contains("response-content-type=a%0D%0AX%3A%20y");
  }

  @Test
  void query_repeatedName_keepsAllValues() {
    // botocore drops all but the first, and so presigns another request.
    URI url =
        client("lambda")
            .presign("UntagResource", Map.of("Resource", "arn:a", "TagKeys", List.of("b", "a")));

    assertThat(url).asString().contains("?tagKeys=b&tagKeys=a&X-Amz-Algorithm=");
  }

  @Test
  void query_nestedJson_isJson() {
    URI url =
        client("dynamodb")
            .presign(
                "GetItem", Map.of("TableName", "t", "Key", Map.of("id", Map.of("S", "\u00fc"))));

    assertThat(url).asString().contains("Key=%7B%22id%22%3A%7B%22S%22%3A%22%5Cu00fc%22%7D%7D");
  }

  @Test
  void headers_ofTheCall_areSignedAndReplaceThoseOfTheInput() {
    Map<String, String> params = Map.of("Bucket", "b-b", "Key", "k", "ContentType", "a/b");
    URI url =
        client("s3")
            .presign(
                "PutObject",
                params,
                Duration.ofMinutes(5),
                o -> o.header("content-type", "image/png").header("X-Amz-Meta-A", "1"));

    assertThat(url)
        .asString()
        .contains("X-Amz-SignedHeaders=content-type%3Bhost%3Bx-amz-meta-a&")
        .isEqualTo(
            client("s3")
                .presign(
                    "PutObject",
                    Map.of("Bucket", "b-b", "Key", "k", "ContentType", "image/png"),
                    Duration.ofMinutes(5),
                    "put",
                    o -> o.header("x-amz-meta-a", "1"))
                .toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Authorization", "X-Amz-Date", "X-Amz-Security-Token", "a b"})
  void headers_thatSignOrFrame_areRefused(String name) {
    Client sts = client("sts");

    assertThatThrownBy(
            () ->
                sts.presign(
                    "GetCallerIdentity",
                    Map.of(),
                    Duration.ofMinutes(1),
                    o -> o.header(name, "value")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void interceptors_ofSigning_areAskedAfterTheOptionsOfTheCall() {
    List<String> seen = new ArrayList<>();
    Interceptor watching =
        new Interceptor() {
          @Override
          public HttpRequest beforeCall(CallContext call, HttpRequest request) {
            seen.add("beforeCall");
            return request;
          }

          @Override
          public HttpRequest beforeSign(CallContext call, HttpRequest request) {
            seen.add(call.operation() + " " + request.method() + " " + request.uri().getQuery());
            seen.add(String.valueOf(request.headers().first("x-own")));
            return request.withHeader("x-added", "2");
          }
        };
    for (String service : List.of("sts", "dynamodb", "lambda", "s3", "ec2", "route53")) {
      seen.clear();
      String operation =
          switch (service) {
            case "sts" -> "GetCallerIdentity";
            case "dynamodb" -> "ListTables";
            case "lambda" -> "ListFunctions";
            case "s3" -> "ListBuckets";
            case "ec2" -> "DescribeInstances";
            default -> "ListHostedZones";
          };
      URI url =
          client(service)
              .with(watching)
              .presign(
                  operation, Map.of(), Duration.ofMinutes(1), "GET", o -> o.header("x-own", "1"));

      assertThat(seen).hasSize(2);
      assertThat(seen.get(0)).startsWith(operation + " GET ");
      assertThat(seen.get(1)).isEqualTo("1");
      assertThat(url).asString().containsPattern("SignedHeaders=[^&]*host%3Bx-added%3B[^&]*x-own");
    }
    assertThat(seen).hasSize(2);
  }

  @Test
  void interceptor_thatThrowsOrReturnsNull_failsThePresigning() {
    Interceptor failing =
        new Interceptor() {
          @Override
          @SuppressWarnings("NullAway") // the fault
          public HttpRequest beforeSign(CallContext call, HttpRequest request) {
            if (call.service().equals("sts")) {
              throw new IllegalStateException("not today");
            }
            return null;
          }
        };

    assertThatThrownBy(() -> client("sts").with(failing).presign("GetCallerIdentity", Map.of()))
        .hasMessage("not today");
    assertThatThrownBy(() -> client("sns").with(failing).presign("ListTopics", Map.of()))
        .hasMessageContaining("returned null from beforeSign");
  }

  @Test
  void crossRegionUrl_insideACall_isNotChangedByInterceptors() {
    Map<String, Object> input = Map.of("SourceRegion", "us-east-1", "SourceSnapshotId", "s-1");
    Recorder recorder = new Recorder().answer(200, "<r><snapshotId>s</snapshotId></r>");
    Client ec2 = Sessions.client("ec2", recorder);
    ec2.call("CopySnapshot", input);
    String plain = Recorder.body(recorder.last());

    ec2.with(
            new Interceptor() {
              @Override
              public HttpRequest beforeSign(CallContext call, HttpRequest request) {
                return request.withHeader("x-added", "2");
              }
            })
        .call("CopySnapshot", input);

    assertThat(Recorder.body(recorder.last())).isEqualTo(plain).contains("PresignedUrl=");
    assertThat(recorder.last().headers().first("x-added")).isEqualTo("2");
  }

  @Test
  void eks_token_isNotChangedByTheSession() {
    String plain = Sessions.with(new Recorder()).build().authTokens().eks("c");
    Session other =
        Sessions.with(new Recorder())
            .config(
                c ->
                    c.signatureVersion("unsigned")
                        .endpointUrl("https://elsewhere.example.com")
                        .interceptor(
                            new Interceptor() {
                              @Override
                              public HttpRequest beforeSign(CallContext call, HttpRequest request) {
                                return request.withHeader("x-added", "2");
                              }
                            }))
            .build();

    assertThat(other.authTokens().eks("c")).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\r\nb", "a\0b"})
  void eks_clusterThatIsNone_isRefused(String cluster) {
    AuthTokens tokens = Sessions.with(new Recorder()).build().authTokens();

    assertThatThrownBy(() -> tokens.eks(cluster)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eks_withoutRegionOrCredentials_failsAsACallDoes() {
    Session bare = Sessions.bare(new Recorder()).build();

    assertThatThrownBy(() -> bare.authTokens().eks("c")).isInstanceOf(NoRegionException.class);
    assertThatThrownBy(() -> bare.authTokens().region("eu-west-1").eks("c"))
        .isInstanceOf(NoCredentialsException.class);
  }

  @Test
  void url_operationWithoutAuth_needsNoCredentials() {
    Client sts =
        Sessions.bare(new Recorder())
            .region("eu-west-1")
            .build()
            .client("sts", c -> c.endpointUrl("https://example.com"));

    assertThat(
            sts.presign(
                "AssumeRoleWithWebIdentity",
                Map.of(
                    "RoleArn",
                    "arn:aws:iam::123456789012:role/r",
                    "RoleSessionName",
                    "nn",
                    "WebIdentityToken",
                    "t".repeat(4))))
        .asString()
        .startsWith("https://example.com/?Action=AssumeRoleWithWebIdentity&")
        .doesNotContain("X-Amz-");
    assertThatThrownBy(() -> sts.presign("GetCallerIdentity", Map.of()))
        .isInstanceOf(NoCredentialsException.class);
  }

  @Test
  void url_unsignedClient_isPlain() {
    Client s3 =
        Sessions.bare(new Recorder())
            .region("eu-west-1")
            .build()
            .client("s3", c -> c.endpointUrl("https://example.com").signatureVersion("unsigned"));

    assertThat(s3.presign("GetObject", Map.of("Bucket", "b-b", "Key", "k")))
        .hasToString("https://example.com/b-b/k");
    assertThat(s3.presignPost("b-b", "k").fields()).isEqualTo(Map.of("key", "k"));
  }

  @Test
  void url_ofBearerService_isRefused() {
    assertThatThrownBy(() -> client("codecatalyst").presign("VerifySession", Map.of()))
        .isInstanceOf(UnsupportedSignatureVersionException.class)
        .hasMessage("Signature version(s) are not supported: bearer-query");
  }

  @Test
  void url_withSigV4a_namesItsRegions() {
    Client s3 =
        Sessions.with(new Recorder())
            .build()
            .client(
                "s3",
                c ->
                    c.endpointUrl("https://example.com")
                        .signatureVersion("s3v4a")
                        .sigv4aSigningRegionSet("eu-west-1,us-east-1"));

    assertThat(s3.presign("GetObject", Map.of("Bucket", "b-b", "Key", "k")))
        .asString()
        .contains("X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&")
        .contains("X-Amz-Credential=AKIDEXAMPLE%2F20260203%2Fs3%2Faws4_request&")
        .contains("&X-Amz-Region-Set=eu-west-1%2Cus-east-1&X-Amz-Signature=30");
    assertThatThrownBy(() -> s3.presignPost("b-b", "k"))
        .isInstanceOf(UnsupportedSignatureVersionException.class)
        .hasMessage("Signature version(s) are not supported: s3v4a-presign-post");
  }

  @Test
  void post_callersCollections_stayAsTheyWere() {
    Map<String, String> fields = new HashMap<>(Map.of("acl", "private"));
    List<Object> conditions = new ArrayList<>(List.of(Map.of("acl", "private")));

    PresignedPost post =
        client("s3").presignPost("b-b", "k", fields, conditions, Duration.ofMinutes(1));

    assertThat(fields).hasSize(1);
    assertThat(conditions).hasSize(1);
    assertThatThrownBy(() -> post.fields().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void post_ofOtherService_isRefused() {
    assertThatThrownBy(() -> client("sqs").presignPost("b-b", "k"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Only S3 accepts uploads from forms, and this is a client of sqs");
  }

  @Test
  void text_ofWhatIsSigned_showsNoSecret() {
    Client s3 =
        Sessions.with(new Recorder())
            .credentials(Credentials.of("AKIDEXAMPLE", SECRET, TOKEN))
            .build()
            .client("s3", c -> c.endpointUrl("https://example.com"));
    PresignedPost post = s3.presignPost("b-b", "k");
    String signature = post.fields().get("x-amz-signature");

    assertThat(post.fields()).containsEntry("x-amz-security-token", TOKEN);
    assertThat(post + " " + s3)
        .doesNotContain(signature)
        .doesNotContain(SECRET)
        .doesNotContain(TOKEN)
        .contains("https://example.com/b-b", "x-amz-signature");
    assertThat(s3.presign("GetObject", Map.of("Bucket", "b-b", "Key", "k")))
        .asString()
        .contains("X-Amz-Security-Token=" + TOKEN)
        .doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "evil.com/#", "a.com:1", "user@a.com", "a\nb", "a.com?x=", "[::1]"})
  void token_hostThatIsNone_isRefused(String host) {
    AuthTokens tokens = Sessions.with(new Recorder()).build().authTokens();

    assertThatThrownBy(() -> tokens.rds(host, 5432, "u"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Not a host name: ");
    assertThatThrownBy(() -> tokens.dsql(host)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tokens.rds("db.example.com", 65_536, "u"))
        .hasMessage("Not a port: 65536");
  }

  @Test
  void token_withoutRegion_saysSo() {
    AuthTokens tokens = Sessions.bare(new Recorder()).build().authTokens();

    assertThatThrownBy(() -> tokens.rds("db.example.com", 5432, "u"))
        .isInstanceOf(io.boto4j.error.NoRegionException.class);
    assertThatThrownBy(() -> tokens.region("x.evil.com/#"))
        .isInstanceOf(io.boto4j.error.InvalidRegionException.class);
  }
}
