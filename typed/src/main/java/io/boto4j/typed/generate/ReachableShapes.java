package io.boto4j.typed.generate;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The structures and enumerations within the inputs and outputs of chosen operations. The input or
 * output itself is not among them, unless it is also part of another.
 */
final class ReachableShapes {
  private final Map<String, Shape> shapes = new TreeMap<>();
  private final Set<String> input;

  ReachableShapes(List<OperationModel> operations) {
    Set<String> inputs = new HashSet<>();
    Set<String> outputs = new HashSet<>();
    for (OperationModel operation : operations) {
      addMembers(operation.input(), inputs);
      addMembers(operation.output(), outputs);
    }
    input = inputs;
  }

  /** The shapes, in the order of their names. */
  Collection<Shape> all() {
    return Collections.unmodifiableCollection(shapes.values());
  }

  /** Whether a shape is part of an input. */
  boolean isInput(Shape shape) {
    return input.contains(shape.name());
  }

  private void addMembers(@Nullable StructureShape top, Set<String> seen) {
    Deque<Shape> open = new ArrayDeque<>();
    addMembers(top, open);
    // The names of lists and maps are seen too: a list may contain itself.
    while (!open.isEmpty()) {
      Shape shape = open.pop();
      if (seen.add(shape.name())) {
        if (shape instanceof StructureShape || EnumSource.isEnum(shape)) {
          shapes.put(shape.name(), shape);
        }
        if (shape instanceof StructureShape structure) {
          addMembers(structure, open);
        } else if (shape instanceof ListShape list) {
          open.push(list.element().shape());
        } else if (shape instanceof MapShape map) {
          open.push(map.value().shape());
        }
      }
    }
  }

  private static void addMembers(@Nullable StructureShape structure, Deque<Shape> open) {
    if (structure != null) {
      for (Member member : structure.members()) {
        open.push(member.shape());
      }
    }
  }
}
