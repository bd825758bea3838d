package io.boto4j.typed.generate;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Whether a shape has secrets in it, at any depth. */
final class SensitiveShapes {
  private SensitiveShapes() {}

  static boolean in(StructureShape shape) {
    Set<String> seen = new HashSet<>();
    Deque<Shape> open = new ArrayDeque<>();
    open.push(shape);
    while (!open.isEmpty()) {
      Shape each = open.pop();
      if (each.sensitive()) {
        return true;
      }
      if (seen.add(each.name())) {
        if (each instanceof StructureShape structure) {
          for (Member member : structure.members()) {
            if (member.traits().flag("sensitive")) {
              return true;
            }
            open.push(member.shape());
          }
        } else if (each instanceof ListShape list) {
          open.push(list.element().shape());
        } else if (each instanceof MapShape map) {
          open.push(map.key().shape());
          open.push(map.value().shape());
        }
      }
    }
    return false;
  }
}
