package io.boto4j.local.secretsmanager;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.error.Boto4jException;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Creates, describes, changes, replicates and deletes secrets. */
final class SecretAdministration {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9/_+=.@!-]+");
  private static final String DEFAULT_KEY = "alias/aws/secretsmanager";

  private final Secrets secrets;
  private final SecretValues values;

  SecretAdministration(Secrets secrets, SecretValues values) {
    this.secrets = secrets;
    this.values = values;
  }

  void register(OperationTable table) {
    table.write("CreateSecret", this::create);
    table.read("DescribeSecret", this::describe);
    table.read("ListSecrets", this::list);
    table.write("UpdateSecret", this::update);
    table.write("DeleteSecret", this::delete);
    table.write("RestoreSecret", this::restore);
    table.write("TagResource", this::tag);
    table.write("UntagResource", this::untag);
    table.write("PutResourcePolicy", this::putPolicy);
    table.read("GetResourcePolicy", this::getPolicy);
    table.write("DeleteResourcePolicy", this::deletePolicy);
    table.read("ValidateResourcePolicy", this::validatePolicy);
    table.write("ReplicateSecretToRegions", this::replicate);
    table.write("RemoveRegionsFromReplication", this::removeRegions);
    table.write("StopReplicationToReplica", this::stopReplication);
    table.read("GetRandomPassword", RandomPasswords::create);
  }

  private static Params named(Structure secret) {
    return Params.of("ARN", secret.text("ARN"), "Name", secret.text("Name"));
  }

  private static String checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new EngineException(
          "ValidationException",
          "Invalid name. Must be a valid name containing alphanumeric characters, or any of the"
              + " following: -/_+=.@!");
    }
    return name;
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = checkName(String.valueOf(input.text("Name")));
    Map<String, Object> value = values.value(input);
    String given = input.text("ClientRequestToken");
    String token = SecretValues.token(input);
    Structure old = secrets.byName(name);
    if (old != null) {
      if (old.instant("DeletedDate") != null) {
        throw SecretErrors.request(
            "You can't create this secret because a secret with this name is already scheduled for"
                + " deletion.");
      }
      secrets.primary(name);
      if (given == null) {
        throw SecretErrors.exists("A resource with the ID you requested already exists.");
      }
      if (SecretValues.isRepeated(old, token, value)) {
        return named(old).with("VersionId", token);
      }
      throw SecretErrors.exists(
          "The operation failed because the secret " + name + " already exists.");
    }
    checkReplicas(input);
    Instant now = secrets.now();
    Map<String, Object> secret =
        new LinkedHashMap<>(
            Params.of(
                "ARN", secrets.newArn(name),
                "Name", name,
                "Description", input.text("Description"),
                "KmsKeyId", input.text("KmsKeyId"),
                "CreatedDate", now,
                "LastChangedDate", now,
                "Tags", input.structures("Tags"),
                "HasTags", input.containsKey("Tags"),
                "Versions", Map.of()));
    secrets.put(name, secret);
    Structure stored = Structures.of(secret);
    if (value != null) {
      stored = values.store(stored, token, value, List.of(Secrets.CURRENT));
    }
    if (!input.structures("AddReplicaRegions").isEmpty()) {
      stored = addReplicas(stored, input);
    }
    return named(stored)
        .with("VersionId", value == null ? null : token)
        .with("ReplicationStatus", statuses(stored));
  }

  private static @Nullable List<Structure> statuses(Structure secret) {
    List<Structure> replicas = secret.structures("Replicas");
    return replicas.isEmpty() ? null : replicas;
  }

  private static Map<String, Object> stages(Structure secret) {
    Map<String, Object> stages = new LinkedHashMap<>();
    Structure versions = secret.map("Versions");
    for (String id : versions.keySet()) {
      if (!versions.texts(id, "Stages").isEmpty()) {
        stages.put(id, versions.texts(id, "Stages"));
      }
    }
    return stages;
  }

  private static Params view(Structure secret) {
    String lambda = secret.text("RotationLambdaARN");
    boolean requested = secret.bool("RotationEnabled") != null;
    List<String> owner = Filters.owner(secret);
    boolean tagged =
        Boolean.TRUE.equals(secret.bool("HasTags")) || !secret.structures("Tags").isEmpty();
    return named(secret)
        .with("Description", secret.text("Description"))
        .with("KmsKeyId", secret.text("KmsKeyId"))
        .with("RotationEnabled", requested ? secret.bool("RotationEnabled") : null)
        .with("RotationLambdaARN", lambda)
        .with("RotationRules", secret.structure("RotationRules"))
        .with("LastRotatedDate", secret.instant("LastRotatedDate"))
        .with("LastChangedDate", secret.instant("LastChangedDate"))
        .with("LastAccessedDate", secret.instant("LastAccessedDate"))
        .with("DeletedDate", secret.instant("DeletedDate"))
        .with("NextRotationDate", secret.instant("NextRotationDate"))
        .with("Tags", tagged ? secret.structures("Tags") : null)
        .with("OwningService", owner.isEmpty() ? null : owner.get(0))
        .with("CreatedDate", secret.instant("CreatedDate"))
        .with("PrimaryRegion", secret.text("PrimaryRegion"));
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure secret = secrets.get(call.input().text("SecretId"));
    Map<String, Object> stages = stages(secret);
    return view(secret)
        .with("VersionIdsToStages", stages.isEmpty() ? null : stages)
        .with("ReplicationStatus", statuses(secret));
  }

  private Map<String, ?> list(EngineCall call) {
    Structure input = call.input();
    boolean deleted = Boolean.TRUE.equals(input.bool("IncludePlannedDeletion"));
    List<Structure> filters = input.structures("Filters");
    Filters.check(filters);
    List<Params> found = new ArrayList<>();
    for (Structure secret : secrets.all()) {
      if ((deleted || secret.instant("DeletedDate") == null) && Filters.matches(secret, filters)) {
        Map<String, Object> stages = stages(secret);
        found.add(view(secret).with("SecretVersionsToStages", stages.isEmpty() ? null : stages));
      }
    }
    if ("desc".equals(input.text("SortOrder"))) {
      java.util.Collections.reverse(found);
    }
    return Lists.page(input, "SecretList", found);
  }

  private Map<String, ?> update(EngineCall call) {
    Structure input = call.input();
    Structure secret = secrets.primary(input.text("SecretId"));
    if (secret.instant("DeletedDate") != null) {
      throw SecretErrors.request(
          "You can't perform this operation on the secret because it was marked for deletion.");
    }
    Map<String, Object> value = values.value(input);
    String token = SecretValues.token(input);
    Map<String, Object> changed = new HashMap<>();
    String description = input.text("Description");
    String key = input.text("KmsKeyId");
    if (description != null) {
      changed.put("Description", description);
    }
    if (key != null) {
      changed.put("KmsKeyId", key);
    }
    changed.put("LastChangedDate", secrets.now());
    boolean repeated = value != null && SecretValues.isRepeated(secret, token, value);
    Structure now = secrets.edit(secret, changed);
    if (value != null && !repeated) {
      values.store(now, token, value, List.of(Secrets.CURRENT));
    }
    return named(secret).with("VersionId", value == null ? null : token);
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure input = call.input();
    Long days = input.longInteger("RecoveryWindowInDays");
    boolean force = Boolean.TRUE.equals(input.bool("ForceDeleteWithoutRecovery"));
    if (days != null && (days < 7 || days > 30)) {
      throw SecretErrors.parameter(
          "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
    }
    if (days != null && force) {
      throw SecretErrors.parameter(
          "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
    }
    String id = String.valueOf(input.text("SecretId"));
    if (force && secrets.find(id) == null) {
      String name = id.substring(id.lastIndexOf(':') + 1);
      return Params.of("ARN", secrets.newArn(name), "Name", name, "DeletionDate", secrets.now());
    }
    Structure secret = secrets.primary(id);
    List<String> regions =
        secret.structures("Replicas").stream()
            .map(replica -> String.valueOf(replica.text("Region")))
            .toList();
    if (!regions.isEmpty()) {
      throw SecretErrors.parameter(
          "You can't delete secret "
              + id
              + " that still has replica regions ["
              + String.join(",", regions)
              + "]");
    }
    if (force) {
      secrets.remove(String.valueOf(secret.text("Name")));
      return named(secret).with("DeletionDate", secrets.now());
    }
    if (secret.instant("DeletedDate") != null) {
      throw SecretErrors.deleted();
    }
    Instant end = secrets.now().plus(Duration.ofDays(days == null ? 30 : days));
    secrets.edit(secret, Map.of("DeletedDate", end));
    return named(secret).with("DeletionDate", end);
  }

  private static Map<String, @Nullable Object> nothing(String member) {
    Map<String, @Nullable Object> changed = new HashMap<>();
    changed.put(member, null);
    return changed;
  }

  private Map<String, ?> restore(EngineCall call) {
    Structure secret = secrets.primary(call.input().text("SecretId"));
    secrets.edit(secret, nothing("DeletedDate"));
    return named(secret);
  }

  private Map<String, ?> tag(EngineCall call) {
    Structure secret = secrets.editable(call.input().text("SecretId"));
    Map<String, Structure> tags = new LinkedHashMap<>();
    secret.structures("Tags").forEach(tag -> tags.put(String.valueOf(tag.text("Key")), tag));
    call.input().structures("Tags").forEach(tag -> tags.put(String.valueOf(tag.text("Key")), tag));
    secrets.edit(secret, Map.of("Tags", List.copyOf(tags.values()), "HasTags", true));
    return Map.of();
  }

  private Map<String, ?> untag(EngineCall call) {
    Structure secret = secrets.editable(call.input().text("SecretId"));
    List<String> gone = call.input().texts("TagKeys");
    secrets.edit(
        secret,
        Map.of(
            "Tags",
            secret.structures("Tags").stream()
                .filter(tag -> !gone.contains(String.valueOf(tag.text("Key"))))
                .toList()));
    return Map.of();
  }

  private static boolean isJson(String policy) {
    try {
      return Json.read(policy) instanceof Map;
    } catch (Boto4jException | IllegalArgumentException e) {
      return false;
    }
  }

  private Map<String, ?> putPolicy(EngineCall call) {
    Structure secret = secrets.editable(call.input().text("SecretId"));
    String policy = String.valueOf(call.input().text("ResourcePolicy"));
    if (policy.trim().startsWith("{") && !isJson(policy)) {
      throw new EngineException(
          "MalformedPolicyDocumentException", "This resource policy contains invalid JSON.");
    }
    boolean open =
        policy.replace(" ", "").matches("(?s).*\"Principal\":(\"\\*\"|\\{\"AWS\":\"\\*\").*");
    if (open && Boolean.TRUE.equals(call.input().bool("BlockPublicPolicy"))) {
      throw new EngineException(
          "PublicPolicyException",
          "You attempted to attach a resource policy that allows broad access to the secret.");
    }
    secrets.edit(secret, Map.of("Policy", policy));
    return named(secret);
  }

  private Map<String, ?> getPolicy(EngineCall call) {
    Structure secret = secrets.primary(call.input().text("SecretId"));
    return named(secret).with("ResourcePolicy", secret.text("Policy"));
  }

  private Map<String, ?> deletePolicy(EngineCall call) {
    Structure secret = secrets.editable(call.input().text("SecretId"));
    secrets.edit(secret, nothing("Policy"));
    return named(secret);
  }

  private Map<String, ?> validatePolicy(EngineCall call) {
    boolean valid = isJson(String.valueOf(call.input().text("ResourcePolicy")));
    return Params.of(
        "PolicyValidationPassed",
        valid,
        "ValidationErrors",
        valid
            ? List.of()
            : List.of(
                Params.of(
                    "CheckName", "POLICY_SYNTAX",
                    "ErrorMessage", "This resource policy contains invalid JSON.")));
  }

  private void checkReplicas(Structure input) {
    for (Structure replica : input.structures("AddReplicaRegions")) {
      if (secrets.context.region().equals(replica.text("Region"))) {
        throw SecretErrors.parameter("Invalid replica region.");
      }
    }
  }

  private Structure addReplicas(Structure secret, Structure input) {
    String name = String.valueOf(secret.text("Name"));
    boolean force = Boolean.TRUE.equals(input.bool("ForceOverwriteReplicaSecret"));
    List<Object> replicas = new ArrayList<>(secret.structures("Replicas"));
    for (Structure wanted : input.structures("AddReplicaRegions")) {
      String region = String.valueOf(wanted.text("Region"));
      String key = wanted.text("KmsKeyId");
      Secrets there = secrets.in(region);
      boolean taken = there.byName(name) != null && !force;
      if (!taken) {
        String arn =
            String.valueOf(secret.text("ARN"))
                .replace(":" + secrets.context.region() + ":", ":" + region + ":");
        there.put(
            name,
            Params.of(
                "ARN",
                arn,
                "Name",
                name,
                "PrimaryRegion",
                secrets.context.region(),
                "CreatedDate",
                secrets.now()));
      }
      replicas.add(
          Params.of(
              "Region", region,
              "KmsKeyId", key == null ? DEFAULT_KEY : key,
              "Status", taken ? "Failed" : "InSync",
              "StatusMessage",
                  taken
                      ? "Replication failed: Secret name simple already exists in region "
                          + region
                          + "."
                      : "Replication succeeded"));
    }
    return secrets.edit(secret, Map.of("Replicas", replicas));
  }

  private Map<String, ?> replicate(EngineCall call) {
    Structure secret = secrets.editable(call.input().text("SecretId"));
    checkReplicas(call.input());
    Structure now = addReplicas(secret, call.input());
    return Params.of("ARN", secret.text("ARN"), "ReplicationStatus", now.structures("Replicas"));
  }

  private Map<String, ?> removeRegions(EngineCall call) {
    Structure secret = secrets.editable(call.input().text("SecretId"));
    List<String> regions = call.input().texts("RemoveReplicaRegions");
    List<Structure> left = new ArrayList<>();
    for (Structure replica : secret.structures("Replicas")) {
      String region = String.valueOf(replica.text("Region"));
      if (!regions.contains(region)) {
        left.add(replica);
      } else if ("InSync".equals(replica.text("Status"))) {
        secrets.in(region).remove(String.valueOf(secret.text("Name")));
      }
    }
    secrets.edit(secret, Map.of("Replicas", left));
    return Params.of("ARN", secret.text("ARN"), "ReplicationStatus", left);
  }

  /** The replica becomes a secret of its own. */
  private Map<String, ?> stopReplication(EngineCall call) {
    Structure replica = secrets.get(call.input().text("SecretId"));
    if (!Boolean.TRUE.equals(replica.bool("IsReplica"))) {
      throw SecretErrors.request("You can only stop replication of a replica secret.");
    }
    String primary = String.valueOf(replica.text("PrimaryRegion"));
    String name = String.valueOf(replica.text("Name"));
    Map<String, Object> own = new LinkedHashMap<>(replica);
    own.remove("PrimaryRegion");
    own.remove("IsReplica");
    own.remove("Replicas");
    secrets.put(name, own);
    Secrets there = secrets.in(primary);
    Structure source = there.byName(name);
    if (source != null) {
      there.edit(
          source,
          Map.of(
              "Replicas",
              source.structures("Replicas").stream()
                  .filter(each -> !secrets.context.region().equals(each.text("Region")))
                  .toList()));
    }
    return Params.of("ARN", replica.text("ARN"));
  }
}
