package io.boto4j.model.derived;

import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.resource.ShapePath;
import org.jspecify.annotations.Nullable;

/** Finds the identifier of what an operation created. */
final class Created {
  private Created() {}

  /** Returns the path of an own identifier in a response; null if the response lacks it. */
  static @Nullable String path(Api api, OperationModel operation, String noun, String own) {
    StructureShape output = operation.output();
    if (output == null) {
      return null;
    }
    String top = IdentifierNames.find(output, IdentifierNames.qualified(noun, own));
    if (top != null) {
      return top;
    }
    String payload = payload(operation.name(), output, noun);
    if (payload == null) {
      return Draft.inElement(api, output, noun, own);
    }
    String inside = Draft.inElement(api, shape(output, payload), noun, own);
    return inside == null ? null : payload + "." + inside;
  }

  /**
   * Returns the path of the data in a response; null if the response itself is the data. What
   * creates one may return a list of one; what runs some returns all of them.
   */
  static @Nullable String payload(String operation, StructureShape output, String noun) {
    for (Member each : output.members()) {
      if (each.shape() instanceof StructureShape && Words.same(each.name(), noun)) {
        return each.name();
      }
      if (each.shape() instanceof ListShape list
          && list.element().shape() instanceof StructureShape
          && Words.isPlural(each.name(), noun)) {
        return each.name() + (operation.startsWith("Create") ? "[0]" : "[]");
      }
    }
    Member only = output.size() == 1 ? output.member(0) : null;
    return only != null && only.shape() instanceof StructureShape ? only.name() : null;
  }

  static Shape shape(StructureShape output, String payload) {
    return ShapePath.find(output, payload).orElseThrow();
  }
}
