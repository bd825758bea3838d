package io.boto4j.model.smithy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shape of a model, with what it has from mixins.
 *
 * @param id the id, such as {@code com.amazonaws.sqs#String}
 * @param type the type
 * @param node the place in the file
 * @param members the members by name, in order
 * @param traits the traits by id
 */
record AstShape(
    String id, AstType type, Node node, Map<String, AstMember> members, Map<String, Node> traits) {
  boolean has(String trait) {
    return traits.containsKey(trait);
  }

  @Nullable Node trait(String id) {
    return traits.get(id);
  }

  /** Returns the value of a trait that is a string, or null without the trait. */
  @Nullable String textTrait(String id) {
    Node trait = traits.get(id);
    return trait == null ? null : trait.text();
  }

  /** Returns the name in the id, such as {@code String}. */
  String name() {
    return Identifiers.nameOf(id);
  }
}
