package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parameter groups, of instances or of clusters. They hold the parameters that a user has set; the
 * real servers are started with those of {@link ServerParameters}.
 */
final class ParameterGroups {
  private static final String PARAMETERS = "Parameters";

  private final RdsState state;
  private final Resources groups;
  private final boolean ofClusters;

  /** The word in the names of operations and members: {@code DB} or {@code DBCluster}. */
  private final String word;

  ParameterGroups(RdsState state, boolean ofClusters) {
    this.state = state;
    this.ofClusters = ofClusters;
    this.groups = ofClusters ? state.clusterParameterGroups : state.parameterGroups;
    this.word = ofClusters ? "DBCluster" : "DB";
  }

  void register() {
    state.table.write("Create" + word + "ParameterGroup", this::create);
    state.table.read("Describe" + word + "ParameterGroups", this::describe);
    state.table.write("Delete" + word + "ParameterGroup", this::delete);
    state.table.write("Copy" + word + "ParameterGroup", this::copy);
    state.table.write("Modify" + word + "ParameterGroup", this::modify);
    state.table.write("Reset" + word + "ParameterGroup", this::reset);
    state.table.read("Describe" + word + "Parameters", this::parameters);
  }

  private String member(String suffix) {
    return word + "ParameterGroup" + suffix;
  }

  private Structure require(@Nullable String nameOrArn) {
    Structure found = nameOrArn == null ? null : groups.find(groups.nameIn(nameOrArn));
    if (found == null) {
      throw RdsErrors.fault(
          "DBParameterGroupNotFoundFault", word + "ParameterGroup not found: " + nameOrArn);
    }
    return found;
  }

  private void checkNew(@Nullable String name) {
    if (name != null && groups.has(name)) {
      throw RdsErrors.fault(
          "DBParameterGroupAlreadyExistsFault", "Parameter group " + name + " already exists");
    }
  }

  private Structure put(
      String name, String family, String description, List<?> tags, List<?> parameters) {
    String key = groups.nameIn(name);
    groups.put(
        Params.of(
            member("Name"),
            key,
            "DBParameterGroupFamily",
            family,
            "Description",
            description,
            member("Arn"),
            state.arn(groups.arnType(), key),
            "TagList",
            tags,
            Resources.LOCAL,
            Params.of("Id", key, PARAMETERS, parameters)));
    return groups.get(key);
  }

  private static String required(Structure input, String parameter) {
    String value = input.text(parameter);
    if (value == null || value.isEmpty()) {
      throw RdsErrors.blank(parameter);
    }
    return value;
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = required(input, member("Name"));
    checkNew(name);
    String family = required(input, "DBParameterGroupFamily");
    String description = required(input, "Description");
    Structure made = put(name, family, description, RdsState.tags(input), List.of());
    return Params.of(member(""), groups.view(made));
  }

  private Map<String, ?> describe(EngineCall call) {
    String name = call.input().text(member("Name"));
    List<Structure> found = name == null || name.isEmpty() ? groups.all() : List.of(require(name));
    return Pages.of(call.input(), member("s"), found, groups::nameOf, groups::view);
  }

  private Map<String, ?> delete(EngineCall call) {
    String given = call.input().text(member("Name"));
    if (given != null && given.startsWith("default.")) {
      throw RdsErrors.fault(
          "InvalidDBParameterGroupStateFault",
          "Default DBParameterGroup cannot be deleted: " + given);
    }
    Structure group = require(given);
    String name = groups.nameOf(group);
    boolean used =
        ofClusters
            ? state.clusters.all().stream()
                .anyMatch(cluster -> name.equals(cluster.text("DBClusterParameterGroup")))
            : state.instances.all().stream()
                .flatMap(instance -> instance.structures("DBParameterGroups").stream())
                .anyMatch(member -> name.equals(member.text("DBParameterGroupName")));
    if (used) {
      throw RdsErrors.fault(
          "InvalidDBParameterGroupStateFault",
          "One or more database "
              + (ofClusters ? "clusters" : "instances")
              + " are still members of this parameter group "
              + name
              + ", so the group cannot be deleted");
    }
    groups.remove(name);
    return Map.of();
  }

  private Map<String, ?> copy(EngineCall call) {
    Structure input = call.input();
    Structure source = require(input.text("Source" + member("Identifier")));
    String target = required(input, "Target" + member("Identifier"));
    checkNew(target);
    Structure made =
        put(
            target,
            String.valueOf(source.text("DBParameterGroupFamily")),
            required(input, "Target" + member("Description")),
            RdsState.tags(input),
            source.list(Resources.LOCAL, PARAMETERS));
    return Params.of(member(""), groups.view(made));
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure group = requireOwn(call.input());
    Map<String, Object> parameters = parameters(group);
    for (Structure parameter : call.input().structures(PARAMETERS)) {
      String name = String.valueOf(parameter.text("ParameterName"));
      Map<String, Object> merged = new LinkedHashMap<>();
      if (parameters.get(name) instanceof Map<?, ?> before) {
        before.forEach((member, value) -> merged.put((String) member, value));
      }
      merged.putAll(parameter);
      merged.put("Source", "user");
      merged.putIfAbsent("IsModifiable", true);
      parameters.put(name, merged);
    }
    return write(group, parameters);
  }

  private Structure requireOwn(Structure input) {
    String name = input.text(member("Name"));
    if (name != null && name.startsWith("default.")) {
      throw RdsErrors.invalid(
          "The parameter group " + name + " is a default parameter group and can't be modified.");
    }
    return require(name);
  }

  private static Map<String, Object> parameters(Structure group) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (Structure parameter : group.structures(Resources.LOCAL, PARAMETERS)) {
      parameters.put(String.valueOf(parameter.text("ParameterName")), parameter);
    }
    return parameters;
  }

  private Map<String, ?> write(Structure group, Map<String, Object> parameters) {
    String name = groups.nameOf(group);
    groups.editLocal(name, Params.of(PARAMETERS, new ArrayList<>(parameters.values())));
    return Params.of(member("Name"), name);
  }

  private Map<String, ?> reset(EngineCall call) {
    Structure group = requireOwn(call.input());
    Map<String, Object> parameters = parameters(group);
    if (Boolean.TRUE.equals(call.input().bool("ResetAllParameters"))) {
      parameters.clear();
    }
    for (Structure parameter : call.input().structures(PARAMETERS)) {
      parameters.remove(String.valueOf(parameter.text("ParameterName")));
    }
    return write(group, parameters);
  }

  private Map<String, ?> parameters(EngineCall call) {
    String name = call.input().text(member("Name"));
    String source = call.input().text("Source");
    List<Object> found = new ArrayList<>();
    if (name == null || !name.startsWith("default.")) {
      for (Structure parameter : require(name).structures(Resources.LOCAL, PARAMETERS)) {
        if (source == null || source.equals(parameter.text("Source"))) {
          found.add(parameter);
        }
      }
    }
    return Pages.numbered(call.input(), PARAMETERS, found);
  }
}
