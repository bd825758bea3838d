package io.boto4j.local.kms;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Grants, which are stored. */
final class Grants {
  private final Keys keys;

  Grants(Keys keys) {
    this.keys = keys;
  }

  void register(OperationTable table) {
    table.write("CreateGrant", this::create);
    table.read("ListGrants", this::list);
    table.read("ListRetirableGrants", this::listRetirable);
    table.write("RevokeGrant", this::revoke);
    table.write("RetireGrant", this::retire);
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    Structure key = keys.key(input.text("KeyId"));
    Encryption.checkDryRun(input);
    String name = input.text("Name");
    Params grant =
        Params.of(
            "KeyId", key.text("Arn"),
            "Name", name,
            "GranteePrincipal", input.text("GranteePrincipal"),
            "RetiringPrincipal", input.text("RetiringPrincipal"),
            "IssuingAccount", "arn:aws:iam::" + keys.context.account() + ":root",
            "Operations", input.texts("Operations"),
            "Constraints", input.structure("Constraints"));
    for (Structure old : all(key)) {
      if (name != null
          && name.equals(old.text("Name"))
          && String.valueOf(grant.get("GranteePrincipal")).equals(old.text("GranteePrincipal"))
          && input.texts("Operations").equals(old.texts("Operations"))) {
        // A second request with the same name and content is a retry.
        return Params.of("GrantId", old.text("GrantId"), "GrantToken", old.text("Token"));
      }
    }
    String id = HexFormat.of().formatHex(Material.random(32));
    String token = Base64.getEncoder().encodeToString(Material.random(96));
    grant = grant.with("GrantId", id).with("Token", token).with("CreationDate", keys.now());
    keys.grants.put(id, new LinkedHashMap<>(grant));
    return Params.of("GrantId", id, "GrantToken", token);
  }

  private List<Structure> all(@Nullable Structure key) {
    List<Structure> all = new ArrayList<>();
    for (String id : keys.grants.keySet()) {
      Structure grant = Keys.find(keys.grants, id);
      if (grant != null
          && (key == null || String.valueOf(key.text("Arn")).equals(grant.text("KeyId")))) {
        all.add(grant);
      }
    }
    return all;
  }

  private static Params view(Structure grant) {
    String arn = String.valueOf(grant.text("KeyId"));
    return Params.copyOf(grant)
        .without("Token")
        .with("KeyId", arn.substring(arn.indexOf(":key/") + ":key/".length()));
  }

  private Map<String, ?> list(EngineCall call) {
    Structure input = call.input();
    String id = input.text("GrantId");
    String grantee = input.text("GranteePrincipal");
    List<Params> found = new ArrayList<>();
    for (Structure grant : all(keys.key(input.text("KeyId")))) {
      if ((id == null || id.equals(grant.text("GrantId")))
          && (grantee == null || grantee.equals(grant.text("GranteePrincipal")))) {
        found.add(view(grant));
      }
    }
    return Pages.of(input, "Grants", found, 50);
  }

  private Map<String, ?> listRetirable(EngineCall call) {
    String principal = String.valueOf(call.input().text("RetiringPrincipal"));
    return Pages.of(
        call.input(),
        "Grants",
        all(null).stream()
            .filter(grant -> principal.equals(grant.text("RetiringPrincipal")))
            .map(Grants::view)
            .toList(),
        50);
  }

  private Structure require(Structure key, @Nullable String id) {
    Structure grant = Keys.find(keys.grants, id);
    if (grant == null || !String.valueOf(key.text("Arn")).equals(grant.text("KeyId"))) {
      throw KmsErrors.notFound("Grant ID " + id + " not found");
    }
    return grant;
  }

  private Map<String, ?> revoke(EngineCall call) {
    Structure input = call.input();
    Structure grant = require(keys.key(input.text("KeyId")), input.text("GrantId"));
    Encryption.checkDryRun(input);
    keys.grants.remove(String.valueOf(grant.text("GrantId")));
    return Map.of();
  }

  private Map<String, ?> retire(EngineCall call) {
    Structure input = call.input();
    String token = input.text("GrantToken");
    Structure found = null;
    if (token == null) {
      found = require(keys.key(input.text("KeyId")), input.text("GrantId"));
    } else {
      for (Structure grant : all(null)) {
        if (token.equals(grant.text("Token"))) {
          found = grant;
        }
      }
      if (found == null) {
        throw new EngineException("InvalidGrantTokenException", "Invalid grant token.");
      }
    }
    Encryption.checkDryRun(input);
    keys.grants.remove(String.valueOf(found.text("GrantId")));
    return Map.of();
  }
}
