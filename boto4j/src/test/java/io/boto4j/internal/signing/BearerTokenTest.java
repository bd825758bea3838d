package io.boto4j.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bearer tokens, and the endpoints they are sent to. */
final class BearerTokenTest {
  private static final String TOKEN = "cAnArYtOkEn";

  private static HttpRequest request(String url) {
    Headers headers = Headers.of(Map.of("Authorization", "old", "Accept", "*/*"));
    return new HttpRequest("GET", URI.create(url), headers, HttpBody.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/",
        "HTTPS://example.com/",
        "http://127.0.0.1:8080/",
        "http://127.1.2.3/",
        "http://localhost/",
        "http://LOCALHOST:1/",
        "http://[::1]:8080/"
      })
  void token_overTlsOrAtHome_isSent(String url) {
    Headers headers = BearerToken.authorize(request(url), TOKEN);

    assertThat(headers.all("authorization")).containsExactly("Bearer " + TOKEN);
    assertThat(headers.size()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "http://127.evil.example/",
        "http://127.0.0.1.evil.example:80/",
        "http://localhost.evil.example/",
        "http://128.0.0.1/",
        "http://[::2]/"
      })
  void token_overPlainHttp_isRefused(String url) {
    HttpRequest request = request(url);

    assertThatThrownBy(() -> BearerToken.authorize(request, TOKEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A bearer token is sent over https only")
        .message()
        .doesNotContain(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "a\0b"})
  void token_withLineBreak_isRefusedUnseen(String token) {
    HttpRequest request = request("https://example.com/");

    assertThatThrownBy(() -> BearerToken.authorize(request, token))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain(token);
  }

  @Test
  void options_text_hasNoToken() {
    assertThat(
            new SigningOptions("bearer", java.util.List.of("sigv4"), "*", TOKEN, true).toString())
        .isEqualTo("SigningOptions[bearer, [sigv4], *]");
  }
}
