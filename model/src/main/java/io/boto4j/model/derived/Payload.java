package io.boto4j.model.derived;

import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the data of a resource in the response of an operation that returns one. */
final class Payload {
  private Payload() {}

  /**
   * Returns the path of the data: the member with the noun, the only structure, or everything.
   * Everything is the data, too, if only the response itself has the identifier.
   */
  static String path(StructureShape output, String noun, @Nullable String own) {
    List<String> structures = new ArrayList<>();
    for (Member each : output.members()) {
      if (each.shape() instanceof StructureShape shape) {
        if (Words.same(each.name(), noun)) {
          return hasIdentifier(output, shape, noun, own) ? "@" : each.name();
        }
        structures.add(each.name());
      }
    }
    return output.size() == 1 && structures.size() == 1 ? structures.get(0) : "@";
  }

  private static boolean hasIdentifier(
      StructureShape output, StructureShape inside, String noun, @Nullable String own) {
    return own != null
        && !IdentifierNames.isEnding(own)
        && IdentifierNames.find(output, own) != null
        && IdentifierNames.inData(inside, noun, own) == null;
  }

  /** Tells whether a response has members, and none of them is a stream or other bytes. */
  static boolean isData(StructureShape output) {
    for (Member each : output.members()) {
      boolean blob = each.shape().type() == ShapeType.BLOB;
      if (blob || each.shape().traits().flag("streaming") || each.traits().flag("streaming")) {
        return false;
      }
    }
    return output.size() > 0;
  }

  /** Lists, with the token of the next page, are not data of one resource. */
  static boolean isList(StructureShape output) {
    for (Member each : output.members()) {
      if (!(each.shape() instanceof ListShape) && !KeyRules.isCredential(each.name())) {
        return false;
      }
    }
    return true;
  }
}
