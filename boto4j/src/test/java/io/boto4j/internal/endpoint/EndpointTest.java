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
