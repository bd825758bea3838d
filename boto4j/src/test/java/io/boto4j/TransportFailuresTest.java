package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.ConnectionClosedException;
import io.boto4j.error.EndpointConnectionException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Failures of a user's own transport are reported as boto4j's exceptions. */
final class TransportFailuresTest {
  private static final String ENDPOINT = "https://dynamodb.eu-west-1.amazonaws.com/";

  @TestFactory
  Stream<DynamicTest> send_ioException_isSorted() {
    return Stream.<Map.Entry<IOException, Class<?>>>of(
            Map.entry(new UnknownHostException("h"), EndpointConnectionException.class),
            Map.entry(new ConnectException("refused"), EndpointConnectionException.class),
            Map.entry(new NoRouteToHostException("no"), EndpointConnectionException.class),
            Map.entry(new SocketTimeoutException("slow"), ReadTimeoutException.class),
            Map.entry(new EOFException(), ConnectionClosedException.class),
            Map.entry(new SocketException("reset"), ConnectionClosedException.class),
            Map.entry(new IOException("other"), ConnectionClosedException.class))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey().getClass().getSimpleName(),
                    () -> {
                      Client client =
                          Sessions.client(
                              "dynamodb",
                              request -> {
                                throw each.getKey();
                              });
                      assertThatThrownBy(() -> client.call("ListTables"))
                          .isInstanceOf(each.getValue())
                          .hasMessageContaining("\"" + ENDPOINT + "\"")
                          .hasCause(each.getKey());
                    }));
  }

  @Test
  void send_null_namesTheTransport() {
    Client client = Sessions.client("dynamodb", new Forgetful());

    assertThatThrownBy(() -> client.call("ListTables"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(Forgetful.class.getName())
        .hasMessageContaining("null");
  }

  private static final class Forgetful implements HttpTransport {
    @Override
    public HttpResponse send(io.boto4j.http.HttpRequest request) {
      return null;
    }
  }

  @Test
  void send_runtimeException_passesThrough() {
    IllegalStateException own = new IllegalStateException("mine");
    Client client =
        Sessions.client(
            "dynamodb",
            request -> {
              throw own;
            });

    assertThat(catchThrowable(() -> client.call("ListTables"))).isSameAs(own);
  }

  @Test
  void body_failsMidway_isAConnectionClosedAndTheBodyIsClosed() {
    AtomicInteger closed = new AtomicInteger();
    InputStream broken =
        new InputStream() {
          private int left = 5;

          @Override
          public int read() throws IOException {
            return read(new byte[1], 0, 1) > 0 ? ' ' : -1;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left-- == 0) {
              throw new EOFException("cut");
            }
            buffer[offset] = ' ';
            return 1;
          }

          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    Client client =
        Sessions.with(request -> HttpResponse.of(200, Headers.empty(), broken))
            .build()
            .client("dynamodb", c -> c.maxAttempts(1));

    assertThatThrownBy(() -> client.call("ListTables"))
        .isInstanceOf(ConnectionClosedException.class);
    assertThat(closed).hasValue(1);
  }

  @Test
  void body_readWhole_isClosed() {
    AtomicInteger closed = new AtomicInteger();
    Client client =
        Sessions.client(
            "dynamodb",
            request ->
                HttpResponse.of(
                    400,
                    Headers.empty(),
                    new ByteArrayInputStream(
                        "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                      @Override
                      public void close() {
                        closed.incrementAndGet();
                      }
                    }));

    assertThat(catchThrowable(() -> client.call("ListTables"))).isInstanceOf(Boto4jException.class);
    assertThat(closed).hasValue(1);
  }

  @Test
  void close_client_refusesCallsAndLeavesAUsersTransportOpen() {
    AtomicInteger closed = new AtomicInteger();
    Recorder recorder = new Recorder();
    HttpTransport transport =
        new HttpTransport() {
          @Override
          public HttpResponse send(io.boto4j.http.HttpRequest request) throws IOException {
            return recorder.send(request);
          }

          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    Session session = Sessions.with(transport).build();
    Client client = session.client("dynamodb");
    client.call("ListTables");

    client.close();
    client.close();

    assertThatThrownBy(() -> client.call("ListTables"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> client.callAsync("ListTables").join())
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(closed).hasValue(0);
    session.client("dynamodb").call("ListTables");
    assertThat(recorder.requests()).hasSize(2);
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void everything_thatPrints_keepsTheSecrets() {
    Recorder recorder = new Recorder();
    Session session =
        Sessions.bare(recorder)
            .region("eu-west-1")
            .environment(Map.of("AWS_SECRET_ACCESS_KEY", "CANARY-env", "AWS_ACCESS_KEY_ID", "AKID"))
            .credentials(Credentials.of("AKID", "CANARY-secret", "CANARY-token"))
            .config(c -> c.credentials(Credentials.of("AKID", "CANARY-own", "CANARY-token2")))
            .build();
    Client client = session.client("secretsmanager");
    Response answer = null;
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    for (String body :
        List.of("{\"SecretString\": \"CANARY-answer\"}", "CANARY <", "{\"SecretString\": 1")) {
      for (int status : new int[] {200, 418}) {
        recorder.answer(status, body, "Set-Cookie", "CANARY-cookie");
        try {
          answer = client.call("GetSecretValue", Map.of("SecretId", "id"));
          out.println(answer);
          out.println(answer.metadata());
        } catch (Boto4jException e) {
          if (status == 200) {
            e.printStackTrace(out);
          }
        }
      }
    }
    catchThrowable(() -> client.call("PutSecretValue", Map.of("SecretId", "id", "SecretString", 5)))
        .printStackTrace(out);
    catchThrowable(
            () ->
                client.call(
                    "PutSecretValue",
                    Map.of("SecretId", "id", "SecretString", List.of("CANARY-input"))))
        .printStackTrace(out);
    for (Object each :
        new Object[] {
          session,
          client,
          client.config(),
          session.credentials(),
          client.config().credentials(),
          recorder.last(),
          recorder.last().headers(),
          recorder.last().body(),
          client.endpointUrl()
        }) {
      out.println(each);
    }

    assertThat(printed.toString()).contains("SecretString=***").doesNotContain("CANARY");
    assertThat(recorder.last().headers().first("X-Amz-Security-Token")).isEqualTo("CANARY-token2");
    assertThat(answer).isNotNull();
  }
}
