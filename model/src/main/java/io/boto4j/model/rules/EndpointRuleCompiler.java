package io.boto4j.model.rules;

import io.boto4j.model.ModelException;
import io.boto4j.model.pack.PackOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The compiler of endpoint rule sets, version 1, from JSON to {@link EndpointRules}.
 *
 * <p>It follows smithy.io, "Endpoint rules", and botocore where botocore is more lenient.
 */
public final class EndpointRuleCompiler {
  private static final Map<String, Integer> FUNCTIONS =
      Map.ofEntries(
          Map.entry("isSet", EndpointRules.IS_SET),
          Map.entry("not", EndpointRules.NOT),
          Map.entry("stringEquals", EndpointRules.STRING_EQUALS),
          Map.entry("booleanEquals", EndpointRules.BOOLEAN_EQUALS),
          Map.entry("aws.partition", EndpointRules.PARTITION),
          Map.entry("substring", EndpointRules.SUBSTRING),
          Map.entry("isValidHostLabel", EndpointRules.IS_VALID_HOST_LABEL),
          Map.entry("parseURL", EndpointRules.PARSE_URL),
          Map.entry("uriEncode", EndpointRules.URI_ENCODE),
          Map.entry("aws.parseArn", EndpointRules.PARSE_ARN),
          Map.entry("aws.isVirtualHostableS3Bucket", EndpointRules.IS_VIRTUAL_HOSTABLE_S3_BUCKET));

  private static final Map<Integer, Integer> ARGUMENTS =
      Map.of(
          EndpointRules.STRING_EQUALS, 2,
          EndpointRules.BOOLEAN_EQUALS, 2,
          EndpointRules.SUBSTRING, 4,
          EndpointRules.IS_VALID_HOST_LABEL, 2,
          EndpointRules.IS_VIRTUAL_HOSTABLE_S3_BUCKET, 2);

  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Map<String, Integer> slots = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();

  private EndpointRuleCompiler() {}

  /**
   * Compiles a rule set.
   *
   * @param ruleSet the content of the file
   * @return the compiled rules
   * @throws ModelException if the content is not a rule set, or has an unknown type or function
   */
  public static EndpointRules compile(Map<String, Object> ruleSet) {
    return EndpointRules.of(new EndpointRuleCompiler().bytes(ruleSet));
  }

  private byte[] bytes(Map<String, Object> ruleSet) {
    Map<?, ?> parameters = map(ruleSet.get("parameters"));
    for (Object name : parameters.keySet()) {
      slots.put((String) name, slots.size());
    }
    PackOutput rules = new PackOutput();
    rules(rules, list(ruleSet.get("rules")), new HashSet<>(slots.keySet()));
    PackOutput head = new PackOutput();
    head.varint(parameters.size());
    for (Map.Entry<?, ?> parameter : parameters.entrySet()) {
      parameter(head, (String) parameter.getKey(), map(parameter.getValue()));
    }
    PackOutput out = new PackOutput();
    out.texts(texts.keySet().toArray(new String[0]));
    out.raw(head.toByteArray());
    out.varint(slots.size());
    out.raw(rules.toByteArray());
    return out.toByteArray();
  }

  private void parameter(PackOutput out, String name, Map<?, ?> definition) {
    Object defaultValue = definition.get("default");
    out.varint(text(name));
    out.varint(definition.get("builtIn") instanceof String builtIn ? text(builtIn) + 1L : 0L);
    out.u8(type(name, String.valueOf(definition.get("type"))));
    out.u8(
        (Boolean.TRUE.equals(definition.get("required")) ? EndpointRules.REQUIRED_FLAG : 0)
            | (used.contains(slots.get(name)) ? EndpointRules.USED_FLAG : 0)
            | (defaultValue == null ? 0 : EndpointRules.DEFAULT_FLAG));
    if (defaultValue != null) {
      PackOutput code = new PackOutput();
      literal(code, defaultValue);
      out.varint(code.length());
      out.raw(code.toByteArray());
    }
  }

  private static int type(String name, String type) {
    if (type.equalsIgnoreCase("string")) {
      return EndpointRules.STRING;
    }
    if (type.equalsIgnoreCase("boolean")) {
      return EndpointRules.BOOLEAN;
    }
    if (type.equalsIgnoreCase("stringArray")) {
      return EndpointRules.STRING_ARRAY;
    }
    throw new ModelException(
        "Unknown parameter type: "
            + type
            + " of "
            + name
            + ". A parameter must be of type string, boolean, or stringarray.",
        null);
  }

