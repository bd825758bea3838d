package io.boto4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.ClientConfig;
import io.boto4j.Json;
import io.boto4j.ProxiesConfig;
import io.boto4j.S3Config;
import io.boto4j.Structure;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

/** The properties of clients compared with the options of boto4j. */
final class PropertiesTest {
  /** Options that are objects: beans, the session's credentials, what a customizer sets. */
  private static final List<String> NOT_PROPERTIES =
      List.of("credentials", "interceptor", "sslContext");

  private static List<String> rows(String heading) throws IOException {
    String page = Files.readString(Path.of("../../docs/configuration.md"), StandardCharsets.UTF_8);
    String section = page.substring(page.indexOf(heading));
    section = section.substring(0, section.indexOf("\n## ", 1));
    List<String> options = new ArrayList<>();
    Matcher row = Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(section);
    while (row.find()) {
      options.add(row.group(1));
    }
    return options;
  }

  private static List<String> components(Class<?> record) {
    List<String> names = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      names.add(component.getName());
    }
    return names;
  }

  @Test
  void options_ofBoto4j_areAllProperties() throws IOException {
    List<String> options = rows("## Options of a client");
    options.removeAll(NOT_PROPERTIES);
    options.add("s3");
    assertThat(components(ClientProperties.class)).containsExactlyInAnyOrderElementsOf(options);
    assertThat(components(S3Properties.class)).containsExactlyElementsOf(rows("## Options of S3"));
  }

  /** A valid text for a component, by its type. */
  private static void sample(
      RecordComponent option, String prefix, String flag, Map<String, String> into) {
    String name = prefix + option.getName();
    if (option.getType().isRecord()) {
      for (RecordComponent nested : option.getType().getRecordComponents()) {
        sample(nested, name + ".", flag, into);
      }
    } else if (option.getType() == Boolean.class) {
      into.put(name, flag);
    } else if (option.getType() == Duration.class) {
      into.put(name, "1234ms");
    } else if (option.getType() == Integer.class) {
      into.put(name, "7");
    } else if (option.getType() == Map.class) {
      into.put(name + ".https", flag);
    } else {
      into.put(name, option.getName() + ".text");
    }
  }

  private static ClientProperties bind(Map<String, String> values) {
    return new Binder(
            List.of(new MapConfigurationPropertySource(values)),
            null,
            ApplicationConversionService.getSharedInstance())
        .bind("boto4j", ClientProperties.class)
        .get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void properties_thatAreSet_reachTheOptionsOfTheSameName(String flag) throws Exception {
    Map<String, String> values = new HashMap<>();
    for (RecordComponent option : ClientProperties.class.getRecordComponents()) {
      sample(option, "boto4j.", flag, values);
    }
    ClientProperties bound = bind(values);
    ClientConfig.Builder builder = ClientConfig.builder();
    bound.apply(builder, /* withEndpoints= */ true);
    compare(bound, builder.build(), flag);
  }

  private static void compare(Record bound, Object config, String flag) throws Exception {
    for (RecordComponent option : bound.getClass().getRecordComponents()) {
      Object expected = option.getAccessor().invoke(bound);
      Object actual = config.getClass().getMethod(option.getName()).invoke(config);
      assertThat(expected).as(option.getName()).isNotNull();
      if (expected instanceof Record nested) {
        compare(nested, actual, flag);
      } else if (option.getName().equals("clientContextParams")) {
        assertThat(actual).isEqualTo(Map.of("https", Boolean.valueOf(flag)));
      } else {
        assertThat(actual).as(option.getName()).isEqualTo(expected);
      }
    }
  }

  @Test
  void properties_thatAreNotSet_changeNothing() {
    ClientConfig.Builder builder = ClientConfig.builder();
    bind(Map.of("boto4j.region", "eu-west-1")).apply(builder, /* withEndpoints= */ true);
    ClientConfig config = builder.build();
    assertThat(config.region()).isEqualTo("eu-west-1");
    assertThat(config.maxAttempts()).isNull();
    S3Config s3 = config.s3();
    ProxiesConfig proxies = config.proxiesConfig();
    assertThat(s3).isNull();
    assertThat(proxies).isNull();
  }

  @Test
  void text_ofProperties_hasNoSecret() {
    ClientProperties client =
        bind(Map.of("boto4j.proxies.https", "http://user:hush@127.0.0.1:1", "boto4j.region", "r"));
    assertThat(client.toString()).contains("r").doesNotContain("hush");
    assertThat(
            new Boto4jProperties.Credentials("AKID", "hush", "hush", "arn:r", null, null, null)
                .toString())
        .contains("arn:r")
        .doesNotContain("hush");
  }

  @Test
  void metadata_forIdes_describesEveryProperty() throws IOException {
    Map<String, String> descriptions = new HashMap<>();
    for (URL url :
        Collections.list(
            getClass()
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
      try (InputStream in = url.openStream()) {
        read(new String(in.readAllBytes(), StandardCharsets.UTF_8), descriptions);
      }
    }
    assertThat(descriptions.values()).doesNotContain("null");
    assertThat(new TreeSet<>(descriptions.keySet()))
        .contains(
            "boto4j.profile",
            "boto4j.credentials.secret-access-key",
            "boto4j.services",
            "boto4j.s3.addressing-style",
            "boto4j.proxies-config.ca-bundle",
            "boto4j.health.calls");
    for (String option : components(ClientProperties.class)) {
      if (!option.equals("s3") && !option.equals("proxiesConfig")) {
        assertThat(descriptions)
            .containsKey("boto4j." + option.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
      }
    }
  }

  /** A hint for a property that does not exist would show nothing. */
  @Test
  void hints_forIdes_areForPropertiesThatExist() throws IOException {
    Map<String, String> properties = new HashMap<>();
    String json =
        Files.readString(
            Path.of("target/classes/META-INF/spring-configuration-metadata.json"),
            StandardCharsets.UTF_8);
    read(json, properties);
    List<Structure> hints = Json.read(json, Structure.class).structures("hints");
    assertThat(hints).hasSizeGreaterThan(5);
    for (Structure hint : hints) {
      assertThat(properties).containsKey(hint.text("name"));
    }
  }

  @SuppressWarnings("unchecked") // the structure of the metadata
  private static void read(String json, Map<String, String> descriptions) {
    Map<String, List<Map<String, Object>>> metadata =
        (Map<String, List<Map<String, Object>>>) Json.read(json);
    for (Map<String, Object> property : metadata.get("properties")) {
      String name = (String) property.get("name");
      if (name.startsWith("boto4j.")) {
        descriptions.put(name, String.valueOf(property.get("description")));
      }
    }
  }
}
