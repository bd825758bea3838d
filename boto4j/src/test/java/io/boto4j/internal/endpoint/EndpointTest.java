package io.boto4j.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.model.ModelLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {
  @Test
  void of_serviceAndRegion_isAwssPattern() {
    Endpoint endpoint = Endpoint.of(ModelLoader.builtIn().find("cloudwatch"), "eu-west-1");

    assertThat(endpoint).hasToString("https://monitoring.eu-west-1.amazonaws.com");
    assertThat(endpoint.toUri()).hasToString("https://monitoring.eu-west-1.amazonaws.com");
  }

  @ParameterizedTest
  @CsvSource({
    "http://h:1, /, http://h:1/",
    "http://h:1/, /, http://h:1/",
    "http://h:1/base, /, http://h:1/base",
    "http://h:1/base/, /, http://h:1/base/",
    "http://h:1/base, /?a=b, http://h:1/base?a=b",
    "http://h:1/base/, /p, http://h:1/base/p",
    "http://h:1/base//, /p, http://h:1/base//p",
    "http://h:1/base, //p, http://h:1/base//p",
    "http://h, /p?a=b, http://h/p?a=b",
    "http://h?x=1, /, http://h/?x=1",
    "http://h/b?x=1, /p?a=b, http://h/b/p?a=b&x=1",
  })
  void resolve_target_comesAfterTheBase(String url, String target, String resolved) {
    assertThat(Endpoint.of(url).resolve(target)).hasToString(resolved);
  }

  @ParameterizedTest
  @CsvSource({"http://h, http://h", "http://h/, http://h", "http://h/b/, http://h/b"})
  void toUri_endpoint_hasNoSlashAtItsEnd(String url, String uri) {
    assertThat(Endpoint.of(url).toUri()).hasToString(uri);
    assertThat(Endpoint.of(url)).hasToString(uri);
  }

  @ParameterizedTest
  @CsvSource({
    "http://host, data-, http://data-host",
    "http://host:80/p, data-, http://data-host:80/p",
    "http://host, a.b., http://a.b.host",
    "http://host, '', http://host",
  })
  void withHostPrefix_labels_standBeforeTheHost(String url, String prefix, String prefixed) {
    assertThat(Endpoint.of(url).withHostPrefix(prefix)).hasToString(prefixed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.com/", "a@", "a b", "-", ".", "a..", "a#", "\u00fc-", "a\r\n"})
  void withHostPrefix_notLabels_isRefused(String prefix) {
    assertThatThrownBy(() -> Endpoint.of("https://host").withHostPrefix(prefix))
        .isInstanceOf(EndpointResolutionException.class)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.b-c.d1, https, a.b-c.d1, ''",
    "http://A.example.com/p/.q_r-1/, http, A.example.com, /p/.q_r-1/",
    "HTTPS://h/p, https, h, /p",
    "https://h//p, https, h, //p",
    "https://10.0.0.1/p, https, 10.0.0.1, /p",
    "https://h:8443/p, https, h:8443, /p",
    "https://h./p, https, h., /p",
    "https://a_b.c, https, a_b.c, ''",
    "http://minio_1:9000/p, http, minio_1:9000, /p",
    "https://h/%41~, https, h, /%41~",
  })
  void of_url_isTakenApart(String url, String scheme, String authority, String path) {
    assertThat(Endpoint.of(url)).isEqualTo(new Endpoint(scheme, authority, path, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://",
        "https:///p",
        "https://a..b",
        "https://.a",
        "https://-a",
        "https://a-",
        "https://a_b:",
        "https://a_b:65536",
        "https://a_b:1x",
        "https://u@a_b",
        "https://a_b..c",
        "https://a.1b",
        "https://a b",
        "https://a/b c",
        "https://a/b<",
        "https://a/b\r\nc",
        "https://a/%4",
        "https://u@h",
        "https://h#f",
        "https://h/p#f",
        "https://h\\p",
        "ftp://h",
        "//h",
        "h"
      })
  void of_noSoundUrl_isRefused(String url) {
    assertThatThrownBy(() -> Endpoint.of(url))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessageStartingWith("Invalid endpoint: ");
  }

  @Test
  void withHostPrefix_ipv6_isRefused() {
    assertThatThrownBy(() -> Endpoint.of("http://[::1]:80").withHostPrefix("data-"))
        .isInstanceOf(EndpointResolutionException.class);
  }

  @Test
  void withHostPrefix_nameBecomesTooLong_isRefused() {
    Endpoint endpoint = Endpoint.of("https://host");

    assertThatThrownBy(() -> endpoint.withHostPrefix("a".repeat(64) + "."))
        .isInstanceOf(EndpointResolutionException.class);
    assertThatThrownBy(() -> endpoint.withHostPrefix("a.".repeat(126)))
        .isInstanceOf(EndpointResolutionException.class);
  }
}
