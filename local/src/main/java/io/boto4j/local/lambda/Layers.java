package io.boto4j.local.lambda;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Layers: archives that several functions share. */
final class Layers {
  private final Functions functions;
  private final EngineContext context;
  private final MVMap<String, Object> counters;
  private final MVMap<String, Object> versions;
  private final MVMap<String, Object> code;
  private final ResourcePolicy policies;

  Layers(Functions functions) {
    this.functions = functions;
    this.context = functions.context;
    this.counters = context.store().map("layers");
    this.versions = context.store().map("layerVersions");
    this.code = context.store().map("layerCode");
    this.policies = new ResourcePolicy(context.store().map("layerPolicies"));
  }

  void register(OperationTable table) {
    table.read("PublishLayerVersion", call -> publish(call, table));
    table.read("GetLayerVersion", call -> details(get(call)));
    table.read("GetLayerVersionByArn", call -> details(byArn(call.input().text("Arn"))));
    table.write("DeleteLayerVersion", this::delete);
    table.read("ListLayers", this::list);
    table.read("ListLayerVersions", this::listVersions);
    table.write("AddLayerVersionPermission", this::addPermission);
    table.read("GetLayerVersionPolicy", call -> policies.get(key(get(call))));
    table.write("RemoveLayerVersionPermission", this::removePermission);
  }

  // Names

  private static String name(EngineCall call) {
    String given = Functions.text(call.input(), "LayerName");
    return given.startsWith("arn:") ? given.split(":", -1)[6] : given;
  }

  private static String key(String name, long version) {
    String digits = String.valueOf(version);
    return name + "/" + "0".repeat(Math.max(0, 10 - digits.length())) + digits;
  }

  private static String key(Structure layer) {
    Long version = layer.longInteger("Version");
    return key(Functions.text(layer, "LayerName"), version == null ? 0 : version);
  }

  private String arn(String name) {
    return functions.arn("layer:" + name);
  }

  // Versions

  private Map<String, ?> publish(EngineCall call, OperationTable table) {
    Structure input = call.input();
    Structure content = input.structure("Content");
    byte[] archive = content == null ? null : Archives.read(context, content);
    if (archive == null) {
      throw LambdaErrors.parameter("Missing Content");
    }
    String name = name(call);
    return table.change(() -> published(name, input, archive));
  }

  private Map<String, ?> published(String name, Structure input, byte[] archive) {
    Long last = Functions.structure(counters.get(name)).longInteger("Last");
    long number = last == null ? 1 : last + 1;
    counters.put(name, Map.of("Last", number));
    Map<String, Object> stored = new LinkedHashMap<>();
    stored.put("LayerName", name);
    stored.put("Version", number);
    stored.put("LayerArn", arn(name));
    stored.put("LayerVersionArn", arn(name) + ":" + number);
    stored.put("CreatedDate", functions.timestamp());
    for (String member :
        List.of("Description", "CompatibleRuntimes", "CompatibleArchitectures", "LicenseInfo")) {
      Object value = input.get(member);
      if (value != null) {
        stored.put(member, value);
      }
    }
    stored.put("CodeSize", (long) archive.length);
    stored.put("CodeSha256", Archives.sha256Text(archive));
    versions.put(key(name, number), stored);
    code.put(key(name, number), archive);
    return details(Structures.of(stored));
  }

  private Map<String, ?> details(Structure stored) {
    Map<String, Object> shown = shown(stored);
    shown.put("LayerArn", Functions.text(stored, "LayerArn"));
    String region = context.region();
    shown.put(
        "Content",
        Params.of(
            "Location",
            "https://awslambda-"
                + region
                + "-layers.s3."
                + region
                + ".amazonaws.com/snapshots/"
                + context.account()
                + "/"
                + key(stored),
            "CodeSha256",
            stored.text("CodeSha256"),
            "CodeSize",
            stored.longInteger("CodeSize")));
    return shown;
  }

  private static Map<String, Object> shown(Structure stored) {
    Map<String, Object> shown = new LinkedHashMap<>(stored);
    List.of("LayerName", "LayerArn", "CodeSize", "CodeSha256").forEach(shown::remove);
    return shown;
  }

  private Structure get(EngineCall call) {
    Long number = call.input().longInteger("VersionNumber");
    if (number != null && number < 1) {
      throw LambdaErrors.parameter("Layer Version Cannot be less than 1.");
    }
    Object stored = versions.get(key(name(call), number == null ? 0 : number));
    if (stored == null) {
      throw LambdaErrors.nothing();
    }
    return Functions.structure(stored);
  }

