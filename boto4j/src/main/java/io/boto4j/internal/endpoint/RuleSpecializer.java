package io.boto4j.internal.endpoint;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.model.ModelException;
import io.boto4j.model.rules.EndpointRules;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partial evaluator: substitutes a client's known parameters into its service's rules and drops
 * the conditions that they decide. Of the 87 conditions on the way to an S3 bucket, some ten depend
 * on the bucket. Used by one thread, once.
 *
 * <p>The result is again a rule set, in the same encoding and for the same evaluator. It fails only
 * where the complete rules fail, but perhaps with another error.
 */
final class RuleSpecializer {
  /** A marker that no rule has as its value. */
  private static final Object UNKNOWN = new Object();

  private final EndpointRules rules;
  private final RuleEvaluator evaluator;

  /** The values of the known slots. */
  private final @Nullable Object[] values;

  private boolean[] known;
  private final List<String> texts = new ArrayList<>();

  /** Known values that are not text, which are stored in slots after those of the rules. */
  private final List<@Nullable Object> constants = new ArrayList<>();

  private RuleSpecializer(
      EndpointRules rules,
      Partitions partitions,
      @Nullable Object[] parameters,
      boolean[] assumed) {
    this.rules = rules;
    this.values = new Object[rules.slotCount()];
    this.known = Arrays.copyOf(assumed, rules.slotCount());
    this.evaluator = new RuleEvaluator(rules, partitions, values, null);
    for (int i = 0; i < assumed.length; i++) {
      values[i] = assumed[i] ? evaluator.checked(i, parameters[i]) : null;
    }
  }

  /** Code being written, and the number of rules, conditions or parts in it. */
  private static final class Code {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int count;

    /** Whether it ends with a rule that always matches. */
    boolean ends;

    void u8(int value) {
      bytes.write(value);
    }

