package io.boto4j.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.EventStream;
import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.internal.eventstream.FrameReader;
import io.boto4j.internal.eventstream.FrameWriter;
import io.boto4j.local.LocalAws;
import io.boto4j.local.engine.EngineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Events from handlers to clients, in every protocol that has them. */
final class EventStreamsTest {
  private static Client overHttp(LocalAws aws, String service) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("us-east-1")
        .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
        .build()
        .client(service, c -> c.endpointUrl(aws.endpoint().toString()).maxAttempts(1));
  }

  private static List<Structure> all(EventStream events) {
    List<Structure> all = new ArrayList<>();
    events.forEach(all::add);
    return all;
  }

  @Test
  void events_restXml_arriveWithPayloadsAndMembers() {
    try (LocalAws aws =
        LocalAws.builder()
            .on(
                "s3",
                "SelectObjectContent",
                call ->
                    Map.of(
                        "Payload",
                        List.of(
                            Map.of(
                                "Records",
                                Map.of("Payload", "a,b\n".getBytes(StandardCharsets.UTF_8))),
                            Map.of("Stats", Map.of("Details", Map.of("BytesScanned", 4L))),
                            Map.of("End", Map.of()))))
            .start()) {
      for (Client s3 : List.of(aws.session().client("s3"), overHttp(aws, "s3"))) {
        Response response =
            s3.call(
                "SelectObjectContent",
                Map.of(
                    "Bucket",
                    "b",
                    "Key",
                    "k",
                    "Expression",
                    "select *",
                    "ExpressionType",
                    "SQL",
                    "InputSerialization",
                    Map.of("CSV", Map.of()),
                    "OutputSerialization",
                    Map.of("CSV", Map.of())));
        List<Structure> events = all(response.eventStream("Payload"));
        assertThat(events).hasSize(3);
        assertThat(events.get(0).structure("Records").bytes("Payload"))
            .asString()
            .isEqualTo("a,b\n");
        assertThat(events.get(1).longInteger("Stats", "Details", "BytesScanned")).isEqualTo(4);
        assertThat(events.get(2).containsKey("End")).isTrue();
      }
    }
  }

  @Test
  void events_json_beginWithTheInitialResponse_andArriveOneByOne() throws Exception {
    SynchronousQueue<Map<String, ?>> queue = new SynchronousQueue<>();
    Iterator<Map<String, ?>> events =
        new Iterator<>() {
          private int left = 2;

          @Override
          public boolean hasNext() {
            return left > 0;
          }

          @Override
          public Map<String, ?> next() {
            left--;
            try {
              Map<String, ?> event = queue.poll(20, TimeUnit.SECONDS);
              return event == null ? Map.of() : event;
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    try (LocalAws aws =
        LocalAws.builder()
            .on("kinesis", "SubscribeToShard", call -> Map.of("EventStream", events))
            .start()) {
      Response response =
          overHttp(aws, "kinesis")
              .call(
                  "SubscribeToShard",
                  Map.of(
                      "ConsumerARN", "arn:aws:kinesis:us-east-1:123456789012:stream/s/consumer/c:1",
                      "ShardId", "shardId-000000000000",
                      "StartingPosition", Map.of("Type", "LATEST")));
      Iterator<Structure> received = response.eventStream("EventStream").iterator();
      for (String number : List.of("1", "2")) {
        // The queue hands over only while both sides wait, so no event waits for the next.
        queue.offer(
            Map.of(
                "SubscribeToShardEvent",
                Map.of(
                    "Records",
                    List.of(),
                    "ContinuationSequenceNumber",
                    number,
                    "MillisBehindLatest",
                    0L)),
            20,
            TimeUnit.SECONDS);
        assertThat(received.next().text("SubscribeToShardEvent", "ContinuationSequenceNumber"))
            .isEqualTo(number);
      }
      assertThat(received.hasNext()).isFalse();
    }
  }

  @Test
  void events_errorOfTheHandler_isTheLastMessage() {
    Stream<Map<String, ?>> events =
        Stream.of(1, 2)
            .map(
                number -> {
                  if (number == 2) {
                    throw new EngineException("ModelTimeoutException", "too slow");
                  }
                  return Map.of("chunk", Map.of("bytes", new byte[] {1, 2}));
                });
    try (LocalAws aws =
        LocalAws.builder()
            .on(
                "bedrock-runtime",
                "InvokeModelWithResponseStream",
                call -> Map.of("body", events, "contentType", "application/json"))
            .start()) {
      Response response =
          aws.session()
              .client("bedrock-runtime")
              .call("InvokeModelWithResponseStream", Map.of("modelId", "m", "body", "{}"));
      assertThat(response.text("contentType")).isEqualTo("application/json");
      Iterator<Structure> received = response.eventStream("body").iterator();
      assertThat(received.next().structure("chunk").bytes("bytes")).containsExactly(1, 2);
      assertThatThrownBy(received::hasNext)
          .isInstanceOfSatisfying(
              ServiceException.class,
              e -> {
                assertThat(e.is("modelTimeoutException", "ModelTimeoutException")).isTrue();
                assertThat(e).hasMessageContaining("too slow");
              });
    }
  }

  @Test
  void events_ofARequest_arriveAlsoInSignedFrames() throws IOException {
    List<Structure> received = new ArrayList<>();
    try (LocalAws aws =
        LocalAws.builder()
            .on(
                "bedrock-runtime",
                "InvokeModelWithBidirectionalStream",
                call -> {
                  if (call.input().get("body") instanceof EventStream events) {
                    received.addAll(all(events));
                  }
                  return Map.of("body", List.of(Map.of("chunk", Map.of("bytes", new byte[] {5}))));
                })
            .start()) {
      byte[] plain = chunk("AQID");
      byte[] signed =
          FrameWriter.frame(
              new EventMessage(
                  Map.of(":date", Instant.EPOCH, ":chunk-signature", new byte[32]), chunk("BA==")));
      byte[] end =
          FrameWriter.frame(
              new EventMessage(
                  Map.of(":date", Instant.EPOCH, ":chunk-signature", new byte[32]), new byte[0]));
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes(plain);
      body.writeBytes(signed);
      body.writeBytes(end);
      Headers headers = Headers.of(Map.of("Content-Type", "application/vnd.amazon.eventstream"));
      try (HttpResponse response =
          aws.transport()
              .send(
                  new HttpRequest(
                      "POST",
                      URI.create(
                          "https://bedrock-runtime.us-east-1.amazonaws.com"
                              + "/model/m/invoke-with-bidirectional-stream"),
                      headers,
                      HttpBody.of(body.toByteArray())))) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new FrameReader(response.body()).next().text(":event-type")).isEqualTo("chunk");
      }
    }
    assertThat(received).hasSize(2);
    assertThat(received.get(0).bytes("chunk", "bytes")).containsExactly(1, 2, 3);
    assertThat(received.get(1).bytes("chunk", "bytes")).containsExactly(4);
  }

  private static byte[] chunk(String base64) {
    return FrameWriter.frame(
        new EventMessage(
            Map.of(
                ":message-type", "event",
                ":event-type", "chunk",
                ":content-type", "application/json"),
            ("{\"bytes\":\"" + base64 + "\"}").getBytes(StandardCharsets.UTF_8)));
  }
}
