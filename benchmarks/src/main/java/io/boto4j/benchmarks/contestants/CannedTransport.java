package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** A transport that reads each request, as a network would, and returns the same response. */
final class CannedTransport implements HttpTransport {
  private final Headers headers;
  private final byte[] response;

  private CannedTransport(String contentType, byte[] response) {
    this.headers =
        Headers.of(
            Map.of(
                "Content-Type",
                contentType,
                "Content-Length",
                Integer.toString(response.length),
                "x-amzn-RequestId",
                "9135fff3-8509-11e0-bd9b-a7b1ece36d51"));
    this.response = response;
  }

  /** Returns a client whose calls all receive the response. */
  static Client client(String service, String contentType, byte[] response) {
    return Session.builder()
        .environment(Map.of())
        .region("us-east-1")
        .credentials(Credentials.of("AKIDEXAMPLE", "example-secret-key"))
        .transport(new CannedTransport(contentType, response))
        .build()
        .client(service);
  }

  @Override
  public HttpResponse send(HttpRequest request) throws IOException {
    try (InputStream body = request.body().open()) {
      body.transferTo(OutputStream.nullOutputStream());
    }
    return HttpResponse.of(200, headers, new ByteArrayInputStream(response));
  }
}
