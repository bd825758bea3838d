package io.boto4j.internal.endpoint;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.rules.EndpointRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An evaluator that runs a compiled rule set once. Used by one thread.
 *
 * <p>It reads only the rules on the way to the result and skips the others, and moves only
 * forwards, so the number of steps is bounded by the length of the code. Values are {@code String},
 * {@code Boolean}, {@code Integer}, {@code List}, {@code Map}, or null.
 */
final class RuleEvaluator {
  /**
   * The length of the longest string that is made. Without a limit, conditions that each double the
   * result of the one before would exhaust the memory.
   */
  private static final int MAX_TEXT = 65_535;

  private final EndpointRules rules;
  private final Partitions partitions;
  private final @Nullable Object[] slots;
  private final @Nullable RuleTrace trace;
  private int position;

  /**
   * Creates an evaluator.
   *
   * @param slots the variables, which the evaluator modifies; the parameters among them must be
   *     {@link #checked}
   */
  RuleEvaluator(
      EndpointRules rules,
      Partitions partitions,
      @Nullable Object[] slots,
      @Nullable RuleTrace trace) {
    this.rules = rules;
    this.partitions = partitions;
    this.slots = slots;
    this.trace = trace;
  }

  /**
   * Finds the endpoint.
   *
   * @param parameters the values, in the order of the rules' parameters; null for those that are
   *     unset
   * @param trace records the conditions, or null
   * @throws EndpointResolutionException with the text of the error rule that was reached, or with
   *     botocore's text if a parameter is invalid or no rule matches
   */
  static RuleResult evaluate(
      EndpointRules rules,
      Partitions partitions,
      @Nullable Object[] parameters,
      @Nullable RuleTrace trace) {
    @Nullable Object[] slots = new Object[rules.slotCount()];
    RuleEvaluator evaluator = new RuleEvaluator(rules, partitions, slots, trace);
    for (int i = 0; i < parameters.length; i++) {
      slots[i] = evaluator.checked(i, parameters[i]);
    }
    RuleResult result;
    try {
      result = evaluator.run();
    } catch (StackOverflowError e) {
      // The compiler limits nesting, so these rules come from a damaged pack.
      throw Errors.damagedModel("The endpoint rules are damaged: they are nested too deeply");
    }
    if (result == null) {
      throw Errors.endpointResolution(
          "No endpoint found for parameters:" + describe(rules, parameters));
    }
    return result;
  }

  /** Returns the result of the rules, or null if none matches. */
  @Nullable RuleResult run() {
    position = rules.start();
    return rules(Integer.MAX_VALUE);
  }

  /**
   * Returns the value of a parameter, or its default; throws if the type is wrong or a required
   * value is missing.
   */
  @Nullable Object checked(int parameter, @Nullable Object value) {
    if (value == null) {
      int code = rules.defaultPosition(parameter);
      if (code > 0) {
        position = code;
        return expression();
      }
      if (rules.isRequired(parameter)) {
        throw Errors.endpointResolution(
            "Cannot find value for required parameter " + rules.parameterName(parameter));
      }
      return null;
    }
    int type = rules.parameterType(parameter);
    boolean fits =
        type == EndpointRules.STRING
            ? value instanceof String
            : type == EndpointRules.BOOLEAN ? value instanceof Boolean : value instanceof List<?>;
    if (!fits) {
      throw Errors.endpointResolution(
          "Value ("
              + rules.parameterName(parameter)
              + ") is the wrong type. Must be "
              + (type == EndpointRules.STRING
                  ? "a string."
                  : type == EndpointRules.BOOLEAN ? "a boolean." : "a list of strings."));
    }
    return value;
  }

