package io.boto4j.local.secretsmanager;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes the values of secrets. */
final class SecretValues {
  private final Secrets secrets;

  SecretValues(Secrets secrets) {
    this.secrets = secrets;
  }

  void register(OperationTable table) {
    table.read("GetSecretValue", this::get);
    table.read("BatchGetSecretValue", this::batchGet);
    table.write("PutSecretValue", this::put);
    table.read("ListSecretVersionIds", this::list);
    table.write("UpdateSecretVersionStage", this::moveStage);
  }

  static String token(Structure input) {
    String token = input.text("ClientRequestToken");
    if (token == null) {
      return UUID.randomUUID().toString();
    }
    if (token.length() < 32 || token.length() > 64) {
      throw SecretErrors.parameter("ClientRequestToken must be 32-64 characters long.");
    }
    return token;
  }

  /** The value of a request, or null if it has none. */
  @Nullable Map<String, Object> value(Structure input) {
    String text = input.text("SecretString");
    byte[] bytes = input.bytes("SecretBinary");
    if (text == null && bytes == null) {
      return null;
    }
    if (text != null && bytes != null) {
      throw SecretErrors.parameter(
          "You can't specify both a binary secret value and a string secret value in the same"
              + " secret.");
    }
    Map<String, Object> value = new LinkedHashMap<>();
    if (text != null) {
      value.put("String", text);
    }
    if (bytes != null) {
      value.put("Binary", bytes);
    }
    value.put("CreatedDate", secrets.now());
    return value;
  }

  /**
   * Whether a version of this token exists with the same value, so that the request is a retry.
   *
   * @throws EngineException if it exists with another value
   */
  static boolean isRepeated(Structure secret, String token, @Nullable Map<String, Object> value) {
    Structure old = secret.map("Versions").structure(token);
    if (old == null || (old.texts("Stages").contains(Secrets.PENDING) && hasNoValue(old))) {
      return false;
    }
    Object text = value == null ? null : value.get("String");
    Object bytes = value == null ? null : value.get("Binary");
    if (Objects.equals(old.text("String"), text)
        && Arrays.equals(old.bytes("Binary"), (byte[]) bytes)) {
      return true;
    }
    throw SecretErrors.exists(
        "You can't use ClientRequestToken "
            + token
            + " because that value is already in use for a version of secret "
            + secret.text("ARN")
            + ".");
  }

  private static boolean hasNoValue(Structure version) {
    return version.text("String") == null && version.bytes("Binary") == null;
  }

  private static Structure version(Structure secret, Structure input) {
    String id = input.text("VersionId");
    String stage = input.text("VersionStage");
    Structure versions = secret.map("Versions");
    if (id != null) {
      Structure version = versions.structure(id);
      if (version == null || hasNoValue(version)) {
        throw SecretErrors.noVersion("VersionId: " + id);
      }
      if (stage != null && !version.texts("Stages").contains(stage)) {
        throw SecretErrors.request(
            "You provided a VersionStage that is not associated to the provided VersionId.");
      }
      return version;
    }
    String wanted = stage == null ? Secrets.CURRENT : stage;
    String found = Secrets.versionOf(secret, wanted);
    Structure version = found == null ? null : versions.structure(found);
    if (version == null || hasNoValue(version)) {
      throw SecretErrors.noVersion("staging label: " + wanted);
    }
    return version;
  }

  private Params get(EngineCall call) {
    Structure secret = secrets.get(call.input().text("SecretId"));
    return value(secret, call.input());
  }

  private Params value(Structure secret, Structure input) {
    if (secret.instant("DeletedDate") != null) {
      throw SecretErrors.deleted();
    }
    Structure version = version(secret, input);
    String id = input.text("VersionId");
    if (id == null) {
      String stage = input.text("VersionStage");
      id = Secrets.versionOf(secret, stage == null ? Secrets.CURRENT : stage);
    }
    return Params.of(
        "ARN", secret.text("ARN"),
        "Name", secret.text("Name"),
        "VersionId", id,
        "SecretBinary", version.bytes("Binary"),
        "SecretString", version.text("String"),
        "VersionStages", version.texts("Stages"),
        "CreatedDate", version.instant("CreatedDate"));
  }

