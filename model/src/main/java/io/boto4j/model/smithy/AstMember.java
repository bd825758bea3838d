package io.boto4j.model.smithy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member of a shape.
 *
 * @param name the name; {@code member}, {@code key} or {@code value} in lists and maps
 * @param target the id of the shape of its values
 * @param traits the traits by id
 * @param node the place in the file
 */
record AstMember(String name, String target, Map<String, Node> traits, Node node) {
  boolean has(String trait) {
    return traits.containsKey(trait);
  }

  @Nullable Node trait(String id) {
    return traits.get(id);
  }
}
