package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ServiceException;
import io.boto4j.error.UnknownServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.internal.eventstream.FrameWriter;
import io.boto4j.model.codec.CborReader;
import io.boto4j.model.codec.CborWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service that nobody has compiled: its Smithy model is put into the data path of a session that
 * is in use, and the service is called, in each of its two protocols.
 */
@SuppressWarnings("boto4j") // models that the test writes
final class LiveModelTest {
  private static final String NAME = "acme-ledger";
  private static final String FILE = "ledger-2026-10-01.json";
  private static final String JSON_PROTOCOL = "\"aws.protocols#awsJson1_0\": {},";

  @TempDir Path folder;

  private final Recorder recorder = new Recorder();
  private final Deque<Object> answers = new ArrayDeque<>();
  private Session session;

  @BeforeEach
  void createSession() {
    session = Sessions.with(recorder).dataPath(folder).build();
    assertThatThrownBy(() -> session.client(NAME)).isInstanceOf(UnknownServiceException.class);
  }

  /** Writes the model into the data path, and creates a client of the service. */
  private Client client(boolean cbor) throws IOException {
    String model = model();
    assertThat(model).contains(JSON_PROTOCOL);
    Files.writeString(folder.resolve(FILE), cbor ? model.replace(JSON_PROTOCOL, "") : model);
    session.reloadModels();
    recorder.answer(request -> answer(cbor));
    return session.client(NAME);
  }

  static String model() throws IOException {
    try (InputStream in = LiveModelTest.class.getResourceAsStream("acme-ledger.smithy.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse answer(boolean cbor) {
    Object next = answers.remove();
    if (next instanceof byte[] frames) {
      return response(200, frames, "application/vnd.amazon.eventstream");
    }
    Map<?, ?> output = (Map<?, ?>) next;
    int status = output.containsKey("__type") ? 400 : 200;
    return response(status, encoded(output, cbor), cbor ? "application/cbor" : "application/json");
  }

  private static HttpResponse response(int status, byte[] body, String type) {
    Headers headers =
        Headers.builder().add("Content-Type", type).add("smithy-protocol", "rpc-v2-cbor").build();
    return HttpResponse.of(status, headers, new ByteArrayInputStream(body));
  }

  private static byte[] encoded(Map<?, ?> value, boolean cbor) {
    return cbor
        ? new CborWriter().value(value).toByteArray()
        : Json.write(value).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] body(HttpRequest request) throws IOException {
    try (InputStream in = request.body().open()) {
      return in.readAllBytes();
    }
  }

  private static byte[] event(String type, Map<?, ?> payload, boolean cbor) {
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put(":message-type", "event");
    headers.put(":event-type", type);
    headers.put(":content-type", cbor ? "application/cbor" : "application/json");
    return FrameWriter.frame(new EventMessage(headers, encoded(payload, cbor)));
  }

  private static Map<String, Object> entry(String id, String status) {
    return Map.of("entryId", id, "amount", 5_000_000_000L, "status", status);
  }

  private void callEverything(Client ledger, boolean cbor) throws IOException {
    // The paginator, and the general endpoint of the rules.
    answers.add(
        Map.of("entries", List.of(entry("a", "OPEN"), entry("b", "OPEN")), "nextToken", "t"));
    answers.add(Map.of("entries", List.of(entry("c", "OPEN"))));
    List<String> ids = new ArrayList<>();
    for (Structure each : ledger.items("ListEntries", Params.of("maxResults", 2))) {
      ids.add(each.text("entryId"));
    }
    assertThat(ids).containsExactly("a", "b", "c");
    assertThat(recorder.last().uri()).hasHost("ledger.eu-west-1.acme.example");

    // The waiter: an error and a status that are waited for.
    answers.add(Map.of("__type", "com.acme.ledger#EntryNotFound", "message", "not yet"));
    answers.add(Map.of("entry", entry("a", "OPEN")));
    answers.add(Map.of("entry", entry("a", "SETTLED")));
    int before = recorder.requests().size();
    ledger.waiter("entry_settled").await(Params.of("entryId", "a"));
    assertThat(recorder.requests().size() - before).isEqualTo(3);

    // The event stream.
    byte[] first = event("recorded", entry("d", "OPEN"), cbor);
    byte[] second = event("recorded", entry("e", "SETTLED"), cbor);
    byte[] start = event("initial-response", Map.of(), cbor);
    byte[] frames = new byte[start.length + first.length + second.length];
    System.arraycopy(start, 0, frames, 0, start.length);
    System.arraycopy(first, 0, frames, start.length, first.length);
    System.arraycopy(second, 0, frames, start.length + first.length, second.length);
    answers.add(frames);
    List<String> watched = new ArrayList<>();
    try (EventStream changes = ledger.call("WatchEntries").eventStream("changes")) {
      for (Structure change : changes) {
        watched.add(
            change.text("recorded", "entryId") + " " + change.longInteger("recorded", "amount"));
      }
    }
    assertThat(watched).containsExactly("d 5000000000", "e 5000000000");

    // Errors of the model.
    answers.add(Map.of("__type", "com.acme.ledger#EntryNotFound", "message", "gone"));
    assertThatThrownBy(() -> ledger.call("GetEntry", Params.of("entryId", "x")))
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is("EntryNotFound")).isTrue());
    assertThatThrownBy(() -> ledger.call("RecordEntry", Params.of("book", "b")))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("amount");
  }

