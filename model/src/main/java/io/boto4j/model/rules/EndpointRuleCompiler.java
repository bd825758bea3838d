package io.boto4j.model.rules;

import io.boto4j.model.ModelException;
import io.boto4j.model.pack.PackOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The compiler of endpoint rules, version 1, from JSON to {@link EndpointRules}: rule sets, and the
 * decision diagrams that Smithy makes of them.
 *
 * <p>It follows smithy.io, "Rules engine specification", and botocore where botocore is more
 * lenient. What it accepts can be evaluated in a number of steps that is bounded by its size.
 */
public final class EndpointRuleCompiler {
  private final RulePlace place = new RulePlace();
  private final ExpressionCompiler expressions = new ExpressionCompiler(place);

  private EndpointRuleCompiler() {}

  /**
   * Compiles endpoint rules.
   *
   * @param content the content of a file {@code endpoint-rule-set-1.json}, or of the trait {@code
   *     smithy.rules#endpointRuleSet} or {@code smithy.rules#endpointBdd}
   * @return the compiled rules
   * @throws ModelException if the content is not endpoint rules, or has an unknown type or
   *     function; the message ends in the place, such as {@code rules[3].conditions[1]}
   */
  public static EndpointRules compile(Map<String, Object> content) {
    return EndpointRules.of(new EndpointRuleCompiler().bytes(content));
  }

  private byte[] bytes(Map<String, Object> content) {
    Object version = content.get("version");
    if (version != null && !RulePlace.shown(version).startsWith("1.")) {
      throw place.error("Unknown version of endpoint rules: " + RulePlace.shown(version));
    }
    place.enter("parameters");
    Map<?, ?> parameters = place.map(content.get("parameters"));
    for (Object name : parameters.keySet()) {
      expressions.declare((String) name);
    }
    place.leave();
    PackOutput code = new PackOutput();
    if (content.containsKey("nodes")) {
      diagram(code, content);
    } else {
      rules(code, content.get("rules"));
    }
    PackOutput head = new PackOutput();
    head.varint(parameters.size());
    place.enter("parameters");
    for (Map.Entry<?, ?> parameter : parameters.entrySet()) {
      String name = (String) parameter.getKey();
      place.enter(name);
      parameter(head, name, place.map(parameter.getValue()));
      place.leave();
    }
    place.leave();
    PackOutput out = new PackOutput();
    out.texts(expressions.texts());
    out.raw(head.toByteArray());
    out.varint(expressions.slotCount());
    out.raw(code.toByteArray());
    return out.toByteArray();
  }

  private void parameter(PackOutput out, String name, Map<?, ?> definition) {
    Object defaultValue = definition.get("default");
    out.varint(expressions.text(name));
    out.varint(
        definition.get("builtIn") instanceof String builtIn ? expressions.text(builtIn) + 1L : 0L);
    out.u8(type(String.valueOf(definition.get("type"))));
    out.u8(
        (Boolean.TRUE.equals(definition.get("required")) ? EndpointRules.REQUIRED_FLAG : 0)
            | (expressions.isUsed(name) ? EndpointRules.USED_FLAG : 0)
            | (defaultValue == null ? 0 : EndpointRules.DEFAULT_FLAG));
    if (defaultValue != null) {
      PackOutput code = new PackOutput();
      place.enter("default");
      expressions.literal(code, defaultValue);
      place.leave();
      measured(out, code);
    }
  }

  private int type(String type) {
    if (type.equalsIgnoreCase("string")) {
      return EndpointRules.STRING;
    }
    if (type.equalsIgnoreCase("boolean")) {
      return EndpointRules.BOOLEAN;
    }
    if (type.equalsIgnoreCase("stringArray")) {
      return EndpointRules.STRING_ARRAY;
    }
    throw place.error(
        "Unknown type of a parameter of endpoint rules: "
            + RulePlace.shown(type)
            + ". It must be string, boolean or stringArray");
  }

  private void rules(PackOutput out, @Nullable Object content) {
    place.enter("rules");
    List<?> rules = place.list(content);
    out.varint(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      place.enter(i);
      PackOutput code = new PackOutput();
      rule(code, place.map(rules.get(i)));
      measured(out, code);
      place.leave();
    }
    place.leave();
  }

  private void rule(PackOutput out, Map<?, ?> rule) {
    int kind = kind(rule);
    out.u8(kind);
    place.enter("conditions");
    List<?> conditions = place.list(rule.get("conditions"));
    List<String> assigned = new ArrayList<>();
    out.varint(conditions.size());
    for (int i = 0; i < conditions.size(); i++) {
      place.enter(i);
      Map<?, ?> condition = place.map(conditions.get(i));
      PackOutput code = new PackOutput();
      expressions.function(code, condition);
      String name = assigned(condition);
      if (name != null && !expressions.declare(name)) {
        throw place.error(
            "The variable " + RulePlace.shown(name) + " of endpoint rules is assigned twice");
      }
      if (name != null) {
        assigned.add(name);
      }
      condition(out, code, name);
      place.leave();
    }
    place.leave();
    if (kind == EndpointRules.TREE) {
      rules(out, rule.get("rules"));
    } else {
      leaf(out, kind, rule);
    }
    for (String name : assigned) {
      expressions.forget(name);
    }
  }

  private int kind(Map<?, ?> rule) {
    String type = RulePlace.shown(rule.get("type"));
    return switch (type) {
      case "tree" -> EndpointRules.TREE;
      case "endpoint" -> EndpointRules.ENDPOINT;
      case "error" -> EndpointRules.ERROR;
      default ->
          throw place.error(
              "Unknown type of an endpoint rule: " + type + ". It must be tree, endpoint or error");
    };
  }

