package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.transport.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Interceptors that fail or replace a response: whatever the caller does not get is closed. The
 * client has one connection, so that the next call shows whether it is free.
 */
@Timeout(60)
final class InterceptorFailureTest {
  /** Too long to arrive with the head: closing the body closes the connection. */
  private static final String LONG = "x".repeat(3_000_000);

  private static final byte[] NEW = {1, 2, 3};
  private static final String LIST = "{\"TableNames\": [\"t\"]}";

  /** The ways to fail. */
  private enum Fault {
    EXCEPTION,
    ERROR,
    NULL;

    @SuppressWarnings("TypeParameterUnusedInFormals") // it returns null, or throws
    <T> T instead() {
      return switch (this) {
        case EXCEPTION -> throw new IllegalStateException("boom");
        case ERROR -> throw new AssertionError("boom");
        case NULL -> null;
      };
    }
  }

  /** An interceptor that fails at one stage of the first call. */
  private static final class Failing implements Interceptor {
    private final String stage;
    private final Fault fault;
    private final AtomicInteger asked = new AtomicInteger();

    Failing(String stage, Fault fault) {
      this.stage = stage;
      this.fault = fault;
    }

    private <T> T at(String here, T value) {
      return stage.equals(here) && asked.getAndIncrement() == 0 ? fault.instead() : value;
    }

    @Override
    public boolean appliesTo(String service, String operation) {
      return at("appliesTo", true);
    }

    @Override
    public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
      return at("parameters", parameters);
    }

    @Override
    public HttpRequest beforeCall(CallContext call, HttpRequest request) {
      return at("beforeCall", request);
    }

    @Override
    public Response answer(CallContext call, Map<String, ?> input) {
      return at("answer", null);
    }

    @Override
    public HttpRequest beforeSign(CallContext call, HttpRequest request) {
      return at("beforeSign", request);
    }

    @Override
    public HttpResponse beforeSend(CallContext call, HttpRequest request) {
      return at("beforeSend", null);
    }

    @Override
    public HttpResponse responseReceived(CallContext call, HttpResponse response) {
      return at("responseReceived", response);
    }

    @Override
    public Boolean needsRetry(CallContext call, int number, int statusCode, String error) {
      return at("needsRetry", null);
    }

    @Override
    public Response afterCall(CallContext call, Response response) {
      return at("afterCall", response);
    }

    @Override
    public void afterCallError(CallContext call, RuntimeException failure) {
      at("afterCallError", failure);
    }

    @Override
    public void attemptEnded(CallContext call, Attempt attempt) {
      at("attemptEnded", attempt);
    }

