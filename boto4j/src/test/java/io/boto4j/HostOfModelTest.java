package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No model can send a signed request to another host by the path of an operation. */
@SuppressWarnings("boto4j") // models that the test writes
final class HostOfModelTest {
  private final Recorder recorder = new Recorder();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@evil.example/",
        "@evil.example",
        ".evil.example/",
        ":80@evil.example/",
        "evil.example/x",
        "//evil.example/",
        "/@evil.example/",
        "?x=@evil.example/",
        ""
      })
  void requestUri_withoutSlash_isBelowTheHost(String requestUri) {
    for (String protocol : new String[] {"json", "rest-json", "rest-xml", "query"}) {
      for (String url : new String[] {null, "https://h.example", "https://h.example/base"}) {
        Client client = client(protocol, requestUri, url);
        recorder.answer(200, protocol.equals("query") ? "<NothingResponse/>" : "{}");
        client.call("Nothing");
        URI uri = recorder.last().uri();

        assertThat(uri.getRawAuthority())
            .as("%s %s %s", protocol, requestUri, uri)
            .isEqualTo(url == null ? "made-up.eu-west-1.amazonaws.com" : "h.example");
        assertThat(client.explain("Nothing", Map.of()).request().uri()).contains(uri.toString());
      }
    }
  }

  private Client client(String protocol, String requestUri, String url) {
    String model =
        MadeUpService.model(MadeUpService.VERSION)
            .replace("\"protocol\": \"json\"", "\"protocol\": \"" + protocol + "\"")
            .replace("\"requestUri\": \"/\"", "\"requestUri\": \"" + requestUri + "\"");
    MadeUpService.write(folder, MadeUpService.NAME, MadeUpService.VERSION, model, false);
    return Sessions.with(recorder)
        .dataPath(folder)
        .build()
        .client(
            MadeUpService.NAME,
            c -> {
              if (url != null) {
                c.endpointUrl(url);
              }
            });
  }
}
