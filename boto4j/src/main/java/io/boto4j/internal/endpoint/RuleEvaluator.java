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
 * <p>It reads only the rules on the way to the result and skips the others. Values are {@code
 * String}, {@code Boolean}, {@code Integer}, {@code List}, {@code Map}, or null.
 */
final class RuleEvaluator {
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
    RuleResult result = evaluator.run();
    if (result == null) {
      throw Errors.endpointResolution(
          "No endpoint found for parameters:" + describe(rules, parameters));
    }
    return result;
  }

  /** Returns the result of the rules, or null if none matches. */
  @Nullable RuleResult run() {
    position = rules.start();
    return rules();
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

  private @Nullable RuleResult rules() {
    int count = varint();
    for (int i = 0; i < count; i++) {
      int length = varint();
      int end = position + length;
      int kind = u8();
      if (trace != null) {
        trace.enter(i + 1);
      }
      if (conditionsHold()) {
        RuleResult result = kind == EndpointRules.TREE ? rules() : leaf(kind);
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
      int slot = varint() - 1;
      int from = position;
      Object value = expression();
      if (trace != null) {
        trace.condition(this, from, slot, value);
      }
      if (isNothing(value)) {
        return false;
      }
      if (slot >= 0) {
        slots[slot] = value;
      }
    }
    return true;
  }

  private RuleResult leaf(int kind) {
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
      List<String> values = new ArrayList<>(size);
      for (int n = 0; n < size; n++) {
        values.add(string(expression()));
      }
      headers.put(name, values);
    }
    return new RuleResult(
        url, headers, expression() instanceof Map<?, ?> properties ? properties : Map.of());
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

  /**
   * Returns the URL, and rejects a value in its host that would end the host. Parts of a custom URL
   * are allowed, since that URL is validated as a whole.
   */
  private String url() {
    if (rules.u8(position) != EndpointRules.TEMPLATE) {
      return string(expression());
    }
    position++;
    StringBuilder url = new StringBuilder(80);
    int count = varint();
    for (int i = 0; i < count; i++) {
      boolean trusted = isTrusted();
      String part = string(expression());
      if (!trusted && i > 0 && isInHost(url) && endsHost(part)) {
        throw Errors.endpointResolution("Not valid in a host name: \"" + Printable.of(part) + "\"");
      }
      url.append(part);
    }
    return url.toString();
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
    Object value = expression();
    return switch (opcode) {
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

  private String template() {
    int count = varint();
    StringBuilder text = new StringBuilder(64);
    for (int i = 0; i < count; i++) {
      Object part = expression();
      text.append(part instanceof Boolean || part instanceof Integer ? part : string(part));
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
        int index = varint();
        value = value instanceof List<?> list && index < list.size() ? list.get(index) : null;
      }
    }
    return value;
  }

  private List<@Nullable Object> list() {
    int count = varint();
    List<@Nullable Object> list = new ArrayList<>(count);
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
      if (next < 0x80) {
        return value;
      }
    }
    throw Errors.damagedModel("The endpoint rules are damaged: a number is too long");
  }
}