  private @Nullable Structure find(@Nullable String arn) {
    String[] parts = String.valueOf(arn).split(":", -1);
    if (parts.length != 8 || !FunctionId.isNumber(parts[7])) {
      return null;
    }
    Object stored = versions.get(key(parts[6], Long.parseLong(parts[7])));
    if (stored == null) {
      return null;
    }
    Structure layer = Functions.structure(stored);
    return String.valueOf(arn).equals(layer.text("LayerVersionArn")) ? layer : null;
  }

  private Structure byArn(@Nullable String arn) {
    Structure layer = find(arn);
    if (layer == null) {
      throw LambdaErrors.nothing();
    }
    return layer;
  }

  /** The layers of a function as its configuration has them. */
  List<Map<String, ?>> references(List<String> arns) {
    List<Map<String, ?>> references = new ArrayList<>();
    for (String arn : arns) {
      Structure layer = find(arn);
      if (layer == null) {
        throw LambdaErrors.notFound("One or more LayerVersion does not exist ['" + arn + "']");
      }
      references.add(Params.of("Arn", arn, "CodeSize", layer.longInteger("CodeSize")));
    }
    return references;
  }

  /** The archive of a layer. */
  byte[] archive(String arn) {
    Structure layer = find(arn);
    if (layer != null && code.get(key(layer)) instanceof byte[] archive) {
      return archive;
    }
    throw new EngineException("ServiceException", "The layer " + arn + " was deleted");
  }

  private Map<String, ?> delete(EngineCall call) {
    Long number = call.input().longInteger("VersionNumber");
    String key = key(name(call), number == null ? 0 : number);
    versions.remove(key);
    code.remove(key);
    policies.removeAll(key);
    return Map.of();
  }

  // Lists

  private static boolean fits(Structure input, Structure layer) {
    String runtime = input.text("CompatibleRuntime");
    String architecture = input.text("CompatibleArchitecture");
    return (runtime == null || layer.texts("CompatibleRuntimes").contains(runtime))
        && (architecture == null || layer.texts("CompatibleArchitectures").contains(architecture));
  }

  private List<Structure> of(String name, Structure input) {
    List<Structure> found = new ArrayList<>();
    for (String key : Functions.under(versions, name)) {
      Structure layer = Functions.structure(versions.get(key));
      if (fits(input, layer)) {
        found.add(0, layer);
      }
    }
    return found;
  }

  private Map<String, ?> list(EngineCall call) {
    List<Map<String, ?>> found = new ArrayList<>();
    for (String name : counters.keySet()) {
      List<Structure> own = of(name, call.input());
      if (!own.isEmpty()) {
        found.add(
            Map.of(
                "LayerName", name,
                "LayerArn", arn(name),
                "LatestMatchingVersion", shown(own.get(0))));
      }
    }
    return Pages.page(call.input(), "Layers", found);
  }

  private Map<String, ?> listVersions(EngineCall call) {
    List<Map<String, ?>> found = new ArrayList<>();
    of(name(call), call.input()).forEach(layer -> found.add(shown(layer)));
    return Pages.page(call.input(), "LayerVersions", found);
  }

  // Permissions

  private Map<String, ?> addPermission(EngineCall call) {
    Structure layer = get(call);
    Structure input = call.input();
    String principal = Functions.text(input, "Principal");
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Sid", Functions.text(input, "StatementId"));
    statement.put("Effect", "Allow");
    statement.put(
        "Principal",
        principal.matches("\\d{12}")
            ? Map.of("AWS", "arn:aws:iam::" + principal + ":root")
            : principal);
    statement.put("Action", Functions.text(input, "Action"));
    statement.put("Resource", Functions.text(layer, "LayerVersionArn"));
    String organization = input.text("OrganizationId");
    if (organization != null) {
      statement.put(
          "Condition", Map.of("StringEquals", Map.of("aws:PrincipalOrgID", organization)));
    }
    String text = policies.add(key(layer), Structures.of(statement), input.text("RevisionId"));
    return Params.of("Statement", text, "RevisionId", policies.revision(key(layer)));
  }

  private Map<String, ?> removePermission(EngineCall call) {
    policies.remove(
        key(get(call)),
        Functions.text(call.input(), "StatementId"),
        call.input().text("RevisionId"));
    return Map.of();
  }
}
