package io.boto4j.local.kms;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.error.Boto4jException;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.engine.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates, describes, changes and deletes keys. */
final class KeyAdministration {
  private final Keys keys;

  KeyAdministration(Keys keys) {
    this.keys = keys;
  }

  void register(OperationTable table) {
    table.write("CreateKey", this::create);
    table.write("DescribeKey", this::describe);
    table.read(
        "ListKeys",
        call ->
            Pages.of(
                call.input(),
                "Keys",
                keys.all().stream()
                    .map(key -> Params.of("KeyId", key.text("KeyId"), "KeyArn", key.text("Arn")))
                    .toList(),
                100));
    table.write("UpdateKeyDescription", this::updateDescription);
    table.write("EnableKey", call -> setEnabled(call, true));
    table.write("DisableKey", call -> setEnabled(call, false));
    table.write("ScheduleKeyDeletion", this::scheduleDeletion);
    table.write("CancelKeyDeletion", this::cancelDeletion);
    table.write("PutKeyPolicy", this::putPolicy);
    table.read("GetKeyPolicy", this::getPolicy);
    table.read("ListKeyPolicies", this::listPolicies);
    table.write("TagResource", this::tag);
    table.write("UntagResource", this::untag);
    table.read(
        "ListResourceTags",
        call ->
            Pages.of(
                call.input(), "Tags", keys.key(call.input().text("KeyId")).structures("Tags"), 50));
    table.write("ReplicateKey", this::replicate);
    table.write("UpdatePrimaryRegion", this::updatePrimaryRegion);
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = input.text("KeySpec");
    if (name == null) {
      name = input.text("CustomerMasterKeySpec");
    }
    KeySpec spec = KeySpec.named(name == null ? "SYMMETRIC_DEFAULT" : name);
    if (spec == null) {
      throw KmsErrors.validation(
          "1 validation error detected: Value '"
              + name
              + "' at 'KeySpec' failed to satisfy constraint: Member must satisfy enum value set:"
              + " ['ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521', 'ECC_SECG_P256K1',"
              + " 'HMAC_224', 'HMAC_256', 'HMAC_384', 'HMAC_512', 'RSA_2048', 'RSA_3072',"
              + " 'RSA_4096', 'SM2', 'SYMMETRIC_DEFAULT']");
    }
    String usage = input.text("KeyUsage");
    if (usage == null) {
      usage = spec == KeySpec.SYMMETRIC_DEFAULT || !spec.isSymmetric() ? "ENCRYPT_DECRYPT" : "";
      if (!spec.isSymmetric()) {
        throw KmsErrors.validation("You must specify a KeyUsage value for an asymmetric CMK.");
      }
      if (usage.isEmpty()) {
        throw KmsErrors.validation("You must specify a KeyUsage value for an HMAC CMK.");
      }
    }
    if (!spec.usages().contains(usage)) {
      throw KmsErrors.validation("KeyUsage " + usage + " is not compatible with KeySpec " + spec);
    }
    List<Structure> tags = input.structures("Tags");
    checkTags(tags);
    String policy = input.text("Policy");
    checkPolicy(policy);
    String origin = input.text("Origin");
    boolean multiRegion = Boolean.TRUE.equals(input.bool("MultiRegion"));
    return Params.of(
        "KeyMetadata",
        view(
            put(
                spec,
                usage,
                origin == null ? "AWS_KMS" : origin,
                multiRegion,
                input.text("Description"),
                policy,
                tags,
                "CUSTOMER")));
  }

  Structure put(
      KeySpec spec,
      String usage,
      String origin,
      boolean multiRegion,
      @Nullable String description,
      @Nullable String policy,
      List<Structure> tags,
      String manager) {
    if (!origin.equals("AWS_KMS") && !origin.equals("EXTERNAL")) {
      throw KmsErrors.unsupported("Key stores are not emulated");
    }
    boolean external = origin.equals("EXTERNAL");
    UUID uuid = UUID.randomUUID();
    String id = multiRegion ? "mrk-" + uuid.toString().replace("-", "") : uuid.toString();
    Params key =
        Params.of(
            "KeyId",
            id,
            "Arn",
            keys.arn("key/" + id),
            "Account",
            keys.context.account(),
            "CreationDate",
            keys.now(),
            "Description",
            description == null ? "" : description,
            "KeyUsage",
            usage,
            "KeySpec",
            spec.name(),
            "KeyState",
            external ? "PendingImport" : "Enabled",
            "Origin",
            origin,
            "KeyManager",
            manager,
            "MultiRegion",
            multiRegion,
            "PrimaryRegion",
            multiRegion ? keys.context.region() : null,
            "Replicas",
            List.of(),
            "Policy",
            policy == null ? defaultPolicy() : policy,
            "Tags",
            tags,
            "Materials",
            external ? List.of() : List.of(material(spec, Material.create(spec))));
    keys.keys.put(id, new LinkedHashMap<>(key));
    return Structures.of(key);
  }