  private Map<String, ?> batchGet(EngineCall call) {
    Structure input = call.input();
    List<String> ids = input.texts("SecretIdList");
    List<Structure> filters = input.structures("Filters");
    if (!ids.isEmpty() && !filters.isEmpty()) {
      throw SecretErrors.parameter(
          "Either 'SecretIdList' or 'Filters' must be provided, but not both.");
    }
    if (input.integer("MaxResults") != null && filters.isEmpty()) {
      throw SecretErrors.parameter(
          "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is"
              + " provided.");
    }
    List<Params> values = new ArrayList<>();
    List<Params> errors = new ArrayList<>();
    Structure nothing = io.boto4j.Structures.of(Map.of());
    for (String id : ids) {
      try {
        values.add(value(secrets.get(id), nothing));
      } catch (EngineException e) {
        errors.add(Params.of("SecretId", id, "ErrorCode", e.code(), "Message", e.serviceMessage()));
      }
    }
    if (ids.isEmpty()) {
      for (Structure secret : secrets.all()) {
        if (Filters.matches(secret, filters) && secret.instant("DeletedDate") == null) {
          values.add(value(secret, nothing));
        }
      }
    }
    return Lists.page(input, "SecretValues", values).with("Errors", errors);
  }

  private Map<String, ?> put(EngineCall call) {
    Structure input = call.input();
    String token = token(input);
    Map<String, Object> value = value(input);
    if (value == null) {
      throw SecretErrors.request("You must provide either SecretString or SecretBinary.");
    }
    Structure secret = secrets.editable(input.text("SecretId"));
    Structure now = secret;
    if (!isRepeated(secret, token, value)) {
      List<String> stages = new ArrayList<>(input.texts("VersionStages"));
      now = store(secret, token, value, stages.isEmpty() ? List.of(Secrets.CURRENT) : stages);
    }
    return Params.of(
        "ARN", now.text("ARN"),
        "Name", now.text("Name"),
        "VersionId", token,
        "VersionStages", now.map("Versions").texts(token, "Stages"));
  }

  /** Adds a version. The first version of a secret is always the current one. */
  Structure store(Structure secret, String token, Map<String, Object> value, List<String> stages) {
    Versions versions = new Versions(secret);
    boolean first = versions.withStage(Secrets.CURRENT) == null;
    versions.add(token, value);
    stages.forEach(stage -> versions.attach(stage, token));
    if (first) {
      versions.attach(Secrets.CURRENT, token);
    }
    return secrets.edit(
        secret, Map.of("Versions", versions.stored(), "LastChangedDate", secrets.now()));
  }

  private Map<String, ?> list(EngineCall call) {
    Structure input = call.input();
    Structure secret = secrets.get(input.text("SecretId"));
    boolean deprecated = Boolean.TRUE.equals(input.bool("IncludeDeprecated"));
    Structure versions = secret.map("Versions");
    List<Params> list = new ArrayList<>();
    for (String id : versions.keySet()) {
      Structure version = versions.map(id);
      if (deprecated || !version.texts("Stages").isEmpty()) {
        list.add(
            Params.of(
                "VersionId", id,
                "VersionStages", version.texts("Stages"),
                "LastAccessedDate", secret.instant("LastAccessedDate"),
                "CreatedDate", version.instant("CreatedDate")));
      }
    }
    return Lists.page(input, "Versions", list)
        .with("ARN", secret.text("ARN"))
        .with("Name", secret.text("Name"));
  }

  private Map<String, ?> moveStage(EngineCall call) {
    Structure input = call.input();
    Structure secret = secrets.editable(input.text("SecretId"));
    String stage = String.valueOf(input.text("VersionStage"));
    String from = input.text("RemoveFromVersionId");
    String to = input.text("MoveToVersionId");
    Versions versions = new Versions(secret);
    for (String id : new String[] {from, to}) {
      if (id != null && !versions.has(id)) {
        throw SecretErrors.parameter("Not a valid version: " + id);
      }
    }
    String holder = versions.withStage(stage);
    if (from != null && !versions.stages(from).contains(stage)) {
      throw SecretErrors.parameter("Version stage " + stage + " not found in version " + from);
    }
    if (from == null && holder != null && to != null && !holder.equals(to)) {
      throw SecretErrors.parameter(
          "The parameter RemoveFromVersionId can't be empty. Staging label "
              + stage
              + " is currently attached to version "
              + holder
              + ", so you must explicitly reference that version in RemoveFromVersionId.");
    }
    if (to == null && Secrets.CURRENT.equals(stage)) {
      throw SecretErrors.parameter(
          "You can only move staging label AWSCURRENT to a different secret version. It can't be"
              + " completely removed.");
    }
    if (to == null) {
      versions.detach(stage);
    } else {
      versions.attach(stage, to);
    }
    secrets.edit(secret, Map.of("Versions", versions.stored(), "LastChangedDate", secrets.now()));
    return Params.of("ARN", secret.text("ARN"), "Name", secret.text("Name"));
  }
}
