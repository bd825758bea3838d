package io.boto4j.model.smithy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The values of enums. */
final class EnumValues {
  private static final String VALUE = "smithy.api#enumValue";

  /** The enum of a string, in models of version 1.0. */
  private static final String TRAIT = "smithy.api#enum";

  private EnumValues() {}

  /** Adds the values, if the shape is an enum of strings. */
  static void put(Map<String, Object> tree, AstShape shape, Budget budget) {
    if (shape.type() == AstType.ENUM) {
      List<String> values = new ArrayList<>();
      for (AstMember member : shape.members().values()) {
        Node value = member.traits().get(VALUE);
        values.add(value == null ? member.name() : value.text());
      }
      tree.put("enum", values);
      return;
    }
    Node trait = shape.type() == AstType.STRING ? shape.trait(TRAIT) : null;
    if (trait != null) {
      List<String> values = new ArrayList<>();
      for (Node each : trait.elements()) {
        budget.spend(1, each);
        values.add(each.require("value").text());
      }
      tree.put("enum", values);
    }
  }
}
