package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.IncompleteReadException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.error.ResponseParseException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.internal.eventstream.FrameWriter;
import io.boto4j.internal.transport.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses that are event streams, and the fate of their connection. */
@Timeout(30)
final class EventStreamTest {
  private static final Map<String, String> FUNCTION = Map.of("FunctionName", "f");

  private static byte[] frame(Map<String, ?> headers, String payload) {
    return FrameWriter.frame(new EventMessage(headers, payload.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] chunk(String payload) {
    return frame(Map.of(":message-type", "event", ":event-type", "PayloadChunk"), payload);
  }

  private static byte[] join(byte[]... frames) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      all.writeBytes(frame);
    }
    return all.toByteArray();
  }

  private static Recorder answering(byte[] body) {
    return new Recorder()
        .answer(request -> HttpResponse.of(200, Headers.empty(), new ByteArrayInputStream(body)));
  }

  private static EventStream invoke(Client client) {
    EventStream events =
        client.call("InvokeWithResponseStream", FUNCTION).eventStream("EventStream");
    assertThat(events).isNotNull();
    return events;
  }

  private static EventStream invoke(byte[] body) {
    return invoke(Sessions.client("lambda", answering(body)));
  }

  private static String text(Structure event) {
    return new String(event.structure("PayloadChunk").bytes("Payload"), StandardCharsets.UTF_8);
  }

