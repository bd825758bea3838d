package io.boto4j.model.rules;

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
 * The compiler of the expressions in endpoint rules: literals, templates, references and functions.
 * It keeps the texts and variables that they use. Not thread-safe.
 */
final class ExpressionCompiler {
  /** More than any endpoint or message needs. */
  private static final int MAX_TEXT = 65_535;

  private static final Map<String, Integer> FUNCTIONS =
      Map.ofEntries(
          Map.entry("isSet", EndpointRules.IS_SET),
          Map.entry("not", EndpointRules.NOT),
          Map.entry("stringEquals", EndpointRules.STRING_EQUALS),
          Map.entry("booleanEquals", EndpointRules.BOOLEAN_EQUALS),
          Map.entry("getAttr", EndpointRules.ATTRIBUTE),
          Map.entry("aws.partition", EndpointRules.PARTITION),
          Map.entry("substring", EndpointRules.SUBSTRING),
          Map.entry("isValidHostLabel", EndpointRules.IS_VALID_HOST_LABEL),
          Map.entry("parseURL", EndpointRules.PARSE_URL),
          Map.entry("uriEncode", EndpointRules.URI_ENCODE),
          Map.entry("split", EndpointRules.SPLIT),
          Map.entry("coalesce", EndpointRules.COALESCE),
          Map.entry("ite", EndpointRules.ITE),
          Map.entry("aws.parseArn", EndpointRules.PARSE_ARN),
          Map.entry("aws.isVirtualHostableS3Bucket", EndpointRules.IS_VIRTUAL_HOSTABLE_S3_BUCKET));

  /** The number of arguments, if it is not one. */
  private static final Map<Integer, Integer> ARGUMENTS =
      Map.of(
          EndpointRules.STRING_EQUALS, 2,
          EndpointRules.BOOLEAN_EQUALS, 2,
          EndpointRules.ATTRIBUTE, 2,
          EndpointRules.SUBSTRING, 4,
          EndpointRules.SPLIT, 3,
          EndpointRules.ITE, 3,
          EndpointRules.IS_VALID_HOST_LABEL, 2,
          EndpointRules.IS_VIRTUAL_HOSTABLE_S3_BUCKET, 2);

  private final RulePlace place;
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Map<String, Integer> slots = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();

  /** The variables that can be set where the compiler is. */
  private final Set<String> scope = new HashSet<>();

  private boolean refusesUnknown;

  ExpressionCompiler(RulePlace place) {
    this.place = place;
  }

  /** Adds a variable to the scope; returns false if it is there already. */
  boolean declare(String name) {
    slots.putIfAbsent(name, slots.size());
    return scope.add(name);
  }

  /** Removes a variable from the scope. */
  void forget(String name) {
    scope.remove(name);
  }

  /** From now on, a reference to a variable that is not in the scope is an error. */
  void refuseUnknown() {
    refusesUnknown = true;
  }

  boolean isDeclared(String name) {
    return scope.contains(name);
  }

  int slot(String name) {
    return slots.getOrDefault(name, -1);
  }

  int slotCount() {
    return slots.size();
  }

  /** Whether any expression so far refers to a variable. */
  boolean isUsed(String name) {
    return used.contains(slot(name));
  }

  String[] texts() {
    return texts.keySet().toArray(new String[0]);
  }

  int text(String text) {
    if (text.length() > MAX_TEXT) {
      throw place.error(
          "A string of endpoint rules has more than " + MAX_TEXT + " characters: " + text.length());
    }
    texts.putIfAbsent(text, texts.size());
    return texts.get(text);
  }

  void expression(PackOutput out, @Nullable Object value) {
    if (value instanceof Map<?, ?> map && map.get("ref") instanceof String name) {
      reference(out, name);
    } else if (value instanceof Map<?, ?> map) {
      function(out, map);
    } else if (value instanceof String text) {
      text(out, text);
    } else {
      literal(out, value);
    }
  }

