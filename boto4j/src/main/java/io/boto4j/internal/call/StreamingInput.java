package io.boto4j.internal.call;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import org.jspecify.annotations.Nullable;

/** What botocore calls streaming input: a blob that is the whole body, whatever is passed as it. */
final class StreamingInput {
  private StreamingInput() {}

  static boolean is(OperationModel operation) {
    return member(operation) != null;
  }

  /** Whether the service takes such a body with its length only. */
  static boolean requiresLength(OperationModel operation) {
    Member member = member(operation);
    return member != null && member.shape().traits().flag("requiresLength");
  }

  private static @Nullable Member member(OperationModel operation) {
    StructureShape shape = operation.input();
    String payload = shape == null ? null : shape.traits().text("payload");
    Member member = shape == null || payload == null ? null : shape.member(payload);
    return member != null && member.shape().type() == ShapeType.BLOB ? member : null;
  }
}