    @Override
    public void callEnded(CallContext call, Throwable failure) {
      at("callEnded", call);
    }
  }

  private static Client client(String service, ScriptedServer server, Interceptor interceptor) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("eu-west-1")
        .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
        .sleeper(pause -> {})
        .build()
        .client(
            service,
            c ->
                c.endpointUrl(server.uri("").toString())
                    .maxConnections(1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .maxAttempts(1)
                    .s3(s -> s.addressingStyle("path"))
                    .interceptor(interceptor));
  }

  /** A call, and the response of the server to it. */
  private record Case(String service, String operation, Map<String, ?> input, String response) {
    Response by(Client client) {
      return client.call(operation, input);
    }

    @Override
    public String toString() {
      return operation + " " + response.substring(9, 12);
    }
  }

  private static final Case OBJECT =
      new Case("s3", "GetObject", Map.of("Bucket", "b", "Key", "k"), ScriptedServer.ok(LONG));
  private static final Case TABLES =
      new Case("dynamodb", "ListTables", Map.of(), ScriptedServer.ok(LIST));
  private static final Case DATABASES =
      new Case(
          "rds",
          "DescribeDBInstances",
          Map.of(),
          ScriptedServer.ok(
              "<DescribeDBInstancesResponse><DescribeDBInstancesResult/>"
                  + "</DescribeDBInstancesResponse>"));
  private static final Case EVENTS =
      new Case(
          "lambda",
          "InvokeWithResponseStream",
          Map.of("FunctionName", "f"),
          ScriptedServer.ok(LONG));
  private static final Case FAILED =
      new Case(
          "dynamodb",
          "ListTables",
          Map.of(),
          ScriptedServer.ok("{\"__type\": \"InternalServerError\"}").replace("200 OK", "500 Bad"));

  private static List<Object[]> failures() {
    List<Object[]> all = new ArrayList<>();
    for (String stage :
        List.of(
            "appliesTo",
            "parameters",
            "beforeCall",
            "answer",
            "beforeSign",
            "beforeSend",
            "responseReceived",
            "afterCall",
            "attemptEnded",
            "callEnded",
            "needsRetry",
            "afterCallError")) {
      boolean onError = stage.equals("needsRetry") || stage.equals("afterCallError");
      for (Case each : onError ? List.of(FAILED) : List.of(OBJECT, TABLES, DATABASES, EVENTS)) {
        all.add(new Object[] {stage, Fault.EXCEPTION, each});
        all.add(new Object[] {stage, Fault.ERROR, each});
        if (List.of("responseReceived", "afterCall", "beforeCall", "beforeSign", "parameters")
            .contains(stage)) {
          all.add(new Object[] {stage, Fault.NULL, each});
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("failures")
  @SuppressWarnings("ReferenceEquality") // a constant
  void stage_thatFails_leavesTheConnectionFree(String stage, Fault fault, Case call)
      throws IOException {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(call.response()));
        Client client = client(call.service(), server, new Failing(stage, fault))) {
      assertThatThrownBy(() -> call.by(client))
          .hasMessageContaining(fault == Fault.NULL ? "returned null from " + stage : "boom");

      if (call == FAILED) {
        assertThatThrownBy(() -> call.by(client)).isInstanceOf(ServiceException.class);
      } else {
        closeStreams(call.by(client));
      }
    }
  }

  private static void closeStreams(Response response) {
    for (Object value : response.values()) {
      if (value instanceof ResponseStream stream) {
        assertThat(stream.text()).isEqualTo(LONG);
      } else if (value instanceof EventStream events) {
        events.close();
      }
    }
  }

  @Test
  void needsRetry_thatFails_isAskedOnceAndItsAttemptIsListed() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Interceptor failing =
        new Interceptor() {
          @Override
          public Boolean needsRetry(CallContext call, int number, int statusCode, String error) {
            asked.incrementAndGet();
            throw new Boto4jException("boom");
          }
        };
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(FAILED.response()));
        Client client = client("dynamodb", server, failing)) {
      assertThatThrownBy(() -> client.call("ListTables"))
          .hasMessage("boom")
          .isInstanceOfSatisfying(
              Boto4jException.class,
              e -> assertThat(e.attempts().get(0).error()).isEqualTo("InternalServerError"));
    }
    assertThat(asked).hasValue(1);
  }

  /** Changes the HTTP response of the first call. */
  private static Interceptor received(UnaryOperator<HttpResponse> change) {
    AtomicInteger calls = new AtomicInteger();
    return new Interceptor() {
      @Override
      public HttpResponse responseReceived(CallContext call, HttpResponse response) {
        return calls.getAndIncrement() == 0 ? change.apply(response) : response;
      }
    };
  }

  private static HttpResponse with(HttpResponse response, InputStream body) {
    return HttpResponse.of(response.statusCode(), response.headers(), body);
  }

  @Test
  void responseReceived_thatReplacesTheBody_releasesTheFirstOneAtTheEnd() throws IOException {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(OBJECT.response()));
        Client client =
            client("s3", server, received(r -> with(r, new ByteArrayInputStream(NEW))))) {
      ResponseStream body = OBJECT.by(client).stream("Body");
      assertThat(body.readAllBytes()).isEqualTo(NEW);
      assertThat(body.read()).isEqualTo(-1);

      assertThat(OBJECT.by(client).stream("Body").text()).isEqualTo(LONG);
    }
  }

  @Test
  void responseReceived_thatWrapsTheBody_keepsTheConnection() throws IOException {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(OBJECT.response()));
        Client client =
            client("s3", server, received(r -> with(r, new FilterInputStream(r.body()) {})))) {
      assertThat(OBJECT.by(client).stream("Body").text()).isEqualTo(LONG);
      assertThat(OBJECT.by(client).stream("Body").text()).isEqualTo(LONG);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void responseReceived_thatReadsABodyWhichBreaks_isNotSentAgain() throws IOException {
    ScriptedServer.Script broken =
        peer -> {
          peer.request();
          peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
        };
    Interceptor reading =
        received(
            r -> {
              try {
                return with(r, new ByteArrayInputStream(r.body().readAllBytes()));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    try (ScriptedServer server = ScriptedServer.start(broken);
        Client client = client("dynamodb", server, reading)) {
      assertThatThrownBy(
              () ->
                  client.call(
                      "UpdateItem",
                      Map.of("TableName", "t", "Key", Map.of("id", Map.of("S", "1"))),
                      o -> o.maxAttempts(3)))
          .isInstanceOfSatisfying(
              Boto4jException.class,
              e ->
                  assertThat(e.attempts().get(0).decision())
                      .isEqualTo(Attempt.Decision.ALREADY_CARRIED_OUT));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void afterCall_thatReplacesAStreamByNone_releasesIt() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    List<Supplier<Response>> responses = new ArrayList<>();
    Interceptor replacing =
        new Interceptor() {
          @Override
          public Response afterCall(CallContext call, Response response) {
            return calls.getAndIncrement() == 0 ? responses.get(0).get() : response;
          }
        };
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(OBJECT.response()));
        Client client = client("s3", server, replacing)) {
      responses.add(() -> client.responses().response("GetObject", Map.of("ETag", "e")));
      assertThat(OBJECT.by(client).text("ETag")).isEqualTo("e");

      assertThat(OBJECT.by(client).stream("Body").text()).isEqualTo(LONG);
    }
  }

  /** Each of the streams may be read from the first one, so that is closed at their end. */
  @Test
  void afterCall_thatReplacesAStreamByAnother_releasesItWithTheOther() throws IOException {
    List<UnaryOperator<ResponseStream>> streams =
        List.of(
            first -> ResponseStream.of(new ByteArrayInputStream(new byte[] {'x'}), 1),
            first -> ResponseStream.of(new FilterInputStream(first) {}, first.contentLength()),
            first -> first);
    List<Consumer<ResponseStream>> uses =
        List.of(ResponseStream::close, ResponseStream::text, InterceptorFailureTest::readOut);
    for (UnaryOperator<ResponseStream> other : streams) {
      for (Consumer<ResponseStream> use : uses) {
        List<Client> clients = new ArrayList<>();
        Interceptor replacing =
            new Interceptor() {
              @Override
              public Response afterCall(CallContext call, Response response) {
                Map<String, Object> members = new HashMap<>(response);
                members.put("Body", other.apply(response.stream("Body")));
                return clients.get(0).responses().response("GetObject", members);
              }
            };
        try (ScriptedServer server =
                ScriptedServer.start(ScriptedServer.answering(OBJECT.response()));
            Client client = client("s3", server, replacing)) {
          clients.add(client);
          for (int i = 0; i < 3; i++) {
            ResponseStream body = OBJECT.by(client).stream("Body");
            assertThat(body.available()).isPositive();
            use.accept(body);
          }
        }
      }
    }
  }

  private static void readOut(InputStream body) {
    try {
      byte[] some = new byte[8192];
      while (body.read(some) >= 0) {
        assertThat(some).isNotEmpty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
