package io.boto4j.model.smithy;

import io.boto4j.model.ModelException;
import io.boto4j.model.codec.DocumentReader;
import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses a model's file, within limits that no model of a service comes near. */
final class AstParser {
  /** The most bytes of a file. The model of SageMaker, one of the largest, has 3 MB. */
  static final int MAX_BYTES = 64 << 20;

  /** The most values in a file. The model of SageMaker has 52,000. */
  static final int MAX_VALUES = 4_000_000;

  /** The most levels of objects and lists. The model of S3 has 46. */
  static final int MAX_DEPTH = 200;

  private final String origin;
  private final JsonReader reader;
  private int values;

  private AstParser(String origin, JsonReader reader) {
    this.origin = origin;
    this.reader = reader;
  }

  /**
   * Parses a file.
   *
   * @throws ModelException if it is not JSON, or exceeds a limit
   */
  static Node parse(String origin, byte[] json) {
    if (json.length > MAX_BYTES) {
      throw refused(origin, "the file has more than " + MAX_BYTES + " bytes", null);
    }
    try {
      JsonReader reader = new JsonReader(json, 0, json.length, MAX_DEPTH);
      Object value = new AstParser(origin, reader).value();
      reader.end();
      return Node.root(origin, value == null ? "" : value);
    } catch (JsonException e) {
      throw refused(origin, e.getMessage(), e);
    }
  }

  private @Nullable Object value() {
    if (++values > MAX_VALUES) {
      throw refused(origin, "the file has more than " + MAX_VALUES + " values", null);
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object();
      case BEGIN_ARRAY -> list();
      case STRING, NUMBER, TRUE, FALSE, NULL -> reader.readValue();
    };
  }

  private Map<String, @Nullable Object> object() {
    reader.charge(DocumentReader.MAP_SIZE);
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNextMember()) {
      reader.charge(DocumentReader.ENTRY_SIZE);
      String name = reader.name();
      members.put(name, value());
    }
    return members;
  }

  private List<@Nullable Object> list() {
    reader.charge(DocumentReader.LIST_SIZE);
    List<@Nullable Object> elements = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNextElement()) {
      reader.charge(DocumentReader.ELEMENT_SIZE);
      elements.add(value());
    }
    return elements;
  }

  private static ModelException refused(
      String origin, @Nullable String what, @Nullable Throwable cause) {
    return new ModelException(
        "Not a usable Smithy model: " + Excerpt.of(origin) + ": " + what, cause);
  }
}
