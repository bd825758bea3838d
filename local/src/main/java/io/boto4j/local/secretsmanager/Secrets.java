package io.boto4j.local.secretsmanager;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.Partition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The secrets of an account in a region, by name. */
final class Secrets {
  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";
  static final String PENDING = "AWSPENDING";

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  final EngineContext context;
  private final MVMap<String, Object> map;

  Secrets(EngineContext context) {
    this.context = context;
    this.map = context.store().map("secrets");
  }

  /** The secrets of another region. */
  Secrets in(String region) {
    return new Secrets(context.world(context.account(), region));
  }

  Instant now() {
    return context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  String newArn(String name) {
    StringBuilder arn = new StringBuilder(arn(context.region(), name)).append('-');
    for (int i = 0; i < 6; i++) {
      arn.append(LETTERS.charAt(context.random().nextInt(LETTERS.length())));
    }
    return arn.toString();
  }

  String arn(String region, String name) {
    return "arn:"
        + Partition.of(region)
        + ":secretsmanager:"
        + region
        + ":"
        + context.account()
        + ":secret:"
        + name;
  }

  @SuppressWarnings("unchecked") // Only this class writes the map.
  private @Nullable Structure stored(String name) {
    if (!(map.get(name) instanceof Map<?, ?> document)) {
      return null;
    }
    Structure secret = Structures.of((Map<String, ?>) document);
    Instant end = secret.instant("DeletedDate");
    return end != null && !end.isAfter(now()) ? null : secret;
  }

  /** A secret by name; a replica shows what the primary secret has. */
  @Nullable Structure byName(String name) {
    Structure secret = stored(name);
    String primary = secret == null ? null : secret.text("PrimaryRegion");
    if (secret == null || primary == null || primary.equals(context.region())) {
      return secret;
    }
    Structure source = in(primary).stored(name);
    if (source == null) {
      return secret;
    }
    Map<String, Object> view = new LinkedHashMap<>(source);
    view.put("ARN", String.valueOf(secret.text("ARN")));
    view.put("PrimaryRegion", primary);
    view.put("IsReplica", true);
    return Structures.of(view);
  }

  /** A secret by name, ARN, or ARN without the last six characters. */
  @Nullable Structure find(@Nullable String id) {
    String given = String.valueOf(id);
    int at = given.indexOf(":secret:");
    if (!given.startsWith("arn:") || at < 0) {
      return byName(given);
    }
    String name = given.substring(at + ":secret:".length());
    Structure partial = byName(name);
    if (partial != null) {
      return partial;
    }
    Structure full = name.length() > 7 ? byName(name.substring(0, name.length() - 7)) : null;
    return full != null && given.equals(full.text("ARN")) ? full : null;
  }

  Structure get(@Nullable String id) {
    Structure secret = find(id);
    if (secret == null) {
      throw SecretErrors.notFound();
    }
    return secret;
  }

  /** A secret that may be changed: not a replica, and not marked deleted. */
  Structure editable(@Nullable String id) {
    Structure secret = primary(id);
    if (secret.instant("DeletedDate") != null) {
      throw SecretErrors.deleted();
    }
    return secret;
  }

  Structure primary(@Nullable String id) {
    Structure secret = get(id);
    if (Boolean.TRUE.equals(secret.bool("IsReplica"))) {
      throw SecretErrors.parameter(
          "Operation not permitted on a replica secret. Call must be made in primary secret's"
              + " region.");
    }
    return secret;
  }

  List<Structure> all() {
    List<Structure> all = new ArrayList<>();
    for (String name : map.keySet()) {
      Structure secret = byName(name);
      if (secret != null) {
        all.add(secret);
      }
    }
    all.sort(
        java.util.Comparator.comparing(
            secret -> {
              Instant created = secret.instant("CreatedDate");
              return created == null ? Instant.EPOCH : created;
            }));
    return all;
  }

  void put(String name, Map<String, ?> secret) {
    map.put(name, new LinkedHashMap<>(secret));
  }

  void remove(String name) {
    map.remove(name);
  }

  /** Changes members; null removes one. */
  Structure edit(Structure secret, Map<String, ?> members) {
    Map<String, Object> changed = new LinkedHashMap<>(secret);
    members.forEach(
        (name, value) -> {
          if (value == null) {
            changed.remove(name);
          } else {
            changed.put(name, value);
          }
        });
    map.put(String.valueOf(secret.text("Name")), changed);
    return Structures.of(changed);
  }

  /** The id of the version that has a stage, or null. */
  static @Nullable String versionOf(Structure secret, String stage) {
    Structure versions = secret.map("Versions");
    for (String id : versions.keySet()) {
      if (versions.texts(id, "Stages").contains(stage)) {
        return id;
      }
    }
    return null;
  }
}
