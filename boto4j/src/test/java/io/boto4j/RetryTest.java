package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.Attempt.Decision;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ConnectionClosedException;
import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.ConnectionUse;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures are retried, how often and after what delay, and what is reported about it. */
final class RetryTest {
  private static final Map<String, Object> UPDATE =
      Map.of("TableName", "t", "Key", Map.of("id", Map.of("S", "1")));

  private final Recorder recorder = new Recorder();
  private final List<Duration> delays = new ArrayList<>();

  private Session.Builder session() {
    return Sessions.with(recorder).sleeper(delays::add);
  }

  private Client client(String service) {
    return session().build().client(service);
  }

  /** Returns these responses in turn, and then the last one forever. */
  private void script(HttpTransport... answers) {
    int[] next = {0};
    recorder.answer(request -> answers[Math.min(next[0]++, answers.length - 1)].send(request));
  }

  private static HttpTransport answer(int status, String body, String... headers) {
    return request -> Recorder.response(status, body, headers);
  }

  private static HttpTransport error(int status, String code) {
    return answer(status, "{\"__type\": \"" + code + "\", \"message\": \"m\"}");
  }

  private static HttpTransport failure(IOException e) {
    return request -> {
      throw e;
    };
  }

  private static HttpTransport cutOff(int status) {
    return request -> HttpResponse.of(status, Headers.empty(), new CutOff());
  }

  private static final class CutOff extends InputStream {
    @Override
    public int read() throws IOException {
      throw new EOFException("cut");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      throw new EOFException("cut");
    }
  }

  private static List<Decision> decisions(List<Attempt> attempts) {
    List<Decision> decisions = new ArrayList<>();
    attempts.forEach(each -> decisions.add(each.decision()));
    return decisions;
  }

  @Test
  void call_serverErrorThenGood_isTriedAgainAndTold() {
    script(error(500, "InternalServerError"), answer(200, "{}"));

    Response response = client("kms").call("ListKeys");

    assertThat(recorder.requests()).hasSize(2);
    assertThat(delays).containsExactly(Duration.ofMillis(25));
    assertThat(response.metadata().retryAttempts()).isEqualTo(1);
    List<Attempt> attempts = response.metadata().attempts();
    assertThat(attempts).hasSize(2);
    assertThat(attempts.get(0))
        .isEqualTo(
            new Attempt(
                1,
                Sessions.NOW,
                attempts.get(0).duration(),
                "kms.eu-west-1.amazonaws.com",
                ConnectionUse.UNKNOWN,
                500,
                "InternalServerError",
                Decision.RETRIED,
                Duration.ofMillis(25),
                486));
    assertThat(attempts.get(0).toString())
        .startsWith("1. kms.eu-west-1.amazonaws.com: 500 InternalServerError after ")
        .endsWith(" ms; RETRIED in 25 ms, quota left 486");
    assertThat(attempts.get(1).number()).isEqualTo(2);
    assertThat(attempts.get(1).decision()).isNull();
    assertThat(attempts.get(1).error()).isNull();
    assertThat(attempts.get(1).toString()).startsWith("2. kms.eu-west-1.amazonaws.com: 200 after ");
  }

  @Test
  void call_goodAtOnce_tellsOneAttempt() {
    Response response = client("kms").call("ListKeys");

    assertThat(response.metadata().retryAttempts()).isZero();
    assertThat(response.metadata().attempts()).hasSize(1);
    assertThat(response.metadata().attempts().get(0).statusCode()).isEqualTo(200);
  }

  @Test
  void call_alwaysThrottled_waitsLongerEachTimeAndSaysSo() {
    script(error(400, "ThrottlingException"));

    ServiceException e =
        catchThrowableOfType(ServiceException.class, () -> client("kms").call("ListKeys"));

    assertThat(e)
        .hasMessage(
            "An error occurred (ThrottlingException) when calling the ListKeys operation (reached"
                + " max retries: 2): m");
    assertThat(recorder.requests()).hasSize(3);
    assertThat(delays).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(decisions(e.attempts()))
        .containsExactly(Decision.RETRIED, Decision.RETRIED, Decision.MAX_ATTEMPTS_REACHED);
  }

