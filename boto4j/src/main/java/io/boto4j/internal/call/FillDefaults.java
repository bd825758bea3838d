package io.boto4j.internal.call;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Step: puts in what the user may leave to the SDK, which is idempotency tokens. As in boto3, at
 * the top level and only where the key is absent.
 */
final class FillDefaults {
  private final Supplier<UUID> uuids;

  FillDefaults(Supplier<UUID> uuids) {
    this.uuids = uuids;
  }

  /** The parameters, or a copy with what was missing. */
  Map<String, ?> in(OperationModel operation, Map<String, ?> parameters) {
    StructureShape shape = operation.input();
    Map<String, Object> filled = null;
    for (int i = 0; shape != null && i < shape.size(); i++) {
      Member member = shape.member(i);
      if (member.traits().flag("idempotencyToken") && !parameters.containsKey(member.name())) {
        filled = filled == null ? new LinkedHashMap<>(parameters) : filled;
        filled.put(member.name(), uuids.get().toString());
      }
    }
    return filled == null ? parameters : filled;
  }
}
