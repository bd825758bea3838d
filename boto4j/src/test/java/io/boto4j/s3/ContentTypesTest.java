package io.boto4j.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContentTypesTest {
  @ParameterizedTest
  @CsvSource({
    "index.html, text/html",
    "a/b/INDEX.HTM, text/html",
    "app.js, text/javascript",
    "app.mjs, text/javascript",
    "style.css, text/css",
    "data.json, application/json",
    "a.tar.gz, application/gzip",
    "x.svg, image/svg+xml",
    "x.JPG, image/jpeg",
    "f.woff2, font/woff2",
    "m.wasm, application/wasm",
    "t.txt, text/plain",
    "v.mp4, video/mp4",
    "noextension,",
    "a.b/noextension,",
    ".html,",
    "a/.html,",
    "x.unknown,",
    "trailing.,"
  })
  void name_extension_decides(String name, String type) {
    assertThat(ContentTypes.of(name)).isEqualTo(type);
  }
}