  private static @Nullable String assigned(Map<?, ?> condition) {
    return condition.get("assign") instanceof String name ? name : null;
  }

  private void condition(PackOutput out, PackOutput code, @Nullable String assigned) {
    out.varint(assigned == null ? 0 : expressions.slot(assigned) + 1L);
    out.raw(code.toByteArray());
  }

  /**
   * Writes a diagram. All its variables are declared before any condition is compiled, since the
   * order in which conditions are evaluated is that of the nodes; an unknown variable is refused,
   * since diagrams come only from a compiler.
   */
  private void diagram(PackOutput out, Map<String, Object> content) {
    List<?> conditions = list(content, "conditions");
    List<?> results = list(content, "results");
    DiagramNodes nodes =
        new DiagramNodes(
            place,
            content.get("nodes"),
            content.get("nodeCount"),
            content.get("root"),
            conditions.size(),
            results.size());
    declare(conditions);
    PackOutput code = new PackOutput();
    PackOutput offsets = new PackOutput();
    expressions.refuseUnknown();
    place.enter("conditions");
    for (int i = 0; i < conditions.size(); i++) {
      place.enter(i);
      i32(offsets, code.length());
      PackOutput function = new PackOutput();
      Map<?, ?> condition = place.map(conditions.get(i));
      expressions.function(function, condition);
      condition(code, function, assigned(condition));
      place.leave();
    }
    place.leave();
    place.enter("results");
    for (int i = 0; i < results.size(); i++) {
      place.enter(i);
      i32(offsets, code.length());
      result(code, place.map(results.get(i)));
      place.leave();
    }
    place.leave();
    PackOutput rule = new PackOutput();
    rule.u8(EndpointRules.DIAGRAM);
    rule.varint(0);
    i32(rule, conditions.size());
    i32(rule, results.size());
    i32(rule, nodes.count());
    i32(rule, nodes.root());
    rule.raw(offsets.toByteArray());
    nodes.write(rule);
    rule.raw(code.toByteArray());
    out.varint(1);
    measured(out, rule);
  }

  /** Conditions may share a variable, of which a path sets the first to be evaluated last. */
  private void declare(List<?> conditions) {
    List<String> assigned = new ArrayList<>();
    place.enter("conditions");
    for (int i = 0; i < conditions.size(); i++) {
      place.enter(i);
      String name = assigned(place.map(conditions.get(i)));
      if (name != null && expressions.isDeclared(name)) {
        throw place.error(
            "The parameter " + RulePlace.shown(name) + " of endpoint rules cannot be assigned");
      }
      if (name != null) {
        assigned.add(name);
      }
      place.leave();
    }
    place.leave();
    for (String name : assigned) {
      expressions.declare(name);
    }
  }

  private void result(PackOutput out, Map<?, ?> result) {
    int kind = kind(result);
    boolean hasConditions = !place.list(result.get("conditions")).isEmpty();
    if (kind == EndpointRules.TREE || hasConditions) {
      throw place.error(
          "A result of a decision diagram must be an endpoint or an error, without conditions");
    }
    out.u8(kind);
    leaf(out, kind, result);
  }

  private List<?> list(Map<String, Object> content, String name) {
    place.enter(name);
    List<?> list = place.list(content.get(name));
    place.leave();
    return list;
  }

  private void leaf(PackOutput out, int kind, Map<?, ?> rule) {
    if (kind == EndpointRules.ENDPOINT) {
      place.enter("endpoint");
      endpoint(out, place.map(rule.get("endpoint")));
    } else {
      place.enter("error");
      expressions.expression(out, rule.get("error"));
    }
    place.leave();
  }

  private void endpoint(PackOutput out, Map<?, ?> endpoint) {
    place.enter("url");
    expressions.expression(out, endpoint.get("url"));
    place.leave();
    place.enter("headers");
    Map<?, ?> headers = place.map(endpoint.get("headers"));
    out.varint(headers.size());
    for (Map.Entry<?, ?> header : headers.entrySet()) {
      String name = (String) header.getKey();
      place.enter(name);
      out.varint(expressions.text(name));
      List<?> values = place.list(header.getValue());
      out.varint(values.size());
      for (int i = 0; i < values.size(); i++) {
        place.enter(i);
        expressions.expression(out, values.get(i));
        place.leave();
      }
      place.leave();
    }
    place.leave();
    place.enter("properties");
    // Only SDK authors use metricValues.
    Map<Object, Object> properties = new LinkedHashMap<>(place.map(endpoint.get("properties")));
    properties.remove("metricValues");
    property(out, properties);
    place.leave();
  }

  private void property(PackOutput out, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      out.u8(EndpointRules.MAP);
      out.varint(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String name = (String) entry.getKey();
        place.enter(name);
        out.varint(expressions.text(name));
        property(out, entry.getValue());
        place.leave();
      }
    } else if (value instanceof List<?> list) {
      out.u8(EndpointRules.LIST);
      out.varint(list.size());
      for (int i = 0; i < list.size(); i++) {
        place.enter(i);
        property(out, list.get(i));
        place.leave();
      }
    } else {
      expressions.expression(out, value);
    }
  }

  private static void measured(PackOutput out, PackOutput code) {
    out.varint(code.length());
    out.raw(code.toByteArray());
  }

  private static void i32(PackOutput out, int value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.u8(value >>> shift & 0xff);
    }
  }
}
