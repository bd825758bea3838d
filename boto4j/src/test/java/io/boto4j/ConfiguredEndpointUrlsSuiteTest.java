package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** botocore's cases for the source of an endpoint URL. */
final class ConfiguredEndpointUrlsSuiteTest {
  private static final Path SUITE =
      Path.of(System.getProperty("boto4j.shared.data", "../../shared/data"))
          .resolve("configured-endpoint-urls.json");

  @TempDir private Path home;

  @TestFactory
  Stream<DynamicTest> suite() throws IOException {
    if (!Files.isRegularFile(SUITE)) {
      System.out.println("configured-endpoint-urls: skipped, there is no file " + SUITE);
      return Stream.empty();
    }
    List<DynamicTest> tests = new ArrayList<>();
    Map<String, Object> file = Fixtures.map(Fixtures.json(Files.readAllBytes(SUITE)));
    for (Map<String, Object> suite : Fixtures.maps(file.get("testSuites"))) {
      Path config = home.resolve("config-" + tests.size());
      Files.writeString(config, config(suite));
      for (Map<String, Object> each : Fixtures.maps(suite.get("endpointUrlTests"))) {
        tests.add(
            dynamicTest(
                "configured-endpoint-urls / " + each.get("name"),
                () -> check(suite, each, config)));
      }
    }
    System.out.println("configured-endpoint-urls: " + tests.size() + " cases");
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private static void check(Map<String, Object> suite, Map<String, Object> each, Path config) {
    Map<String, String> environment = new HashMap<>(Map.of("AWS_CONFIG_FILE", config.toString()));
    at(suite, "environments", each.get("environment"))
        .forEach((name, value) -> environment.put(name, (String) value));
    Map<String, Object> options = at(suite, "client_configs", each.get("client_config"));
    Recorder recorder = new Recorder();
    Session session =
        Sessions.bare(recorder)
            .environment(environment)
            .profile((String) each.get("profile"))
            .build();

    Client client =
        session.client(
            (String) each.get("service"),
            c -> {
              if (options.get("endpoint_url") instanceof String url) {
                c.endpointUrl(url);
              }
              if (options.get("ignore_configured_endpoint_urls") instanceof Boolean ignore) {
                c.ignoreConfiguredEndpointUrls(ignore);
              }
            });

    assertThat(client.endpointUrl())
        .hasToString((String) Fixtures.map(each.get("output")).get("endpointUrl"));
  }

  private static Map<String, Object> at(Map<String, Object> suite, String table, Object name) {
    return Fixtures.map(Fixtures.map(suite.get(table)).get((String) name));
  }

  private static String config(Map<String, Object> suite) {
    StringBuilder text = new StringBuilder();
    sections(text, "profile", Fixtures.map(suite.get("profiles")));
    sections(text, "services", Fixtures.map(suite.get("services")));
    return text.toString();
  }

  private static void sections(StringBuilder text, String kind, Map<String, Object> sections) {
    sections.forEach(
        (name, entries) -> {
          text.append('[').append(kind).append(' ').append(name).append("]\n");
          Fixtures.map(entries).forEach((key, value) -> entry(text, key, value));
        });
  }

  private static void entry(StringBuilder text, String key, Object value) {
    text.append(key).append(" =");
    if (value instanceof Map<?, ?> nested) {
      nested.forEach((name, each) -> text.append("\n  ").append(name).append(" = ").append(each));
    } else {
      text.append(' ').append(value);
    }
    text.append('\n');
  }
}
