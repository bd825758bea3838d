package io.boto4j.model;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documentation that comes with a service model: texts in AWS's HTML, and examples.
 *
 * <p>It is kept apart from the model, in a pack of its own that a program does not need at run
 * time. Immutable and thread-safe.
 */
public final class Documentation {
  static final Documentation NONE = new Documentation(Map.of());

  private final Map<String, Object> texts;

  Documentation(Map<String, Object> texts) {
    this.texts = texts;
  }

  /**
   * Returns the description of the service.
   *
   * @return the text in HTML, or null if the model has no description
   */
  public @Nullable String service() {
    return texts.get("service") instanceof String text ? text : null;
  }

  /**
   * Returns the description of an operation.
   *
   * @param operation the operation, such as {@code PutItem}
   * @return the text in HTML, or null if the model has no description
   */
  public @Nullable String operation(String operation) {
    return texts.get("operations") instanceof Map<?, ?> operations
            && operations.get(operation) instanceof String text
        ? text
        : null;
  }

  /**
   * Returns the description of a shape.
   *
   * @param shape the shape
   * @return the text in HTML, or null if the model has no description
   */
  public @Nullable String shape(String shape) {
    return member(shape, "");
  }

  /**
   * Returns the description of a member.
   *
   * @param shape the structure
   * @param member the member
   * @return the text in HTML, or null if the model has no description
   */
  public @Nullable String member(String shape, String member) {
    return texts.get("shapes") instanceof Map<?, ?> shapes
            && shapes.get(shape) instanceof Map<?, ?> members
            && members.get(member) instanceof String text
        ? text
        : null;
  }

  /**
   * Returns the published examples by operation, in the form of botocore's files.
   *
   * @return the examples; empty if the service has none or its documentation is not available
   */
  @SuppressWarnings("unchecked") // the maps of models have string keys
  public Map<String, Object> examples() {
    return texts.get("examples") instanceof Map<?, ?> examples
        ? (Map<String, Object>) examples
        : Map.of();
  }

  /**
   * Returns all texts as one tree: {@code service}, {@code operations} by name, {@code shapes} by
   * name and then by member (an empty name for the shape itself), and {@code examples}.
   *
   * @return an unmodifiable view, without the entries that have no text
   */
  public Map<String, Object> asMap() {
    return Collections.unmodifiableMap(texts);
  }
}
