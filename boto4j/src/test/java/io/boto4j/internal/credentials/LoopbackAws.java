package io.boto4j.internal.credentials;

import io.boto4j.internal.transport.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A server on 127.0.0.1 that plays the parts of instance metadata, containers, SSO, its OIDC and
 * sign-in.
 *
 * <p>Each route has a list of answers, of which the last serves all that come after it too. What
 * has no route is answered with 404.
 */
final class LoopbackAws implements AutoCloseable {
  /** No answer at all, until the client gives up. */
  static final Answer SILENCE = request -> null;

  static final String ROLE = "latest/meta-data/iam/security-credentials/";
  static final String IMDS_TOKEN = "imds-cAnArY-token";

  private final Map<String, List<Answer>> routes = new HashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private final ScriptedServer server;

  /** Says what is sent back: a whole answer, or null for silence. */
  interface Answer {
    String to(Request request);
  }

  LoopbackAws() {
    try {
      server = ScriptedServer.start(this::play);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** One request, as it came. */
  record Request(String method, String path, String query, String head, String body) {
    /** A header's value, or an empty text. */
    String header(String name) {
      int at = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name.toLowerCase(Locale.ROOT) + ": ");
      int start = at + name.length() + 4;
      return at < 0 ? "" : head.substring(start, head.indexOf('\r', start));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  LoopbackAws on(String methodAndPath, Answer... answers) {
    routes.put(methodAndPath, new ArrayList<>(List.of(answers)));
    return this;
  }

  /** Instance metadata, version 2: nothing without a token. */
  LoopbackAws imds(String role, String credentials) {
    on("PUT /latest/api/token", request -> imdsToken(request));
    on("GET /" + ROLE, needsToken(ok(role)));
    return on("GET /" + ROLE + role, needsToken(ok(credentials)));
  }

  static Answer ok(String body) {
    return status(200, body);
  }

  static Answer status(int status, String body) {
    return request -> raw(status, "", body);
  }

  /** An AWS error, as services with JSON bodies have it. */
  static Answer error(int status, String code, String body) {
    return request -> raw(status, "x-amzn-ErrorType: " + code + "\r\n", body);
  }

  static Answer needsToken(Answer answer) {
    return request ->
        request.header("x-aws-ec2-metadata-token").equals(IMDS_TOKEN)
            ? answer.to(request)
            : raw(401, "", "");
  }

  URI uri(String path) {
    return server.uri(path);
  }

  /** What was asked, as {@code GET /path}, in order. */
  synchronized List<String> asked() {
    return requests.stream().map(Request::toString).toList();
  }

  synchronized Request last() {
    return requests.get(requests.size() - 1);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String imdsToken(Request request) {
    return request.header("x-aws-ec2-metadata-token-ttl-seconds").equals("21600")
        ? raw(200, "x-aws-ec2-metadata-token-ttl-seconds: 21600\r\n", IMDS_TOKEN)
        : raw(400, "", "");
  }

  private static String raw(int status, String headers, String body) {
    return "HTTP/1.1 "
        + status
        + " Status\r\n"
        + headers
        + "Content-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private void play(ScriptedServer.Peer peer) throws IOException {
    while (peer.hasMore()) {
      String answer = answer(parse(peer.request()));
      if (answer == null) {
        peer.awaitClose();
        return;
      }
      peer.send(answer);
    }
  }

  private synchronized String answer(Request request) {
    requests.add(request);
    List<Answer> answers =
        routes.getOrDefault(request.toString(), List.of(status(404, "no such route")));
    Answer answer = answers.size() > 1 ? answers.remove(0) : answers.get(0);
    return answer.to(request);
  }

  private static Request parse(String text) {
    int end = text.indexOf("\r\n\r\n");
    String line = text.substring(0, text.indexOf('\r'));
    int first = line.indexOf(' ');
    String target = line.substring(first + 1, line.lastIndexOf(' '));
    int query = target.indexOf('?');
    return new Request(
        line.substring(0, first),
        query < 0 ? target : target.substring(0, query),
        query < 0 ? "" : target.substring(query + 1),
        text.substring(0, end + 2),
        text.substring(end + 4));
  }
}
