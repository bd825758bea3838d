package io.boto4j.internal.retry;

import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of an operation's errors by their trait {@code retryable}. */
final class ModelledErrors {
  private static final String TRAIT = "retryable";

  private ModelledErrors() {}

  static ErrorKind kindOf(OperationModel operation, @Nullable String errorCode) {
    for (StructureShape error : operation.errors()) {
      if (error.errorCode().equals(errorCode) && error.traits().get(TRAIT) != null) {
        return error.traits().get(TRAIT) instanceof Map<?, ?> trait
                && Boolean.TRUE.equals(trait.get("throttling"))
            ? ErrorKind.THROTTLING
            : ErrorKind.TRANSIENT;
      }
    }
    return ErrorKind.FINAL;
  }
}