    void varint(int value) {
      int rest = value;
      while (rest >= 0x80) {
        bytes.write((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      bytes.write(rest);
    }

    void counted(Code code) {
      varint(code.count);
      bytes.writeBytes(code.bytes.toByteArray());
    }

    void measured(Code code) {
      varint(code.bytes.size());
      bytes.writeBytes(code.bytes.toByteArray());
    }

    void append(Code code) {
      count += code.count;
      bytes.writeBytes(code.bytes.toByteArray());
    }
  }

  /**
   * Specializes the rules for a client.
   *
   * @param parameters the values, in the order of the rules' parameters
   * @param assumed the parameters that are known
   * @return the rules, or null if the known values already make the rules fail, or the rules are a
   *     decision diagram, which has less to gain: it does not repeat conditions
   */
  static @Nullable AssumedRules of(
      EndpointRules rules,
      Partitions partitions,
      @Nullable Object[] parameters,
      boolean[] assumed) {
    if (rules.isDiagram()) {
      return null;
    }
    try {
      return new RuleSpecializer(rules, partitions, parameters, assumed).rules(parameters, assumed);
    } catch (EndpointResolutionException | ModelException e) {
      return null;
    }
  }

  private AssumedRules rules(@Nullable Object[] parameters, boolean[] assumed) {
    evaluator.moveTo(rules.start());
    Code code = new Code();
    code.counted(rules());
    int own = rules.slotCount();
    @Nullable Object[] slots = Arrays.copyOf(values, own + constants.size());
    for (int i = 0; i < constants.size(); i++) {
      slots[own + i] = constants.get(i);
    }
    EndpointRules made =
        rules.withRules(code.bytes.toByteArray(), texts.toArray(new String[0]), slots.length);
    return new AssumedRules(made, parameters, assumed, slots);
  }

  private Code rules() {
    Code out = new Code();
    int count = evaluator.varint();
    for (int i = 0; i < count; i++) {
      int length = evaluator.varint();
      int end = evaluator.position() + length;
      if (!out.ends) {
        boolean[] before = known.clone();
        rule(out);
        known = before;
      }
      evaluator.moveTo(end);
    }
    return out;
  }

  private void rule(Code out) {
    int kind = evaluator.u8();
    Code conditions = new Code();
    boolean mayHold = conditions(conditions);
    if (!mayHold && conditions.count == 0) {
      return;
    }
    Code body = new Code();
    if (!mayHold) {
      // The conditions before the one that never holds are kept, since they may fail.
      body.u8(EndpointRules.TREE);
      body.counted(conditions);
      body.varint(0);
    } else if (kind == EndpointRules.TREE) {
      Code inner = rules();
      if (conditions.count == 0) {
        out.append(inner);
        out.ends = inner.ends;
        return;
      }
      body.u8(kind);
      body.counted(conditions);
      body.counted(inner);
    } else {
      body.u8(kind);
      body.counted(conditions);
      leaf(kind, body);
      out.ends = conditions.count == 0;
    }
    out.measured(body);
    out.count++;
  }

  /** Writes the undecided conditions; returns whether all conditions may hold. */
  private boolean conditions(Code out) {
    int count = evaluator.varint();
    for (int i = 0; i < count; i++) {
      int slot = evaluator.varint() - 1;
      int from = evaluator.position();
      Object value = value();
      if (RuleEvaluator.isNothing(value)) {
        return false;
      }
      if (value == UNKNOWN) {
        evaluator.moveTo(from);
        out.varint(slot + 1);
        expression(out);
        out.count++;
      } else if (slot >= 0) {
        values[slot] = value;
        known[slot] = true;
      }
    }
    return true;
  }

  private void leaf(int kind, Code out) {
    if (kind == EndpointRules.ERROR) {
      expression(out);
      return;
    }
    url(out);
    int headers = evaluator.varint();
    out.varint(headers);
    for (int i = 0; i < headers; i++) {
      out.varint(evaluator.varint());
      expressions(out, counted(out));
    }
    expression(out);
  }

  private void url(Code out) {
    int from = evaluator.position();
    if (evaluator.u8() == EndpointRules.TEMPLATE) {
      template(out, /* isUrl= */ true);
    } else {
      evaluator.moveTo(from);
      expression(out);
    }
  }

  private void expression(Code out) {
    int from = evaluator.position();
    Object value = value();
    if (value != UNKNOWN) {
      constant(out, value);
      return;
    }
    evaluator.moveTo(from);
    int opcode = evaluator.u8();
    switch (opcode) {
      case EndpointRules.TEMPLATE -> template(out, /* isUrl= */ false);
      case EndpointRules.REFERENCE -> {
        out.u8(opcode);
        counted(out);
      }
      case EndpointRules.ATTRIBUTE -> {
        out.u8(opcode);
        expression(out);
        for (int steps = counted(out); steps > 0; steps--) {
          if (counted(out) == 0) {
            counted(out);
          }
        }
      }
      case EndpointRules.LIST -> {
        out.u8(opcode);
        expressions(out, counted(out));
      }
      case EndpointRules.MAP -> {
        out.u8(opcode);
        for (int entries = counted(out); entries > 0; entries--) {
          counted(out);
          expression(out);
        }
      }
      case EndpointRules.COALESCE -> coalesce(out);
      case EndpointRules.ITE -> ifThenElse(out);
      default -> {
        out.u8(opcode);
        expressions(out, RuleText.arguments(opcode));
      }
    }
  }

  /** Writes the expressions that may be the first that is set. */
  private void coalesce(Code out) {
    int length = evaluator.varint();
    int end = evaluator.position() + length;
    Code code = new Code();
    Object value = null;
    for (int count = evaluator.varint(); count > 0 && isUnset(value); count--) {
      int from = evaluator.position();
      value = value();
      if (value != null) {
        evaluator.moveTo(from);
        expression(code);
        code.count++;
      }
    }
    evaluator.moveTo(end);
    Code body = new Code();
    body.counted(code);
    out.u8(EndpointRules.COALESCE);
    out.measured(body);
  }

  /** Whether a value of {@link #value()} is null or may be. */
  private static boolean isUnset(@Nullable Object value) {
    return value == null || value == UNKNOWN;
  }

  /** Writes one of two expressions if the condition is known. */
  private void ifThenElse(Code out) {
    int from = evaluator.position();
    Object condition = value();
    if (condition instanceof Boolean isFirst) {
      measured(isFirst ? out : new Code());
      measured(isFirst ? new Code() : out);
      return;
    }
    evaluator.moveTo(from);
    out.u8(EndpointRules.ITE);
    expression(out);
    for (int i = 0; i < 2; i++) {
      Code code = new Code();
      measured(code);
      out.measured(code);
    }
  }

  /** Writes an expression that has its length before it, without the length. */
  private void measured(Code out) {
    evaluator.varint();
    expression(out);
  }

  private void expressions(Code out, int count) {
    for (int i = 0; i < count; i++) {
      expression(out);
    }
  }

  private int counted(Code out) {
    int number = evaluator.varint();
    out.varint(number);
    return number;
  }

  /** Joins adjacent known parts that cannot end the host of a URL. */
  private void template(Code out, boolean isUrl) {
    Code parts = new Code();
    StringBuilder joined = new StringBuilder();
    int count = evaluator.varint();
    for (int i = 0; i < count; i++) {
      int from = evaluator.position();
      boolean isTrusted = evaluator.isTrusted();
      Object value = value();
      if (isText(value, isUrl) && (isTrusted || !RuleEvaluator.endsHost(String.valueOf(value)))) {
        joined.append(value);
      } else {
        text(parts, joined);
        evaluator.moveTo(from);
        part(parts, isTrusted);
      }
    }
    text(parts, joined);
    out.u8(EndpointRules.TEMPLATE);
    out.counted(parts);
  }

  private static boolean isText(@Nullable Object value, boolean isUrl) {
    return value instanceof String || (!isUrl && value != null && isScalar(value));
  }

  private static boolean isScalar(Object value) {
    return value instanceof Boolean || value instanceof Integer;
  }

  private void text(Code parts, StringBuilder joined) {
    if (joined.length() > 0) {
      constant(parts, joined.toString());
      parts.count++;
      joined.setLength(0);
    }
  }

  /** Writes a part. A known value that must not count as a literal is stored in a slot. */
  private void part(Code parts, boolean isTrusted) {
    int from = evaluator.position();
    Object value = isTrusted ? UNKNOWN : value();
    if (value == UNKNOWN) {
      evaluator.moveTo(from);
      expression(parts);
    } else {
      slot(parts, value);
    }
    parts.count++;
  }

  private void constant(Code out, @Nullable Object value) {
    if (value == null) {
      out.u8(EndpointRules.NULL);
    } else if (value instanceof Boolean bool) {
      out.u8(bool ? EndpointRules.TRUE : EndpointRules.FALSE);
    } else if (value instanceof String text) {
      int at = texts.indexOf(text);
      if (at < 0) {
        at = texts.size();
        texts.add(text);
      }
      out.u8(EndpointRules.TEXT);
      out.varint(rules.textCount() + at);
    } else if (value instanceof Integer whole && whole >= 0) {
      out.u8(EndpointRules.WHOLE);
      out.varint(whole);
    } else {
      slot(out, value);
    }
  }

  private void slot(Code out, @Nullable Object value) {
    out.u8(EndpointRules.REFERENCE);
    int at = constants.indexOf(value);
    if (at < 0) {
      at = constants.size();
      constants.add(value);
    }
    out.varint(rules.slotCount() + at);
  }

  /**
   * Moves to the end of an expression; returns its value, or {@link #UNKNOWN} if it is unknown or
   * fails.
   */
  private @Nullable Object value() {
    int from = evaluator.position();
    boolean isKnown = isKnown();
    int end = evaluator.moveTo(from);
    try {
      return isKnown ? evaluator.expression() : UNKNOWN;
    } catch (EndpointResolutionException e) {
      return UNKNOWN;
    } finally {
      evaluator.moveTo(end);
    }
  }

  /** Moves to the end of an expression; returns whether all its variables are known. */
  private boolean isKnown() {
    int opcode = evaluator.u8();
    return switch (opcode) {
      case EndpointRules.NULL, EndpointRules.FALSE, EndpointRules.TRUE -> true;
      case EndpointRules.WHOLE, EndpointRules.TEXT -> evaluator.varint() >= 0;
      case EndpointRules.REFERENCE -> known[evaluator.varint()];
      case EndpointRules.TEMPLATE, EndpointRules.LIST -> areKnown(evaluator.varint());
      case EndpointRules.ATTRIBUTE -> {
        boolean isKnown = isKnown();
        for (int steps = evaluator.varint(); steps > 0; steps--) {
          if (evaluator.varint() == 0) {
            evaluator.varint();
          }
        }
        yield isKnown;
      }
      case EndpointRules.MAP -> {
        boolean areKnown = true;
        for (int entries = evaluator.varint(); entries > 0; entries--) {
          evaluator.varint();
          areKnown &= isKnown();
        }
        yield areKnown;
      }
      case EndpointRules.COALESCE -> evaluator.varint() >= 0 && areKnown(evaluator.varint());
      case EndpointRules.ITE -> {
        boolean areKnown = isKnown();
        areKnown &= isMeasuredKnown();
        areKnown &= isMeasuredKnown();
        yield areKnown;
      }
      default -> areKnown(RuleText.arguments(opcode));
    };
  }

  private boolean isMeasuredKnown() {
    return evaluator.varint() >= 0 && isKnown();
  }

  private boolean areKnown(int count) {
    boolean areKnown = true;
    for (int i = 0; i < count; i++) {
      areKnown &= isKnown();
    }
    return areKnown;
  }
}
