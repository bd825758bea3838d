package io.boto4j.local.kms;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.Partition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The keys, aliases and grants of an account in a region. */
final class Keys {
  private static final Pattern ID =
      Pattern.compile(
          "(?i)(mrk-[a-f0-9]{32}"
              + "|(mrk-)?[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})");

  final EngineContext context;
  final MVMap<String, Object> keys;
  final MVMap<String, Object> aliases;
  final MVMap<String, Object> grants;

  Keys(EngineContext context) {
    this.context = context;
    this.keys = context.store().map("keys");
    this.aliases = context.store().map("aliases");
    this.grants = context.store().map("grants");
  }

  Instant now() {
    return context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  String arn(String name) {
    return "arn:"
        + Partition.of(context.region())
        + ":kms:"
        + context.region()
        + ":"
        + context.account()
        + ":"
        + name;
  }

  @SuppressWarnings("unchecked") // Only this package writes the maps.
  static @Nullable Structure find(MVMap<String, Object> map, @Nullable String key) {
    return key != null && map.get(key) instanceof Map<?, ?> document
        ? Structures.of((Map<String, ?>) document)
        : null;
  }

  List<Structure> all() {
    List<Structure> all = new ArrayList<>();
    for (String id : keys.keySet()) {
      Structure key = find(keys, id);
      if (key != null) {
        all.add(key);
      }
    }
    return all;
  }

  /** The key of an id or ARN, but not of an alias. */
  Structure key(@Nullable String name) {
    String given = String.valueOf(name);
    String id = given;
    if (given.startsWith("arn:")) {
      int slash = given.indexOf(":key/");
      if (slash < 0) {
        throw new EngineException(
            given.contains(":alias/") ? "ValidationException" : "NotFoundException",
            given.contains(":alias/") ? "Invalid keyId " + given : "Invalid arn " + given);
      }
      String place = given.substring(0, slash + 1);
      if (!place.equals(arn(""))) {
        Structure elsewhere = elsewhere(given);
        if (elsewhere != null) {
          return elsewhere;
        }
      }
      id = given.substring(slash + ":key/".length());
    } else if (!ID.matcher(given).matches()) {
      throw KmsErrors.notFound("Invalid keyId " + given);
    }
    Structure found = find(keys, id);
    if (found == null) {
      String arn = given.startsWith("arn:") ? given : arn("key/" + id);
      throw KmsErrors.notFound("Key '" + arn + "' does not exist");
    }
    return found;
  }

  /** A key of another account, which its policy may share. Its region must be this one. */
  private @Nullable Structure elsewhere(String arn) {
    String[] parts = arn.split(":", 6);
    if (parts.length != 6 || !parts[3].equals(context.region())) {
      return null;
    }
    if (parts[4].equals(context.account()) || !parts[4].matches("\\d{12}")) {
      return null;
    }
    Keys others = new Keys(context.world(parts[4], context.region()));
    return find(others.keys, parts[5].substring("key/".length()));
  }

  /** The key of an id, an ARN or an alias. */
  Structure keyOrAlias(@Nullable String name) {
    String given = String.valueOf(name);
    String alias = null;
    if (given.startsWith("alias/")) {
      alias = given;
    } else if (given.startsWith("arn:") && given.contains(":alias/")) {
      alias = given.substring(given.indexOf(":alias/") + 1);
    }
    if (alias == null) {
      return key(given);
    }
    Structure found = find(aliases, alias);
    if (found == null) {
      String arn = given.startsWith("arn:") ? given : arn(given);
      throw KmsErrors.notFound("Alias " + arn + " is not found.");
    }
    return key(found.text("TargetKeyId"));
  }

  /** A key that can be used for cryptography now. */
  Structure usable(@Nullable String name, String usage, String purpose) {
    Structure key = keyOrAlias(name);
    checkUsable(key, usage, purpose);
    return key;
  }

  static void checkUsable(Structure key, String usage, String purpose) {
    String arn = key.text("Arn");
    String state = String.valueOf(key.text("KeyState"));
    switch (state) {
      case "Enabled" -> {}
      case "Disabled" -> throw new EngineException("DisabledException", arn + " is disabled.");
      case "PendingDeletion" -> throw KmsErrors.invalidState(arn + " is pending deletion.");
      case "PendingImport" -> throw KmsErrors.invalidState(arn + " is pending import.");
      default -> throw KmsErrors.invalidState(arn + " is in state " + state + ".");
    }
    if (!usage.equals(key.text("KeyUsage"))) {
      throw KmsErrors.invalidUsage(
          arn
              + " key usage is "
              + key.text("KeyUsage")
              + " which is not valid for "
              + purpose
              + ".");
    }
  }

  /** The key as the request names it: by ARN if it gave an ARN, otherwise by id. */
  static @Nullable String named(Structure key, Structure input) {
    String given = String.valueOf(input.text("KeyId"));
    return key.text(given.startsWith("arn:") && given.contains(":key/") ? "Arn" : "KeyId");
  }

  static KeySpec spec(Structure key) {
    return KeySpec.valueOf(String.valueOf(key.text("KeySpec")));
  }

  /** The newest material of a key is the last one. */
  static int current(Structure key) {
    return key.structures("Materials").size() - 1;
  }

  static Material material(Structure key, int number) {
    List<Structure> all = key.structures("Materials");
    if (number < 0 || number >= all.size()) {
      throw KmsErrors.invalidCiphertext();
    }
    byte[] secret = all.get(number).bytes("Secret");
    byte[] open = all.get(number).bytes("Public");
    if (secret == null) {
      throw KmsErrors.invalidState(key.text("Arn") + " is pending import.");
    }
    return new Material(secret, open == null ? new byte[0] : open);
  }

  static Material material(Structure key) {
    return material(key, current(key));
  }

  static @Nullable String materialId(Structure key, int number) {
    List<Structure> all = key.structures("Materials");
    return number < 0 || number >= all.size() ? null : all.get(number).text("Id");
  }

  Structure edit(Structure key, Map<String, ?> members) {
    Map<String, Object> changed = new LinkedHashMap<>(key);
    members.forEach(
        (name, value) -> {
          if (value == null) {
            changed.remove(name);
          } else {
            changed.put(name, value);
          }
        });
    keys.put(String.valueOf(key.text("KeyId")), changed);
    return Structures.of(changed);
  }
}
