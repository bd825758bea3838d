package io.boto4j;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A transport that records requests and returns prepared responses. */
final class Recorder implements HttpTransport {
  private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
  private volatile HttpTransport answer = request -> response(200, "{}");

  /** Returns this response to every request from now on; headers are name, value, name, value … */
  Recorder answer(int status, String body, String... headers) {
    return answer(request -> response(status, body, headers));
  }

  Recorder answer(HttpTransport script) {
    this.answer = script;
    return this;
  }

  @Override
  public HttpResponse send(HttpRequest request) throws IOException {
    requests.add(request);
    return answer.send(request);
  }

  List<HttpRequest> requests() {
    return requests;
  }

  HttpRequest last() {
    return requests.get(requests.size() - 1);
  }

  static HttpResponse response(int status, String body, String... headers) {
    Headers.Builder builder = Headers.builder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.add(headers[i], headers[i + 1]);
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return HttpResponse.of(status, builder.build(), new ByteArrayInputStream(bytes));
  }

  static String body(HttpRequest request) {
    try (InputStream in = request.body().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A JSON body without the spaces that botocore, and so boto4j, writes after commas and colons.
   */
  static String compactBody(HttpRequest request) {
    String body = body(request);
    StringBuilder compact = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '"' && (i == 0 || body.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      }
      if (quoted || c != ' ') {
        compact.append(c);
      }
    }
    return compact.toString();
  }
}
