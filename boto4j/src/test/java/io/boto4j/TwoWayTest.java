package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.EndpointConnectionException;
import io.boto4j.error.IncompleteReadException;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.error.ServiceException;
import io.boto4j.error.TlsException;
import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.internal.eventstream.FrameReader;
import io.boto4j.internal.eventstream.FrameWriter;
import io.boto4j.internal.signing.EventSigner;
import io.boto4j.internal.signing.SigningProperties;
import io.boto4j.internal.transport.SocketTransport;
import io.boto4j.internal.transport.TransportOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls whose input and output are event streams, over HTTP/2. */
@Timeout(60)
final class TwoWayTest {
  private static final TransportOptions OPTIONS =
      TransportOptions.defaults().withTimeouts(10_000, 10_000);

  private static LocalCertificate certificate;

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    certificate = LocalCertificate.in(folder);
  }

  private static SocketTransport transport(TransportOptions options) {
    return new SocketTransport(options.withTls(() -> certificate.trusting().getSocketFactory()));
  }

  private static Client lex(Http2Server server) {
    return lex(server, OPTIONS);
  }

  private static Client lex(Http2Server server, TransportOptions options) {
    return Sessions.with(transport(options))
        .build()
        .client("lexv2-runtime", c -> c.endpointUrl(server.url()));
  }

  private static Map<String, Object> params(Object events) {
    Map<String, Object> params = new HashMap<>();
    params.put("botId", "BOT1234567");
    params.put("botAliasId", "TSTALIASID");
    params.put("localeId", "en_US");
    params.put("sessionId", "s1");
    params.put("conversationMode", "TEXT");
    params.put("requestEventStream", events);
    return params;
  }

  private static EventStream converse(Client lex, Object events) {
    return lex.call("StartConversation", params(events)).eventStream("responseEventStream");
  }

  private static Map<String, ?> said(String text) {
    return Map.of("TextInputEvent", Map.of("text", text));
  }

  private static byte[] answered(String id) {
    return FrameWriter.frame(
        new EventMessage(
            Map.of(":message-type", "event", ":event-type", "HeartbeatEvent"),
            ("{\"eventId\": \"" + id + "\"}").getBytes(StandardCharsets.UTF_8)));
  }

  private static String id(Structure event) {
    return event.structure("HeartbeatEvent").text("eventId");
  }

  /** The event in a signed frame; null for the empty event at the end. */
  private static EventMessage inner(EventMessage signed) throws IOException {
    assertThat(signed.headers()).containsOnlyKeys(":date", ":chunk-signature");
    return new FrameReader(new ByteArrayInputStream(signed.payload())).next();
  }

  private static String text(EventMessage event) {
    Object text = Fixtures.map(Fixtures.json(event.payload())).get("text");
    return String.valueOf(text);
  }

  @Test
  void events_goBothWaysAtOnce() throws Exception {
    try (Http2Server server =
            new Http2Server(
                certificate,
                exchange -> {
                  exchange.head(200, "x-amzn-requestid", "id-1", "x-amz-lex-session-id", "s1");
                  EventMessage event = inner(exchange.next());
                  for (int i = 0; event != null; i++) {
                    exchange.send(answered(i + ":" + text(event)));
                    event = inner(exchange.next());
                  }
                  assertThat(exchange.next()).isNull();
                  exchange.end();
                });
        Client lex = lex(server)) {
      EventSink sink = new EventSink();
      sink.send(said("first"));
      Response response = lex.call("StartConversation", params(sink));
      assertThat(response.metadata().requestId()).isEqualTo("id-1");
      Iterator<Structure> events = response.eventStream("responseEventStream").iterator();
      assertThat(id(events.next())).isEqualTo("0:first");
      for (int i = 1; i < 5; i++) {
        sink.send(said("Grüße " + i));
        assertThat(id(events.next())).isEqualTo(i + ":Grüße " + i);
      }
      sink.close();
      assertThat(events.hasNext()).isFalse();
    }
  }

  @Test
  void request_isSignedHeadFirstThenEventByEvent() throws Exception {
    try (Http2Server server =
            new Http2Server(
                certificate,
                exchange -> {
                  exchange.head(200);
                  assertThat(exchange.header(":method")).isEqualTo("POST");
                  assertThat(exchange.header(":path"))
                      .isEqualTo(
                          "/bots/BOT1234567/botAliases/TSTALIASID/botLocales/en_US/sessions/s1/conversation");
                  assertThat(exchange.header("content-type"))
                      .isEqualTo("application/vnd.amazon.eventstream");
                  assertThat(exchange.header("x-amz-lex-conversation-mode")).isEqualTo("TEXT");
                  assertThat(exchange.header("x-amz-content-sha256"))
                      .isEqualTo("STREAMING-AWS4-HMAC-SHA256-EVENTS");
                  assertThat(exchange.header("content-length")).isNull();
                  String authorization = exchange.header("authorization");
                  assertThat(authorization)
                      .contains("/eu-west-1/lex/aws4_request", "x-amz-content-sha256");
                  EventSigner again =
                      new EventSigner(
                          SigningProperties.of("lex", "eu-west-1"),
                          Credentials.of(Sessions.KEY_ID, Sessions.SECRET, null),
                          authorization,
                          Clock.fixed(Sessions.NOW, ZoneOffset.UTC));
                  EventMessage event = exchange.next();
                  int count = 0;
                  for (; event != null; event = exchange.next()) {
                    assertThat(FrameWriter.frame(event)).isEqualTo(again.sign(event.payload()));
                    count += event.payload().length == 0 ? 100 : 1;
                  }
                  assertThat(count).isEqualTo(102);
                  exchange.send(answered("checked"));
                  exchange.end();
                });
        Client lex = lex(server)) {
      List<String> ids = new ArrayList<>();
      converse(lex, List.of(said("a"), said("b"))).forEach(event -> ids.add(id(event)));
      assertThat(ids).containsExactly("checked");
    }
  }

  @Test
  void sources_ofAllKinds_areTaken() throws Exception {
    try (Http2Server server =
            new Http2Server(
                certificate,
                exchange -> {
                  exchange.head(200);
                  int count = 0;
                  while (exchange.next() != null) {
                    count++;
                  }
                  exchange.send(answered(String.valueOf(count)));
                  exchange.end();
                });
        Client lex = lex(server)) {
      List<Object> sources = new ArrayList<>();
      sources.add(List.of(said("a"), said("b")));
      sources.add(List.of(said("a"), said("b")).iterator());
      sources.add(Stream.of(said("a"), said("b")));
      sources.add(List.of());
      List<String> counts = new ArrayList<>();
      for (Object source : sources) {
        converse(lex, source).forEach(event -> counts.add(id(event)));
      }
      assertThat(counts).containsExactly("3", "3", "3", "1");
    }
  }

  @Test
  void source_thatIsNone_isReportedBeforeAnythingIsSent() {
    Recorder recorder = new Recorder();
    Client lex = Sessions.client("lexv2-runtime", recorder);
    for (Object source : new Object[] {said("a"), "text", 1}) {
      assertThatThrownBy(() -> converse(lex, source))
          .isInstanceOf(ParamValidationException.class)
          .hasMessageContaining("Invalid type for parameter requestEventStream")
          .hasMessageContaining("java.lang.Iterable");
    }
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void event_thatDoesNotFit_failsTheCallAndResetsTheStream() throws Exception {
    CountDownLatch reset = new CountDownLatch(1);
    Map<Object, String> bad = new LinkedHashMap<>();
    bad.put(Map.of("Nope", Map.of()), "Unknown parameter in requestEventStream[1]: \"Nope\"");
    bad.put(Map.of(), "Must set one of the following keys");
    bad.put("text", "Invalid type for parameter requestEventStream[1], value: ***");
    bad.put(
        Map.of("TextInputEvent", Map.of()),
        "Missing required parameter in requestEventStream[1].TextInputEvent: \"text\"");
    try (Http2Server server =
            new Http2Server(
                certificate,
                exchange -> {
                  exchange.awaitReset();
                  reset.countDown();
                });
        Client lex = lex(server)) {
      for (Map.Entry<Object, String> each : bad.entrySet()) {
        assertThatThrownBy(() -> converse(lex, List.of(said("a"), each.getKey())))
            .as("%s", each.getKey())
            .isInstanceOf(ParamValidationException.class)
            .hasMessageContaining(each.getValue());
      }
      reset.await();
    }
  }

  @Test
  void iterator_thatFailsAfterTheHead_failsTheIterationWithThatVeryError() throws Exception {
    CountDownLatch reset = new CountDownLatch(1);
    IllegalStateException why = new IllegalStateException("the microphone is gone");
    try (Http2Server server =
            new Http2Server(
                certificate,
                exchange -> {
                  exchange.head(200);
                  exchange.next();
                  exchange.send(answered("1"));
                  exchange.awaitReset();
                  reset.countDown();
                });
        Client lex = lex(server)) {
      EventSink sink = new EventSink();
      sink.send(said("a"));
      Iterator<Structure> events = converse(lex, sink).iterator();
      assertThat(id(events.next())).isEqualTo("1");
      sink.fail(why);
      assertThat(catchThrowable(events::hasNext)).isSameAs(why);
      assertThat(catchThrowable(events::hasNext)).isSameAs(why);
      reset.await();
    }
  }

  @Test
  void answer_closed_abandonsTheInput() throws Exception {
    CountDownLatch reset = new CountDownLatch(1);
    try (Http2Server server =
            new Http2Server(
                certificate,
                exchange -> {
                  exchange.head(200);
                  exchange.next();
                  exchange.send(answered("1"));
                  exchange.awaitReset();
                  reset.countDown();
                });
        Client lex = lex(server)) {
      EventSink sink = new EventSink(1);
      sink.send(said("a"));
      EventStream events = converse(lex, sink);
      assertThat(id(events.iterator().next())).isEqualTo("1");
      events.close();
      reset.await();
      assertThatThrownBy(
              () -> {
                while (true) {
                  sink.send(said("nobody listens"));
                }
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The call that uses this sink has ended");
    }
  }

  @Test
  void answer_endedByTheService_endsTheInput() throws Exception {
    try (Http2Server server =
            new Http2Server(
                certificate,
                exchange -> {
                  exchange.head(200);
                  exchange.next();
                  exchange.send(answered("bye"));
                  exchange.end();
                });
        Client lex = lex(server)) {
      EventSink sink = new EventSink(1);
      sink.send(said("a"));
      Iterator<Structure> events = converse(lex, sink).iterator();
      assertThat(id(events.next())).isEqualTo("bye");
      assertThat(events.hasNext()).isFalse();
      assertThatThrownBy(
              () -> {
                while (true) {
                  sink.send(said("nobody listens"));
                }
              })
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void error_inTheHead_isThrownByTheCall() throws Exception {
    try (Http2Server server =
            new Http2Server(
                certificate,
                exchange -> {
                  exchange.head(403, "x-amzn-errortype", "AccessDeniedException");
                  exchange.send("{\"message\": \"no\"}".getBytes(StandardCharsets.UTF_8));
                  exchange.end();
                });
        Client lex = lex(server)) {
      EventSink sink = new EventSink();
      assertThatThrownBy(() -> converse(lex, sink))
          .isInstanceOfSatisfying(
              ServiceException.class,
              e -> {
                assertThat(e.code()).isEqualTo("AccessDeniedException");
                assertThat(e.message()).isEqualTo("no");
              });
    }
  }

  @Test
  void error_amongTheEvents_isThrownByTheIterator() throws Exception {
    try (Http2Server server =
            new Http2Server(
                certificate,
                exchange -> {
                  exchange.head(200);
                  exchange.send(answered("1"));
                  exchange.send(
                      FrameWriter.frame(
                          new EventMessage(
                              Map.of(
                                  ":message-type",
                                  "exception",
                                  ":exception-type",
                                  "ThrottlingException"),
                              "{\"message\": \"slow\"}".getBytes(StandardCharsets.UTF_8))));
                  exchange.awaitReset();
                });
        Client lex = lex(server)) {
      Iterator<Structure> events = converse(lex, new EventSink()).iterator();
      assertThat(id(events.next())).isEqualTo("1");
      assertThatThrownBy(events::hasNext)
          .isInstanceOfSatisfying(
              ServiceException.class, e -> assertThat(e.isThrottling()).isTrue());
    }
  }

  @Test
  void events_largerThanAnyWindow_arriveWholeBothWays() throws Exception {
    String large = "x".repeat(200_000);
    int count = 30;
    try (Http2Server server =
            new Http2Server(
                certificate,
                exchange -> {
                  exchange.head(200);
                  EventMessage event = inner(exchange.next());
                  while (event != null) {
                    exchange.send(answered(text(event)));
                    event = inner(exchange.next());
                  }
                  exchange.end();
                });
        Client lex = lex(server)) {
      List<Map<String, ?>> input = new ArrayList<>();
      IntStream.range(0, count).forEach(i -> input.add(said(i + large)));
      int seen = 0;
      for (Structure event : converse(lex, input)) {
        assertThat(id(event)).isEqualTo(seen++ + large);
      }
      assertThat(seen).isEqualTo(count);
    }
  }

  @Test
  void silence_endsInATimeout() throws Exception {
    TransportOptions impatient = OPTIONS.withTimeouts(10_000, 500);
    try (Http2Server server =
            new Http2Server(
                certificate,
                exchange -> {
                  exchange.head(200);
                  exchange.send(answered("1"));
                  exchange.awaitReset();
                });
        Client lex = lex(server, impatient)) {
      Iterator<Structure> events = converse(lex, new EventSink()).iterator();
      assertThat(id(events.next())).isEqualTo("1");
      assertThatThrownBy(events::hasNext).isInstanceOf(ReadTimeoutException.class);
    }
    try (Http2Server server = new Http2Server(certificate, Http2Server.Exchange::awaitReset);
        Client lex = lex(server, impatient)) {
      assertThatThrownBy(() -> converse(lex, new EventSink()))
          .isInstanceOf(ReadTimeoutException.class);
    }
  }

  @Test
  void connection_lost_isNoEnd() throws Exception {
    try (Http2Server server =
            new Http2Server(
                certificate,
                exchange -> {
                  exchange.head(200);
                  exchange.send(answered("1"));
                  exchange.next();
                  exchange.drop();
                });
        Client lex = lex(server)) {
      EventSink sink = new EventSink();
      Iterator<Structure> events = converse(lex, sink).iterator();
      assertThat(id(events.next())).isEqualTo("1");
      sink.send(said("drop me"));
      assertThatThrownBy(events::hasNext).isInstanceOf(IncompleteReadException.class);
    }
  }

  @Test
  void server_notThereOrNotTrusted_isSaid() throws Exception {
    String gone;
    try (Http2Server server = new Http2Server(certificate, exchange -> exchange.head(200))) {
      gone = server.url();
      Client suspicious =
          Sessions.with(new SocketTransport(OPTIONS))
              .build()
              .client("lexv2-runtime", c -> c.endpointUrl(server.url()));
      assertThatThrownBy(() -> converse(suspicious, new EventSink()))
          .isInstanceOf(TlsException.class);
    }
    Client lost =
        Sessions.with(transport(OPTIONS)).build().client("lexv2-runtime", c -> c.endpointUrl(gone));
    assertThatThrownBy(() -> converse(lost, new EventSink()))
        .isInstanceOf(EndpointConnectionException.class);
  }

  @Test
  void transport_closed_isRefused() throws Exception {
    SocketTransport transport = transport(OPTIONS);
    transport.close();
    Client lex = Sessions.with(transport).build().client("lexv2-runtime");
    assertThatThrownBy(() -> converse(lex, new EventSink()))
        .isInstanceOf(IllegalStateException.class);
  }
}
