package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bucket in another region is called there once the region is known. */
final class RedirectTest {
  private static final String REGION = "x-amz-bucket-region";
  private static final Map<String, String> OBJECT = Map.of("Bucket", "my-bucket", "Key", "k");

  private final Recorder recorder = new Recorder();
  private final Client s3 = client();

  private Client client() {
    return Sessions.with(recorder).region("us-east-1").build().client("s3");
  }

  /** A service in which every host except the bucket's own returns an error. */
  private void refuse(int status, String body, String... headers) {
    recorder.answer(
        request ->
            request.uri().getHost().contains("eu-west-1")
                ? Recorder.response(200, "")
                : Recorder.response(status, body, headers));
  }

  private static String error(String code, String rest) {
    return "<Error><Code>" + code + "</Code><Message>m</Message>" + rest + "</Error>";
  }

  private List<String> hosts() {
    List<String> hosts = new ArrayList<>();
    for (HttpRequest request : recorder.requests()) {
      hosts.add(request.method() + " " + request.uri().getHost());
    }
    return hosts;
  }

  private void assertRedirected(String method) {
    assertThat(hosts())
        .containsExactly(
            method + " my-bucket.s3.amazonaws.com",
            method + " my-bucket.s3.eu-west-1.amazonaws.com");
    assertThat(recorder.last().headers().first("Authorization"))
        .contains("/20260203/eu-west-1/s3/aws4_request");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307})
  void status_ofARedirect_isFollowedByTheHeader(int status) {
    refuse(status, error("TemporaryRedirect", ""), REGION, "eu-west-1");

    Response answer = s3.call("GetObject", OBJECT);

    assertRedirected("GET");
    List<Attempt> attempts = answer.metadata().attempts();
    assertThat(attempts).hasSize(2);
    assertThat(attempts.get(0).decision()).isEqualTo(Attempt.Decision.REDIRECTED);
    assertThat(attempts.get(1).number()).isEqualTo(2);
    assertThat(attempts.get(1).endpoint()).isEqualTo("my-bucket.s3.eu-west-1.amazonaws.com");
  }

  @ParameterizedTest
  @CsvSource({
    "301, PermanentRedirect",
    "400, PermanentRedirect",
    "400, AuthorizationHeaderMalformed",
    "400, IllegalLocationConstraintException"
  })
  void code_withRegionInTheBody_isFollowed(int status, String code) {
    refuse(status, error(code, "<Region>eu-west-1</Region>"));

    s3.call("GetObject", OBJECT);

    assertRedirected("GET");
  }

  @ParameterizedTest
  @CsvSource({"HeadObject, 301", "HeadObject, 400", "HeadBucket, 301", "HeadBucket, 400"})
  void head_withoutBody_isFollowedByTheHeader(String operation, int status) {
    refuse(status, "", REGION, "eu-west-1");

    s3.call(operation, operation.equals("HeadObject") ? OBJECT : Map.of("Bucket", "my-bucket"));

    assertRedirected("HEAD");
  }

  @Test
  void region_nobodyTells_isAskedOfTheBucket() {
    recorder.answer(
        request ->
            request.uri().getHost().contains("eu-west-1")
                ? Recorder.response(200, "")
                : request.method().equals("HEAD")
                    ? Recorder.response(403, "", REGION, "eu-west-1")
                    : Recorder.response(301, error("PermanentRedirect", "")));

    s3.call("GetObject", OBJECT);

    assertThat(hosts())
        .containsExactly(
            "GET my-bucket.s3.amazonaws.com",
            "HEAD my-bucket.s3.amazonaws.com",
            "GET my-bucket.s3.eu-west-1.amazonaws.com");
  }

  @Test
  void region_learned_isUsedFromThenOn() {
    refuse(301, error("PermanentRedirect", ""), REGION, "eu-west-1");
    s3.call("GetObject", OBJECT);
    recorder.requests().clear();

    s3.call("PutObject", Map.of("Bucket", "my-bucket", "Key", "k", "Body", "x"));
    assertThat(hosts()).containsExactly("PUT my-bucket.s3.eu-west-1.amazonaws.com");
    assertThat(s3.presign("GetObject", OBJECT, Duration.ofMinutes(1)))
        .hasHost("my-bucket.s3.eu-west-1.amazonaws.com");
    assertThat(s3.explain("GetObject", OBJECT).endpoint())
        .hasHost("my-bucket.s3.eu-west-1.amazonaws.com");

    recorder.answer(200, "");
    s3.call("GetObject", Map.of("Bucket", "other-bucket", "Key", "k"));
    assertThat(recorder.last().uri()).hasHost("other-bucket.s3.amazonaws.com");
    client().call("GetObject", OBJECT);
    assertThat(recorder.last().uri()).hasHost("my-bucket.s3.amazonaws.com");
  }

  @Test
  void redirect_secondOne_isTheEnd() {
    recorder.answer(
        request ->
            Recorder.response(
                301,
                error("PermanentRedirect", ""),
                REGION,
                request.uri().getHost().contains("eu-west-1") ? "eu-west-2" : "eu-west-1"));

    assertThatThrownBy(() -> s3.call("GetObject", OBJECT))
        .isInstanceOfSatisfying(
            ServiceException.class,
            e -> {
              assertThat(e.code()).isEqualTo("PermanentRedirect");
              assertThat(e.attempts()).hasSize(2);
            });
    assertThat(recorder.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.evil.com/#", "evil.com", "a@b", "", "-a", "us-east-1"})
  void region_hostileOrTheSame_isNotFollowed(String region) {
    refuse(301, error("PermanentRedirect", ""), REGION, region);

    assertThatThrownBy(() -> s3.call("GetObject", OBJECT)).isInstanceOf(ServiceException.class);
    assertThat(hosts()).containsExactly("GET my-bucket.s3.amazonaws.com");
  }

  @Test
  void error_ofAnotherKind_isNotFollowed() {
    refuse(403, error("AccessDenied", "<Region>eu-west-1</Region>"), REGION, "eu-west-1");
    assertThatThrownBy(() -> s3.call("GetObject", OBJECT)).hasMessageContaining("AccessDenied");
    refuse(400, error("AuthorizationHeaderMalformed", ""), REGION, "eu-west-1");
    assertThatThrownBy(() -> s3.call("GetObject", OBJECT)).isInstanceOf(ServiceException.class);
    refuse(400, "");
    assertThatThrownBy(() -> s3.call("HeadBucket", Map.of("Bucket", "my-bucket")))
        .isInstanceOf(ServiceException.class);
    refuse(400, error("IllegalLocationConstraintException", ""), REGION, "eu-west-1");
    assertThatThrownBy(() -> s3.call("CreateBucket", Map.of("Bucket", "my-bucket")))
        .isInstanceOf(ServiceException.class);

    assertThat(recorder.requests()).hasSize(4);
  }

  @Test
  void headBucket_thatIsToldNothing_isNotAskedAgain() {
    refuse(301, "");

    assertThatThrownBy(() -> s3.call("HeadBucket", Map.of("Bucket", "my-bucket")))
        .isInstanceOf(ServiceException.class);
    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  void arn_isNotFollowed() {
    recorder.answer(301, error("PermanentRedirect", ""), REGION, "eu-west-2");
    String arn = "arn:aws:s3:eu-west-1:123456789012:accesspoint/mine";

    assertThatThrownBy(() -> s3.call("GetObject", Map.of("Bucket", arn, "Key", "k")))
        .isInstanceOf(ServiceException.class);
    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  void operationWithoutBucket_isNotFollowed() {
    recorder.answer(301, error("PermanentRedirect", ""), REGION, "eu-west-1");

    assertThatThrownBy(() -> s3.call("ListBuckets")).isInstanceOf(ServiceException.class);
    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  void body_thatWasSent_isSentAgainWhole() {
    refuse(307, error("TemporaryRedirect", ""), REGION, "eu-west-1");

    s3.call("PutObject", Map.of("Bucket", "my-bucket", "Key", "a//b", "Body", "text"));

    assertThat(Recorder.body(recorder.last())).contains("text");
    assertThat(recorder.last().uri()).hasPath("/a//b");
  }

  @Test
  void body_thatCannotBeReadAgain_endsTheCall() {
    recorder.answer(this::readAndRefuse);
    InputStream body = new ByteArrayInputStream("text".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(
            () ->
                s3.call(
                    "PutObject",
                    Map.of("Bucket", "my-bucket", "Key", "k", "Body", body, "ContentLength", 4)))
        .isInstanceOf(ServiceException.class);
    assertThat(recorder.requests()).hasSize(1);
  }

  private HttpResponse readAndRefuse(HttpRequest request) {
    Recorder.body(request);
    return Recorder.response(307, error("TemporaryRedirect", ""), REGION, "eu-west-1");
  }
}