  /** New material as it is stored. */
  static Map<String, Object> material(KeySpec spec, Material material) {
    Map<String, Object> stored = new LinkedHashMap<>();
    if (spec == KeySpec.SYMMETRIC_DEFAULT) {
      stored.put("Id", HexFormat.of().formatHex(Material.random(32)));
    }
    stored.put("Secret", material.secret());
    if (material.open().length > 0) {
      stored.put("Public", material.open());
    }
    return stored;
  }

  private String defaultPolicy() {
    String root =
        "arn:" + Partition.of(keys.context.region()) + ":iam::" + keys.context.account() + ":root";
    return Json.write(
        Params.of(
            "Version",
            "2012-10-17",
            "Id",
            "key-default-1",
            "Statement",
            List.of(
                Params.of(
                    "Sid", "Enable IAM User Permissions",
                    "Effect", "Allow",
                    "Principal", Map.of("AWS", root),
                    "Action", "kms:*",
                    "Resource", "*"))));
  }

  /** A placeholder is accepted, because tests often write one where the policy does not matter. */
  private static void checkPolicy(@Nullable String policy) {
    if (policy != null && policy.trim().startsWith("{")) {
      try {
        Json.read(policy);
      } catch (Boto4jException | IllegalArgumentException e) {
        throw new EngineException(
            "MalformedPolicyDocumentException", "The policy is not valid JSON.");
      }
    }
  }

  private static void checkTags(List<Structure> tags) {
    for (Structure tag : tags) {
      if (String.valueOf(tag.text("TagKey")).startsWith("aws:")) {
        throw new EngineException("TagException", "Tags beginning with aws: are reserved");
      }
    }
  }

  static Params view(Structure key) {
    KeySpec spec = Keys.spec(key);
    String usage = String.valueOf(key.text("KeyUsage"));
    String state = String.valueOf(key.text("KeyState"));
    boolean multiRegion = Boolean.TRUE.equals(key.bool("MultiRegion"));
    // DescribeKey: present only while the replicas of a primary key exist.
    boolean waits = state.equals("PendingReplicaDeletion");
    Params view =
        Params.of(
            "AWSAccountId", key.text("Account"),
            "KeyId", key.text("KeyId"),
            "Arn", key.text("Arn"),
            "CreationDate", key.instant("CreationDate"),
            "Enabled", state.equals("Enabled"),
            "Description", key.text("Description"),
            "KeyUsage", usage,
            "KeyState", state,
            "DeletionDate", key.instant("DeletionDate"),
            "ValidTo", key.instant("ValidTo"),
            "Origin", key.text("Origin"),
            "ExpirationModel", key.text("ExpirationModel"),
            "KeyManager", key.text("KeyManager"),
            "CustomerMasterKeySpec", spec.name(),
            "KeySpec", spec.name(),
            "MultiRegion", multiRegion,
            "MultiRegionConfiguration", multiRegion ? regions(key) : null,
            "PendingDeletionWindowInDays", waits ? key.integer("PendingDays") : null,
            "CurrentKeyMaterialId", Keys.materialId(key, Keys.current(key)));
    if (!spec.encryptionAlgorithms(usage).isEmpty()) {
      view = view.with("EncryptionAlgorithms", spec.encryptionAlgorithms(usage));
    }
    if (!spec.signingAlgorithms(usage).isEmpty()) {
      view = view.with("SigningAlgorithms", spec.signingAlgorithms(usage));
    }
    if (!spec.macAlgorithms().isEmpty()) {
      view = view.with("MacAlgorithms", spec.macAlgorithms());
    }
    return usage.equals("KEY_AGREEMENT")
        ? view.with("KeyAgreementAlgorithms", List.of("ECDH"))
        : view;
  }

  private static String inRegion(Structure key, String region) {
    String[] parts = String.valueOf(key.text("Arn")).split(":", 6);
    parts[3] = region;
    return String.join(":", parts);
  }

