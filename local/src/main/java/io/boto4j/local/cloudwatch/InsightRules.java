package io.boto4j.local.cloudwatch;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.engine.Partition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Contributor Insights rules. They are stored; reports are not emulated. */
final class InsightRules {
  private static final int PAGE = 500;

  private final EngineContext context;
  private final MVMap<String, Object> rules;

  InsightRules(EngineContext context) {
    this.context = context;
    this.rules = context.store().map("insight-rules");
  }

  void register(OperationTable table) {
    table.write("PutInsightRule", this::put);
    table.read("DescribeInsightRules", this::describe);
    table.write("DeleteInsightRules", this::delete);
    table.write("EnableInsightRules", call -> enable(call, "ENABLED"));
    table.write("DisableInsightRules", call -> enable(call, "DISABLED"));
  }

  String arn(String name) {
    return "arn:"
        + Partition.of(context.region())
        + ":cloudwatch:"
        + context.region()
        + ":"
        + context.account()
        + ":insight-rule/"
        + name;
  }

  @SuppressWarnings("unchecked") // this class writes the map
  @Nullable Structure find(String name) {
    return rules.get(name) instanceof Map<?, ?> rule ? Structures.of((Map<String, ?>) rule) : null;
  }

  void edit(String name, String member, Object value) {
    Structure rule = find(name);
    if (rule != null) {
      Map<String, Object> changed = new LinkedHashMap<>(rule);
      changed.put(member, value);
      rules.put(name, changed);
    }
  }

  private Map<String, ?> put(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("RuleName"));
    Structure before = find(name);
    String state = input.text("RuleState");
    rules.put(
        name,
        Params.of(
            "Name",
            name,
            "State",
            state == null ? "ENABLED" : state,
            "Schema",
            "{\"Name\" : \"CloudWatchLogRule\", \"Version\" : 1}",
            "Definition",
            input.text("RuleDefinition"),
            "ManagedRule",
            false,
            "Tags",
            before == null ? input.list("Tags") : before.list("Tags")));
    return Map.of();
  }

  private Map<String, ?> describe(EngineCall call) {
    List<Object> found = new ArrayList<>();
    for (String name : rules.keySet()) {
      Structure rule = find(name);
      if (rule != null) {
        found.add(Params.copyOf(rule).without("Tags"));
      }
    }
    Integer most = call.input().integer("MaxResults");
    int first = Math.min(Alarms.from(call.input().text("NextToken")), found.size());
    int end = Math.min(found.size(), first + (most == null ? PAGE : most));
    return Params.of(
        "InsightRules",
        found.subList(first, end),
        "NextToken",
        end < found.size() ? Integer.toString(end) : null);
  }

  private static Map<String, ?> failures(List<String> missing) {
    List<Object> failures = new ArrayList<>();
    for (String name : missing) {
      failures.add(
          Params.of(
              "FailureResource",
              name,
              "ExceptionType",
              "ResourceNotFoundException",
              "FailureCode",
              "ResourceNotFound",
              "FailureDescription",
              "Rule " + name + " does not exist"));
    }
    return Params.of("Failures", failures);
  }

  private Map<String, ?> delete(EngineCall call) {
    List<String> missing = new ArrayList<>();
    for (String name : call.input().texts("RuleNames")) {
      if (rules.remove(name) == null) {
        missing.add(name);
      }
    }
    return failures(missing);
  }

  private Map<String, ?> enable(EngineCall call, String state) {
    List<String> missing = new ArrayList<>();
    for (String name : call.input().texts("RuleNames")) {
      if (find(name) == null) {
        missing.add(name);
      } else {
        edit(name, "State", state);
      }
    }
    return failures(missing);
  }
}
