package io.boto4j.local.kms;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Aliases of keys. */
final class Aliases {
  /** The aliases of the keys that AWS manages. */
  static final List<String> RESERVED =
      List.of(
          "alias/aws/acm",
          "alias/aws/dynamodb",
          "alias/aws/ebs",
          "alias/aws/elasticfilesystem",
          "alias/aws/es",
          "alias/aws/glue",
          "alias/aws/kinesisvideo",
          "alias/aws/lambda",
          "alias/aws/rds",
          "alias/aws/redshift",
          "alias/aws/s3",
          "alias/aws/secretsmanager",
          "alias/aws/ssm",
          "alias/aws/xray");

  private final Keys keys;

  Aliases(Keys keys) {
    this.keys = keys;
  }

  void register(OperationTable table) {
    table.write("CreateAlias", call -> set(call, false));
    table.write("UpdateAlias", call -> set(call, true));
    table.write("DeleteAlias", this::delete);
    table.read("ListAliases", this::list);
  }

  private static void check(String name) {
    if (!name.startsWith("alias/")) {
      throw KmsErrors.validation("Invalid identifier");
    }
    if (RESERVED.contains(name) || name.startsWith("alias/aws/")) {
      throw new EngineException("NotAuthorizedException", "");
    }
    if (name.contains(":")) {
      throw KmsErrors.validation(name + " contains invalid characters for an alias");
    }
    if (!name.matches("[a-zA-Z0-9:/_-]+")) {
      throw KmsErrors.validation(
          "1 validation error detected: Value '"
              + name
              + "' at 'aliasName' failed to satisfy constraint: Member must satisfy regular"
              + " expression pattern: ^[a-zA-Z0-9:/_-]+$");
    }
  }

  private Structure require(String name) {
    Structure alias = Keys.find(keys.aliases, name);
    if (alias == null) {
      throw KmsErrors.notFound("Alias " + keys.arn(name) + " is not found.");
    }
    return alias;
  }

  private Map<String, ?> set(EngineCall call, boolean update) {
    String name = String.valueOf(call.input().text("AliasName"));
    check(name);
    String target = String.valueOf(call.input().text("TargetKeyId"));
    if (target.startsWith("alias/") || target.contains(":alias/")) {
      throw KmsErrors.validation("Aliases must refer to keys. Not aliases");
    }
    Structure key = keys.key(target);
    Params alias =
        Params.of(
            "TargetKeyId", key.text("KeyId"),
            "CreationDate", keys.now(),
            "LastUpdatedDate", keys.now());
    if (update) {
      Structure old = require(name);
      Structure oldKey = Keys.find(keys.keys, old.text("TargetKeyId"));
      if (oldKey != null && !String.valueOf(oldKey.text("KeyUsage")).equals(key.text("KeyUsage"))) {
        throw KmsErrors.invalidState(
            "An alias cannot be updated to a key of another type or usage.");
      }
      alias = alias.with("CreationDate", old.instant("CreationDate"));
    } else if (keys.aliases.containsKey(name)) {
      throw new EngineException(
          "AlreadyExistsException", "An alias with the name " + keys.arn(name) + " already exists");
    }
    keys.aliases.put(name, new LinkedHashMap<>(alias));
    return Map.of();
  }

  private Map<String, ?> delete(EngineCall call) {
    String name = String.valueOf(call.input().text("AliasName"));
    if (!name.startsWith("alias/")) {
      throw KmsErrors.validation("Invalid identifier");
    }
    require(name);
    keys.aliases.remove(name);
    return Map.of();
  }

  private Map<String, ?> list(EngineCall call) {
    String wanted = call.input().text("KeyId");
    String id = wanted == null ? null : keys.keyOrAlias(wanted).text("KeyId");
    List<Params> all = new ArrayList<>();
    for (String name : keys.aliases.keySet()) {
      Structure alias = require(name);
      if (id == null || id.equals(alias.text("TargetKeyId"))) {
        all.add(view(name).with("TargetKeyId", alias.text("TargetKeyId")));
      }
    }
    if (id == null) {
      RESERVED.stream()
          .filter(name -> !keys.aliases.containsKey(name))
          .forEach(name -> all.add(view(name)));
    }
    return Pages.of(call.input(), "Aliases", all, 50);
  }

  private Params view(String name) {
    return Params.of("AliasName", name, "AliasArn", keys.arn(name));
  }
}