  private static Params regions(Structure key) {
    String primary = String.valueOf(key.text("PrimaryRegion"));
    String own = String.valueOf(key.text("Arn")).split(":", 6)[3];
    List<Params> replicas = new ArrayList<>();
    for (String region : key.texts("Replicas")) {
      replicas.add(Params.of("Arn", inRegion(key, region), "Region", region));
    }
    return Params.of(
        "MultiRegionKeyType",
        own.equals(primary) ? "PRIMARY" : "REPLICA",
        "PrimaryKey",
        Params.of("Arn", inRegion(key, primary), "Region", primary),
        "ReplicaKeys",
        replicas);
  }

  /** The keys that AWS manages for a service are created when they are first described. */
  private Map<String, ?> describe(EngineCall call) {
    String id = String.valueOf(call.input().text("KeyId"));
    int alias = id.startsWith("alias/") ? 0 : id.startsWith("arn:") ? id.indexOf("alias/") : -1;
    String name = alias < 0 ? "" : id.substring(alias);
    if (Aliases.RESERVED.contains(name) && Keys.find(keys.aliases, name) == null) {
      Structure key =
          put(
              KeySpec.SYMMETRIC_DEFAULT,
              "ENCRYPT_DECRYPT",
              "AWS_KMS",
              false,
              "Default key that protects my data when no other key is defined",
              null,
              List.of(),
              "AWS");
      keys.aliases.put(
          name,
          new LinkedHashMap<>(
              Params.of(
                  "TargetKeyId", key.text("KeyId"),
                  "CreationDate", keys.now(),
                  "LastUpdatedDate", keys.now())));
    }
    return Params.of("KeyMetadata", view(keys.keyOrAlias(id)));
  }

  private static void notPendingDeletion(Structure key) {
    if ("PendingDeletion".equals(key.text("KeyState"))) {
      throw KmsErrors.invalidState(key.text("Arn") + " is pending deletion.");
    }
  }

  private Map<String, ?> updateDescription(EngineCall call) {
    Structure key = keys.key(call.input().text("KeyId"));
    notPendingDeletion(key);
    keys.edit(key, Map.of("Description", String.valueOf(call.input().text("Description"))));
    return Map.of();
  }

  private Map<String, ?> setEnabled(EngineCall call, boolean enabled) {
    Structure key = keys.key(call.input().text("KeyId"));
    notPendingDeletion(key);
    if ("PendingImport".equals(key.text("KeyState"))) {
      throw KmsErrors.invalidState(key.text("Arn") + " is pending import.");
    }
    keys.edit(key, Map.of("KeyState", enabled ? "Enabled" : "Disabled"));
    return Map.of();
  }

  private Map<String, ?> scheduleDeletion(EngineCall call) {
    Structure key = keys.key(call.input().text("KeyId"));
    notPendingDeletion(key);
    Integer wanted = call.input().integer("PendingWindowInDays");
    int days = wanted == null ? 30 : wanted;
    if (days < 7 || days > 30) {
      throw KmsErrors.validation(
          "1 validation error detected: Value '"
              + days
              + "' at 'pendingWindowInDays' failed to satisfy constraint: Member must have value "
              + (days < 7 ? "greater than or equal to 7" : "less than or equal to 30"));
    }
    Instant end = keys.now().plus(Duration.ofDays(days));
    boolean waits = !key.texts("Replicas").isEmpty() && isPrimary(key);
    String state = waits ? "PendingReplicaDeletion" : "PendingDeletion";
    Map<String, @Nullable Object> changed = new HashMap<>();
    changed.put("KeyState", state);
    changed.put("PendingDays", days);
    changed.put("DeletionDate", waits ? null : end);
    keys.edit(key, changed);
    return Params.of(
        "KeyId",
        Keys.named(key, call.input()),
        "DeletionDate",
        waits ? null : end,
        "KeyState",
        state,
        "PendingWindowInDays",
        days);
  }

  private boolean isPrimary(Structure key) {
    return keys.context.region().equals(key.text("PrimaryRegion"));
  }

  private Map<String, ?> cancelDeletion(EngineCall call) {
    Structure key = keys.key(call.input().text("KeyId"));
    if (!String.valueOf(key.text("KeyState")).matches("Pending(Replica)?Deletion")) {
      throw KmsErrors.invalidState(key.text("Arn") + " is not pending deletion.");
    }
    Map<String, @Nullable Object> changed = new HashMap<>();
    changed.put("KeyState", "Disabled");
    changed.put("DeletionDate", null);
    changed.put("PendingDays", null);
    keys.edit(key, changed);
    return Params.of("KeyId", Keys.named(key, call.input()));
  }

  private static void checkDefault(Structure input) {
    String name = input.text("PolicyName");
    if (name != null && !name.equals("default")) {
      throw KmsErrors.notFound("No such policy exists");
    }
  }