  @Test
  void call_dynamoDb_hasFourAttemptsAndShorterDelays() {
    script(error(500, "InternalServerError"));

    assertThatThrownBy(() -> client("dynamodb").call("ListTables"))
        .hasMessageContaining("(reached max retries: 3)");

    assertThat(delays)
        .containsExactly(
            Duration.ofNanos(12_500_000), Duration.ofMillis(25), Duration.ofMillis(50));
  }

  @Test
  void call_finalError_isNotTriedAgain() {
    script(error(400, "ValidationException"));

    ServiceException e =
        catchThrowableOfType(ServiceException.class, () -> client("kms").call("ListKeys"));

    assertThat(e)
        .hasMessage(
            "An error occurred (ValidationException) when calling the ListKeys operation: m");
    assertThat(recorder.requests()).hasSize(1);
    assertThat(delays).isEmpty();
    assertThat(decisions(e.attempts())).containsExactly(Decision.NOT_RETRYABLE);
    assertThat(e.attempts().get(0).statusCode()).isEqualTo(400);
  }

  @Test
  void call_plain429_countsAsThrottling() {
    script(answer(429, ""), answer(200, "{}"));

    client("kms").call("ListKeys");

    assertThat(delays).containsExactly(Duration.ofMillis(500));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 500", // not before the backoff
    "2000, 2000",
    "60000, 5500", // not more than 5 s after the backoff
    "-1, 500",
    "soon, 500",
    "99999999999999999999, 500",
    "' 700 ', 700",
  })
  void call_retryAfter_isHeededWithinBounds(String header, int millis) {
    script(answer(429, "", "x-amz-retry-after", header), answer(200, "{}"));

    client("kms").call("ListKeys");

    assertThat(delays).containsExactly(Duration.ofMillis(millis));
  }

  @Test
  void call_noConnection_isTriedAgainAndTellsTheAttempts() {
    script(failure(new ConnectException("refused")));

    Boto4jException e =
        catchThrowableOfType(Boto4jException.class, () -> client("kms").call("CreateKey"));

    assertThat(e).hasMessageContaining("refused");
    assertThat(decisions(e.attempts()))
        .containsExactly(Decision.RETRIED, Decision.RETRIED, Decision.MAX_ATTEMPTS_REACHED);
    assertThat(e.attempts().get(0).error()).isEqualTo("EndpointConnectionException");
    assertThat(e.attempts().get(0).statusCode()).isZero();
  }

  @Test
  void call_headers_nameTheCallAndCountItsAttempts() {
    script(
        answer(500, "", "Date", "Tue, 03 Feb 2026 05:00:00 GMT"),
        failure(new EOFException()),
        answer(200, "{}"));

    client("kms").call("ListKeys");
    client("kms").call("ListKeys");

    List<String> described = new ArrayList<>();
    for (HttpRequest request : recorder.requests()) {
      assertThat(request.headers().all("amz-sdk-invocation-id"))
          .containsExactly(Sessions.TOKEN.toString());
      assertThat(request.headers().first("Authorization")).doesNotContain("amz-sdk");
      described.add(request.headers().first("amz-sdk-request"));
    }
    assertThat(described)
        .containsExactly(
            "attempt=1; max=3",
            "ttl=20260203T050100Z; attempt=2; max=3",
            "ttl=20260203T050100Z; attempt=3; max=3",
            "attempt=1; max=3");
  }

  @Test
  void call_unparsableDate_hasNoTtl() {
    script(answer(500, "", "Date", "yesterday"), answer(200, "{}"));

    client("kms").call("ListKeys");

    assertThat(recorder.last().headers().first("amz-sdk-request")).isEqualTo("attempt=2; max=3");
  }

  @Test
  void call_sessionWithoutUuids_hasADifferentIdEachTime() {
    Session session =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region("eu-west-1")
            .credentials(io.boto4j.credentials.Credentials.of("a", "b"))
            .transport(recorder)
            .build();
    Client client = session.client("kms");
    client.call("ListKeys");
    client.call("ListKeys");

    String first = recorder.requests().get(0).headers().first("amz-sdk-invocation-id");
    assertThat(first).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(recorder.last().headers().first("amz-sdk-invocation-id")).isNotEqualTo(first);
  }

  @Test
  void quota_usedUp_failsAtTheFirstErrorUntilAnswersAreGood() {
    script(error(500, "InternalServerError"));
    Client client = client("kms");
    int calls = 0;
    ServiceException e;
    do {
      calls++;
      e = catchThrowableOfType(ServiceException.class, () -> client.call("ListKeys"));
    } while (e.attempts().get(e.attempts().size() - 1).decision() != Decision.RETRY_QUOTA_REACHED);

    // 500 tokens are 35 retries at 14 each: 17 calls with two, and one with one.
    assertThat(calls).isEqualTo(18);
    assertThat(e.attempts()).hasSize(2);
    assertThat(e.attempts().get(1).quotaLeft()).isEqualTo(10);
    assertThat(e).hasMessageEndingWith("operation: m");

    script(answer(200, "{}"));
    for (int i = 0; i < 4; i++) {
      client.call("ListKeys");
    }
    script(error(500, "InternalServerError"), answer(200, "{}"), error(500, "X"));
    assertThat(client.call("ListKeys").metadata().retryAttempts()).isEqualTo(1);
    // The success returned the quota that its retry had used.
    assertThat(
            catchThrowableOfType(ServiceException.class, () -> client.call("ListKeys"))
                .attempts()
                .get(0)
                .quotaLeft())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "sqs, ReceiveMessage, QueueUrl, true",
    "sqs, SendMessage, QueueUrl, false",
    "stepfunctions, GetActivityTask, activityArn, true",
    "stepfunctions, DescribeActivity, activityArn, false",
  })
  void quota_usedUp_pollingWaitsOnce(
      String service, String operation, String member, boolean waits) {
    script(error(500, "InternalServerError"));
    Client client =
        session().build().client(service, c -> c.parameterValidation(false).maxAttempts(36));
    String url = "https://sqs.eu-west-1.amazonaws.com/1/q";
    assertThatThrownBy(() -> client.call(operation, Map.of(member, url)))
        .isInstanceOf(ServiceException.class);
    delays.clear();

    ServiceException e =
        catchThrowableOfType(
            ServiceException.class, () -> client.call(operation, Map.of(member, url)));

    assertThat(decisions(e.attempts())).containsExactly(Decision.RETRY_QUOTA_REACHED);
    assertThat(delays).hasSize(waits ? 1 : 0);
  }

  @Test
  void body_breaksAfterSuccess_ofWhatOnlyReads_isTriedAgain() {
    script(cutOff(200), answer(200, "{}"));

    Response response = client("dynamodb").call("GetItem", UPDATE);

    assertThat(response.metadata().attempts().get(0).statusCode()).isEqualTo(200);
    assertThat(response.metadata().attempts().get(0).error())
        .isEqualTo("ConnectionClosedException");
  }

  @ParameterizedTest
  @CsvSource({
    "dynamodb, TransactGetItems, {}",
    "kms, Decrypt, {}",
    "logs, FilterLogEvents, {}",
    "sqs, ReceiveMessage, {}",
    "sts, AssumeRole, <AssumeRoleResponse><AssumeRoleResult/></AssumeRoleResponse>",
    "s3, CompleteMultipartUpload, <CompleteMultipartUploadResult/>",
    "s3, DeleteObjects, <DeleteResult/>"
  })
  void body_breaksAfterSuccess_ofWhatMayBeRepeated_isTriedAgain(
      String service, String operation, String body) {
    script(cutOff(200), answer(200, body));
    Client client = session().build().client(service, c -> c.parameterValidation(false));
    Map<String, Object> input = new HashMap<>();
    if (service.equals("s3")) {
      input.putAll(Map.of("Bucket", "b", "Key", "k", "UploadId", "u", "Delete", Map.of()));
      input
          .keySet()
          .removeIf(name -> client.model().operation(operation).input().indexOf(name) < 0);
    } else if (service.equals("sqs")) {
      input.put("QueueUrl", "https://sqs.eu-west-1.amazonaws.com/1/q");
    }

    assertThat(client.call(operation, input).metadata().attempts()).hasSize(2);
  }

  @Test
  void body_breaksAfterSuccess_ofAPutThatCreates_isNotTriedAgain() {
    script(cutOff(200), answer(200, "{}"));
    Client client = session().build().client("connect", c -> c.parameterValidation(false));

    assertThatThrownBy(() -> client.call("CreateQueue", Map.of("InstanceId", "i", "Name", "n")))
        .isInstanceOf(ConnectionClosedException.class);

    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  void body_breaksAfterSuccess_ofWhatWrites_isNotTriedAgain() {
    script(cutOff(200), answer(200, "{}"));

    ConnectionClosedException e =
        catchThrowableOfType(
            ConnectionClosedException.class, () -> client("dynamodb").call("UpdateItem", UPDATE));

    assertThat(recorder.requests()).hasSize(1);
    assertThat(e).hasMessageContaining("the service had begun to send a success response");
    assertThat(decisions(e.attempts())).containsExactly(Decision.ALREADY_CARRIED_OUT);
  }

  @Test
  void body_breaksAfterAnError_ofWhatWrites_isTriedAgain() {
    script(cutOff(503), answer(200, "{}"));

    client("dynamodb").call("UpdateItem", UPDATE);

    assertThat(recorder.requests()).hasSize(2);
  }

  private static String crc(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    return Long.toString(crc.getValue());
  }

  @Test
  void crc32_fits_isGood() {
    recorder.answer(200, "{}", "x-amz-crc32", crc("{}"));

    assertThat(client("dynamodb").call("GetItem", UPDATE)).isEmpty();
    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  void crc32_differs_isTriedAgainAndFailsAtLast() {
    recorder.answer(200, "{}", "x-amz-crc32", "17");

    FlexibleChecksumException e =
        catchThrowableOfType(
            FlexibleChecksumException.class, () -> client("dynamodb").call("GetItem", UPDATE));

    assertThat(e)
        .hasMessage(
            "Checksum crc32 failed, expected checksum 17 did not match calculated checksum "
                + crc("{}")
                + ".");
    assertThat(recorder.requests()).hasSize(4);
    assertThat(e.attempts()).hasSize(4);
  }

  @Test
  void crc32_differsForAWrite_isNotTriedAgain() {
    recorder.answer(200, "{}", "x-amz-crc32", "17");

    assertThatThrownBy(() -> client("dynamodb").call("UpdateItem", UPDATE))
        .isInstanceOf(FlexibleChecksumException.class)
        .hasMessageContaining("the service had begun to send a success response");
    assertThat(recorder.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "0x11"})
  void crc32_noNumber_saysNothing(String header) {
    recorder.answer(200, "{}", "x-amz-crc32", header);

    client("dynamodb").call("UpdateItem", UPDATE);
    client("kms").call("ListKeys");
    assertThat(recorder.requests()).hasSize(2);
  }

  @Test
  void crc32_ofAnotherService_isNotLookedAt() {
    recorder.answer(200, "{}", "x-amz-crc32", "17");

    client("kms").call("ListKeys");

    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  void stream_readAlready_isNotSentAgain() {
    Map<String, Object> put =
        Map.of(
            "Bucket",
            "bucket",
            "Key",
            "k",
            "ContentLength",
            3,
            "Body",
            new ByteArrayInputStream(new byte[3]));
    recorder.answer(
        request -> {
          Recorder.body(request);
          return Recorder.response(503, "<Error><Code>SlowDown</Code></Error>");
        });

    ServiceException e =
        catchThrowableOfType(ServiceException.class, () -> client("s3").call("PutObject", put));

    assertThat(e.code()).isEqualTo("SlowDown");
    assertThat(e).hasMessageContaining("cannot be read again");
    assertThat(recorder.requests()).hasSize(1);
    assertThat(decisions(e.attempts())).containsExactly(Decision.BODY_NOT_REPLAYABLE);
  }

  @Test
  void stream_notTouched_isSentAfterAll() {
    script(
        failure(new ConnectException("refused")),
        request -> {
          assertThat(Recorder.body(request)).contains("abc");
          return Recorder.response(200, "");
        });

    client("s3")
        .call(
            "PutObject",
            Map.of(
                "Bucket",
                "bucket",
                "Key",
                "k",
                "ContentLength",
                3,
                "Body",
                new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8))));

    assertThat(recorder.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9", "https://127.0.0.1:9"})
  void file_changedBetweenAttempts_isNotSentToItsEnd(String url, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("f");
    Files.writeString(file, "first content");
    List<String> sent = new ArrayList<>();
    recorder.answer(
        request -> {
          sent.add(Recorder.body(request));
          Files.writeString(file, "other content");
          return Recorder.response(500, "");
        });
    Client s3 = session().build().client("s3", c -> c.endpointUrl(url));

    Exception e =
        catchThrowableOfType(
            Exception.class,
            () -> s3.call("PutObject", Map.of("Bucket", "bucket", "Key", "k", "Body", file)));

    assertThat(e).hasMessageContaining("was changed while it was being sent");
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0)).contains("first content");
  }

  @Test
  void file_unchanged_isSentAgain(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("f");
    Files.writeString(file, "first content");
    List<String> sent = new ArrayList<>();
    recorder.answer(
        request -> {
          sent.add(Recorder.body(request));
          return Recorder.response(sent.size() < 3 ? 500 : 200, "");
        });

    client("s3").call("PutObject", Map.of("Bucket", "bucket", "Key", "k", "Body", file));

    assertThat(sent).hasSize(3);
    assertThat(sent.get(2)).contains("first content").isEqualTo(sent.get(0));
  }

  @Test
  void s3_errorBehindSuccess_isTriedAgain() {
    script(
        answer(200, "<Error><Code>InternalError</Code></Error>"),
        answer(200, "<CopyObjectResult/>"));

    Response response =
        client("s3")
            .call(
                "CopyObject", Map.of("Bucket", "bucket", "Key", "k", "CopySource", "bucket/other"));

    Attempt first = response.metadata().attempts().get(0);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.error()).isEqualTo("InternalError");
    assertThat(first.decision()).isEqualTo(Decision.RETRIED);
    assertThat(recorder.requests()).hasSize(2);
  }

  @Test
  void sleep_interrupted_throwsAndSetsTheFlag() {
    script(error(500, "X"));
    Client client =
        session()
            .sleeper(
                duration -> {
                  throw new InterruptedException();
                })
            .build()
            .client("kms");

    CallInterruptedException e =
        catchThrowableOfType(CallInterruptedException.class, () -> client.call("ListKeys"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(e.attempts()).hasSize(1);
    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  @Timeout(30)
  void close_endsThePauseBeforeAnotherAttempt() throws Exception {
    script(error(500, "X"));
    CountDownLatch paused = new CountDownLatch(1);
    Client client =
        session()
            .sleeper(
                duration -> {
                  paused.countDown();
                  new CountDownLatch(1).await();
                })
            .build()
            .client("kms");
    CompletableFuture<Object> ended = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                client.call("ListKeys");
              } catch (RuntimeException e) {
                ended.complete(e.getMessage() + Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    paused.await();

    client.close();

    assertThat(ended.get())
        .isEqualTo("The client was closed before the ListKeys operation was called again" + false);
    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  void credentials_none_isNotTriedAgain() {
    Client client =
        Sessions.bare(recorder).region("eu-west-1").sleeper(delays::add).build().client("kms");

    assertThatThrownBy(() -> client.call("ListKeys"))
        .isInstanceOf(NoCredentialsException.class)
        .satisfies(e -> assertThat(((Boto4jException) e).attempts()).isEmpty());
    assertThat(delays).isEmpty();
  }
}
