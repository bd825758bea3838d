package io.boto4j.internal.input;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Step: fills in what the user may leave to the SDK: idempotency tokens, and the request for a
 * checksum of the response. As in boto3, at the top level only, and only where the key is absent.
 */
public final class FillDefaults {
  private final Supplier<UUID> uuids;
  private final boolean checksums;

  /**
   * Creates the step.
   *
   * @param uuids the source of idempotency tokens
   * @param checksums whether responses are to have a checksum wherever they can
   */
  public FillDefaults(Supplier<UUID> uuids, boolean checksums) {
    this.uuids = uuids;
    this.checksums = checksums;
  }

  /**
   * Fills in what is missing.
   *
   * @param operation the operation
   * @param parameters the parameters the user passed; not changed
   * @param forUrl whether the call is presigned: the user of a URL need not ask for a checksum
   * @return the parameters, or a copy with what was missing
   */
  public Map<String, ?> in(OperationModel operation, Map<String, ?> parameters, boolean forUrl) {
    StructureShape shape = operation.input();
    Map<String, Object> filled = null;
    for (int i = 0; shape != null && i < shape.size(); i++) {
      Member member = shape.member(i);
      if (member.traits().flag("idempotencyToken") && !parameters.containsKey(member.name())) {
        filled = filled == null ? new LinkedHashMap<>(parameters) : filled;
        filled.put(member.name(), uuids.get().toString());
      }
    }
    String mode = checksums && !forUrl ? modeMember(operation) : null;
    if (mode != null && !parameters.containsKey(mode)) {
      filled = filled == null ? new LinkedHashMap<>(parameters) : filled;
      filled.put(mode, "ENABLED");
    }
    return filled == null ? parameters : filled;
  }

  /**
   * Returns the member that asks for a checksum of the response.
   *
   * @param operation the operation
   * @return the name of the member, or null if the operation has none
   */
  public static @Nullable String modeMember(OperationModel operation) {
    return operation.traits().map("httpChecksum").get("requestValidationModeMember")
            instanceof String member
        ? member
        : null;
  }
}
