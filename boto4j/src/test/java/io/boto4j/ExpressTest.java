package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The session credentials of directory buckets are requested, cached and renewed. */
final class ExpressTest {
  private static final String BUCKET = "my-bucket--use1-az4--x-s3";
  private static final String HOST = "my-bucket--use1-az4--x-s3.s3express-use1-az4.us-east-1";
  private static final Map<String, String> OBJECT = Map.of("Bucket", BUCKET, "Key", "a//b");

  private final Recorder recorder = new Recorder().answer(this::answer);
  private final MovableClock clock = new MovableClock();
  private int sessions;

  /** The response to CreateSession, or null for a session of five minutes. */
  private volatile Supplier<HttpResponse> refusal;

  private HttpResponse answer(HttpRequest request) {
    if (!"session".equals(request.uri().getRawQuery())) {
      return Recorder.response(204, "");
    }
    if (refusal != null) {
      return refusal.get();
    }
    sessions++;
    return session("EXPRESSKEY" + sessions, clock.instant().plusSeconds(300).toString());
  }

  private static HttpResponse session(String keyId, String expiration) {
    return Recorder.response(
        200,
        "<CreateSessionResult><Credentials><SessionToken>EXPRESSTOKEN</SessionToken>"
            + "<SecretAccessKey>EXPRESSSECRET</SecretAccessKey><AccessKeyId>"
            + keyId
            + "</AccessKeyId><Expiration>"
            + expiration
            + "</Expiration></Credentials></CreateSessionResult>");
  }

  private Session.Builder session() {
    return Sessions.with(recorder).region("us-east-1").clock(clock);
  }

  private Client s3() {
    return session().build().client("s3");
  }

  @Test
  void resume_sessionOfABucket_isRequestedAgain() {
    Session session = session().build();
    Client client = session.client("s3");
    client.call("GetObject", OBJECT);
    client.call("GetObject", OBJECT);
    assertThat(sessions).isEqualTo(1);

    session.resume();
    client.call("GetObject", OBJECT);

    assertThat(sessions).isEqualTo(2);
    assertThat(recorder.last().headers().first("Authorization")).contains("EXPRESSKEY2/");
  }

  @Test
  void call_firstOfABucket_asksForASession() {
    s3().call("GetObject", OBJECT);

    HttpRequest asked = recorder.requests().get(0);
    assertThat(asked.uri()).hasToString("https://" + HOST + ".amazonaws.com/?session");
    assertThat(asked.headers().first("Authorization"))
        .contains("Credential=AKIDEXAMPLE/20260203/us-east-1/s3express/aws4_request");
    assertThat(asked.headers().contains("X-Amz-S3session-Token")).isFalse();
    HttpRequest sent = recorder.last();
    assertThat(sent.uri()).hasToString("https://" + HOST + ".amazonaws.com/a//b");
    assertThat(sent.headers().first("Authorization"))
        .contains("Credential=EXPRESSKEY1/20260203/us-east-1/s3express/aws4_request")
        .contains(";x-amz-s3session-token");
    assertThat(sent.headers().first("X-Amz-S3session-Token")).isEqualTo("EXPRESSTOKEN");
    assertThat(sent.headers().contains("X-Amz-Security-Token")).isFalse();
  }

  @Test
  void session_ofABucket_servesAllItsCalls() {
    Client s3 = s3();

    s3.call("GetObject", OBJECT);
    s3.call("HeadBucket", Map.of("Bucket", BUCKET));
    s3.presign("GetObject", OBJECT);
    s3.call("GetObject", Map.of("Bucket", "other--use1-az4--x-s3", "Key", "k"));

    assertThat(keysUsed())
        .containsExactly("AKIDEXAMPLE", "EXPRESSKEY1", "EXPRESSKEY1", "AKIDEXAMPLE", "EXPRESSKEY2");
  }

  @Test
  void session_ofTheHundredBefore_isForgotten() {
    Client s3 = s3();
    s3.call("GetObject", OBJECT);
    for (int i = 0; i < 100; i++) {
      s3.call("GetObject", Map.of("Bucket", "b" + i + "--use1-az4--x-s3", "Key", "k"));
    }

    s3.call("GetObject", Map.of("Bucket", "b1--use1-az4--x-s3", "Key", "k"));
    assertThat(sessions).isEqualTo(101);
    s3.call("GetObject", OBJECT);
    assertThat(sessions).isEqualTo(102);
  }

  @ParameterizedTest
  @CsvSource({"254, 1", "256, 2", "289, 2", "291, 2", "1000, 2"})
  void session_thatRunsOut_isRenewed(int seconds, int expected) {
    Client s3 = s3();
    s3.call("GetObject", OBJECT);

    clock.now = clock.now.plusSeconds(seconds);
    s3.call("GetObject", OBJECT);

    assertThat(sessions).isEqualTo(expected);
    assertThat(keysUsed()).endsWith("EXPRESSKEY" + expected);
  }

  @Test
  void session_renewalThatFails_isOfAccountOnlyAtTheEnd() {
    Client s3 = s3();
    s3.call("GetObject", OBJECT);
    refusal = () -> Recorder.response(403, "<Error><Code>AccessDenied</Code></Error>");

    clock.now = clock.now.plusSeconds(260);
    s3.call("GetObject", OBJECT);
    assertThat(keysUsed()).endsWith("AKIDEXAMPLE", "EXPRESSKEY1");

    clock.now = clock.now.plusSeconds(35);
    assertThatThrownBy(() -> s3.call("GetObject", OBJECT))
        .isInstanceOfSatisfying(
            ServiceException.class,
            e ->
                assertThat(e.operation() + " " + e.code()).isEqualTo("CreateSession AccessDenied"));
  }

