package io.boto4j.local.cloudwatch;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tags of alarms and of Contributor Insights rules. */
final class Tags {
  private final AlarmStore alarms;
  private final InsightRules rules;

  Tags(AlarmStore alarms, InsightRules rules) {
    this.alarms = alarms;
    this.rules = rules;
  }

  void register(OperationTable table) {
    table.read("ListTagsForResource", this::list);
    table.write("TagResource", this::tag);
    table.write("UntagResource", this::untag);
  }

  private static String arn(EngineCall call) {
    return String.valueOf(call.input().text("ResourceARN"));
  }

  private @Nullable Structure find(String arn) {
    String prefix = alarms.arn("");
    String rulePrefix = rules.arn("");
    return arn.startsWith(prefix)
        ? alarms.find(arn.substring(prefix.length()))
        : arn.startsWith(rulePrefix) ? rules.find(arn.substring(rulePrefix.length())) : null;
  }

  private Structure require(EngineCall call) {
    Structure found = find(arn(call));
    if (found == null) {
      throw new EngineException("ResourceNotFoundException", "Unknown", 404, Map.of());
    }
    return found;
  }

  private void write(String arn, List<?> tags) {
    String prefix = alarms.arn("");
    if (arn.startsWith(prefix)) {
      alarms.edit(arn.substring(prefix.length()), Params.of("Tags", tags));
    } else {
      rules.edit(arn.substring(rules.arn("").length()), "Tags", tags);
    }
  }

  private Map<String, ?> list(EngineCall call) {
    Structure found = find(arn(call));
    return Params.of("Tags", found == null ? List.of() : found.list("Tags"));
  }

  private Map<String, ?> tag(EngineCall call) {
    List<Object> tags = new ArrayList<>();
    List<Structure> given = call.input().structures("Tags");
    for (Structure tag : require(call).structures("Tags")) {
      String key = String.valueOf(tag.text("Key"));
      if (given.stream().noneMatch(each -> key.equals(each.text("Key")))) {
        tags.add(tag);
      }
    }
    tags.addAll(given);
    write(arn(call), tags);
    return Map.of();
  }

  private Map<String, ?> untag(EngineCall call) {
    List<String> keys = call.input().texts("TagKeys");
    List<Structure> tags = new ArrayList<>(require(call).structures("Tags"));
    tags.removeIf(tag -> keys.contains(String.valueOf(tag.text("Key"))));
    write(arn(call), tags);
    return Map.of();
  }
}