  private static String describe(EndpointRules rules, @Nullable Object[] parameters) {
    String text = "";
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] != null) {
        text += "\n" + rules.parameterName(i) + ": " + Printable.of(String.valueOf(parameters[i]));
      }
    }
    return text;
  }

  /**
   * Returns the result of the rules at the position, or null if none matches.
   *
   * @param limit the position after the rules or later
   */
  private @Nullable RuleResult rules(int limit) {
    int count = varint();
    for (int i = 0; i < count; i++) {
      int length = varint();
      int end = position + length;
      if (end < position || end > limit) {
        throw Errors.damagedModel("The endpoint rules are damaged: a rule is too long");
      }
      int kind = u8();
      if (trace != null) {
        trace.enter(i + 1);
      }
      if (conditionsHold()) {
        RuleResult result = kind == EndpointRules.TREE ? rules(end) : leaf(kind);
        if (result != null) {
          return result;
        }
      }
      if (trace != null) {
        trace.leave();
      }
      position = end;
    }
    return null;
  }

  private boolean conditionsHold() {
    int count = varint();
    for (int i = 0; i < count; i++) {
      if (!conditionHolds()) {
        return false;
      }
    }
    return true;
  }

  /** Evaluates the condition at the position, and sets its variable if it has a value. */
  private boolean conditionHolds() {
    int slot = varint() - 1;
    int from = position;
    Object value = expression();
    if (trace != null) {
      trace.condition(this, from, slot, value);
    }
    if (value != null && slot >= 0) {
      slots[slot] = value;
    }
    return !isNothing(value);
  }

  /** Returns the result of a rule, which is null only if the rule is a diagram. */
  private @Nullable RuleResult leaf(int kind) {
    if (kind == EndpointRules.DIAGRAM) {
      return diagram();
    }
    if (trace != null) {
      trace.reached();
    }
    if (kind == EndpointRules.ERROR) {
      throw Errors.endpointResolution(shown(string(expression())));
    }
    String url = url();
    int count = varint();
    Map<String, List<String>> headers = count == 0 ? Map.of() : new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String name = rules.text(varint());
      int size = varint();
      List<String> values = new ArrayList<>();
      for (int n = 0; n < size; n++) {
        values.add(string(expression()));
      }
      headers.put(name, values);
    }
    return new RuleResult(
        url, headers, expression() instanceof Map<?, ?> properties ? properties : Map.of());
  }

  private @Nullable RuleResult diagram() {
    DiagramPath path = new DiagramPath(rules, position);
    while (path.isAtNode()) {
      int condition = path.condition();
      if (trace != null) {
        trace.moveTo(String.valueOf(condition + 1));
      }
      position = path.conditionPosition(condition);
      path.follow(conditionHolds());
    }
    int result = path.result();
    if (result == 0) {
      return null;
    }
    if (trace != null) {
      trace.moveTo("result ".concat(String.valueOf(result)));
    }
    position = path.resultPosition(result);
    return leaf(u8());
  }

  /**
   * Makes an error text printable: it may quote a bucket name, whose line breaks must not reach a
   * log.
   */
  private static String shown(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ') {
        return Printable.whole(text);
      }
    }
    return text;
  }

  /** Returns the URL, which is a template more often than not. */
  private String url() {
    if (rules.u8(position) != EndpointRules.TEMPLATE) {
      return string(expression());
    }
    position++;
    StringBuilder url = new StringBuilder(80);
    int count = varint();
    for (int i = 0; i < count; i++) {
      boolean trusted = isTrusted();
      join(url, string(expression()), trusted);
    }
    return url.toString();
  }

  /**
   * Appends a part of a template. A value in the host of a URL must not end the host, even if the
   * URL is made in a condition. Parts of a custom URL may, since that URL is validated as a whole.
   */
  private void join(StringBuilder text, String part, boolean trusted) {
    if (!trusted && endsHost(part) && isInHost(text) && !isAssignedPartOfUrl(part)) {
      throw Errors.endpointResolution("Not valid in a host name: \"" + Printable.of(part) + "\"");
    }
    if (text.length() + part.length() > MAX_TEXT) {
      throw Errors.endpointResolution(
          "The endpoint rules make a string of more than " + MAX_TEXT + " characters");
    }
    text.append(part);
  }

  /** Whether the next expression may end the host. */
  boolean isTrusted() {
    return rules.u8(position) == EndpointRules.TEXT || isPartOfUrl();
  }

  /** Whether the next expression is a part of a URL, such as {@code url#authority}. */
  private boolean isPartOfUrl() {
    int from = position;
    boolean found =
        u8() == EndpointRules.ATTRIBUTE
            && u8() == EndpointRules.REFERENCE
            && slots[varint()] instanceof Map<?, ?> parts
            && parts.containsKey("authority");
    position = from;
    return found;
  }

  /** Whether a value is a part of a URL that a condition has assigned to a variable of its own. */
  private boolean isAssignedPartOfUrl(Object value) {
    for (Object each : slots) {
      if (each instanceof Map<?, ?> parts && parts.containsKey("authority")) {
        for (Object part : parts.values()) {
          if (part == value) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isInHost(StringBuilder url) {
    int authority = url.indexOf("://");
    return authority >= 0 && url.indexOf("/", authority + 3) < 0;
  }

  static boolean endsHost(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/' || c == '\\' || c == '?' || c == '#' || c == '@' || c == ':') {
        return true;
      }
    }
    return false;
  }

  @Nullable Object expression() {
    int opcode = u8();
    return switch (opcode) {
      case EndpointRules.NULL -> null;
      case EndpointRules.FALSE -> false;
      case EndpointRules.TRUE -> true;
      case EndpointRules.WHOLE -> varint();
      case EndpointRules.TEXT -> rules.text(varint());
      case EndpointRules.TEMPLATE -> template();
      case EndpointRules.REFERENCE -> slots[varint()];
      case EndpointRules.ATTRIBUTE -> attribute();
      case EndpointRules.LIST -> list();
      case EndpointRules.MAP -> map();
      case EndpointRules.IS_SET -> expression() != null;
      case EndpointRules.NOT -> isNothing(expression());
      case EndpointRules.STRING_EQUALS -> {
        String first = string(expression());
        yield first.equals(string(expression()));
      }
      case EndpointRules.BOOLEAN_EQUALS -> {
        boolean first = bool(expression());
        yield first == bool(expression());
      }
      case EndpointRules.PARTITION ->
          partitions.outputs(expression() instanceof String region ? region : "");
      default -> function(opcode);
    };
  }

  static boolean isNothing(@Nullable Object value) {
    return value == null || Boolean.FALSE.equals(value);
  }

  /** Calls a function that only the rules of a few services use. */
  private @Nullable Object function(int opcode) {
    if (opcode == EndpointRules.COALESCE) {
      return coalesce();
    }
    Object value = expression();
    return switch (opcode) {
      case EndpointRules.ITE -> ifThenElse(bool(value));
      case EndpointRules.SPLIT -> split(value);
      case EndpointRules.SUBSTRING -> {
        int start = whole(expression());
        int stop = whole(expression());
        yield RuleFunctions.substring(string(value), start, stop, bool(expression()));
      }
      case EndpointRules.IS_VALID_HOST_LABEL ->
          RuleFunctions.isValidHostLabel(value, bool(expression()));
      case EndpointRules.PARSE_URL -> value == null ? null : RuleFunctions.parseUrl(string(value));
      case EndpointRules.URI_ENCODE ->
          value == null ? null : RuleFunctions.uriEncode(string(value));
      case EndpointRules.PARSE_ARN -> value == null ? null : RuleFunctions.parseArn(string(value));
      case EndpointRules.IS_VIRTUAL_HOSTABLE_S3_BUCKET ->
          RuleFunctions.isVirtualHostableS3Bucket(value, bool(expression()));
      default ->
          throw Errors.damagedModel(
              "The endpoint rules are damaged, or newer than this library: opcode " + opcode);
    };
  }

  private @Nullable List<String> split(@Nullable Object value) {
    String delimiter = string(expression());
    int limit = whole(expression());
    return value == null ? null : RuleFunctions.split(string(value), delimiter, limit);
  }

  /** Returns the first value that is set, without evaluating the expressions after it. */
  private @Nullable Object coalesce() {
    int length = varint();
    int end = position + length;
    Object value = null;
    for (int count = varint(); count > 0 && value == null; count--) {
      value = expression();
    }
    skipTo(end);
    return value;
  }

  private @Nullable Object ifThenElse(boolean condition) {
    int length = varint();
    if (!condition) {
      skipTo(position + length);
      varint();
      return expression();
    }
    Object value = expression();
    length = varint();
    skipTo(position + length);
    return value;
  }

  private void skipTo(int end) {
    if (end < position) {
      throw Errors.damagedModel("The endpoint rules are damaged: an expression is too long");
    }
    position = end;
  }

  private String template() {
    int count = varint();
    StringBuilder text = new StringBuilder(64);
    for (int i = 0; i < count; i++) {
      boolean trusted = isTrusted();
      Object part = expression();
      boolean isScalar = part instanceof Boolean || part instanceof Integer;
      join(text, isScalar ? String.valueOf(part) : string(part), trusted);
    }
    return text.toString();
  }

  private @Nullable Object attribute() {
    Object value = expression();
    int steps = varint();
    for (int i = 0; i < steps; i++) {
      int name = varint() - 1;
      if (name >= 0) {
        value = value instanceof Map<?, ?> map ? map.get(rules.text(name)) : null;
      } else {
        int zigzag = varint();
        int index = (zigzag >>> 1) ^ -(zigzag & 1);
        value = value instanceof List<?> list ? element(list, index) : null;
      }
    }
    return value;
  }

  /** Returns an element, counted from the end if the index is negative, or null. */
  private static @Nullable Object element(List<?> list, int index) {
    int at = index < 0 ? list.size() + index : index;
    return at >= 0 && at < list.size() ? list.get(at) : null;
  }

  private List<@Nullable Object> list() {
    int count = varint();
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(expression());
    }
    return list;
  }

  private Map<String, @Nullable Object> map() {
    int count = varint();
    if (count == 0) {
      return Map.of();
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String key = rules.text(varint());
      map.put(key, expression());
    }
    return map;
  }

  private static String string(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong("strings", value);
  }

  private static boolean bool(@Nullable Object value) {
    if (value instanceof Boolean bool) {
      return bool;
    }
    throw wrong("bools", value);
  }

  private static int whole(@Nullable Object value) {
    if (value instanceof Integer whole) {
      return whole;
    }
    throw wrong("numbers", value);
  }

  private static RuntimeException wrong(String what, @Nullable Object value) {
    return Errors.endpointResolution(
        "The endpoint rules compare or join values that are not "
            + what
            + ": "
            + (value == null ? "not set" : Printable.of(String.valueOf(value))));
  }

  int u8() {
    return rules.u8(position++);
  }

  /** Moves to a position and returns the previous one. */
  int moveTo(int elsewhere) {
    int from = position;
    position = elsewhere;
    return from;
  }

  int position() {
    return position;
  }

  int varint() {
    int value = u8();
    if (value < 0x80) {
      return value;
    }
    value &= 0x7f;
    for (int shift = 7; shift < 32; shift += 7) {
      int next = u8();
      value |= (next & 0x7f) << shift;
      if (next < 0x80 && value >= 0) {
        return value;
      }
    }
    throw Errors.damagedModel("The endpoint rules are damaged: a number is too long");
  }
}
