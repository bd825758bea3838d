package io.boto4j.typed.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.EventStream;
import io.boto4j.Response;
import io.boto4j.ResponseStream;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.testing.Stubber;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.TestClients;
import io.boto4j.typed.Typed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Streaming outputs of methods of an interface. */
final class BoundStreamsTest {
  private record Download(ResponseStream body, Optional<String> contentType) {}

  private interface S3 {
    @Operation("GetObject")
    InputStream open(@Param("Bucket") String bucket, @Param("Key") String key);

    @Operation("GetObject")
    ResponseStream read(@Param("Bucket") String bucket, @Param("Key") String key);

    @Operation("GetObject")
    @Result("Body")
    InputStream body(@Param("Bucket") String bucket, @Param("Key") String key);

    @Operation("GetObject")
    Download download(@Param("Bucket") String bucket, @Param("Key") String key);

    @Operation("GetObject")
    @Result("ETag")
    String etag(@Param("Bucket") String bucket, @Param("Key") String key);

    @Operation("GetObject")
    void touch(@Param("Bucket") String bucket, @Param("Key") String key);

    @Operation("PutObject")
    @Result("ETag")
    Optional<String> put(
        @Param("Bucket") String bucket, @Param("Key") String key, @Param("Body") byte[] body);
  }

  private interface Kinesis {
    @Operation("SubscribeToShard")
    EventStream events(
        @Param("ConsumerARN") String consumer,
        @Param("ShardId") String shard,
        @Param("StartingPosition") Map<String, ?> position);
  }

  private final Body body = new Body();
  private final S3 s3 = Typed.of(TestClients.session(body::answer).client("s3"), S3.class);

  /** The body of a response, which counts how often it is closed. */
  private static final class Body {
    private int closed;
    private String sent = "";

    HttpResponse answer(HttpRequest request) throws IOException {
      try (InputStream in = request.body().open()) {
        sent = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      Headers headers = Headers.of(Map.of("ETag", "\"e\"", "Content-Type", "text/plain"));
      return HttpResponse.of(
          200,
          headers,
          new ByteArrayInputStream(
              (sent.isEmpty() ? "hello" : "").getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
              closed++;
            }
          });
    }
  }

  @Test
  void stream_isTheOnlyStreamingMemberOrTheResult() throws IOException {
    try (InputStream in = s3.open("b", "k")) {
      assertThat(in).hasContent("hello");
    }
    assertThat(s3.read("b", "k").text()).isEqualTo("hello");
    try (InputStream in = s3.body("b", "k")) {
      assertThat(in).hasContent("hello");
    }
    Download download = s3.download("b", "k");
    assertThat(download.body().text()).isEqualTo("hello");
    assertThat(download.contentType()).contains("text/plain");
  }

  @Test
  void otherResult_closesTheStream() {
    assertThat(s3.etag("b", "k")).isEqualTo("\"e\"");
    assertThat(body.closed).isPositive();
    int before = body.closed;
    s3.touch("b", "k");
    assertThat(body.closed).isGreaterThan(before);
  }

  @Test
  void bytes_areSent() {
    assertThat(s3.put("b", "k", "data".getBytes(StandardCharsets.UTF_8))).contains("\"e\"");
    assertThat(body.sent).contains("data");
  }

  @Test
  void events_areTheEventStream() {
    Stubber stubber = Stubber.of(TestClients.of("kinesis"));
    Structure event =
        Structures.of(Map.of("SubscribeToShardEvent", Map.of("MillisBehindLatest", 5)));
    EventStream events = EventStream.of(List.of(event).iterator(), () -> {});
    Response response =
        stubber.client().responses().response("SubscribeToShard", Map.of("EventStream", events));
    stubber.addResponse("SubscribeToShard", response);

    Kinesis kinesis = Typed.of(stubber.client(), Kinesis.class);
    try (EventStream read =
        kinesis.events(
            "arn:aws:kinesis:eu-west-1:1:stream/s/consumer/c:1", "s", Map.of("Type", "LATEST"))) {
      for (Structure each : read) {
        assertThat(each.integer("SubscribeToShardEvent", "MillisBehindLatest")).isEqualTo(5);
      }
    }
  }
}
