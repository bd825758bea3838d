package io.boto4j.model;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts for people that come with a service model, in AWS's HTML, and its examples.
 *
 * <p>They live apart from the model, in a pack of their own that a program at run time does not
 * need. Immutable and thread-safe.
 */
public final class Documentation {
  static final Documentation NONE = new Documentation(Map.of());

  private final Map<String, Object> texts;

  Documentation(Map<String, Object> texts) {
    this.texts = texts;
  }

  /**
   * What the service is.
   *
   * @return the text, or null if there is none
   */
  public @Nullable String service() {
    return texts.get("service") instanceof String text ? text : null;
  }

  /**
   * What an operation does.
   *
   * @param operation the operation, as {@code PutItem}
   * @return the text, or null if there is none
   */
  public @Nullable String operation(String operation) {
    return texts.get("operations") instanceof Map<?, ?> operations
            && operations.get(operation) instanceof String text
        ? text
        : null;
  }

  /**
   * What a shape is.
   *
   * @param shape the shape
   * @return the text, or null if there is none
   */
  public @Nullable String shape(String shape) {
    return member(shape, "");
  }

  /**
   * What a member is for.
   *
   * @param shape the structure
   * @param member the member
   * @return the text, or null if there is none
   */
  public @Nullable String member(String shape, String member) {
    return texts.get("shapes") instanceof Map<?, ?> shapes
            && shapes.get(shape) instanceof Map<?, ?> members
            && members.get(member) instanceof String text
        ? text
        : null;
  }

  /**
   * The published examples by operation, as botocore's files spell them.
   *
   * @return the examples, empty if there are none
   */
  @SuppressWarnings("unchecked") // model maps are keyed by text
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
