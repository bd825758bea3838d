package io.boto4j.model.smithy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of a model by id. */
final class Ast {
  private final Map<String, AstShape> shapes;

  Ast(Map<String, AstShape> shapes) {
    this.shapes = shapes;
  }

  /** Returns the shapes of a type, in the order of the file. */
  List<AstShape> all(AstType type) {
    List<AstShape> found = new ArrayList<>();
    for (AstShape shape : shapes.values()) {
      if (shape.type() == type) {
        found.add(shape);
      }
    }
    return found;
  }

  /** Returns a shape, or null if the model does not define it. */
  @Nullable AstShape find(String id) {
    return shapes.get(id);
  }

  /**
   * Returns a shape to which another refers.
   *
   * @param place the reference, for messages
   */
  AstShape shape(String id, Node place) {
    AstShape shape = shapes.get(id);
    if (shape == null) {
      throw place.broken("the shape \"" + Excerpt.of(id) + "\" does not exist");
    }
    return shape;
  }

  /** Returns the shape of the values of a member. */
  AstShape target(AstMember member) {
    AstShape target = shape(member.target(), member.node());
    if (target.type().botocoreType() == null) {
      throw member.node().broken("a " + target.type() + " has no values: " + target.id());
    }
    return target;
  }

  /** Returns the shape to which a reference refers, which must have a type. */
  AstShape expect(AstType type, Node reference) {
    AstShape shape = shape(reference.target(), reference);
    if (shape.type() != type) {
      throw reference.broken(shape.id() + " must be a " + type + " but is a " + shape.type());
    }
    return shape;
  }

  /** Returns the shapes to which the references in a list of a shape refer, by id. */
  Map<String, AstShape> expectAll(AstType type, AstShape owner, String list) {
    Map<String, AstShape> found = new LinkedHashMap<>();
    for (Node reference : owner.node().elementsOf(list)) {
      AstShape shape = expect(type, reference);
      found.put(shape.id(), shape);
    }
    return found;
  }
}
