package io.boto4j.internal.body;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import org.jspecify.annotations.Nullable;

/**
 * Streaming input in botocore's sense: a blob that is the whole body, whatever is passed for it.
 */
public final class StreamingInput {
  private StreamingInput() {}

  /**
   * Whether an operation has streaming input.
   *
   * @param operation the operation
   * @return true if a blob is the whole body
   */
  public static boolean is(OperationModel operation) {
    return member(operation) != null;
  }

  /** Whether the service requires the length of such a body. */
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
