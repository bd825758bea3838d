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
 * A server on 127.0.0.1 that stands in for instance metadata, containers, SSO, SSO OIDC and
 * sign-in.
 *
 * <p>Each route has a list of responses, the last of which is repeated. A request without a route
 * gets a 404.
 */
final class LoopbackAws implements AutoCloseable {
  /** No response at all, until the client gives up. */
  static final Response SILENCE = request -> null;

  static final String ROLE = "latest/meta-data/iam/security-credentials/";
  static final String IMDS_TOKEN = "imds-cAnArY-token";

  private final Map<String, List<Response>> routes = new HashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private final ScriptedServer server;

  /** Computes what is sent back: a whole response, or null for silence. */
  interface Response {
    String to(Request request);
  }

  LoopbackAws() {
    try {
      server = ScriptedServer.start(this::play);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A request as it was received. */
  record Request(String method, String path, String query, String head, String body) {
    /** Returns a header's value, or an empty string. */
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

  LoopbackAws on(String methodAndPath, Response... responses) {
    routes.put(methodAndPath, new ArrayList<>(List.of(responses)));
    return this;
  }

  /** Adds instance metadata, version 2, which requires a token. */
  LoopbackAws imds(String role, String credentials) {
    on("PUT /latest/api/token", request -> imdsToken(request));
    on("GET /" + ROLE, needsToken(ok(role)));
    return on("GET /" + ROLE + role, needsToken(ok(credentials)));
  }

  static Response ok(String body) {
    return status(200, body);
  }

  static Response status(int status, String body) {
    return request -> raw(status, "", body);
  }

  /** An AWS error, as services with JSON bodies send it. */
  static Response error(int status, String code, String body) {
    return request -> raw(status, "x-amzn-ErrorType: " + code + "\r\n", body);
  }

  static Response needsToken(Response response) {
    return request ->
        request.header("x-aws-ec2-metadata-token").equals(IMDS_TOKEN)
            ? response.to(request)
            : raw(401, "", "");
  }

  URI uri(String path) {
    return server.uri(path);
  }

  /** The requests, in order, such as {@code GET /path}. */
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
      String response = respond(parse(peer.request()));
      if (response == null) {
        peer.awaitClose();
        return;
      }
      peer.send(response);
    }
  }

  private synchronized String respond(Request request) {
    requests.add(request);
    List<Response> responses =
        routes.getOrDefault(request.toString(), List.of(status(404, "no such route")));
    Response response = responses.size() > 1 ? responses.remove(0) : responses.get(0);
    return response.to(request);
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
