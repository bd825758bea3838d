package io.boto4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.reference.site.MadeUpModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReferenceServerTest {
  private static final String SERVICE = "services/madeup/index.html";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static ReferenceServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = Reference.of(MadeUpModel.in(folder)).serve(0);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void address_isTheLoopback() throws IOException {
    assertThat(InetAddress.getByName(server.uri().getHost()).isLoopbackAddress()).isTrue();
  }

  @Test
  void get_page_isHtmlWithSecurityHeaders() throws Exception {
    HttpResponse<String> response = get(SERVICE);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).startsWith("<!DOCTYPE html>");
    assertThat(header(response, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(response, "Content-Security-Policy"))
        .startsWith("default-src 'self';")
        .doesNotContain("unsafe");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void get_folder_isItsIndex() throws Exception {
    assertThat(get("").body()).isEqualTo(get("index.html").body());
    assertThat(get("services/madeup/").body()).isEqualTo(get(SERVICE).body());
    HttpResponse<String> withoutSlash = get("services/madeup");
    assertThat(withoutSlash.statusCode()).isEqualTo(301);
    assertThat(header(withoutSlash, "Location")).isEqualTo("/services/madeup/");
  }

  @Test
  void get_pathWithTwoSlashes_doesNotRedirectElsewhere() throws IOException {
    assertThat(raw("GET //services/madeup HTTP/1.1", "localhost")).startsWith("HTTP/1.1 404");
  }

  @Test
  void get_unknownName_suggestsNearNames() throws Exception {
    HttpResponse<String> response = get("services/madeup/operations/GetThign.html");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("../../../services/madeup/operations/GetThing.html");
  }

  @Test
  void get_sameTag_isNotModified() throws Exception {
    String tag = header(get(SERVICE), "ETag");
    HttpResponse<String> again = send(request(SERVICE).header("If-None-Match", tag).build());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void get_acceptsGzip_isCompressed() throws Exception {
    HttpResponse<byte[]> response =
        CLIENT.send(
            request(SERVICE).header("Accept-Encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(get(SERVICE).body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void request_withOtherMethod_isNotAllowed(String method) throws Exception {
    HttpResponse<String> response =
        send(request(SERVICE).method(method, HttpRequest.BodyPublishers.noBody()).build());
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(header(response, "Allow")).isEqualTo("GET, HEAD");
  }

  @Test
  void head_page_hasHeadersOnly() throws Exception {
    HttpResponse<String> response =
        send(request(SERVICE).method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(Integer.parseInt(header(response, "Content-Length"))).isGreaterThan(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:80",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "localhost:x",
        "localhost:",
        "127.0.0.2",
        "[::2]",
        "localhost, evil.example"
      })
  void request_withHostOfAnotherMachine_isForbidden(String host) throws IOException {
    assertThat(raw("GET / HTTP/1.1", host)).startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:1234", "127.0.0.1", "127.0.0.1:99", "[::1]:80"})
  void request_withHostOfThisMachine_isAnswered(String host) throws IOException {
    assertThat(raw("GET / HTTP/1.1", host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../../etc/passwd",
        "/assets/../../reference/Reference.class",
        "/assets/%2e%2e/site.css",
        "/assets/..%2fsite.css",
        "/assets/%5c..%5csite.css",
        "/services/madeup/%69ndex.html",
        "/services/madeup/index.html%00",
        "/assets//etc/passwd"
      })
  void get_pathWithTricks_isNotFound(String path) throws IOException {
    assertThat(raw("GET " + path + " HTTP/1.1", "localhost")).startsWith("HTTP/1.1 404");
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.uri() + path));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(request(path).build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** Sends a request as it is, and returns the response. */
  private static String raw(String line, String host) throws IOException {
    try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
      String request = line + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
