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
 * Answers requests from a cassette that {@link RecordingTransport} wrote, and sends nothing.
 *
 * <p>A request is answered by the first interaction not yet played that has the same method, URL,
 * headers and body, but for signature, date, ids and secrets. Any credentials will do. Safe to
 * share between threads.
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
   * Plays back.
   *
   * @param file the cassette
   * @param secrets the names of further members that were scrubbed
   * @return a transport
   * @throws ReplayException if the file is no cassette
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static ReplayTransport of(Path file, String... secrets) {
    return new ReplayTransport(file, List.of(secrets));
  }

  /**
   * Answers.
   *
   * @param request the request
   * @return the answer that was recorded
   * @throws ReplayException if none was, or all were played
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
          return found.answer().response();
        }
      }
      throw new ReplayException(nothing(wanted));
    }
  }

  private String nothing(CassetteRequest wanted) {
    String problem = "No answer in " + file.getFileName() + " for " + wanted.call() + ". ";
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
   * What was recorded and not asked for.
   *
   * @return the requests, as {@code POST https://… (DynamoDB_20120810.GetItem)}
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

  /** Does nothing: there is nothing to close. */
  @Override
  public void close() {}
}
