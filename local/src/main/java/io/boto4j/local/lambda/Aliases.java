package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Aliases: names of versions, which can divide the invocations among two of them. */
final class Aliases {
  private final Functions functions;

  Aliases(Functions functions) {
    this.functions = functions;
  }

  void register(OperationTable table) {
    table.write("CreateAlias", this::create);
    table.read("GetAlias", call -> view(find(call)));
    table.write("UpdateAlias", this::update);
    table.write("DeleteAlias", this::delete);
    table.read("ListAliases", this::list);
  }

  private Structure view(Structure alias) {
    return alias;
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    FunctionId id = FunctionId.of(input.text("FunctionName"));
    functions.get(id);
    String name = Functions.text(input, "Name");
    if (FunctionId.isNumber(name) || !name.matches("[a-zA-Z0-9-_]+")) {
      throw LambdaErrors.constraint(
          name,
          "name",
          "Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)");
    }
    checkVersion(id.name(), Functions.text(input, "FunctionVersion"));
    String arn = functions.arn(id.name(), name);
    if (functions.alias(id.name(), name) != null) {
      throw LambdaErrors.conflict("Alias already exists: " + arn);
    }
    Map<String, Object> alias = new LinkedHashMap<>();
    alias.put("AliasArn", arn);
    alias.put("Name", name);
    alias.put("Description", "");
    apply(id.name(), input, alias);
    functions.putAlias(id.name(), name, alias);
    return alias;
  }

  private void apply(String function, Structure input, Map<String, Object> alias) {
    for (String member : List.of("FunctionVersion", "Description")) {
      Object value = input.get(member);
      if (value != null) {
        alias.put(member, value);
      }
    }
    Structure routing = input.structure("RoutingConfig");
    if (routing != null) {
      Structure weights = routing.map("AdditionalVersionWeights");
      checkWeights(function, String.valueOf(alias.get("FunctionVersion")), weights);
      if (weights.isEmpty()) {
        alias.remove("RoutingConfig");
      } else {
        alias.put("RoutingConfig", routing);
      }
    }
    alias.put("RevisionId", Functions.newId());
  }

  private void checkWeights(String function, String version, Structure weights) {
    if (weights.size() > 1) {
      throw LambdaErrors.parameter(
          "Number of items in AdditionalVersionWeights cannot be greater than 1");
    }
    for (String other : weights.keySet()) {
      Double weight = weights.real(other);
      if (weight != null && (weight < 0 || weight > 1)) {
        throw LambdaErrors.constraint(
            "{" + other + "=" + weight + "}",
            "routingConfig.additionalVersionWeights",
            "Map value must satisfy constraint: [Member must have value less than or equal to 1.0,"
                + " Member must have value greater than or equal to 0.0, Member must not be null]");
      }
      if (other.equals(version)) {
        throw LambdaErrors.parameter(
            "Invalid function version "
                + other
                + ". Function version "
                + other
                + " is already included in routing configuration.");
      }
      if (other.equals(FunctionId.LATEST) || version.equals(FunctionId.LATEST)) {
        throw LambdaErrors.parameter(
            "$LATEST is not supported for an alias pointing to more than 1 version");
      }
      checkVersion(function, other);
    }
  }

  private void checkVersion(String function, String version) {
    if (functions.version(function, version) == null) {
      throw LambdaErrors.noFunction(functions.arn(function, version));
    }
  }

  private Structure find(EngineCall call) {
    FunctionId id = FunctionId.of(call.input().text("FunctionName"));
    functions.get(new FunctionId(id.name(), null));
    String name = Functions.text(call.input(), "Name");
    Structure alias = functions.alias(id.name(), name);
    if (alias == null) {
      throw LambdaErrors.notFound("Cannot find alias arn: " + functions.arn(id.name(), name));
    }
    return alias;
  }

  private Map<String, ?> update(EngineCall call) {
    Structure input = call.input();
    Structure before = find(call);
    FunctionId id = FunctionId.of(input.text("FunctionName"));
    @Nullable String revision = input.text("RevisionId");
    if (revision != null && !revision.equals(before.text("RevisionId"))) {
      throw LambdaErrors.revision("GetAlias");
    }
    String version = input.text("FunctionVersion");
    if (version != null) {
      checkVersion(id.name(), version);
    }
    Map<String, Object> alias = new LinkedHashMap<>(before);
    apply(id.name(), input, alias);
    functions.putAlias(id.name(), Functions.text(before, "Name"), alias);
    return alias;
  }

  private Map<String, ?> delete(EngineCall call) {
    FunctionId id = FunctionId.of(call.input().text("FunctionName"));
    functions.get(new FunctionId(id.name(), null));
    functions.removeAlias(id.name(), Functions.text(call.input(), "Name"));
    return Map.of();
  }

  private Map<String, ?> list(EngineCall call) {
    FunctionId id = FunctionId.of(call.input().text("FunctionName"));
    functions.get(id);
    String version = call.input().text("FunctionVersion");
    List<Structure> found = new ArrayList<>(functions.aliases(id.name()));
    found.removeIf(alias -> version != null && !version.equals(alias.text("FunctionVersion")));
    return Pages.page(call.input(), "Aliases", found);
  }
}