  @Test
  void client_ofANewService_callsItInJson() throws IOException {
    Client ledger = client(/* cbor= */ false);

    answers.add(Map.of("entry", Map.of("entryId", "1", "bookedAt", "2026-11-29T00:00:00Z")));
    Response recorded =
        ledger.call(
            "record_entry",
            Params.of(
                "book", "tea", "amount", 7, "bookedAt", Instant.parse("2026-11-28T10:00:00Z")));

    assertThat(recorded.structure("entry").instant("bookedAt"))
        .isEqualTo(Instant.parse("2026-11-29T00:00:00Z"));
    HttpRequest sent = recorder.last();
    assertThat(sent.uri()).hasToString("https://tea.ledger.eu-west-1.acme.example/");
    assertThat(sent.headers().first("X-Amz-Target")).isEqualTo("AcmeLedger_20261001.RecordEntry");
    assertThat(sent.headers().first("Content-Type")).isEqualTo("application/x-amz-json-1.0");
    assertThat(sent.headers().first("Authorization"))
        .contains("/eu-west-1/acme-ledger/aws4_request");
    assertThat(Json.read(Recorder.body(sent)))
        .isEqualTo(
            Map.of(
                "book",
                "tea",
                "amount",
                7,
                "bookedAt",
                "2026-11-28T10:00:00Z",
                "clientToken",
                Sessions.TOKEN.toString()));
    callEverything(ledger, /* cbor= */ false);
  }

  @Test
  void client_ofTheSameServiceWithoutJson_callsItInCbor() throws IOException {
    Client json = client(/* cbor= */ false);
    Client ledger = client(/* cbor= */ true);

    answers.add(Map.of("entry", entry("1", "OPEN")));
    ledger.call("RecordEntry", Params.of("book", "tea", "amount", 7, "receipt", new byte[] {1, 2}));

    HttpRequest sent = recorder.last();
    assertThat(sent.uri())
        .hasToString(
            "https://tea.ledger.eu-west-1.acme.example"
                + "/service/AcmeLedger_20261001/operation/RecordEntry");
    assertThat(sent.headers().first("smithy-protocol")).isEqualTo("rpc-v2-cbor");
    Map<?, ?> input = (Map<?, ?>) new CborReader(body(sent)).readValue();
    assertThat(input.get("receipt")).isEqualTo(new byte[] {1, 2});
    callEverything(ledger, /* cbor= */ true);

    // The client that was created before the change still speaks JSON.
    recorder.answer(200, "{}");
    json.call("ListEntries");
    assertThat(recorder.last().headers().first("Content-Type"))
        .isEqualTo("application/x-amz-json-1.0");
  }

  @Test
  void explain_ofANewService_namesTheFileAndItsDate() throws IOException {
    client(/* cbor= */ false);
    Path file = folder.resolve(FILE);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-29T09:00:00Z")));
    session.reloadModels();
    Client ledger = session.client(NAME);

    Explanation told = ledger.explain("RecordEntry", Params.of("book", "tea", "amount", 7));

    assertThat(told.model()).isEqualTo(ledger.model().origin());
    assertThat(told)
        .asString()
        .startsWith(
            "acme-ledger RecordEntry\n\nModel: acme-ledger 2026-10-01 from "
                + file
                + " (2026-11-29)\n\nEndpoint: https://tea.ledger.eu-west-1.acme.example\n");
    assertThat(ledger.help())
        .startsWith("acme-ledger (Acme Ledger, 2026-10-01)\nModel: acme-ledger 2026-10-01 from ")
        .contains("Records what was paid, and to whom.");
    assertThat(session.models())
        .contains(ledger.model().origin())
        .isSortedAccordingTo((a, b) -> a.service().compareTo(b.service()))
        .hasSize(session.services().size());
  }

  @Test
  void presign_ofANewService_isSignedForItsEndpoint() throws IOException {
    URI url =
        client(/* cbor= */ false)
            .presign("GetEntry", Params.of("entryId", "a"), Duration.ofMinutes(5));

    assertThat(url).hasHost("ledger.eu-west-1.acme.example");
    assertThat(url.getQuery())
        .contains("X-Amz-Expires=300")
        .contains("/eu-west-1/acme-ledger/aws4_request");
  }

  @Test
  void endpointRules_ofANewService_refuseWhatTheyMust() throws IOException {
    client(/* cbor= */ false);

    assertThatThrownBy(() -> session.client(NAME, c -> c.useFipsEndpoint(true)).call("ListEntries"))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessage("Acme Ledger has no FIPS endpoints");
  }
}
