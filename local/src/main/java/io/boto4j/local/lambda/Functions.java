package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.Partition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The functions of an account in a region, their versions and aliases.
 *
 * <p>A function has the number of its last version, tags and a reserved concurrency. A version has
 * the configuration that callers see and the place of its code. Functions that were registered in
 * code are in every world, and are stored when they are first changed.
 */
final class Functions {
  private static final DateTimeFormatter MODIFIED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);

  final EngineContext context;
  private final MVMap<String, Object> functions;
  private final MVMap<String, Object> versions;
  private final MVMap<String, Object> aliases;
  private final MVMap<String, Object> code;

  Functions(EngineContext context, Set<String> registered) {
    this.context = context;
    this.functions = context.store().map("functions");
    this.versions = context.store().map("versions");
    this.aliases = context.store().map("aliases");
    this.code = context.store().map("code");
    for (String name : registered) {
      if (!functions.containsKey(name)) {
        context.store().write(() -> addRegistered(name));
      }
    }
  }

  private void addRegistered(String name) {
    functions.put(name, Map.of("FunctionName", name, "LastVersion", 0));
    putVersion(name, FunctionId.LATEST, RegisteredFunction.configuration(this, name), Map.of());
  }

  // Names, times and ids

  String arn(String resource) {
    return "arn:"
        + Partition.of(context.region())
        + ":lambda:"
        + context.region()
        + ":"
        + context.account()
        + ":"
        + resource;
  }

  String arn(String name, @Nullable String qualifier) {
    return arn("function:" + name + (qualifier == null ? "" : ":" + qualifier));
  }

  Instant now() {
    return context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  String timestamp() {
    return MODIFIED.format(now());
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  // Functions

  static Structure structure(@Nullable Object document) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (document instanceof Map<?, ?> map) {
      map.forEach((name, value) -> members.put(String.valueOf(name), value));
    }
    return Structures.of(members);
  }

  @Nullable Structure find(String name) {
    Object stored = functions.get(name);
    return stored == null ? null : structure(stored);
  }

  /** A function, whatever version is meant. */
  Structure get(FunctionId id) {
    Structure function = find(id.name());
    if (function == null) {
      throw LambdaErrors.noFunction(arn(id.name(), id.qualifier()));
    }
    return function;
  }

  List<String> names() {
    return List.copyOf(functions.keySet());
  }

  void put(String name, Map<String, ?> function) {
    functions.put(name, new LinkedHashMap<>(function));
  }

  /** Changes members of a function; null removes one. */
  void edit(String name, String member, @Nullable Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(structure(functions.get(name)));
    if (value == null) {
      changed.remove(member);
    } else {
      changed.put(member, value);
    }
    functions.put(name, changed);
  }

  void remove(String name) {
    functions.remove(name);
    under(versions, name).forEach(versions::remove);
    under(aliases, name).forEach(aliases::remove);
    collect();
  }

  /** The keys that begin with a name and a slash, in their order. */
  static List<String> under(MVMap<String, Object> map, String name) {
    List<String> keys = new ArrayList<>();
    String prefix = name + "/";
    for (var each = map.keyIterator(prefix); each.hasNext(); ) {
      String key = each.next();
      if (!key.startsWith(prefix)) {
        break;
      }
      keys.add(key);
    }
    return keys;
  }

  // Versions

  private static String key(String name, String version) {
    return name
        + "/"
        + (FunctionId.isNumber(version) ? "0".repeat(Math.max(0, 10 - version.length())) : "")
        + version;
  }

  @Nullable Structure version(String name, String version) {
    Object stored = versions.get(key(name, version));
    return stored == null ? null : structure(stored);
  }

  Structure latest(String name) {
    return Objects.requireNonNull(version(name, FunctionId.LATEST), name);
  }

  List<Structure> versions(String name) {
    List<Structure> all = new ArrayList<>();
    for (String key : under(versions, name)) {
      all.add(structure(versions.get(key)));
    }
    return all;
  }

  void putVersion(
      String name, String version, Map<String, ?> configuration, Map<String, ?> source) {
    versions.put(
        key(name, version),
        Map.of(
            "Configuration", new LinkedHashMap<>(configuration),
            "Source", new LinkedHashMap<>(source)));
  }

  void removeVersion(String name, String version) {
    versions.remove(key(name, version));
    collect();
  }

  /** A version by qualifier, which may be an alias. An alias with weights chooses at random. */
  Structure resolve(FunctionId id) {
    get(id);
    String qualifier = id.qualifier() == null ? FunctionId.LATEST : id.qualifier();
    Structure alias = alias(id.name(), qualifier);
    Structure version = version(id.name(), alias == null ? qualifier : target(alias));
    if (version == null) {
      throw LambdaErrors.noFunction(arn(id.name(), id.qualifier()));
    }
    return version;
  }

  private String target(Structure alias) {
    double chance = context.random().nextDouble();
    Structure weights = alias.map("RoutingConfig", "AdditionalVersionWeights");
    for (String version : weights.keySet()) {
      Double weight = weights.real(version);
      chance -= weight == null ? 0 : weight;
      if (chance < 0) {
        return version;
      }
    }
    return text(alias, "FunctionVersion");
  }

  /** Checks that a function has a version or alias. */
  void checkQualifier(FunctionId id) {
    get(id);
    String qualifier = id.qualifier();
    if (qualifier == null
        || alias(id.name(), qualifier) != null
        || version(id.name(), qualifier) != null) {
      return;
    }
    throw FunctionId.isNumber(qualifier) || qualifier.equals(FunctionId.LATEST)
        ? LambdaErrors.noFunction(arn(id.name(), qualifier))
        : LambdaErrors.notFound("Cannot find alias arn: " + arn(id.name(), qualifier));
  }

  // Aliases

  @Nullable Structure alias(String name, String alias) {
    Object stored = aliases.get(name + "/" + alias);
    return stored == null ? null : structure(stored);
  }

  List<Structure> aliases(String name) {
    List<Structure> all = new ArrayList<>();
    for (String key : under(aliases, name)) {
      all.add(structure(aliases.get(key)));
    }
    return all;
  }

  void putAlias(String name, String alias, Map<String, ?> members) {
    aliases.put(name + "/" + alias, new LinkedHashMap<>(members));
  }

  void removeAlias(String name, String alias) {
    aliases.remove(name + "/" + alias);
  }

  // Code

  /** Keeps an archive, and returns the key that finds it. */
  String keep(byte[] archive) {
    String key = HexFormat.of().formatHex(Archives.sha256(archive));
    code.put(key, archive);
    return key;
  }

  byte[] archive(String key) {
    if (code.get(key) instanceof byte[] archive) {
      return archive;
    }
    throw new EngineException("ServiceException", "The code of the function is missing");
  }

  /** Removes archives that no version has. */
  private void collect() {
    List<String> used = new ArrayList<>();
    versions.values().forEach(v -> used.add(String.valueOf(structure(v).text("Source", "Key"))));
    for (String key : List.copyOf(code.keySet())) {
      if (!used.contains(key)) {
        code.remove(key);
      }
    }
  }

  static String text(Structure structure, String name, String... path) {
    return String.valueOf(structure.text(name, path));
  }
}