  private void rules(PackOutput out, List<?> rules, Set<String> scope) {
    out.varint(rules.size());
    for (Object rule : rules) {
      PackOutput code = new PackOutput();
      rule(code, map(rule), new HashSet<>(scope));
      out.varint(code.length());
      out.raw(code.toByteArray());
    }
  }

  private void rule(PackOutput out, Map<?, ?> rule, Set<String> scope) {
    String type = String.valueOf(rule.get("type"));
    switch (type) {
      case "tree" -> out.u8(EndpointRules.TREE);
      case "endpoint" -> out.u8(EndpointRules.ENDPOINT);
      case "error" -> out.u8(EndpointRules.ERROR);
      default ->
          throw new ModelException(
              "Unknown rule type: " + type + ". A rule must be of type tree, endpoint or error.",
              null);
    }
    List<?> conditions = list(rule.get("conditions"));
    out.varint(conditions.size());
    for (Object each : conditions) {
      condition(out, map(each), scope);
    }
    switch (type) {
      case "tree" -> rules(out, list(rule.get("rules")), scope);
      case "endpoint" -> endpoint(out, map(rule.get("endpoint")), scope);
      default -> expression(out, rule.get("error"), scope);
    }
  }

  private void condition(PackOutput out, Map<?, ?> condition, Set<String> scope) {
    PackOutput code = new PackOutput();
    function(code, condition, scope);
    int slot = -1;
    if (condition.get("assign") instanceof String name) {
      if (!scope.add(name)) {
        throw new ModelException(
            "Assignment " + name + " already exists in scoped variables and cannot be overwritten",
            null);
      }
      slots.putIfAbsent(name, slots.size());
      slot = slots.get(name);
    }
    out.varint(slot + 1L);
    out.raw(code.toByteArray());
  }

  private void endpoint(PackOutput out, Map<?, ?> endpoint, Set<String> scope) {
    expression(out, endpoint.get("url"), scope);
    Map<?, ?> headers = map(endpoint.get("headers"));
    out.varint(headers.size());
    for (Map.Entry<?, ?> header : headers.entrySet()) {
      out.varint(text((String) header.getKey()));
      List<?> values = list(header.getValue());
      out.varint(values.size());
      for (Object value : values) {
        expression(out, value, scope);
      }
    }
    // Only SDK authors use metricValues.
    Map<Object, Object> properties = new LinkedHashMap<>(map(endpoint.get("properties")));
    properties.remove("metricValues");
    property(out, properties, scope);
  }

  private void property(PackOutput out, @Nullable Object value, Set<String> scope) {
    if (value instanceof Map<?, ?> map) {
      out.u8(EndpointRules.MAP);
      out.varint(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.varint(text((String) entry.getKey()));
        property(out, entry.getValue(), scope);
      }
    } else if (value instanceof List<?> list) {
      out.u8(EndpointRules.LIST);
      out.varint(list.size());
      for (Object each : list) {
        property(out, each, scope);
      }
    } else {
      expression(out, value, scope);
    }
  }

  private void expression(PackOutput out, @Nullable Object value, Set<String> scope) {
    if (value instanceof Map<?, ?> map && map.get("ref") instanceof String name) {
      reference(out, name, scope);
    } else if (value instanceof Map<?, ?> map) {
      function(out, map, scope);
    } else if (value instanceof String text && isTemplate(text)) {
      template(out, text, scope);
    } else {
      literal(out, value);
    }
  }

  private void literal(PackOutput out, @Nullable Object value) {
    if (value == null) {
      out.u8(EndpointRules.NULL);
    } else if (value instanceof Boolean bool) {
      out.u8(bool ? EndpointRules.TRUE : EndpointRules.FALSE);
    } else if (value instanceof String text) {
      out.u8(EndpointRules.TEXT);
      out.varint(text(text));
    } else if (value instanceof Integer number && number >= 0) {
      out.u8(EndpointRules.WHOLE);
      out.varint(number);
    } else if (value instanceof List<?> list) {
      out.u8(EndpointRules.LIST);
      out.varint(list.size());
      for (Object each : list) {
        literal(out, each);
      }
    } else {
      throw new ModelException("An endpoint rule cannot hold " + value, null);
    }
  }

