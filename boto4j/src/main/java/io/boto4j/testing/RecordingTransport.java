package io.boto4j.testing;

import io.boto4j.Session;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.testing.Cassette.Interaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A transport for tests that sends requests through another transport and records them, with their
 * responses, in a file: a cassette, which {@link ReplayTransport} plays back.
 *
 * <p>Signatures, tokens and dates are left out, and the values of members with well-known names of
 * secrets are replaced. Review a cassette before you commit it: a secret in a member with any other
 * name is recorded as it is. Bodies are read into memory. Safe to share between threads.
 *
 * <pre>{@code
 * try (RecordingTransport recording = RecordingTransport.of(Path.of("users.json"))) {
 *   runWhatIsTested(Session.builder().transport(recording).build());
 * }
 * }</pre>
 */
public final class RecordingTransport implements HttpTransport {
  private final HttpTransport transport;
  private final Path file;
  private final Scrubber scrubber;
  private final List<Interaction> interactions = new ArrayList<>();

  private RecordingTransport(HttpTransport transport, Path file, List<String> secrets) {
    this.transport = Objects.requireNonNull(transport, "transport");
    this.file = Objects.requireNonNull(file, "file");
    this.scrubber = new Scrubber(secrets);
  }

  /**
   * Returns a transport that records what another one carries.
   *
   * @param transport the transport that sends the requests; closed with this one
   * @param file the cassette, written when this transport is closed
   * @param secrets the names of further members to scrub, such as {@code PhoneNumber}; the replay
   *     needs the same names
   * @return the recording transport
   */
  public static RecordingTransport of(HttpTransport transport, Path file, String... secrets) {
    return new RecordingTransport(transport, file, List.of(secrets));
  }

  /**
   * Returns a transport that records what boto4j's own transport carries, with the network settings
   * of {@link Session#create()}.
   *
   * @param file the cassette, written when this transport is closed
   * @param secrets the names of further members to scrub; the replay needs the same names
   * @return the recording transport
   */
  public static RecordingTransport of(Path file, String... secrets) {
    return of(Session.create().createTransport(), file, secrets);
  }

  @Override
  public HttpResponse send(HttpRequest request) throws IOException {
    byte[] sent = content(request);
    try (HttpResponse response = transport.send(request.withBody(HttpBody.of(sent)))) {
      byte[] body = response.body().readAllBytes();
      Interaction interaction =
          new Interaction(
              CassetteRequest.of(request, sent, scrubber),
              CassetteResponse.of(response, body, scrubber));
      synchronized (interactions) {
        interactions.add(interaction);
      }
      return HttpResponse.of(
          response.statusCode(), response.headers(), new ByteArrayInputStream(body));
    }
  }

  static byte[] content(HttpRequest request) throws IOException {
    try (InputStream in = request.body().open()) {
      return in.readAllBytes();
    }
  }

  /**
   * Writes the cassette, replacing an existing file, and closes the other transport.
   *
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  @Override
  public void close() {
    synchronized (interactions) {
      Cassette.write(file, interactions);
    }
    transport.close();
  }
}
