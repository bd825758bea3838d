package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.credentials.Credentials;
import io.boto4j.internal.transport.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that sends without end does not exhaust a small heap. */
final class SmallHeapTest {
  private static final String ERROR =
      "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String GOOD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  /**
   * The bytes that are sent once, those that are repeated forever, and the exception of the call.
   */
  private static final List<List<String>> CASES =
      List.of(
          List.of(ERROR, chunk("x".repeat(8192)), "ServiceException"),
          List.of(
              ERROR + chunk("{\"__type\":\"Sorry\",\"a\":["),
              chunk("[],".repeat(2730)),
              "ServiceException"),
          List.of(
              ERROR + chunk("{\"__type\":\"Sorry\",\"Item\":{"),
              chunk("\"k\":{\"L\":[]},".repeat(600)),
              "ServiceException"),
          List.of(
              "HTTP/1.1 500 Oh\r\nContent-Length: 99999999999\r\n\r\n",
              " ".repeat(8192),
              "ServiceException"),
          List.of(GOOD, chunk(" ".repeat(8192)), "InvalidHttpResponseException"),
          List.of(
              "HTTP/1.1 200 OK\r\nContent-Length: 2147483647\r\n\r\n",
              " ".repeat(8192),
              "InvalidHttpResponseException"),
          List.of("HTTP/1.1 200 OK\r\n\r\n", " ".repeat(8192), "InvalidHttpResponseException"),
          List.of("HTTP/1.1 200 OK\r\nX: ", "x".repeat(8192), "InvalidHttpResponseException"),
          List.of("HTTP/1.1 200 OK\r\n", "X: y\r\n".repeat(999), "InvalidHttpResponseException"),
          List.of("", "HTTP/1.1 102 Wait\r\n\r\n".repeat(99), "InvalidHttpResponseException"),
          List.of(GOOD + "1;", "x".repeat(8192), "InvalidHttpResponseException"),
          List.of(GOOD + "0\r\n", "X: y\r\n".repeat(999), "InvalidHttpResponseException"),
          List.of("", "x".repeat(8192), "InvalidHttpResponseException"));

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  @Test
  @Timeout(300)
  void endlessAnswers_endTheCallAndNotTheJvm() throws Exception {
    List<ScriptedServer> servers = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    List<String> outcomes = new ArrayList<>();
    try {
      for (List<String> each : CASES) {
        ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(each.get(0));
                  while (true) {
                    peer.send(each.get(1));
                  }
                });
        servers.add(server);
        ports.add(Integer.toString(server.port()));
        outcomes.add(outcomes.size() + " " + each.get(2));
      }
      assertThat(ChildJvm.run(Program.class, List.of("-Xmx64m"), ports.toArray(new String[0])))
          .isEqualTo(outcomes);
    } finally {
      for (ScriptedServer server : servers) {
        server.close();
      }
    }
  }

  /** Calls each of the servers and prints the outcome. */
  static final class Program {
    public static void main(String[] ports) {
      Session session =
          Session.builder()
              .environment(Map.of("AWS_MAX_ATTEMPTS", "1"))
              .home(Path.of("no-such-home"))
              .region("eu-west-1")
              .credentials(Credentials.of("AKID", "secret"))
              .build();
      for (int i = 0; i < ports.length; i++) {
        String url = "http://127.0.0.1:" + ports[i];
        try (Client client =
            session.client(
                "dynamodb", c -> c.endpointUrl(url).readTimeout(Duration.ofSeconds(20)))) {
          System.out.println(i + " " + client.call("ListTables"));
        } catch (RuntimeException | OutOfMemoryError e) {
          System.out.println(i + " " + e.getClass().getSimpleName());
        }
      }
    }
  }
}
