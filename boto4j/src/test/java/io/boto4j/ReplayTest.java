package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.transport.ScriptedServer;
import io.boto4j.testing.RecordingTransport;
import io.boto4j.testing.ReplayException;
import io.boto4j.testing.ReplayTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recording of calls, and replay to another session at another time. */
final class ReplayTest {
  private static final Map<String, Object> KEY = Map.of("id", Map.of("S", "a"));

  @TempDir Path folder;

  private final Recorder service = new Recorder();

  private Path cassette() {
    return folder.resolve("cassettes").resolve("calls.json");
  }

  private Client recording(String name, RecordingTransport transport) {
    return Sessions.with(transport).build().client(name);
  }

  /** A session with other credentials and another date. */
  private Client replaying(String name, ReplayTransport transport) {
    return Sessions.bare(transport)
        .region("eu-west-1")
        .credentials(Credentials.of("AKOTHER", "other", "token"))
        .clock(Clock.fixed(Instant.parse("2027-07-07T07:07:07Z"), ZoneOffset.UTC))
        .build()
        .client(name);
  }

  private void record(String name, String operation, Map<String, Object> input) {
    try (RecordingTransport transport = RecordingTransport.of(service, cassette())) {
      recording(name, transport).call(operation, input);
    }
  }

  @Test
  void transport_ofSession_isRecorded() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedServer.answering(ScriptedServer.ok("{\"TableNames\": [\"t\"]}")))) {
      Session session = Sessions.bare(service).build();
      try (RecordingTransport transport =
          RecordingTransport.of(session.createTransport(), cassette())) {
        Client client =
            Sessions.with(transport)
                .config(c -> c.endpointUrl(server.uri("/").toString()))
                .build()
                .client("dynamodb");
        assertThat(client.call("ListTables").list("TableNames")).containsExactly("t");
      }
      assertThat(server.requests()).hasSize(1);
      assertThat(service.requests()).isEmpty();
    }
    assertThat(ReplayTransport.of(cassette()).unplayed()).hasSize(1);
  }

  @Test
  void calls_recorded_arePlayedBackInTheirOrder() {
    Iterator<String> bodies =
        List.of("{\"TableNames\": []}", "{\"TableNames\": [\"t\"]}").iterator();
    service.answer(request -> Recorder.response(200, bodies.next(), "x-amzn-RequestId", "r-1"));
    try (RecordingTransport transport = RecordingTransport.of(service, cassette())) {
      Client client = recording("dynamodb", transport);
      client.call("ListTables");
      assertThat(client.call("ListTables").list("TableNames")).containsExactly("t");
    }
    ReplayTransport replay = ReplayTransport.of(cassette());
    assertThat(replay.unplayed()).hasSize(2);
    Client client = replaying("dynamodb", replay);
    Response first = client.call("ListTables");
    assertThat(first.list("TableNames")).isEmpty();
    assertThat(first.metadata().requestId()).isEqualTo("r-1");
    assertThat(client.call("ListTables").list("TableNames")).containsExactly("t");
    assertThat(replay.unplayed()).isEmpty();
    assertThat(service.requests()).hasSize(2);
    assertThatThrownBy(() -> client.call("ListTables"))
        .isInstanceOf(ReplayException.class)
        .hasMessageEndingWith("It was recorded 2 times, and all were played.");
  }

  @Test
  void errors_recorded_arePlayedBack() {
    service.answer(400, "{\"__type\": \"ResourceNotFoundException\", \"message\": \"no\"}");
    Map<String, Object> input = Map.of("TableName", "t", "Key", KEY);
    assertThatThrownBy(() -> record("dynamodb", "GetItem", input))
        .isInstanceOf(ServiceException.class);
    Client client = replaying("dynamodb", ReplayTransport.of(cassette()));
    assertThatThrownBy(() -> client.call("GetItem", input))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("ResourceNotFoundException");
  }

  @Test
  void cassette_holdsNoSecrets() throws IOException {
    service.answer(
        200,
        """
        <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId>
        <SecretAccessKey>CANARY-1</SecretAccessKey><SessionToken>CANARY-2</SessionToken>
        <Expiration>2026-02-03T05:05:06Z</Expiration></Credentials></AssumeRoleResult>
        </AssumeRoleResponse>""",
        "Set-Cookie",
        "CANARY-3");
    record(
        "sts",
        "AssumeRole",
        Map.of("RoleArn", "arn:aws:iam::123456789012:role/r", "RoleSessionName", "ss"));
    String text = Files.readString(cassette());
    assertThat(text)
        .contains("ASIA")
        .doesNotContain("CANARY")
        .doesNotContain(Sessions.SECRET)
        .doesNotContain(Sessions.KEY_ID)
        .doesNotContain("Signature");
    Structure credentials =
        replaying("sts", ReplayTransport.of(cassette()))
            .call(
                "AssumeRole",
                Map.of("RoleArn", "arn:aws:iam::123456789012:role/r", "RoleSessionName", "ss"))
            .structure("Credentials");
    assertThat(credentials.text("SecretAccessKey")).isEqualTo("SCRUBBED");
  }

  @Test
  void secrets_inRequests_areScrubbedAndMatchAllTheSame() throws IOException {
    service.answer(200, "{\"ARN\": \"arn:x\", \"Name\": \"n\"}", "x-amz-crc32", "1");
    Map<String, Object> input =
        Map.of(
            "Name",
            "n",
            "SecretString",
            "CANARY \\ \" quoted",
            "ClientRequestToken",
            "12345678-1234-4234-9234-123456789abc");
    record("secretsmanager", "CreateSecret", input);
    assertThat(Files.readString(cassette())).doesNotContain("CANARY").doesNotContain("quoted");
    Client client = replaying("secretsmanager", ReplayTransport.of(cassette()));
    assertThat(client.call("CreateSecret", input).text("ARN")).isEqualTo("arn:x");
  }

  @Test
  void secrets_ofTheUsersOwn_areScrubbed() throws IOException {
    service.answer(200, "{\"Item\": {\"phone\": {\"S\": \"CANARY\"}}}");
    Map<String, Object> input = Map.of("TableName", "CANARY", "Key", KEY);
    try (RecordingTransport transport =
        RecordingTransport.of(service, cassette(), "TableName", "S")) {
      recording("dynamodb", transport).call("GetItem", input);
    }
    assertThat(Files.readString(cassette())).doesNotContain("CANARY");
    ReplayTransport replay = ReplayTransport.of(cassette(), "TableName", "S");
    assertThat(replaying("dynamodb", replay).call("GetItem", input)).containsKey("Item");
  }

  @Test
  void bytes_thatAreNoText_areKept() {
    service.answer(
        request ->
            HttpResponse.of(
                200,
                Headers.of(Map.of("Content-Length", "3")),
                new ByteArrayInputStream(new byte[] {(byte) 0xff, 0, 1})));
    record("s3", "GetObject", Map.of("Bucket", "bbb", "Key", "k"));
    Response answer =
        replaying("s3", ReplayTransport.of(cassette()))
            .call("GetObject", Map.of("Bucket", "bbb", "Key", "k"));
    assertThat(answer.stream("Body").readAllBytes()).containsExactly(0xff, 0, 1);
  }

  @Test
  void requests_notRecorded_sayWhatComesNearest() {
    service.answer(200, "{}");
    record("dynamodb", "GetItem", Map.of("TableName", "table-one", "Key", KEY));
    Client client = replaying("dynamodb", ReplayTransport.of(cassette()));
    assertThatThrownBy(() -> client.call("GetItem", Map.of("TableName", "table-two", "Key", KEY)))
        .isInstanceOf(ReplayException.class)
        .hasMessageStartingWith("No response in calls.json for POST https://dynamodb.")
        .hasMessageContaining("(DynamoDB_20120810.GetItem)")
        .hasMessageContaining("its body differs: recorded '")
        .hasMessageContaining("table-two");
    assertThatThrownBy(() -> client.call("ListTables"))
        .hasMessageContaining("it was recorded for POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"interactions\": [1]}", "{\"interactions\": [{}]}"})
  void cassette_thatIsNone_isRefused(String content) throws IOException {
    Path file = folder.resolve("none.json");
    Files.writeString(file, content);
    assertThatThrownBy(() -> ReplayTransport.of(file))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("is not a cassette");
  }

  @Test
  void presignedParts_ofAUrl_areNotKept() throws IOException {
    service.answer(200, "<a/>");
    record("s3", "ListObjectsV2", Map.of("Bucket", "bbb", "Prefix", "p q"));
    assertThat(Files.readString(cassette())).contains("prefix=p%20q").contains("list-type=2");
  }
}
