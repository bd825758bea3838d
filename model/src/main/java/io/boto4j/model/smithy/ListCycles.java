package io.boto4j.model.smithy;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses lists and maps that contain nothing but each other: they have no values. */
final class ListCycles {
  private ListCycles() {}

  static void check(Ast ast) {
    Set<String> sound = new HashSet<>();
    for (AstType type : new AstType[] {AstType.LIST, AstType.SET, AstType.MAP}) {
      for (AstShape shape : ast.all(type)) {
        check(ast, shape, sound);
      }
    }
  }

  /** Follows the elements, since a list or map has one kind of them. */
  private static void check(Ast ast, AstShape start, Set<String> sound) {
    Set<String> path = new HashSet<>();
    AstShape shape = start;
    while (shape != null && !sound.contains(shape.id())) {
      if (!path.add(shape.id())) {
        throw shape.node().broken("the " + shape.type() + " contains only itself");
      }
      shape = elements(ast, shape);
    }
    sound.addAll(path);
  }

  private static @Nullable AstShape elements(Ast ast, AstShape shape) {
    AstMember element =
        shape.type() == AstType.MAP
            ? shape.members().get("value")
            : shape.type().isList() ? shape.members().get("member") : null;
    return element == null ? null : ast.find(element.target());
  }
}