  void literal(PackOutput out, @Nullable Object value) {
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
      for (int i = 0; i < list.size(); i++) {
        place.enter(i);
        literal(out, list.get(i));
        place.leave();
      }
    } else {
      throw place.error("Endpoint rules cannot hold " + RulePlace.shown(value));
    }
  }

  private void reference(PackOutput out, String name) {
    if (!scope.contains(name)) {
      if (refusesUnknown) {
        throw place.error("Unknown variable of endpoint rules: " + RulePlace.shown(name));
      }
      out.u8(EndpointRules.NULL);
      return;
    }
    used.add(slot(name));
    out.u8(EndpointRules.REFERENCE);
    out.varint(slot(name));
  }

  /** Writes the call of a function. */
  void function(PackOutput out, Map<?, ?> call) {
    String name = RulePlace.shown(call.get("fn"));
    List<?> arguments = place.list(call.get("argv"));
    Integer opcode = FUNCTIONS.get(name);
    if (opcode == null) {
      throw place.error("Unknown function of endpoint rules: " + name);
    }
    int expected = ARGUMENTS.getOrDefault(opcode, 1);
    boolean fits =
        opcode == EndpointRules.COALESCE ? arguments.size() >= 2 : arguments.size() == expected;
    if (!fits) {
      throw place.error(
          "The function "
              + name
              + " of endpoint rules cannot have "
              + arguments.size()
              + " arguments");
    }
    out.u8(opcode);
    place.enter("argv");
    switch (opcode) {
      case EndpointRules.ATTRIBUTE -> {
        argument(out, arguments, 0);
        place.enter(1);
        steps(out, arguments.get(1) instanceof String path ? path : "");
        place.leave();
      }
      case EndpointRules.COALESCE -> coalesce(out, arguments);
      case EndpointRules.ITE -> {
        argument(out, arguments, 0);
        measuredArgument(out, arguments, 1);
        measuredArgument(out, arguments, 2);
      }
      default -> {
        if (opcode == EndpointRules.SPLIT && "".equals(arguments.get(1))) {
          throw place.error("The function split of endpoint rules needs a delimiter");
        }
        for (int i = 0; i < arguments.size(); i++) {
          argument(out, arguments, i);
        }
      }
    }
    place.leave();
  }

  private void argument(PackOutput out, List<?> arguments, int index) {
    place.enter(index);
    expression(out, arguments.get(index));
    place.leave();
  }

  private void measuredArgument(PackOutput out, List<?> arguments, int index) {
    PackOutput code = new PackOutput();
    argument(code, arguments, index);
    out.varint(code.length());
    out.raw(code.toByteArray());
  }

  private void coalesce(PackOutput out, List<?> arguments) {
    PackOutput code = new PackOutput();
    code.varint(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      argument(code, arguments, i);
    }
    out.varint(code.length());
    out.raw(code.toByteArray());
  }

  /** Writes the steps of a path: {@code a.b[-1]} is two names and an index. */
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
        steps.add(index(path, part.substring(open)));
      }
    }
    if (steps.isEmpty()) {
      throw noPath(path, null);
    }
    out.varint(steps.size());
    for (Object step : steps) {
      if (step instanceof Integer index) {
        out.varint(0);
        out.zigzag(index);
      } else {
        out.varint(text((String) step) + 1L);
      }
    }
  }

  private int index(String path, String bracketed) {
    if (!bracketed.endsWith("]") || bracketed.startsWith("[+")) {
      throw noPath(path, null);
    }
    try {
      return Integer.parseInt(bracketed.substring(1, bracketed.length() - 1));
    } catch (NumberFormatException e) {
      throw noPath(path, e);
    }
  }

  private RuntimeException noPath(String path, @Nullable Throwable cause) {
    return place.error("Not a path of getAttr: \"" + RulePlace.shown(path) + "\"", cause);
  }

  /**
   * Writes a string, which is a template if it has a variable in braces; doubled braces are single
   * ones. A string without a variable is taken as it is, as in botocore.
   */
  private void text(PackOutput out, String text) {
    PackOutput parts = new PackOutput();
    StringBuilder literal = new StringBuilder();
    int count = 0;
    int variables = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (text.startsWith("{{", i) || text.startsWith("}}", i)) {
        literal.append(c);
        i += 2;
      } else if (c == '{') {
        int close = text.indexOf('}', i);
        if (close < 0 || !isVariable(text, i + 1, close)) {
          throw noTemplate(text);
        }
        count += part(parts, literal);
        variable(parts, text.substring(i + 1, close));
        count++;
        variables++;
        i = close + 1;
      } else if (c == '}') {
        throw noTemplate(text);
      } else {
        literal.append(c);
        i++;
      }
    }
    if (variables == 0) {
      literal(out, text);
      return;
    }
    count += part(parts, literal);
    out.u8(EndpointRules.TEMPLATE);
    out.varint(count);
    out.raw(parts.toByteArray());
  }

  private RuntimeException noTemplate(String text) {
    return place.error("Not a template: \"" + RulePlace.shown(text) + "\"");
  }

  /** Whether a part of a template is a variable, and perhaps a path, such as {@code url#path}. */
  private static boolean isVariable(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean isName =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || c == '#';
      if (!isName && (c != '[' && c != ']' && c != '-' && c != '.')) {
        return false;
      }
    }
    return end > start;
  }

  private int part(PackOutput parts, StringBuilder literal) {
    if (literal.length() == 0) {
      return 0;
    }
    literal(parts, literal.toString());
    literal.setLength(0);
    return 1;
  }

  private void variable(PackOutput out, String reference) {
    int hash = reference.indexOf('#');
    if (hash < 0) {
      reference(out, reference);
      return;
    }
    out.u8(EndpointRules.ATTRIBUTE);
    reference(out, reference.substring(0, hash));
    steps(out, reference.substring(hash + 1).replace('#', '.'));
  }
}