  private Map<String, ?> putPolicy(EngineCall call) {
    checkDefault(call.input());
    Structure key = keys.key(call.input().text("KeyId"));
    String policy = String.valueOf(call.input().text("Policy"));
    checkPolicy(policy);
    keys.edit(key, Map.of("Policy", policy));
    return Map.of();
  }

  private Map<String, ?> getPolicy(EngineCall call) {
    checkDefault(call.input());
    Structure key = keys.key(call.input().text("KeyId"));
    return Params.of("Policy", key.text("Policy"), "PolicyName", "default");
  }

  private Map<String, ?> listPolicies(EngineCall call) {
    keys.key(call.input().text("KeyId"));
    return Params.of("PolicyNames", List.of("default"), "Truncated", false);
  }

  private Map<String, ?> tag(EngineCall call) {
    Structure key = keys.key(call.input().text("KeyId"));
    List<Structure> added = call.input().structures("Tags");
    checkTags(added);
    Map<String, Structure> tags = new LinkedHashMap<>();
    key.structures("Tags").forEach(tag -> tags.put(String.valueOf(tag.text("TagKey")), tag));
    added.forEach(tag -> tags.put(String.valueOf(tag.text("TagKey")), tag));
    if (tags.size() > 50) {
      throw new EngineException("TagException", "Too many tags");
    }
    keys.edit(key, Map.of("Tags", List.copyOf(tags.values())));
    return Map.of();
  }

  private Map<String, ?> untag(EngineCall call) {
    Structure key = keys.key(call.input().text("KeyId"));
    List<String> gone = call.input().texts("TagKeys");
    keys.edit(
        key,
        Map.of(
            "Tags",
            key.structures("Tags").stream()
                .filter(tag -> !gone.contains(String.valueOf(tag.text("TagKey"))))
                .toList()));
    return Map.of();
  }

  private Map<String, ?> replicate(EngineCall call) {
    Structure input = call.input();
    Structure key = keys.key(input.text("KeyId"));
    String region = String.valueOf(input.text("ReplicaRegion"));
    if (!Boolean.TRUE.equals(key.bool("MultiRegion")) || !isPrimary(key)) {
      throw KmsErrors.unsupported(key.text("Arn") + " is not a multi-region primary key.");
    }
    Keys there = new Keys(keys.context.world(keys.context.account(), region));
    String id = String.valueOf(key.text("KeyId"));
    if (there.keys.containsKey(id) || region.equals(keys.context.region())) {
      throw new EngineException(
          "AlreadyExistsException", "A key with this ID already exists in " + region + ".");
    }
    List<String> replicas = new ArrayList<>(key.texts("Replicas"));
    replicas.add(region);
    Structure primary = keys.edit(key, Map.of("Replicas", replicas));
    for (String other : key.texts("Replicas")) {
      updateElsewhere(other, id, Map.of("Replicas", replicas));
    }
    String description = input.text("Description");
    String policy = input.text("Policy");
    Map<String, Object> replica = new LinkedHashMap<>(primary);
    replica.put("Arn", there.arn("key/" + id));
    replica.put("CreationDate", keys.now());
    replica.put("Description", description == null ? "" : description);
    replica.put("Tags", input.structures("Tags"));
    replica.put("Policy", policy == null ? defaultPolicy() : policy);
    there.keys.put(id, replica);
    return Params.of(
        "ReplicaKeyMetadata", view(Structures.of(replica)),
        "ReplicaPolicy", replica.get("Policy"),
        "ReplicaTags", input.structures("Tags"));
  }

  private void updateElsewhere(String region, String id, Map<String, ?> members) {
    Keys there = new Keys(keys.context.world(keys.context.account(), region));
    Structure key = Keys.find(there.keys, id);
    if (key != null) {
      there.edit(key, members);
    }
  }

  private Map<String, ?> updatePrimaryRegion(EngineCall call) {
    Structure key = keys.key(call.input().text("KeyId"));
    String region = String.valueOf(call.input().text("PrimaryRegion"));
    List<String> replicas = new ArrayList<>(key.texts("Replicas"));
    if (!isPrimary(key) || !replicas.remove(region)) {
      throw KmsErrors.unsupported(key.text("Arn") + " has no replica in " + region + ".");
    }
    replicas.add(keys.context.region());
    String id = String.valueOf(key.text("KeyId"));
    Map<String, Object> changed = Map.of("PrimaryRegion", region, "Replicas", replicas);
    keys.edit(key, changed);
    replicas.forEach(other -> updateElsewhere(other, id, changed));
    updateElsewhere(region, id, changed);
    return Map.of();
  }
}
