package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Option groups, and the options that a user has put into them. */
final class OptionGroups {
  /** Older major versions that option groups can have, besides those of the catalog. */
  private static final Map<String, List<String>> OLDER =
      Map.of(
          "mysql", List.of("5.5", "5.6", "5.7", "8.0", "8.4"),
          "mariadb", List.of("10.0", "10.1", "10.2", "10.3", "10.4", "10.5", "10.6"),
          "postgres", List.of("10", "11", "12", "13", "14", "15", "16", "17"),
          "sqlserver-ee", List.of("11.00", "12.00", "13.00", "14.00", "15.00", "16.00"),
          "sqlserver-ex", List.of("11.00", "12.00", "13.00", "14.00", "15.00", "16.00"),
          "sqlserver-se", List.of("11.00", "12.00", "13.00", "14.00", "15.00", "16.00"),
          "sqlserver-web", List.of("11.00", "12.00", "13.00", "14.00", "15.00", "16.00"));

  private final RdsState state;
  private final Resources groups;

  OptionGroups(RdsState state) {
    this.state = state;
    this.groups = state.optionGroups;
  }

  void register() {
    state.table.write("CreateOptionGroup", this::create);
    state.table.read("DescribeOptionGroups", this::describe);
    state.table.write("DeleteOptionGroup", this::delete);
    state.table.write("ModifyOptionGroup", this::modify);
    state.table.write("CopyOptionGroup", this::copy);
  }

  private Structure require(@Nullable String nameOrArn) {
    Structure found = nameOrArn == null ? null : groups.find(groups.nameIn(nameOrArn));
    if (found == null) {
      throw RdsErrors.fault(
          "OptionGroupNotFoundFault", "Specified OptionGroupName: " + nameOrArn + " not found.");
    }
    return found;
  }

  /** An engine that has option groups. */
  static DatabaseEngine engine(@Nullable String name) {
    DatabaseEngine engine = DatabaseEngine.find(name);
    if (engine == null || engine.isAurora()) {
      throw RdsErrors.invalid("Invalid DB engine: " + name);
    }
    return engine;
  }

  static void checkMajor(DatabaseEngine engine, String version) {
    if (!engine.majors().contains(version)
        && !OLDER.getOrDefault(engine.name(), List.of()).contains(version)) {
      throw RdsErrors.combination("Cannot find major version " + version + " for " + engine.name());
    }
  }

  private void checkNew(String name) {
    if (groups.has(name)) {
      throw RdsErrors.fault(
          "OptionGroupAlreadyExistsFault", "An option group named " + name + " already exists.");
    }
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("OptionGroupName"));
    checkNew(name);
    String description = input.text("OptionGroupDescription");
    if (description == null || description.isEmpty()) {
      throw RdsErrors.blank("OptionGroupDescription");
    }
    DatabaseEngine engine = engine(input.text("EngineName"));
    String version = String.valueOf(input.text("MajorEngineVersion"));
    checkMajor(engine, version);
    Structure made =
        put(name, description, engine.name(), version, RdsState.tags(input), List.of());
    return Params.of("OptionGroup", groups.view(made));
  }

  private Structure put(
      String name,
      String description,
      String engine,
      String version,
      List<?> tags,
      List<?> options) {
    String key = groups.nameIn(name);
    groups.put(
        Params.of(
            "OptionGroupName",
            key,
            "OptionGroupDescription",
            description,
            "EngineName",
            engine,
            "MajorEngineVersion",
            version,
            "Options",
            options,
            "AllowsVpcAndNonVpcInstanceMemberships",
            true,
            "OptionGroupArn",
            state.arn("og", key),
            "TagList",
            tags,
            Resources.LOCAL,
            Params.of("Id", key)));
    return groups.get(key);
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String name = input.text("OptionGroupName");
    String engine = input.text("EngineName");
    String version = input.text("MajorEngineVersion");
    List<Structure> found = name == null ? groups.all() : List.of(require(name));
    List<Structure> wanted =
        found.stream()
            .filter(group -> engine == null || engine.equals(group.text("EngineName")))
            .filter(group -> version == null || version.equals(group.text("MajorEngineVersion")))
            .toList();
    return Pages.of(input, "OptionGroupsList", wanted, groups::nameOf, groups::view);
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure group = require(call.input().text("OptionGroupName"));
    String name = groups.nameOf(group);
    boolean used =
        state.instances.all().stream()
            .flatMap(instance -> instance.structures("OptionGroupMemberships").stream())
            .anyMatch(member -> name.equals(member.text("OptionGroupName")));
    if (used) {
      throw RdsErrors.fault(
          "InvalidOptionGroupStateFault",
          "The option group '" + name + "' is in use and can't be deleted.");
    }
    groups.remove(name);
    return Map.of();
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure input = call.input();
    Structure group = require(input.text("OptionGroupName"));
    List<Structure> included = input.structures("OptionsToInclude");
    List<String> removed = input.texts("OptionsToRemove");
    if (included.isEmpty() && removed.isEmpty()) {
      throw RdsErrors.invalid("At least one option must be added, modified, or removed.");
    }
    Map<String, Object> options = new LinkedHashMap<>();
    for (Structure option : group.structures("Options")) {
      options.put(String.valueOf(option.text("OptionName")), option);
    }
    removed.forEach(options::remove);
    for (Structure option : included) {
      options.put(String.valueOf(option.text("OptionName")), option(option));
    }
    Structure changed =
        groups.edit(groups.nameOf(group), "Options", new ArrayList<>(options.values()));
    return Params.of("OptionGroup", groups.view(changed));
  }

  private static Params option(Structure given) {
    List<Object> settings = new ArrayList<>();
    for (Structure setting : given.structures("OptionSettings")) {
      settings.add(Params.copyOf(setting));
    }
    List<Object> securityGroups = new ArrayList<>();
    for (String group : given.texts("DBSecurityGroupMemberships")) {
      securityGroups.add(Params.of("DBSecurityGroupName", group, "Status", "authorized"));
    }
    return Params.of(
        "OptionName",
        given.text("OptionName"),
        "Persistent",
        false,
        "Permanent",
        false,
        "Port",
        given.integer("Port"),
        "OptionVersion",
        given.text("OptionVersion"),
        "OptionSettings",
        settings,
        "DBSecurityGroupMemberships",
        securityGroups,
        "VpcSecurityGroupMemberships",
        InstanceSettings.vpcSecurityGroups(given.texts("VpcSecurityGroupMemberships")));
  }

  private Map<String, ?> copy(EngineCall call) {
    Structure input = call.input();
    Structure source = require(input.text("SourceOptionGroupIdentifier"));
    String target = String.valueOf(input.text("TargetOptionGroupIdentifier"));
    checkNew(target);
    Structure made =
        put(
            target,
            String.valueOf(input.text("TargetOptionGroupDescription")),
            String.valueOf(source.text("EngineName")),
            String.valueOf(source.text("MajorEngineVersion")),
            RdsState.tags(input),
            source.list("Options"));
    return Params.of("OptionGroup", groups.view(made));
  }
}
