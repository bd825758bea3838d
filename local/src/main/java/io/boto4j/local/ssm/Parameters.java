package io.boto4j.local.ssm;

import io.boto4j.Json;
import io.boto4j.Params;
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

/** The parameters of an account in a region, by name, each with its versions. */
final class Parameters {
  final EngineContext context;
  private final MVMap<String, Object> map;

  Parameters(EngineContext context) {
    this.context = context;
    this.map = context.store().map("parameters");
  }

  Instant now() {
    return context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  String arn(String name) {
    return "arn:"
        + Partition.of(context.region())
        + ":ssm:"
        + context.region()
        + ":"
        + context.account()
        + ":parameter/"
        + (name.startsWith("/") ? name.substring(1) : name);
  }

  /** A name without a path may be written with a slash or without. */
  static String key(String name) {
    String plain = name;
    if (plain.startsWith("arn:") && plain.contains(":parameter/")) {
      plain = plain.substring(plain.indexOf(":parameter/") + ":parameter".length());
    }
    String stripped = plain.startsWith("/") ? plain.substring(1) : plain;
    return stripped.indexOf('/') >= 0 ? plain : stripped;
  }

  @SuppressWarnings("unchecked") // Only this class writes the map.
  @Nullable Structure find(String name) {
    if (!(map.get(key(name)) instanceof Map<?, ?> document)) {
      return null;
    }
    Structure parameter = Structures.of((Map<String, ?>) document);
    Instant end = expiration(newest(parameter));
    return end != null && !end.isAfter(now()) ? null : parameter;
  }

  /** The end that a policy of the parameter sets. */
  private static @Nullable Instant expiration(Structure version) {
    String policies = version.text("Policies");
    if (policies == null || !policies.contains("Expiration")) {
      return null;
    }
    if (Json.read(policies) instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> policy
            && "Expiration".equals(policy.get("Type"))
            && policy.get("Attributes") instanceof Map<?, ?> attributes
            && attributes.get("Timestamp") instanceof String timestamp) {
          return Instant.parse(timestamp);
        }
      }
    }
    return null;
  }

  Structure get(String name) {
    Structure parameter = find(name);
    if (parameter == null) {
      throw SsmErrors.noParameter("Parameter " + name + " not found.");
    }
    return parameter;
  }

  List<Structure> all() {
    List<Structure> all = new ArrayList<>();
    for (String name : map.keySet()) {
      Structure parameter = find(name);
      if (parameter != null) {
        all.add(parameter);
      }
    }
    return all;
  }

  void put(String name, List<?> versions, List<?> tags) {
    map.put(
        key(name),
        new LinkedHashMap<>(Params.of("Name", name, "Versions", versions, "Tags", tags)));
  }

  void edit(Structure parameter, String member, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(parameter);
    changed.put(member, value);
    map.put(key(String.valueOf(parameter.text("Name"))), changed);
  }

  boolean remove(String name) {
    boolean present = find(name) != null;
    map.remove(key(name));
    return present;
  }

  static Structure newest(Structure parameter) {
    List<Structure> versions = parameter.structures("Versions");
    return versions.get(versions.size() - 1);
  }

  static @Nullable Structure version(Structure parameter, long number) {
    for (Structure version : parameter.structures("Versions")) {
      Long its = version.longInteger("Version");
      if (its != null && its == number) {
        return version;
      }
    }
    return null;
  }

  static @Nullable Structure labelled(Structure parameter, String label) {
    for (Structure version : parameter.structures("Versions")) {
      if (version.texts("Labels").contains(label)) {
        return version;
      }
    }
    return null;
  }
}
