package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.EndpointResolutionException;
import io.boto4j.internal.transport.ScriptedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint URL with which a client is created is one at which it can be called. */
final class EndpointUrlTest {
  private static final Map<String, Object> OBJECT = Map.of("Bucket", "b", "Key", "k");

  private final Recorder recorder =
      new Recorder()
          .answer(
              request ->
                  request.method().equals("DELETE")
                      ? Recorder.response(204, "")
                      : Recorder.response(200, "{}"));

  @ParameterizedTest
  @CsvSource({
    "HTTP://h.example:9000, http://h.example:9000/, http://h.example:9000/b/k",
    "hTTps://h.example, https://h.example/, https://h.example/b/k",
    "HTTP://127.0.0.1:9000, http://127.0.0.1:9000/, http://127.0.0.1:9000/b/k",
    "http://h.example/\u00fc, http://h.example/%C3%BC, http://h.example/%C3%BC/b/k",
    "http://h.example/%C3%BC, http://h.example/%C3%BC, http://h.example/%C3%BC/b/k",
    "http://h.example/\ud83d\ude00, http://h.example/%F0%9F%98%80,"
        + " http://h.example/%F0%9F%98%80/b/k",
    "http://H.EXAMPLE, http://H.EXAMPLE/, http://H.EXAMPLE/b/k",
    "http://[::1]:9000, http://[::1]:9000/, http://[::1]:9000/b/k"
  })
  void url_thatIsAccepted_isCalled(String url, String json, String rest) {
    Client dynamodb = client("dynamodb", url);
    dynamodb.call("ListTables");
    assertThat(recorder.last().uri()).hasToString(json);
    assertThat(dynamodb.explain("ListTables", Map.of()).failure()).isNull();

    Client s3 = client("s3", url);
    s3.call("DeleteObject", OBJECT);
    assertThat(recorder.last().uri()).hasToString(rest);
    assertThat(s3.presign("GetObject", OBJECT).toString()).startsWith(rest + "?");

    assertThat(client("sts", url).explain("GetCallerIdentity", Map.of()).failure()).isNull();
    assertThat(client("lambda", url).explain("ListFunctions", Map.of()).failure()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://h.example:0",
        "http://[::1%25eth0]:9000",
        "http://[::1%eth0]",
        "http://h.example/\ud83d",
        "http://h.example:65536",
        "http://h_x..example"
      })
  void url_thatNoCallCouldUse_isRejectedByTheClient(String url) {
    for (String service : new String[] {"dynamodb", "s3", "sqs"}) {
      assertThatThrownBy(() -> client(service, url))
          .isInstanceOf(EndpointResolutionException.class)
          .hasMessageStartingWith("Invalid endpoint: http://");
    }
  }

  @Test
  void urlWithQuery_isRejectedForS3_whoseRulesPermitNone() {
    for (String url : new String[] {"http://h.example?x=1", "http://h.example/p?"}) {
      assertThatThrownBy(() -> client("s3", url))
          .isInstanceOf(EndpointResolutionException.class)
          .hasMessage("Custom endpoint `" + url + "` was not a valid URI");
    }
    client("dynamodb", "http://h.example?x=1").call("ListTables");
    assertThat(recorder.last().uri()).hasToString("http://h.example/?x=1");
  }

  @Test
  void schemeInCapitals_ofTheEnvironment_isTheSame() {
    for (String variable : new String[] {"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"}) {
      Client s3 =
          Sessions.with(recorder)
              .environment(Map.of(variable, "HTTP://h.example:9000"))
              .build()
              .client("s3");
      s3.call("DeleteObject", OBJECT);
      assertThat(recorder.last().uri()).hasToString("http://h.example:9000/b/k");
    }
  }

  @Test
  void schemeInCapitals_overSockets_isCalled() throws IOException {
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              while (peer.hasMore()) {
                peer.request();
                peer.send(
                    "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"TableNames\":[\"t\"]}\n");
              }
            })) {
      String url = server.uri("").toString().replace("http:", "HTTP:");
      try (Client dynamodb =
          Session.builder()
              .environment(Map.of())
              .home(Path.of("no-such-home"))
              .region("eu-west-1")
              .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
              .build()
              .client("dynamodb", c -> c.endpointUrl(url))) {
        assertThat(dynamodb.call("ListTables").list("TableNames").toString()).isEqualTo("[t]");
      }
    }
  }

  private Client client(String service, String url) {
    return Sessions.with(recorder).build().client(service, c -> c.endpointUrl(url));
  }
}