  @Test
  void session_thatIsOver_isRefused() {
    refusal = () -> session("EXPRESSKEY", "2026-02-03T04:05:06Z");

    assertThatThrownBy(() -> s3().call("GetObject", OBJECT))
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessageEndingWith("the refreshed credentials are still expired.");
  }

  @Test
  void session_withoutKeys_isRefused() {
    refusal = () -> Recorder.response(200, "<CreateSessionResult/>");

    assertThatThrownBy(() -> s3().call("GetObject", OBJECT))
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessage(
            "Error when retrieving credentials from s3express: the session of a bucket lacks some");
  }

  @Test
  @Timeout(30)
  void session_renewedByOneThread_keepsTheOthersGoing() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    Client s3 = s3();
    s3.call("GetObject", OBJECT);
    recorder.answer(
        request -> {
          if ("session".equals(request.uri().getRawQuery())) {
            asked.countDown();
            awaitLatch(answered);
          }
          return answer(request);
        });
    clock.now = clock.now.plusSeconds(260);

    CompletableFuture<Response> renewing = s3.callAsync("GetObject", OBJECT);
    awaitLatch(asked);
    s3.call("GetObject", OBJECT);
    assertThat(keysUsed()).endsWith("EXPRESSKEY1");
    answered.countDown();
    renewing.get(20, TimeUnit.SECONDS);

    assertThat(keysUsed()).endsWith("EXPRESSKEY2");
    assertThat(sessions).isEqualTo(2);
  }

  private static void awaitLatch(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IOException("nobody came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Test
  void call_withoutCredentials_saysSo() {
    Client s3 = Sessions.bare(recorder).region("us-east-1").build().client("s3");

    assertThatThrownBy(() -> s3.call("GetObject", OBJECT))
        .isInstanceOf(NoCredentialsException.class);
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void url_ofADirectoryBucket_carriesItsToken() {
    assertThat(s3().presign("GetObject", OBJECT, Duration.ofSeconds(60)))
        .asString()
        .startsWith("https://" + HOST + ".amazonaws.com/a//b?X-Amz-Algorithm=AWS4-HMAC-SHA256&")
        .contains("X-Amz-Credential=EXPRESSKEY1%2F20260203%2Fus-east-1%2Fs3express%2F")
        .contains("&X-Amz-S3session-Token=EXPRESSTOKEN&");
  }

  @Test
  void post_toADirectoryBucket_carriesItsToken() {
    PresignedPost post = s3().presignPost(BUCKET, "k");

    assertThat(post.url()).hasToString("https://" + HOST + ".amazonaws.com/");
    assertThat(post.fields())
        .containsEntry("X-Amz-S3session-Token", "EXPRESSTOKEN")
        .containsEntry("x-amz-credential", "EXPRESSKEY1/20260203/us-east-1/s3express/aws4_request");
  }

  @Test
  void body_thatMustHaveAChecksum_hasCrc32() {
    s3().call(
            "DeleteObjects",
            Map.of("Bucket", BUCKET, "Delete", Map.of("Objects", List.of(Map.of("Key", "k")))));

    assertThat(recorder.last().headers().contains("x-amz-checksum-crc32")).isTrue();
    assertThat(recorder.last().headers().contains("Content-MD5")).isFalse();
  }

  @Test
  void sessions_switchedOff_areNotAskedFor(@TempDir Path home) throws IOException {
    Path config =
        Files.writeString(
            home.resolve("config"), "[default]\ns3_disable_express_session_auth = true");
    Session inFile = session().environment(Map.of("AWS_CONFIG_FILE", config.toString())).build();
    Session inEnvironment =
        session().environment(Map.of("AWS_S3_DISABLE_EXPRESS_SESSION_AUTH", "true")).build();
    Session none = session().build();

    inFile.client("s3").call("GetObject", OBJECT);
    inEnvironment.client("s3").call("GetObject", OBJECT);
    none.client("s3", c -> c.s3(s -> s.disableExpressSessionAuth(true))).call("GetObject", OBJECT);

    assertThat(keysUsed()).containsExactly("AKIDEXAMPLE", "AKIDEXAMPLE", "AKIDEXAMPLE");
    assertThat(recorder.last().headers().first("Authorization"))
        .contains("/us-east-1/s3express/aws4_request");
  }

  @Test
  void explain_asksForNoSession() {
    Explanation told = s3().explain("GetObject", OBJECT);

    assertThat(recorder.requests()).isEmpty();
    assertThat(told.signature().version()).isEqualTo("v4-s3express");
    assertThat(told.signature().canonicalRequest()).contains("\nx-amz-s3session-token:***\n");
  }

  private List<String> keysUsed() {
    List<String> used = new ArrayList<>();
    for (HttpRequest request : recorder.requests()) {
      String authorization = String.valueOf(request.headers().first("Authorization"));
      int start = authorization.indexOf("Credential=") + "Credential=".length();
      used.add(authorization.substring(start, authorization.indexOf('/', start)));
    }
    return used;
  }

  /** A clock that the test advances and all threads read. */
  private static final class MovableClock extends Clock {
    private volatile Instant now = Sessions.NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
