package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.error.IncompleteReadException;
import io.boto4j.error.ServiceException;
import io.boto4j.internal.checksum.Checksum;
import io.boto4j.internal.transport.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses are checked against their checksum while they are read. */
@SuppressWarnings("boto4j") // models that the test writes
@Timeout(30)
final class ChecksumAnswersTest {
  private static final String RIGHT = "x-amz-checksum-crc32: NhCmhg==\r\n";
  private static final String WRONG = "x-amz-checksum-crc32: AAAAAA==\r\n";
  private static final String MESSAGE =
      "Expected checksum AAAAAA== did not match calculated checksum: NhCmhg==";

  private static String whole(String headers) {
    return "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: 5\r\n\r\nhello";
  }

  private static String chunked(String headers) {
    return "HTTP/1.1 200 OK\r\n"
        + headers
        + "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";
  }

  private static Client client(ScriptedServer server) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("eu-west-1")
        .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
        .dataPath(BotocoreChecksumsTest.models())
        .build()
        .client("sums", c -> c.endpointUrl(server.uri("")));
  }

  private static ResponseStream get(Client client) {
    return Objects.requireNonNull(client.call("Get", Map.of("Key", "k")).stream("Body"));
  }

  /** The ways to read a stream to its end. */
  private enum Reading {
    TEXT,
    ALL_BYTES,
    TRANSFER,
    ONE_BY_ONE,
    SKIP,
    N_BYTES;

    private void of(ResponseStream body) throws IOException {
      switch (this) {
        case TEXT -> assertThat(body.text()).isEqualTo("hello");
        case ALL_BYTES -> assertThat(body.readAllBytes()).hasSize(5);
        case TRANSFER -> assertThat(body.transferTo(new ByteArrayOutputStream())).isEqualTo(5);
        case ONE_BY_ONE -> {
          for (int i = 0; i < 5; i++) {
            assertThat(body.read()).isEqualTo("hello".charAt(i));
          }
          assertThat(body.read()).isEqualTo(-1);
          assertThat(body.read()).isEqualTo(-1);
        }
        case SKIP -> {
          assertThat(body.skip(5)).isEqualTo(5);
          assertThat(body.read()).isEqualTo(-1);
        }
        case N_BYTES -> assertThat(body.readNBytes(100)).hasSize(5);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void body_right_isGivenWholeAndTheConnectionIsReused(Reading reading) throws IOException {
    for (String answer : new String[] {whole(RIGHT), chunked(RIGHT)}) {
      try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(answer));
          Client client = client(server)) {
        reading.of(get(client));
        reading.of(get(client));

        assertThat(server.connections()).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void body_wrong_failsAgainAndAgainAndTheConnectionIsNotReused(Reading reading)
      throws IOException {
    for (String answer : new String[] {whole(WRONG), chunked(WRONG)}) {
      try (ScriptedServer server =
              ScriptedServer.start(
                  ScriptedServer.answering(answer), ScriptedServer.answering(whole(RIGHT)));
          Client client = client(server)) {
        ResponseStream body = get(client);
        for (int i = 0; i < 2; i++) {
          assertThatThrownBy(() -> reading.of(body))
              .isInstanceOf(FlexibleChecksumException.class)
              .hasMessage(MESSAGE);
        }
        assertThatThrownBy(body::read).isInstanceOf(FlexibleChecksumException.class);
        body.close();
        reading.of(get(client));

        assertThat(server.connections()).isEqualTo(2);
      }
    }
  }

  @Test
  void body_wrongAndReadNoFurtherThanAnnounced_fails() throws IOException {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(whole(WRONG)));
        Client client = client(server);
        ResponseStream body = get(client)) {
      assertThat(body.readNBytes(4)).hasSize(4);
      assertThatThrownBy(() -> body.readNBytes(1))
          .isInstanceOf(FlexibleChecksumException.class)
          .hasMessage(MESSAGE);
    }
  }

  @Test
  void body_closedBeforeItsEnd_isNotHeldAgainstAnything() throws IOException {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(whole(WRONG)));
        Client client = client(server);
        ResponseStream body = get(client)) {
      assertThat(body.read()).isEqualTo('h');
    }
  }

  @Test
  void body_cutShort_isIncompleteWhateverItsChecksum() throws IOException {
    String cut = "HTTP/1.1 200 OK\r\n" + RIGHT + "Content-Length: 6\r\n\r\nhello";
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(cut);
                });
        Client client = client(server)) {
      ResponseStream body = get(client);
      assertThatThrownBy(body::readAllBytes).isInstanceOf(IncompleteReadException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xxhash128", "crc64nvme", "xxhash64", "crc32c"})
  void algorithm_thatBotocoreHasNot_isCheckedFirst(String algorithm) throws IOException {
    Checksum checksum = Objects.requireNonNull(Checksum.of(algorithm));
    checksum.update("hello".getBytes(StandardCharsets.US_ASCII), 0, 5);
    String right = "x-amz-checksum-" + algorithm + ": " + checksum.base64() + "\r\n" + WRONG;
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(whole(right)));
        Client client = client(server)) {
      Response response = client.call("Get", Map.of("Key", "k"));

      assertThat(response.metadata().checksumAlgorithm()).isEqualTo(algorithm);
      assertThat(Objects.requireNonNull(response.stream("Body")).text()).isEqualTo("hello");
    }
  }

  @Test
  void error_withAChecksum_isTheServices() throws IOException {
    String error =
        "HTTP/1.1 404 Not Found\r\n"
            + WRONG
            + "x-amzn-ErrorType: Gone\r\nContent-Length: 2\r\n\r\n{}";
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(error));
        Client client = client(server)) {
      assertThatThrownBy(() -> get(client)).isInstanceOf(ServiceException.class);
    }
  }

  private static String part(String headers) {
    return "HTTP/1.1 206 Partial Content\r\n" + headers + "Content-Length: 5\r\n\r\nhello";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Range: bytes 0-4/5\r\nx-amz-checksum-type: COMPOSITE\r\n",
        "Content-Range: bytes 0-4/50\r\nx-amz-checksum-type: COMPOSITE\r\n",
        "Content-Range: bytes 0-4/50\r\nx-amz-checksum-type: FULL_OBJECT\r\n",
        "Content-Range: bytes 5-9/10\r\nx-amz-checksum-type: FULL_OBJECT\r\n",
        "Content-Range: bytes 0-4/50\r\n",
        "Content-Range: bytes 1-5/6\r\n",
        "Content-Range: bytes 0-4/*\r\n",
        "Content-Range: bytes 0-4/\r\n",
        "Content-Range: bytes 0-99999999999999999999/5\r\n",
        "Content-Range: lines 0-4/5\r\n",
        "Content-Range: \r\n",
        "",
      })
  void range_withAChecksumThatDoesNotCoverIt_isNotCompared(String headers) throws IOException {
    for (String mark : new String[] {"", "x-amz-checksum-crc64nvme: AAAAAAAAAAA=\r\n"}) {
      try (ScriptedServer server =
              ScriptedServer.start(ScriptedServer.answering(part(WRONG + mark + headers)));
          Client client = client(server)) {
        Response response = client.call("Get", Map.of("Key", "k"));

        assertThat(Objects.requireNonNull(response.stream("Body")).text()).isEqualTo("hello");
        assertThat(response.metadata().checksumAlgorithm()).isNull();
      }
    }
  }

  @Test
  void object_withACompositeChecksum_isNotCompared() throws IOException {
    for (String type : new String[] {"COMPOSITE", "composite", "OF_A_LATER_YEAR"}) {
      String answer = whole(WRONG + "x-amz-checksum-type: " + type + "\r\n");
      try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(answer));
          Client client = client(server)) {
        assertThat(get(client).text()).isEqualTo("hello");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x-amz-checksum-type: FULL_OBJECT\r\n"})
  void wholeObject_isComparedEvenAsARange(String type) throws IOException {
    String range = "Content-Range: bytes 0-4/5\r\n";
    for (String answer : new String[] {whole(WRONG + type), part(WRONG + type + range)}) {
      try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(answer));
          Client client = client(server)) {
        ResponseStream body = get(client);
        assertThatThrownBy(body::text).isInstanceOf(FlexibleChecksumException.class);
      }
    }
    try (ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(part(RIGHT + type + range)));
        Client client = client(server)) {
      Response response = client.call("Get", Map.of("Key", "k"));

      assertThat(Objects.requireNonNull(response.stream("Body")).text()).isEqualTo("hello");
      assertThat(response.metadata().checksumAlgorithm()).isEqualTo("crc32");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "NhCmhg", "\u007f"})
  void checksum_thatIsNone_isAMismatch(String value) throws IOException {
    String answer = whole("x-amz-checksum-crc32: " + value + "\r\n");
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(answer));
        Client client = client(server)) {
      ResponseStream body = get(client);
      assertThatThrownBy(body::text).isInstanceOf(FlexibleChecksumException.class);
    }
  }

  @Test
  void metadata_withoutAChecksum_hasNoAlgorithm() {
    Client client = Sessions.client("dynamodb", new Recorder());

    assertThat(client.call("ListTables").metadata().checksumAlgorithm()).isNull();
  }
}