  private static Client client(ScriptedServer server) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("eu-west-1")
        .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
        .build()
        .client("lambda", c -> c.endpointUrl(server.uri("")).readTimeout(Duration.ofSeconds(2)));
  }

  private static String head(int length) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n";
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void event_isAUnionWithOneMember() {
    Structure event = invoke(chunk("hello")).iterator().next();
    assertThat(event).containsOnlyKeys("PayloadChunk");
    assertThat(text(event)).isEqualTo("hello");
    assertThat(event).hasToString("{PayloadChunk={Payload=***}}");
  }

  @Test
  void iterator_asksForTheSecondTime_isRefused() {
    EventStream events = invoke(chunk("a"));
    Iterator<Structure> iterator = events.iterator();
    assertThat(iterator.hasNext()).isTrue();
    assertThat(iterator.hasNext()).isTrue();
    iterator.next();
    assertThat(iterator.hasNext()).isFalse();
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(events::iterator)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("An event stream can be iterated once");
  }

  @Test
  void stream_closed_givesNoMoreEvents() {
    EventStream events = invoke(join(chunk("a"), chunk("b")));
    Iterator<Structure> iterator = events.iterator();
    iterator.next();
    events.close();
    events.close();
    assertThatThrownBy(iterator::hasNext).hasMessage("This event stream is closed");
    assertThatThrownBy(iterator::next).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void events_notSentYet_areWaitedForOneByOne() throws Exception {
    Semaphore read = new Semaphore(0);
    byte[] first = chunk("first");
    byte[] second = chunk("second");
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(head(first.length + second.length));
                  read.acquire();
                  peer.send(latin1(first));
                  read.acquire();
                  peer.send(latin1(second));
                });
        Client client = client(server);
        EventStream events = invoke(client)) {
      read.release();
      Iterator<Structure> iterator = events.iterator();
      assertThat(text(iterator.next())).isEqualTo("first");
      read.release();
      assertThat(text(iterator.next())).isEqualTo("second");
      assertThat(iterator.hasNext()).isFalse();
    }
  }

  @Test
  void stream_iteratedToItsEnd_givesTheConnectionBack() throws IOException {
    byte[] body = join(chunk("a"), chunk("b"));
    try (ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(head(body.length) + latin1(body)));
        Client client = client(server)) {
      for (int i = 0; i < 3; i++) {
        assertThat(invoke(client)).hasSize(2);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void stream_closedBeforeItsEnd_givesTheConnectionUp() throws IOException {
    byte[] first = chunk("a");
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(head(1_000_000));
                  peer.send(latin1(first));
                  peer.awaitClose();
                });
        Client client = client(server)) {
      for (int i = 0; i < 2; i++) {
        try (EventStream events = invoke(client)) {
          assertThat(text(events.iterator().next())).isEqualTo("a");
        }
      }
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void frame_garbled_saysWhereAndTheConnectionIsNotReused() throws IOException {
    byte[] good = chunk("good");
    byte[] bad = chunk("bad");
    bad[bad.length - 6] ^= 1;
    byte[] body = join(good, bad, chunk("never seen"));
    try (ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(head(body.length) + latin1(body)));
        Client client = client(server)) {
      for (int i = 0; i < 2; i++) {
        Iterator<Structure> events = invoke(client).iterator();
        assertThat(text(events.next())).isEqualTo("good");
        ResponseParseException e =
            catchThrowableOfType(ResponseParseException.class, events::hasNext);
        assertThat(e)
            .hasMessageStartingWith("Unable to parse the events of lambda InvokeWithResponseStream")
            .hasMessageContaining("Checksum mismatch")
            .hasMessageEndingWith("at byte " + good.length);
        assertThatThrownBy(events::hasNext).isSameAs(e);
      }
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void stream_cutWithinAFrame_isNoEnd() {
    byte[] frame = chunk("whole");
    byte[] body = Arrays.copyOf(join(frame, frame), frame.length + 20);
    Iterator<Structure> events = invoke(body).iterator();
    assertThat(events.next()).isNotNull();
    assertThatThrownBy(events::hasNext)
        .isInstanceOf(ResponseParseException.class)
        .hasMessageEndingWith("The event stream ends within a frame at byte " + body.length);
  }

  @Test
  void connection_endsWithinTheBody_isNoEnd() throws IOException {
    byte[] frame = chunk("a");
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(head(10_000));
                  peer.send(latin1(frame));
                });
        Client client = client(server)) {
      Iterator<Structure> events = invoke(client).iterator();
      assertThat(text(events.next())).isEqualTo("a");
      assertThatThrownBy(events::hasNext).isInstanceOf(IncompleteReadException.class);
    }
  }

  @Test
  void silence_betweenFrames_endsInATimeout() throws IOException {
    byte[] frame = chunk("a");
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(head(10_000));
                  peer.send(latin1(frame));
                  peer.awaitClose();
                });
        Client client = client(server)) {
      Iterator<Structure> events = invoke(client).iterator();
      assertThat(text(events.next())).isEqualTo("a");
      assertThatThrownBy(events::hasNext).isInstanceOf(ReadTimeoutException.class);
    }
  }

  @Test
  void exception_hasItsMembersAndClosesTheAnswer() {
    String payload =
        "{\"message\": \"m\", \"originalStatusCode\": 424, \"originalMessage\": \"o\"}";
    AtomicInteger closed = new AtomicInteger();
    byte[] body =
        frame(
            Map.of(":message-type", "exception", ":exception-type", "modelStreamErrorException"),
            payload);
    Recorder recorder =
        new Recorder()
            .answer(
                request ->
                    HttpResponse.of(
                        200,
                        Headers.of(Map.of("x-amzn-RequestId", "id-1")),
                        new ByteArrayInputStream(body) {
                          @Override
                          public void close() {
                            closed.incrementAndGet();
                          }
                        }));
    EventStream events =
        Sessions.client("bedrock-runtime", recorder)
            .call("ConverseStream", Map.of("modelId", "m"))
            .eventStream("stream");

    ServiceException e =
        catchThrowableOfType(ServiceException.class, () -> events.iterator().hasNext());

    assertThat(e.is("modelStreamErrorException")).isTrue();
    assertThat(e.is("ModelStreamErrorException")).isTrue();
    assertThat(e.message()).isEqualTo("m");
    assertThat(e.response().integer("originalStatusCode")).isEqualTo(424);
    assertThat(e.response().structure("Error").text("Message")).isEqualTo("m");
    assertThat(e.statusCode()).isEqualTo(200);
    assertThat(e.requestId()).isEqualTo("id-1");
    assertThat(e.attempts()).hasSize(1);
    assertThat(closed).hasValue(1);
  }

  @Test
  void exception_ofAnUnknownTypeOrWithoutSense_isStillOne() {
    for (Map<String, String> headers :
        List.of(
            Map.of(":exception-type", "BrandNewException"),
            Map.of(":error-code", "BrandNewException"))) {
      Map<String, Object> all = new LinkedHashMap<>(headers);
      all.put(":message-type", "exception");
      Iterator<Structure> events = invoke(frame(all, "not JSON")).iterator();
      ServiceException e = catchThrowableOfType(ServiceException.class, events::hasNext);
      assertThat(e.code()).isEqualTo("BrandNewException");
      assertThat(e.message()).isEqualTo("not JSON");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"message\": \"busy\"} | busy",
        "{\"Message\": \"busy\", \"x\": 1} | busy",
        " {\"message\": 5} | 5",
        "{\"other\": 1} | ''",
        "[] | []",
        "<Busy><Message>busy</Message></Busy> | busy",
        "<ErrorResponse><Error><Code>x</Code><Message>busy</Message></Error></ErrorResponse> | busy",
        "<Busy | <Busy",
        "busy | busy",
        "' ' | ' '",
        "'' | ''",
      })
  void exception_withoutAShape_hasTheMessageOfItsPayload(String payload, String message) {
    for (String kind : List.of("exception", "error")) {
      Map<String, Object> headers = Map.of(":message-type", kind, ":exception-type", "Busy");
      Iterator<Structure> events = invoke(frame(headers, payload)).iterator();
      ServiceException e = catchThrowableOfType(ServiceException.class, events::hasNext);
      assertThat(e.code()).isEqualTo("Busy");
      assertThat(e.message()).isEqualTo(message);
      assertThat(e.response().structure("Error").text("Message")).isEqualTo(message);
    }
    Map<String, Object> told =
        Map.of(":message-type", "error", ":error-code", "Busy", ":error-message", "header");
    Iterator<Structure> events = invoke(frame(told, payload)).iterator();
    assertThat(catchThrowableOfType(ServiceException.class, events::hasNext).message())
        .isEqualTo("header");
  }

  @Test
  void exception_insteadOfAnInitialResponse_isThrownByTheCall() {
    byte[] body =
        frame(
            Map.of(":message-type", "exception", ":exception-type", "ResourceInUseException"),
            "{\"message\": \"busy\"}");
    Client kinesis = Sessions.client("kinesis", answering(body));
    assertThatThrownBy(
            () ->
                kinesis.call(
                    "SubscribeToShard",
                    Map.of(
                        "ConsumerARN",
                            "arn:aws:kinesis:eu-west-1:123456789012:stream/s/consumer/c:1",
                        "ShardId", "s",
                        "StartingPosition", Map.of("Type", "LATEST"))))
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.code()).isEqualTo("ResourceInUseException"));
  }

  @Test
  void message_thatDoesNotSayWhatItIs_isRefused() {
    for (Map<String, ?> headers :
        List.of(
            Map.of(":event-type", "PayloadChunk"),
            Map.of(":event-type", "PayloadChunk", ":message-type", new byte[] {'e'}),
            Map.of(":event-type", "PayloadChunk", ":message-type", "news"),
            Map.of(":message-type", "event"),
            Map.of(":message-type", "event", ":event-type", 1))) {
      Iterator<Structure> events = invoke(frame(headers, "x")).iterator();
      assertThatThrownBy(events::hasNext)
          .as("%s", headers)
          .isInstanceOf(ResponseParseException.class);
    }
  }

  @Test
  void payload_thatDoesNotFit_isAParseError() {
    Map<String, String> complete =
        Map.of(":message-type", "event", ":event-type", "InvokeComplete");
    for (String payload : List.of("{", "[]", "<a/>")) {
      Iterator<Structure> events = invoke(frame(complete, payload)).iterator();
      assertThatThrownBy(events::hasNext)
          .as("%s", payload)
          .isInstanceOf(ResponseParseException.class)
          .hasMessageContaining("InvokeWithResponseStream");
    }
  }

  @Test
  void stream_ofABrokenTransport_wrapsWhatItThrows() {
    Recorder recorder =
        new Recorder().answer(request -> HttpResponse.of(200, Headers.empty(), new BrokenStream()));
    Iterator<Structure> events = invoke(Sessions.client("lambda", recorder)).iterator();
    assertThatThrownBy(events::hasNext)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(BrokenStream.MESSAGE);
  }

  @Test
  void error_insteadOfAStream_isReadAsEver() {
    Recorder recorder =
        new Recorder()
            .answer(
                404, "{\"Message\": \"gone\"}", "x-amzn-ErrorType", "ResourceNotFoundException");
    assertThatThrownBy(() -> invoke(Sessions.client("lambda", recorder)))
        .isInstanceOfSatisfying(
            ServiceException.class,
            e -> assertThat(e.code()).isEqualTo("ResourceNotFoundException"));
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void structure_withEvents_saysWhatItIs() {
    Response answer =
        Sessions.client("lambda", answering(chunk("secret")))
            .call("InvokeWithResponseStream", FUNCTION);
    assertThat(answer.toString()).contains("an event stream").doesNotContain("secret");
    assertThatThrownBy(() -> answer.eventStream("Nope"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> answer.body("EventStream"))
        .hasMessageEndingWith(" is an event stream, not a streaming body");
  }
}
