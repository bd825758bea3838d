package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.ServiceException;
import io.boto4j.error.UnknownSignatureVersionException;
import io.boto4j.error.UnsupportedSignatureVersionException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.signing.SigV2Signature;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Signature Version 2, which SimpleDB requires, is byte for byte that of botocore, recorded by
 * {@code sigv2_fixtures.py}.
 */
final class BotocoreSigV2Test {
  private static final Map<String, Object> FIXTURES =
      Fixtures.map(Fixtures.read("botocore-sigv2.json"));

  @TestFactory
  Stream<DynamicTest> requests() {
    List<Map<String, Object>> cases = Fixtures.maps(FIXTURES.get("requests"));
    assertThat(cases).hasSizeGreaterThanOrEqualTo(13);
    return cases.stream()
        .map(each -> dynamicTest("botocore sigv2 / " + each.get("id"), () -> request(each)));
  }

  private static void request(Map<String, Object> fixture) {
    Recorder recorder = new Recorder().answer(500, "");
    Client client = client(fixture, recorder);
    String operation = (String) fixture.get("operation");
    Map<String, Object> params = Fixtures.map(fixture.get("params"));

    assertThatThrownBy(() -> client.call(operation, params)).isInstanceOf(ServiceException.class);

    HttpRequest sent = recorder.last();
    assertThat(Recorder.body(sent)).isEqualTo(fixture.get("body"));
    assertThat(sent.uri()).hasToString((String) fixture.get("url"));
    assertThat(sent.method()).isEqualTo(fixture.get("method"));
    assertThat(names(sent.headers())).isEqualTo(names(fixture));
    explanation(fixture, client, sent);
  }

  private static Client client(Map<String, Object> fixture, Recorder recorder) {
    String service = (String) fixture.get("service");
    String endpoint = (String) fixture.get("endpoint");
    return Sessions.with(recorder)
        .credentials(
            Credentials.of(Sessions.KEY_ID, Sessions.SECRET, (String) fixture.get("token")))
        .build()
        .client(
            service,
            c -> {
              c.region((String) fixture.get("region")).maxAttempts(1);
              if (endpoint != null) {
                c.endpointUrl(endpoint);
              }
              if (!service.equals("sdb")) {
                c.signatureVersion("v2");
              }
            });
  }

  private static Set<String> names(Headers headers) {
    Set<String> names = new TreeSet<>();
    for (Map.Entry<String, String> header : headers) {
      names.add(header.getKey().toLowerCase(Locale.ROOT));
    }
    return names;
  }

  /** The transport of botocore adds the one header, boto4j's adds the other. */
  private static Set<String> names(Map<String, Object> fixture) {
    Set<String> names = new TreeSet<>();
    for (Object name : Objects.requireNonNull((List<?>) fixture.get("headers"))) {
      names.add((String) name);
    }
    names.remove("content-length");
    names.add("accept-encoding");
    return names;
  }

  private static void explanation(Map<String, Object> fixture, Client client, HttpRequest sent) {
    Explanation explanation =
        client.explain((String) fixture.get("operation"), Fixtures.map(fixture.get("params")));
    Explanation.Signature signature = Objects.requireNonNull(explanation.signature());
    String token = (String) fixture.get("token");
    String signed = (String) fixture.get("stringToSign");

    assertThat(explanation.failure()).isNull();
    assertThat(signature.version()).isEqualTo("v2");
    assertThat(signature.canonicalRequest()).isNull();
    assertThat(signature.stringToSign())
        .isEqualTo(signed.replaceAll("(?<=SecurityToken=)[^&]*", token == null ? "" : "***"));
    assertThat(Objects.requireNonNull(explanation.request()).contentLength())
        .isEqualTo(sent.body().contentLength());
    assertThat(explanation.toString()).doesNotContain("wJalrXUtnFEMI", "IQoJb3JpZ2luX2Vj");
  }

  @Test
  void query_ofARequestWithoutBody_isSigned() throws IOException {
    Map<String, Object> fixture = Fixtures.map(FIXTURES.get("query"));
    String url = (String) fixture.get("url");
    String own = url.substring(0, url.indexOf("&AWSAccessKeyId"));
    HttpRequest request =
        new HttpRequest("GET", URI.create(own), Headers.empty(), HttpBody.empty());

    assertThat(signed(request, (String) fixture.get("token")).uri()).hasToString(url);
  }

  @Test
  void host_isSignedAsItIsSent() throws IOException {
    // botocore signs the host as the user spelled it, and services reject that.
    HttpRequest odd =
        new HttpRequest(
            "GET", URI.create("https://SDB.Example.com:443?a"), Headers.empty(), HttpBody.empty());

    assertThat(signature(odd, null).stringToSign()).startsWith("GET\nsdb.example.com\n/\nAWS");
    assertThat(signature(odd, null).stringToSign()).endsWith("&a=");
    assertThat(signature(odd, null).signed().uri().toString())
        .startsWith("https://SDB.Example.com:443/?a&AWSAccessKeyId=AKIDEXAMPLE&");
  }

