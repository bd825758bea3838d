package io.boto4j.local.ses;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Configuration sets, without event destinations. */
final class ConfigurationSets {
  private final Documents sets;

  ConfigurationSets(EngineContext context) {
    this.sets = new Documents(context.store().map("configuration-sets"));
  }

  void register(OperationTable table) {
    table.write("CreateConfigurationSet", this::create);
    table.write("DeleteConfigurationSet", this::delete);
    table.read(
        "DescribeConfigurationSet",
        call -> Params.of("ConfigurationSet", view(require(name(call.input())))));
    table.read("ListConfigurationSets", this::list);
    table.write("UpdateConfigurationSetSendingEnabled", this::enable);
  }

  private static String name(Structure input) {
    return String.valueOf(input.text("ConfigurationSetName"));
  }

  private static Params view(Structure set) {
    return Params.of("Name", set.text("Name"));
  }

  private Structure require(String name) {
    Structure set = sets.find(name);
    if (set == null) {
      throw SesErrors.noSet(name);
    }
    return set;
  }

  /** Checks that e-mails can be sent with a set. */
  void check(@Nullable String name) {
    if (name != null && Boolean.FALSE.equals(require(name).bool("SendingEnabled"))) {
      throw SesErrors.of(
          "ConfigurationSetSendingPausedException",
          "Email sending is disabled for configuration set <" + name + ">.");
    }
  }

  private Map<String, ?> create(EngineCall call) {
    String name = String.valueOf(call.input().text("ConfigurationSet", "Name"));
    if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
      throw SesErrors.of(
          "InvalidConfigurationSetException", "Configuration set name is invalid: <" + name + ">");
    }
    if (sets.find(name) != null) {
      throw SesErrors.of(
          "ConfigurationSetAlreadyExistsException",
          "Configuration set <" + name + "> already exists.");
    }
    sets.put(name, Params.of("Name", name));
    return Map.of();
  }

  private Map<String, ?> delete(EngineCall call) {
    sets.remove(require(name(call.input())).text("Name"));
    return Map.of();
  }

  private Map<String, ?> list(EngineCall call) {
    List<Params> all = sets.all().stream().map(ConfigurationSets::view).toList();
    return Documents.page(call.input(), "ConfigurationSets", all, 1000);
  }

  private Map<String, ?> enable(EngineCall call) {
    String name = String.valueOf(require(name(call.input())).text("Name"));
    sets.edit(name, "SendingEnabled", call.input().bool("Enabled"));
    return Map.of();
  }
}
