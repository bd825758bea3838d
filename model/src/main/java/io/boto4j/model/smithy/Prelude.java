package io.boto4j.model.smithy;

import java.util.LinkedHashMap;
import java.util.Map;

/** The shapes that every model may refer to without defining them. */
final class Prelude {
  static final String NAMESPACE = "smithy.api";

  /** The structure without members: operations without an input or output refer to it. */
  static final String UNIT = "smithy.api#Unit";

  private static final String[] SAME_NAME = {
    "String", "Blob", "Timestamp", "Document", "BigInteger", "BigDecimal"
  };
  private static final String[] NUMBERS = {
    "Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double"
  };

  private Prelude() {}

  /** Returns the shapes by id, as they would be in the file. */
  static Map<String, AstShape> shapes(Node root) {
    Map<String, AstShape> shapes = new LinkedHashMap<>();
    for (String name : SAME_NAME) {
      add(shapes, root, name, typeNamed(name));
    }
    for (String name : NUMBERS) {
      add(shapes, root, name, typeNamed(name));
      add(shapes, root, "Primitive" + name, typeNamed(name));
    }
    add(shapes, root, "Unit", AstType.STRUCTURE);
    return shapes;
  }

  private static AstType typeNamed(String name) {
    for (AstType type : AstType.values()) {
      if (type.toString().equalsIgnoreCase(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static void add(Map<String, AstShape> shapes, Node root, String name, AstType type) {
    String id = NAMESPACE + "#" + name;
    shapes.put(id, new AstShape(id, type, root, Map.of(), Map.of()));
  }
}