  private static HttpRequest signed(HttpRequest request, String token) throws IOException {
    return signature(request, token).signed();
  }

  private static SigV2Signature signature(HttpRequest request, @Nullable String token)
      throws IOException {
    Credentials keys = Credentials.of(Sessions.KEY_ID, Sessions.SECRET, token);
    return new SigV2Signature(request, keys, Sessions.NOW.plusMillis(7));
  }

  @Test
  void attempts_areSignedOneByOne() {
    Recorder recorder = new Recorder();
    AtomicReference<Instant> now = new AtomicReference<>(Sessions.NOW);
    recorder.answer(
        request -> {
          now.set(now.get().plusSeconds(1));
          return Recorder.response(503, "");
        });
    Client sdb = Sessions.with(recorder).clock(clock(now)).build().client("sdb");

    assertThatThrownBy(() -> sdb.call("ListDomains")).isInstanceOf(ServiceException.class);

    Set<String> bodies = new TreeSet<>();
    for (HttpRequest sent : recorder.requests()) {
      String body = Recorder.body(sent);
      bodies.add(body);
      assertThat(body).containsOnlyOnce("Timestamp=").containsOnlyOnce("&Signature=");
    }
    assertThat(recorder.requests()).hasSizeGreaterThan(1);
    assertThat(bodies).hasSameSizeAs(recorder.requests());
  }

  private static Clock clock(AtomicReference<Instant> now) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }

  @Test
  void interceptor_beforeSign_changesWhatIsSigned() {
    Recorder recorder = new Recorder().answer(500, "");
    Client sdb = Sessions.client("sdb", recorder);
    Client elsewhere =
        sdb.with(
            new Interceptor() {
              @Override
              public HttpRequest beforeSign(CallContext call, HttpRequest request) {
                return request.withUri(URI.create("https://elsewhere.example.com/x"));
              }
            });

    assertThat(Objects.requireNonNull(elsewhere.explain("ListDomains", Map.of()).signature()))
        .extracting(Explanation.Signature::stringToSign)
        .asString()
        .startsWith("POST\nelsewhere.example.com\n/x\n");
  }

  @Test
  void url_isNotSupported_asInBoto3() {
    Client sdb = Sessions.client("sdb", new Recorder());

    assertThatThrownBy(() -> sdb.presign("ListDomains", Map.of()))
        .isInstanceOf(UnsupportedSignatureVersionException.class)
        .hasMessageContaining("v2-query");
  }

  @Test
  void bodyThatIsNoForm_isRefusedBeforeSending() {
    Recorder recorder = new Recorder();
    Client dynamodb =
        Sessions.with(recorder).build().client("dynamodb", c -> c.signatureVersion("v2"));

    assertThatThrownBy(() -> dynamodb.call("ListTables"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("set signatureVersion to v4");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void credentials_missing_areReported() {
    Client sdb = Sessions.bare(new Recorder()).region("eu-west-1").build().client("sdb");

    assertThatThrownBy(() -> sdb.call("ListDomains")).isInstanceOf(NoCredentialsException.class);
  }

  @Test
  void otherVersions_staySignedAsConfigured() {
    Recorder recorder = new Recorder().answer(500, "");
    Client v4 = Sessions.with(recorder).build().client("sdb", c -> c.signatureVersion("v4"));
    Client none =
        Sessions.with(recorder).build().client("sdb", c -> c.signatureVersion("unsigned"));
    Client v3 = Sessions.with(recorder).build().client("sdb", c -> c.signatureVersion("v3"));

    assertThatThrownBy(() -> v4.call("ListDomains")).isInstanceOf(ServiceException.class);
    assertThat(recorder.last().headers().first("Authorization")).contains("/eu-west-1/sdb/");
    assertThat(Recorder.body(recorder.last())).isEqualTo("Action=ListDomains&Version=2009-04-15");
    assertThatThrownBy(() -> none.call("ListDomains")).isInstanceOf(ServiceException.class);
    assertThat(Recorder.body(recorder.last())).isEqualTo("Action=ListDomains&Version=2009-04-15");
    assertThatThrownBy(() -> v3.call("ListDomains"))
        .isInstanceOf(UnknownSignatureVersionException.class);
  }

  @Test
  void answer_isParsed() {
    Recorder recorder =
        new Recorder()
            .answer(
                200,
                "<SelectResponse><SelectResult><Item><Name>i</Name><Attribute><Name>a</Name>"
                    + "<Value>1</Value></Attribute></Item></SelectResult><ResponseMetadata>"
                    + "<RequestId>r</RequestId><BoxUsage>0.1</BoxUsage></ResponseMetadata>"
                    + "</SelectResponse>");
    Response selected =
        Sessions.client("sdb", recorder)
            .call("Select", Map.of("SelectExpression", "select * from d"));

    assertThat(selected.search("Items[].Attributes[].Value")).isEqualTo(List.of("1"));
  }
}
