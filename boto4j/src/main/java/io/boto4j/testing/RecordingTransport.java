package io.boto4j.testing;

import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.transport.SocketTransport;
import io.boto4j.internal.transport.TransportOptions;
import io.boto4j.testing.Cassette.Interaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Sends requests through another transport, and keeps what was said in a file, a cassette, for
 * {@link ReplayTransport} to play back.
 *
 * <p>Signatures, tokens and dates are not kept, and members with the names of secrets are kept
 * scrubbed. Look through a cassette before it is committed all the same: only the names are known.
 * Bodies are read whole; it is for tests. Safe to share between threads.
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
   * Records.
   *
   * @param transport what carries requests; closed with this one
   * @param file the cassette, written when this is closed
   * @param secrets the names of further members to be scrubbed, as {@code PhoneNumber}; the replay
   *     must be told the same
   * @return a transport
   */
  public static RecordingTransport of(HttpTransport transport, Path file, String... secrets) {
    return new RecordingTransport(transport, file, List.of(secrets));
  }

  /**
   * Records what goes over boto4j's own sockets.
   *
   * @param file the cassette, written when this is closed
   * @param secrets the names of further members to be scrubbed; the replay must be told the same
   * @return a transport
   */
  public static RecordingTransport of(Path file, String... secrets) {
    return of(new SocketTransport(TransportOptions.defaults()), file, secrets);
  }

  @Override
  public HttpResponse send(HttpRequest request) throws IOException {
    byte[] sent = content(request);
    try (HttpResponse response = transport.send(request.withBody(HttpBody.of(sent)))) {
      byte[] body = response.body().readAllBytes();
      Interaction said =
          new Interaction(
              CassetteRequest.of(request, sent, scrubber),
              CassetteAnswer.of(response, body, scrubber));
      synchronized (interactions) {
        interactions.add(said);
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
   * Writes the cassette, over one that is there, and closes the transport.
   *
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  @Override
  public void close() {
    synchronized (interactions) {
      Cassette.write(file, interactions);
    }
    transport.close();
  }
}
