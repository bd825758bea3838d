package io.boto4j.typed.generate;

import io.boto4j.model.Member;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;

/** The parameters of the methods {@code of}, which make a structure with its required members. */
final class Factories {
  /** With more parameters, a call would not show which is which. */
  private static final int MOST = 5;

  private Factories() {}

  /** Returns the required members, or none if they are too many or streams. */
  static List<Member> parameters(StructureShape shape) {
    List<Member> parameters = new ArrayList<>();
    for (int i = 0; i < shape.requiredCount() && shape.requiredCount() <= MOST; i++) {
      Member member = shape.member(shape.requiredIndex(i));
      if (ShapeTypes.isStreaming(member) || ShapeTypes.isEventStream(member.shape())) {
        return List.of();
      }
      parameters.add(member);
    }
    return parameters;
  }
}
