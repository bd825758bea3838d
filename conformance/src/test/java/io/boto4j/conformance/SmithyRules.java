package io.boto4j.conformance;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.internal.endpoint.AuthScheme;
import io.boto4j.internal.endpoint.BuiltIns;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.EndpointResolver;
import io.boto4j.internal.endpoint.Partitions;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.rules.EndpointRuleCompiler;
import io.boto4j.model.rules.EndpointRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The endpoint rules in Smithy's published model of a service, and the cases published with them.
 */
final class SmithyRules {
  private static final Path FOLDER =
      Path.of(System.getProperty("boto4j.smithy.models", "target/smithy-models"));

  /** The models of the base, in which no service is replaced by one from Smithy. */
  static final ModelLoader MODELS =
      ModelLoader.of(List.of(Path.of(System.getProperty("boto4j.base.models"))));

  private final String service;
  private final Map<?, ?> traits;

  private SmithyRules(String service, Map<?, ?> traits) {
    this.service = service;
    this.traits = traits;
  }

  static SmithyRules of(String service) {
    try (ZipFile jar = new ZipFile(jar(service).toFile())) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().endsWith(".json")) {
          return new SmithyRules(service, traits(content(jar, entry)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("No model in the jar of " + service);
  }

  private static Path jar(String service) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(each -> String.valueOf(each.getFileName()).startsWith(service + "-"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("No jar of " + service + " in " + FOLDER));
    }
  }

  private static Map<?, ?> content(ZipFile jar, ZipEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return (Map<?, ?>) new JsonReader(in.readAllBytes()).readValue();
    }
  }

  private static Map<?, ?> traits(Map<?, ?> model) {
    for (Object each : map(model.get("shapes")).values()) {
      if (map(each).get("type").equals("service")) {
        return map(map(each).get("traits"));
      }
    }
    throw new AssertionError("No service in the model");
  }

  String service() {
    return service;
  }

  EndpointResolver ruleSet() {
    return resolver(EndpointRuleCompiler.compile(trait("smithy.rules#endpointRuleSet")));
  }

  EndpointResolver diagram() {
    return resolver(EndpointRuleCompiler.compile(trait("smithy.rules#endpointBdd")));
  }

  List<Map<?, ?>> cases() {
    List<Map<?, ?>> cases = new ArrayList<>();
    for (Object each : (List<?>) trait("smithy.rules#endpointTests").get("testCases")) {
      cases.add(map(each));
    }
    return cases;
  }

  /** Returns a trait whose parameters have no built-ins: the cases set their values. */
  @SuppressWarnings("unchecked") // JSON objects are keyed by text
  private Map<String, Object> trait(String name) {
    Map<String, Object> trait = new LinkedHashMap<>((Map<String, Object>) traits.get(name));
    Map<Object, Object> parameters = new LinkedHashMap<>();
    map(trait.get("parameters"))
        .forEach(
            (parameter, definition) -> {
              Map<Object, Object> plain = new LinkedHashMap<>(map(definition));
              plain.remove("builtIn");
              parameters.put(parameter, plain);
            });
    trait.put("parameters", parameters);
    return trait;
  }

  /** Returns a resolver of a client that sets nothing. */
  static EndpointResolver resolver(EndpointRules rules) {
    EndpointOptions options =
        new EndpointOptions(null, false, false, false, "preferred", null, true, Map.of());
    return new EndpointResolver(rules, new Partitions(MODELS), new BuiltIns(null, options), null);
  }

  /** Returns the endpoint for some parameters as text, or the message of the error. */
  static String outcome(EndpointResolver resolver, Map<?, ?> parameters) {
    EndpointRules rules = resolver.rules();
    Object[] values = new Object[rules.parameterCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = parameters.get(rules.parameterName(i));
    }
    try {
      return resolver.resolve(values).toString();
    } catch (EndpointResolutionException e) {
      return "error: " + e.getMessage();
    }
  }

  /** Returns the expected outcome of a case. */
  static String expected(Map<?, ?> testCase) {
    Map<?, ?> expect = map(testCase.get("expect"));
    if (expect.get("error") instanceof String error) {
      return "error: " + error;
    }
    Map<?, ?> endpoint = map(expect.get("endpoint"));
    Map<String, String> headers = new LinkedHashMap<>();
    map(endpoint.get("headers"))
        .forEach((name, texts) -> headers.put((String) name, (String) ((List<?>) texts).get(0)));
    Map<?, ?> properties = map(endpoint.get("properties"));
    List<AuthScheme> schemes = new ArrayList<>();
    if (properties.get("authSchemes") instanceof List<?> list) {
      list.forEach(each -> schemes.add(AuthScheme.of(map(each))));
    }
    return new ResolvedEndpoint(
            Endpoint.of((String) endpoint.get("url")),
            headers,
            schemes,
            (String) properties.get("backend"))
        .toString();
  }

  static Map<?, ?> map(Object value) {
    return value == null ? Map.of() : (Map<?, ?>) value;
  }
}
