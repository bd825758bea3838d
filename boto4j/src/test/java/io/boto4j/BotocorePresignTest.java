package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.HttpRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Presigned URLs and forms are byte for byte those of botocore, recorded by {@code
 * presign_fixtures.py}.
 */
final class BotocorePresignTest {
  private static final Map<String, Object> FIXTURES =
      Fixtures.map(Fixtures.read("botocore-presign.json"));

  @TestFactory
  Stream<DynamicTest> urls() {
    return cases("urls", 40).map(each -> test("urls", each, () -> url(each)));
  }

  @TestFactory
  Stream<DynamicTest> posts() {
    return cases("posts", 5).map(each -> test("posts", each, () -> post(each)));
  }

  @TestFactory
  Stream<DynamicTest> tokens() {
    return cases("tokens", 6).map(each -> test("tokens", each, () -> token(each)));
  }

  @TestFactory
  Stream<DynamicTest> eksTokens() {
    return cases("eks", 8).map(each -> test("eks", each, () -> eksToken(each)));
  }

  private static Stream<Map<String, Object>> cases(String kind, int atLeast) {
    List<Map<String, Object>> cases = Fixtures.maps(FIXTURES.get(kind));
    assertThat(cases).hasSizeGreaterThanOrEqualTo(atLeast);
    return cases.stream();
  }

  private static DynamicTest test(
      String kind, Map<String, Object> fixture, org.junit.jupiter.api.function.Executable check) {
    return dynamicTest("botocore presign " + kind + " / " + fixture.get("id"), check);
  }

  private static void url(Map<String, Object> fixture) {
    Recorder recorder = new Recorder();
    Client client =
        session(fixture, recorder)
            .client(
                (String) fixture.get("service"),
                c ->
                    c.region((String) fixture.get("region"))
                        .endpointUrl((String) fixture.get("endpoint")));
    String operation = (String) fixture.get("operation");
    Map<String, Object> params = Fixtures.map(Fixtures.decode(fixture.get("params")));

    assertThat(presigned(client, operation, params, fixture))
        .hasToString((String) fixture.get("url"));
    assertThat(recorder.requests()).isEmpty();
  }

  private static URI presigned(
      Client client, String operation, Map<String, Object> params, Map<String, Object> fixture) {
    String method = (String) fixture.get("method");
    Duration expires = expires(fixture);
    if (fixture.get("headers") == null) {
      return method == null
          ? client.presign(operation, params, expires)
          : client.presign(operation, params, expires, method);
    }
    Map<String, String> headers = texts(fixture.get("headers"));
    Map<String, Object> without = new HashMap<>(fixture);
    without.remove("headers");
    assertThat(presigned(client.with(new Adding(headers)), operation, params, without))
        .hasToString((String) fixture.get("url"));
    return method == null
        ? client.presign(operation, params, expires, o -> headers.forEach(o::header))
        : client.presign(operation, params, expires, method, o -> headers.forEach(o::header));
  }

  private static void post(Map<String, Object> fixture) {
    Client s3 =
        session(fixture, new Recorder()).client("s3", c -> c.endpointUrl("http://127.0.0.1:9000"));

    PresignedPost post =
        s3.presignPost(
            (String) fixture.get("bucket"),
            (String) fixture.get("key"),
            texts(fixture.get("fields")),
            (List<?>) fixture.get("conditions"),
            expires(fixture));

    assertThat(post.url()).hasToString((String) fixture.get("url"));
    Map<String, String> signed = texts(fixture.get("signed"));
    assertThat(policy(post.fields())).isEqualTo(policy(signed));
    assertThat(post.fields()).containsExactlyEntriesOf(signed);
  }

  private static String policy(Map<String, String> fields) {
    byte[] decoded = Base64.getDecoder().decode(fields.get("policy"));
    return new String(decoded, StandardCharsets.UTF_8);
  }

  private static void token(Map<String, Object> fixture) {
    AuthTokens tokens = session(fixture, new Recorder()).authTokens();
    Map<String, Object> arguments = Fixtures.map(fixture.get("arguments"));
    if (arguments.get("Region") instanceof String region) {
      tokens = tokens.region(region);
    }
    String host = (String) arguments.get("Hostname");
    String made =
        switch ((String) fixture.get("method")) {
          case "generate_db_connect_auth_token" ->
              arguments.get("ExpiresIn") instanceof Integer seconds
                  ? tokens.dsql(host, Duration.ofSeconds(seconds))
                  : tokens.dsql(host);
          case "generate_db_connect_admin_auth_token" -> tokens.dsqlAdmin(host);
          default ->
              tokens.rds(
                  (String) arguments.get("DBHostname"),
                  (Integer) arguments.get("Port"),
                  (String) arguments.get("DBUsername"));
        };

    assertThat(made).isEqualTo(fixture.get("made"));
  }

  private static void eksToken(Map<String, Object> fixture) {
    Map<String, String> environment = new HashMap<>(texts(fixture.get("environment")));
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    Recorder recorder = new Recorder();
    Session session =
        Sessions.with(recorder)
            .environment(environment)
            .region("ap-south-1")
            .credentials(
                Credentials.of(Sessions.KEY_ID, Sessions.SECRET, (String) fixture.get("token")))
            .build();
    AuthTokens tokens = session.authTokens().region((String) fixture.get("region"));

    assertThat(tokens.eks((String) fixture.get("cluster"))).isEqualTo(fixture.get("made"));
    assertThat(recorder.requests()).isEmpty();
  }

  private static Session session(Map<String, Object> fixture, Recorder recorder) {
    String token = (String) fixture.get("token");
    return Sessions.with(recorder)
        .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET, token))
        .build();
  }

  private static Duration expires(Map<String, Object> fixture) {
    return Duration.ofSeconds((Integer) fixture.get("expires"));
  }

  @SuppressWarnings("unchecked") // a JSON object of texts
  private static Map<String, String> texts(Object value) {
    return (Map<String, String>) value;
  }

  /** Adds headers where botocore's fixture adds them: before the request is signed. */
  private record Adding(Map<String, String> headers) implements Interceptor {
    @Override
    public HttpRequest beforeSign(CallContext call, HttpRequest request) {
      HttpRequest changed = request;
      for (Map.Entry<String, String> header : headers.entrySet()) {
        changed = changed.withHeader(header.getKey(), header.getValue());
      }
      return changed;
    }
  }
}
