package io.boto4j.reference.site;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The places where each shape of a service is used. Immutable. */
final class ShapeUses {
  private final Map<String, Map<String, String>> members = new HashMap<>();
  private final Map<String, Set<String>> requests = new HashMap<>();
  private final Map<String, Set<String>> responses = new HashMap<>();
  private final Map<String, Set<String>> errors = new HashMap<>();

  private ShapeUses() {}

  static ShapeUses of(ServiceModel model) {
    ShapeUses uses = new ShapeUses();
    for (String name : model.shapeNames()) {
      if (model.findShape(name) instanceof StructureShape structure) {
        for (Member member : structure.members()) {
          uses.member(structure, member);
        }
      }
    }
    for (String name : model.operationNames()) {
      OperationModel operation = model.operation(name);
      add(uses.requests, operation.input(), name);
      add(uses.responses, operation.output(), name);
      for (StructureShape error : operation.errors()) {
        add(uses.errors, error, name);
      }
    }
    return uses;
  }

  /** Finds the structures and enumerations in a member, which may be inside lists and maps. */
  private void member(StructureShape structure, Member member) {
    Shape target = member.shape();
    for (int depth = 0; depth < 8; depth++) {
      if (target instanceof ListShape list) {
        target = list.element().shape();
      } else if (target instanceof MapShape map) {
        note(map.key().shape(), structure, member);
        target = map.value().shape();
      }
    }
    note(target, structure, member);
  }

  private void note(Shape target, StructureShape structure, Member member) {
    members
        .computeIfAbsent(target.name(), key -> new TreeMap<>())
        .putIfAbsent(structure.name(), member.name());
  }

  private static void add(
      Map<String, Set<String>> uses, @Nullable StructureShape shape, String operation) {
    if (shape != null) {
      uses.computeIfAbsent(shape.name(), key -> new TreeSet<>()).add(operation);
    }
  }

  /** Returns the structures that have the shape in a member, each with the first such member. */
  Map<String, String> structures(String shape) {
    Map<String, String> found = members.get(shape);
    return found == null ? Map.of() : found;
  }

  Collection<String> requests(String shape) {
    return sorted(requests, shape);
  }

  Collection<String> responses(String shape) {
    return sorted(responses, shape);
  }

  Collection<String> raisedBy(String error) {
    return sorted(errors, error);
  }

  /** Returns whether a shape is the input or output of exactly one operation and nothing else. */
  boolean belongsToOneOperation(String shape) {
    int operations = requests(shape).size() + responses(shape).size();
    return operations == 1 && structures(shape).isEmpty();
  }

  private static Collection<String> sorted(Map<String, Set<String>> uses, String shape) {
    Set<String> found = uses.get(shape);
    return found == null ? List.of() : found;
  }
}
