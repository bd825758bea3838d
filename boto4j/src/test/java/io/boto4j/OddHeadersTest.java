package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.InvalidHttpResponseException;
import io.boto4j.error.ParamValidationException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.transport.ScriptedServer;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses with headers that no request may have, and requests with them. */
@Timeout(30)
@SuppressWarnings("StringConcatToTextBlock") // A text block ends its lines in LF, not CR LF.
final class OddHeadersTest {
  private static final Map<String, Object> OBJECT = Map.of("Bucket", "bucket", "Key", "k");

  private static Session.Builder session() {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("eu-west-1")
        .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET));
  }

  private static Response head(String name, String value) {
    Headers headers = Headers.builder().add(name, value).add("ETag", "e").build();
    return session()
        .transport(request -> HttpResponse.of(200, headers, InputStream.nullInputStream()))
        .build()
        .client("s3")
        .call("HeadObject", OBJECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"my key", "ключ", "a:b", "", "(a)", "a\0b", "a\r\nb"})
  void nameOfMetadata_fromAnOwnTransport_isKept(String key) {
    Response response = head("x-amz-meta-" + key, "v");
    assertThat(response.map("Metadata")).isEqualTo(Map.of(key, "v"));
    assertThat(response.text("ETag")).isEqualTo("e");
  }

  @ParameterizedTest
  @ValueSource(strings = {":status", "x y", "", "x\ny"})
  void anyOtherName_fromAnOwnTransport_isKept(String name) {
    Response response = head(name, "v");
    assertThat(response.metadata().headers().first(name)).isEqualTo("v");
    assertThat(response.text("ETag")).isEqualTo("e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb", "a\nb", "a\0b", "ключ"})
  void value_fromAnOwnTransport_isKept(String value) {
    assertThat(head("x-amz-meta-v", value).map("Metadata")).isEqualTo(Map.of("v", value));
  }

  private static Response headFrom(String line) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(
                ScriptedServer.answering(
                    "HTTP/1.1 200 OK\r\n" + line + "\r\nETag: e\r\nContent-Length: 0\r\n\r\n"));
        Client s3 =
            session()
                .build()
                .client(
                    "s3",
                    c ->
                        c.endpointUrl(server.uri(""))
                            .maxAttempts(1)
                            .s3(s -> s.addressingStyle("path")))) {
      return s3.call("HeadObject", OBJECT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-amz-meta-my key: v",
        "x-amz-meta-(a): v",
        "x-amz-meta-\u00e4: v",
        ":status: v",
        "x y: v",
        "x@y: v",
      })
  void harmlessName_fromAServer_isKept(String line) throws Exception {
    String name = line.substring(0, line.lastIndexOf(':'));
    Response response = headFrom(line);
    assertThat(response.text("ETag")).isEqualTo("e");
    assertThat(response.metadata().headers().contains(name) || line.contains("\u00e4")).isTrue();
    assertThat(response.map("Metadata").isEmpty()).isEqualTo(!name.startsWith("x-amz-meta-"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length : 5",
        "Transfer-Encoding\u000b: chunked",
        "x\u007f: v",
        "x\0: v",
        "x\ty: v",
        "x Transfer-Encoding: chunked",
        ":Content-Length: 5",
        "(Content-Length): 5",
        "x: a\rb",
        "x: a\0b",
        ": v",
        "::v",
      })
  void nameThatTwoReadersMayTakeForDifferentOnes_isRejected(String line) {
    assertThatThrownBy(() -> headFrom(line)).isInstanceOf(InvalidHttpResponseException.class);
  }

  @Test
  void oddName_inARequest_isRejected() {
    Client s3 = session().transport(request -> null).build().client("s3");
    assertThatThrownBy(
            () ->
                s3.call(
                    "PutObject",
                    Map.of("Bucket", "bucket", "Key", "k", "Metadata", Map.of("my key", "v"))))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageEndingWith(
            "Invalid value for parameter Metadata: Not an HTTP header name: \"x-amz-meta-my key\"");
  }
}
