package io.boto4j.internal.call;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Step: puts in what the user may leave to the SDK: idempotency tokens, and the wish for a checksum
 * with the answer. As in boto3, at the top level and only where the key is absent.
 */
final class FillDefaults {
  private final Supplier<UUID> uuids;

  private final boolean checksums;

  /**
   * Makes the step.
   *
   * @param checksums whether answers are to come with a checksum wherever they can
   */
  FillDefaults(Supplier<UUID> uuids, boolean checksums) {
    this.uuids = uuids;
    this.checksums = checksums;
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
    String mode = checksums ? modeMember(operation) : null;
    if (mode != null && !parameters.containsKey(mode)) {
      filled = filled == null ? new LinkedHashMap<>(parameters) : filled;
      filled.put(mode, "ENABLED");
    }
    return filled == null ? parameters : filled;
  }

  /** The member by which a checksum is asked for, or null if the operation has none. */
  static @Nullable String modeMember(OperationModel operation) {
    return operation.traits().map("httpChecksum").get("requestValidationModeMember")
            instanceof String member
        ? member
        : null;
  }
}
