package io.boto4j.testing;

import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.testing.Cassette.Interaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A transport that sends nothing and returns the responses in a cassette written by {@link
 * RecordingTransport}.
 *
 * <p>The response to a request is that of the first recorded request with the same method, URL,
 * headers and body, and each is played once. Signatures, dates, ids and secrets are not compared,
 * so any credentials will do. Safe to share between threads.
 */
public final class ReplayTransport implements HttpTransport {
  private final Path file;
  private final Scrubber scrubber;
  private final List<Interaction> waiting;
  private final List<Interaction> played = new ArrayList<>();

  private ReplayTransport(Path file, List<String> secrets) {
    this.file = file;
    this.scrubber = new Scrubber(secrets);
    this.waiting = Cassette.read(file);
  }

  /**
   * Returns a transport that plays a cassette back.
   *
   * @param file the cassette
   * @param secrets the names of further members that were scrubbed in the recording
   * @return the transport
   * @throws ReplayException if the file is not a cassette
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static ReplayTransport of(Path file, String... secrets) {
    return new ReplayTransport(file, List.of(secrets));
  }

  /**
   * Returns the recorded response to a request.
   *
   * @param request the request
   * @return the response
   * @throws ReplayException if no such request was recorded, or all its responses were played
   */
  @Override
  public HttpResponse send(HttpRequest request) throws IOException {
    byte[] content = RecordingTransport.content(request);
    CassetteRequest wanted = CassetteRequest.of(request, content, scrubber);
    synchronized (waiting) {
      for (int i = 0; i < waiting.size(); i++) {
        if (waiting.get(i).request().equals(wanted)) {
          Interaction found = waiting.remove(i);
          played.add(found);
          return found.response().toHttp();
        }
      }
      throw new ReplayException(nothing(wanted));
    }
  }

  private String nothing(CassetteRequest wanted) {
    String problem = "No response in " + file.getFileName() + " for " + wanted.call() + ". ";
    int times = 0;
    for (Interaction each : played) {
      times += each.request().equals(wanted) ? 1 : 0;
    }
    if (times > 0) {
      return problem + "It was recorded " + times + " times, and all were played.";
    }
    CassetteRequest nearest = null;
    for (Interaction each : waiting) {
      if (nearest == null || each.request().likeness(wanted) > nearest.likeness(wanted)) {
        nearest = each.request();
      }
    }
    return problem
        + (nearest == null
            ? "Nothing is left to be played."
            : "Of the nearest, " + nearest.difference(wanted) + ".");
  }

  /**
   * Returns the recorded requests that were not made.
   *
   * @return their descriptions, such as {@code POST https://… (DynamoDB_20120810.GetItem)}
   */
  public List<String> unplayed() {
    List<String> left = new ArrayList<>();
    synchronized (waiting) {
      for (Interaction each : waiting) {
        left.add(each.request().call());
      }
    }
    return left;
  }

  /** Does nothing. */
  @Override
  public void close() {}
}
