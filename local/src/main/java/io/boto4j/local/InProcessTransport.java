package io.boto4j.local;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.local.wire.ConnectionDropped;
import io.boto4j.local.wire.Inbound;
import io.boto4j.local.wire.LocalHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;

/** The door for clients in the same process: requests are answered on the calling thread. */
final class InProcessTransport implements HttpTransport {
  private final LocalHandler handler;

  InProcessTransport(LocalHandler handler) {
    this.handler = handler;
  }

  @Override
  public HttpResponse send(HttpRequest request) throws IOException {
    URI uri = request.uri();
    Headers headers = request.headers();
    if (!headers.contains("Host")) {
      String host = uri.getRawAuthority();
      headers = headers.toBuilder().set("Host", host == null ? "localhost" : host).build();
    }
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    try {
      HttpResponse response =
          handler.handle(
              new Inbound(
                  request.method(),
                  path == null || path.isEmpty() ? "/" : path,
                  query == null ? "" : query,
                  headers,
                  request.body().open()));
      return request.method().equals("HEAD") ? withoutBody(response) : response;
    } catch (ConnectionDropped e) {
      SocketException reset = new SocketException("Connection reset");
      reset.initCause(e);
      throw reset;
    }
  }

  private static HttpResponse withoutBody(HttpResponse response) throws IOException {
    response.body().close();
    return HttpResponse.of(
        response.statusCode(), response.headers(), InputStream.nullInputStream());
  }

  /** Does nothing: the engines are closed with {@link LocalAws}. */
  @Override
  public void close() {}
}
