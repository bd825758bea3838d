package io.boto4j.internal.endpoint;

import io.boto4j.internal.text.Printable;
import io.boto4j.model.rules.EndpointRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A formatter of compiled conditions as readable text: the name of the function, and its arguments
 * with their values. The compiled form has no variable names, so a variable appears as the
 * expression that set it.
 */
final class RuleText {
  private final RuleEvaluator evaluator;
  private final EndpointRules rules;
  private final @Nullable String[] slots;

  RuleText(RuleEvaluator evaluator, EndpointRules rules, @Nullable String[] slots) {
    this.evaluator = evaluator;
    this.rules = rules;
    this.slots = slots;
  }

  /** Returns the expression at a position as text, and leaves the evaluator where it was. */
  String at(int position, boolean values) {
    int from = evaluator.moveTo(position);
    StringBuilder text = new StringBuilder(64);
    expression(text, values);
    evaluator.moveTo(from);
    return text.toString();
  }

  static String shown(@Nullable Object value) {
    return value instanceof String text
        ? "\"" + Printable.of(text) + "\""
        : value == null ? "not set" : Printable.of(String.valueOf(value));
  }

  private void expression(StringBuilder out, boolean values) {
    int from = evaluator.position();
    int opcode = evaluator.u8();
    switch (opcode) {
      case EndpointRules.NULL -> out.append("not set");
      case EndpointRules.FALSE -> out.append(false);
      case EndpointRules.TRUE -> out.append(true);
      case EndpointRules.WHOLE -> out.append(evaluator.varint());
      case EndpointRules.TEXT -> out.append(shown(rules.text(evaluator.varint())));
      case EndpointRules.TEMPLATE -> template(out);
      case EndpointRules.REFERENCE -> {
        int slot = evaluator.varint();
        out.append(slots[slot] == null ? "variable " + slot : slots[slot]);
        value(out, from, values);
      }
      case EndpointRules.ATTRIBUTE -> {
        expression(out, /* values= */ false);
        steps(out);
        value(out, from, values);
      }
      case EndpointRules.COALESCE -> {
        evaluator.varint();
        arguments(out, opcode, evaluator.varint(), values);
      }
      default -> arguments(out, opcode, arguments(opcode), values);
    }
  }

  private void arguments(StringBuilder out, int opcode, int count, boolean values) {
    out.append(name(opcode)).append('(');
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.append(", ");
        if (opcode == EndpointRules.ITE) {
          evaluator.varint();
        }
      }
      expression(out, values);
    }
    out.append(')');
  }

  /**
   * Appends a value, except an object such as that of a partition, which is too long: its parts are
   * shown where they are used.
   */
  private void value(StringBuilder out, int position, boolean values) {
    if (values) {
      int after = evaluator.moveTo(position);
      Object value = evaluator.expression();
      evaluator.moveTo(after);
      if (!(value instanceof Map<?, ?>)) {
        out.append(": ").append(shown(value));
      }
    }
  }

  private void template(StringBuilder out) {
    int count = evaluator.varint();
    out.append('"');
    for (int i = 0; i < count; i++) {
      out.append('{');
      expression(out, /* values= */ false);
      out.append('}');
    }
    out.append('"');
  }

  private void steps(StringBuilder out) {
    int count = evaluator.varint();
    for (int i = 0; i < count; i++) {
      int name = evaluator.varint() - 1;
      if (name >= 0) {
        out.append('#').append(rules.text(name));
      } else {
        int zigzag = evaluator.varint();
        out.append('[').append((zigzag >>> 1) ^ -(zigzag & 1)).append(']');
      }
    }
  }

  private static String name(int opcode) {
    return switch (opcode) {
      case EndpointRules.IS_SET -> "isSet";
      case EndpointRules.NOT -> "not";
      case EndpointRules.STRING_EQUALS -> "stringEquals";
      case EndpointRules.BOOLEAN_EQUALS -> "booleanEquals";
      case EndpointRules.PARTITION -> "aws.partition";
      case EndpointRules.SUBSTRING -> "substring";
      case EndpointRules.IS_VALID_HOST_LABEL -> "isValidHostLabel";
      case EndpointRules.PARSE_URL -> "parseURL";
      case EndpointRules.URI_ENCODE -> "uriEncode";
      case EndpointRules.SPLIT -> "split";
      case EndpointRules.COALESCE -> "coalesce";
      case EndpointRules.ITE -> "ite";
      case EndpointRules.PARSE_ARN -> "aws.parseArn";
      case EndpointRules.IS_VIRTUAL_HOSTABLE_S3_BUCKET -> "aws.isVirtualHostableS3Bucket";
      default -> "function" + opcode;
    };
  }

  /** Returns the number of arguments of a function that has a fixed number. */
  static int arguments(int opcode) {
    return switch (opcode) {
      case EndpointRules.STRING_EQUALS,
          EndpointRules.BOOLEAN_EQUALS,
          EndpointRules.IS_VALID_HOST_LABEL,
          EndpointRules.IS_VIRTUAL_HOSTABLE_S3_BUCKET ->
          2;
      case EndpointRules.SPLIT, EndpointRules.ITE -> 3;
      case EndpointRules.SUBSTRING -> 4;
      default -> 1;
    };
  }
}
