package io.boto4j.local.kms;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rotation of key material, on demand and by the clock. Old material stays for decryption. */
final class Rotation {
  private static final int YEAR = 365;
  private static final int MAX_ON_DEMAND = 25;

  private final Keys keys;

  Rotation(Keys keys) {
    this.keys = keys;
  }

  void register(OperationTable table) {
    table.write("EnableKeyRotation", this::enable);
    table.write("DisableKeyRotation", this::disable);
    table.read("GetKeyRotationStatus", this::status);
    table.write("RotateKeyOnDemand", this::rotateOnDemand);
    table.read("ListKeyRotations", this::list);
  }

  private Structure rotatable(EngineCall call) {
    Structure key = keys.key(call.input().text("KeyId"));
    if (Keys.spec(key) != KeySpec.SYMMETRIC_DEFAULT) {
      throw KmsErrors.unsupported(
          "Key rotation is not supported for key spec " + key.text("KeySpec") + ".");
    }
    String state = String.valueOf(key.text("KeyState"));
    if (state.equals("PendingDeletion")) {
      throw KmsErrors.invalidState(key.text("Arn") + " is pending deletion.");
    }
    if (state.equals("Disabled")) {
      throw new EngineException("DisabledException", key.text("Arn") + " is disabled.");
    }
    return key;
  }

  private Map<String, ?> enable(EngineCall call) {
    Structure key = rotatable(call);
    Integer days = call.input().integer("RotationPeriodInDays");
    int period = days == null ? YEAR : days;
    keys.edit(
        key,
        Map.of(
            "RotationEnabled",
            true,
            "RotationPeriod",
            period,
            "NextRotation",
            keys.now().plus(Duration.ofDays(period))));
    return Map.of();
  }

  private Map<String, ?> disable(EngineCall call) {
    Map<String, @Nullable Object> changed = new HashMap<>();
    changed.put("RotationEnabled", false);
    changed.put("NextRotation", null);
    keys.edit(rotatable(call), changed);
    return Map.of();
  }

  private Map<String, ?> status(EngineCall call) {
    Structure key = keys.key(call.input().text("KeyId"));
    boolean enabled = Boolean.TRUE.equals(key.bool("RotationEnabled"));
    return Params.of(
        "KeyId",
        key.text("Arn"),
        "KeyRotationEnabled",
        enabled,
        "RotationPeriodInDays",
        enabled ? key.integer("RotationPeriod") : null,
        "NextRotationDate",
        enabled ? key.instant("NextRotation") : null);
  }

  private Map<String, ?> rotateOnDemand(EngineCall call) {
    Structure key = keys.keyOrAlias(call.input().text("KeyId"));
    if (Keys.spec(key) != KeySpec.SYMMETRIC_DEFAULT) {
      throw KmsErrors.unsupported(
          "Key rotation is not supported for key spec " + key.text("KeySpec") + ".");
    }
    Keys.checkUsable(key, "ENCRYPT_DECRYPT", "RotateKeyOnDemand");
    long done =
        key.structures("Rotations").stream()
            .filter(each -> "ON_DEMAND".equals(each.text("RotationType")))
            .count();
    if (done >= MAX_ON_DEMAND) {
      throw new EngineException(
          "LimitExceededException",
          "The on-demand rotations limit has been reached for the given keyId. No more on-demand"
              + " rotations can be performed for this key: "
              + key.text("KeyId"));
    }
    rotate(key, "ON_DEMAND", keys.now());
    return Params.of("KeyId", key.text("KeyId"));
  }

  private Structure rotate(Structure key, String type, Instant date) {
    List<Object> materials = new ArrayList<>(key.structures("Materials"));
    Map<String, Object> material =
        KeyAdministration.material(
            KeySpec.SYMMETRIC_DEFAULT, Material.create(KeySpec.SYMMETRIC_DEFAULT));
    materials.add(material);
    List<Object> rotations = new ArrayList<>(key.structures("Rotations"));
    rotations.add(
        Params.of(
            "KeyId",
            key.text("KeyId"),
            "KeyMaterialId",
            material.get("Id"),
            "RotationDate",
            date,
            "RotationType",
            type));
    return keys.edit(key, Map.of("Materials", materials, "Rotations", rotations));
  }

  private Map<String, ?> list(EngineCall call) {
    Structure key = keys.key(call.input().text("KeyId"));
    return Pages.of(call.input(), "Rotations", key.structures("Rotations"), 100);
  }

  /** Rotates, deletes and expires what is due, and returns when the next is due. */
  Instant maintain() {
    Instant now = keys.now();
    Instant next = Instant.MAX;
    for (Structure found : keys.all()) {
      Structure key = found;
      Instant deletion = key.instant("DeletionDate");
      if (deletion != null && !deletion.isAfter(now)) {
        remove(key);
        continue;
      }
      next = earlier(next, deletion);
      Instant end = key.instant("ValidTo");
      if (end != null && !end.isAfter(now)) {
        key = KeyImport.expire(keys, key);
      } else {
        next = earlier(next, end);
      }
      Instant rotation = key.instant("NextRotation");
      Integer period = key.integer("RotationPeriod");
      while (rotation != null && period != null && !rotation.isAfter(now)) {
        Structure rotated = rotate(key, "AUTOMATIC", rotation);
        rotation = rotation.plus(Duration.ofDays(period));
        key = keys.edit(rotated, Map.of("NextRotation", rotation));
      }
      next = earlier(next, rotation);
    }
    return next;
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other != null && other.isBefore(one) ? other : one;
  }

  private void remove(Structure key) {
    String id = String.valueOf(key.text("KeyId"));
    keys.keys.remove(id);
    for (String alias : List.copyOf(keys.aliases.keySet())) {
      Structure found = Keys.find(keys.aliases, alias);
      if (found != null && id.equals(found.text("TargetKeyId"))) {
        keys.aliases.remove(alias);
      }
    }
    for (String grant : List.copyOf(keys.grants.keySet())) {
      Structure found = Keys.find(keys.grants, grant);
      if (found != null && String.valueOf(key.text("Arn")).equals(found.text("KeyId"))) {
        keys.grants.remove(grant);
      }
    }
  }
}
