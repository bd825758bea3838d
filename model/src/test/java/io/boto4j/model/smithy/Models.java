package io.boto4j.model.smithy;

import io.boto4j.model.codec.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small models, written with apostrophes for quotes, and what the reader makes of them. */
final class Models {
  static final String ORIGIN = "demo.json";

  private Models() {}

  /** Returns a whole file with a service of JSON 1.0 and the given operations and shapes. */
  static String service(String operations, String shapes) {
    return service("'aws.protocols#awsJson1_0': {}", operations, shapes);
  }

  /** Returns a whole file with a service with the given traits, operations and shapes. */
  static String service(String traits, String operations, String shapes) {
    return file(
        "'demo#Demo': {'type': 'service', 'version': '2026-01-01', 'operations': ["
            + operations
            + "], 'traits': {'aws.auth#sigv4': {'name': 'demo'}, "
            + traits
            + "}}, "
            + shapes);
  }

  /** Returns a whole file with one operation, its input, and further shapes. */
  static String input(String traits, String members, String moreShapes) {
    return service(
        traits,
        "{'target': 'demo#Put'}",
        "'demo#Put': {'type': 'operation', 'input': {'target': 'demo#PutInput'}, 'traits': {"
            + "'smithy.api#http': {'method': 'PUT', 'uri': '/things'}}}, "
            + "'demo#PutInput': {'type': 'structure', 'members': {"
            + members
            + "}}"
            + (moreShapes.isEmpty() ? "" : ", " + moreShapes));
  }

  /** Returns a whole file with shapes. */
  static String file(String shapes) {
    return "{'smithy': '2.0', 'shapes': {" + shapes + "}}";
  }

  static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  /** Reads the only service of a file. */
  static SmithyService read(String file) {
    List<SmithyService> services = SmithyService.read(ORIGIN, bytes(file));
    if (services.size() != 1) {
      throw new IllegalStateException(services.size() + " services");
    }
    return services.get(0);
  }

  /** Returns the value at a path in a service's tree, such as {@code shapes/Name/max}. */
  static @Nullable Object at(SmithyService service, String path) {
    return at(service.service(), path);
  }

  static @Nullable Object at(Map<String, Object> tree, String path) {
    Object value = tree;
    for (String key : path.split("/", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value;
  }

  /** Returns a value written with apostrophes for quotes. */
  static @Nullable Object json(String text) {
    return new JsonReader(bytes(text)).readValue();
  }
}