  private void reference(PackOutput out, String name, Set<String> scope) {
    Integer slot = scope.contains(name) ? slots.get(name) : null;
    if (slot == null) {
      out.u8(EndpointRules.NULL);
      return;
    }
    used.add(slot);
    out.u8(EndpointRules.REFERENCE);
    out.varint(slot);
  }

  private void function(PackOutput out, Map<?, ?> call, Set<String> scope) {
    String name = String.valueOf(call.get("fn"));
    List<?> arguments = list(call.get("argv"));
    if (name.equals("getAttr") && arguments.size() == 2) {
      out.u8(EndpointRules.ATTRIBUTE);
      expression(out, arguments.get(0), scope);
      steps(out, String.valueOf(arguments.get(1)));
      return;
    }
    Integer opcode = FUNCTIONS.get(name);
    if (opcode == null || arguments.size() != ARGUMENTS.getOrDefault(opcode, 1)) {
      throw new ModelException(
          "Unknown function of endpoint rules: "
              + name
              + " with "
              + arguments.size()
              + " arguments",
          null);
    }
    out.u8(opcode);
    for (Object argument : arguments) {
      expression(out, argument, scope);
    }
  }

  /** Writes the steps of a path: {@code a.b[1]} is two names and an index. */
  private void steps(PackOutput out, String path) {
    List<Object> steps = new ArrayList<>();
    int end;
    for (int start = 0; start <= path.length(); start = end + 1) {
      int dot = path.indexOf('.', start);
      end = dot < 0 ? path.length() : dot;
      String part = path.substring(start, end);
      int open = part.indexOf('[');
      String name = open < 0 ? part : part.substring(0, open);
      if (!name.isEmpty()) {
        steps.add(name);
      }
      if (open >= 0) {
        try {
          steps.add(Integer.parseUnsignedInt(part.substring(open + 1, part.length() - 1)));
        } catch (NumberFormatException e) {
          throw new ModelException("Not a path of getAttr: " + path, e);
        }
      }
    }
    out.varint(steps.size());
    for (Object step : steps) {
      if (step instanceof Integer index) {
        out.varint(0);
        out.varint(index);
      } else {
        out.varint(text((String) step) + 1L);
      }
    }
  }

  /** Whether a text has a name in braces; other braces mean nothing. */
  private static boolean isTemplate(String text) {
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      int end = open + 1;
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      if (end > open + 1 && end < text.length() && text.charAt(end) == '}') {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '#';
  }

  private void template(PackOutput out, String template, Set<String> scope) {
    PackOutput parts = new PackOutput();
    int count = 0;
    StringBuilder literal = new StringBuilder();
    int i = 0;
    while (i < template.length()) {
      char c = template.charAt(i);
      if (template.startsWith("{{", i) || template.startsWith("}}", i)) {
        literal.append(c);
        i += 2;
      } else if (c == '{') {
        int close = template.indexOf('}', i);
        if (close < 0) {
          throw new ModelException("Not a template: " + template, null);
        }
        count += part(parts, literal);
        templateReference(parts, template.substring(i + 1, close), scope);
        count++;
        i = close + 1;
      } else {
        literal.append(c);
        i++;
      }
    }
    count += part(parts, literal);
    out.u8(EndpointRules.TEMPLATE);
    out.varint(count);
    out.raw(parts.toByteArray());
  }

  private int part(PackOutput parts, StringBuilder literal) {
    if (literal.length() == 0) {
      return 0;
    }
    literal(parts, literal.toString());
    literal.setLength(0);
    return 1;
  }

  private void templateReference(PackOutput out, String reference, Set<String> scope) {
    int hash = reference.indexOf('#');
    if (hash < 0) {
      reference(out, reference, scope);
      return;
    }
    out.u8(EndpointRules.ATTRIBUTE);
    reference(out, reference.substring(0, hash), scope);
    steps(out, reference.substring(hash + 1).replace('#', '.'));
  }

  private int text(String text) {
    texts.putIfAbsent(text, texts.size());
    return texts.get(text);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new ModelException("Not an endpoint rule set: an object was expected: " + value, null);
  }

  private static List<?> list(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw new ModelException("Not an endpoint rule set: a list was expected: " + value, null);
  }
}
