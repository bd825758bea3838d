package io.boto4j.local.sns;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.pattern.AddressBlock;
import io.boto4j.local.pattern.JsonPattern;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filter policies of subscriptions: their rules, and whether a message passes. */
final class FilterPolicy {
  private static final int MOST_KEYS = 5;
  private static final long MOST_COMBINATIONS = 150;
  private static final BigDecimal LARGEST = new BigDecimal(1_000_000_000);

  private final boolean body;
  private long combinations = 1;

  private FilterPolicy(boolean body) {
    this.body = body;
  }

  /**
   * Checks a policy.
   *
   * @throws EngineException with the sentence of SNS
   */
  static void check(String text, boolean body) {
    Map<?, ?> policy = read(text);
    if (policy.size() > MOST_KEYS) {
      throw filterPolicy("Filter policy can not have more than " + MOST_KEYS + " keys");
    }
    FilterPolicy check = new FilterPolicy(body);
    check.count(policy, 1);
    if (check.combinations > MOST_COMBINATIONS) {
      throw filterPolicy("Filter policy is too complex");
    }
    check.checkRules(policy);
  }

  private static Map<?, ?> read(String text) {
    try {
      if (Json.read(text) instanceof Map<?, ?> policy) {
        return policy;
      }
    } catch (IllegalArgumentException e) {
      throw filterPolicy("failed to parse JSON. " + e.getMessage());
    }
    throw filterPolicy("failed to parse JSON.");
  }

  private static EngineException filterPolicy(String rest) {
    return SnsErrors.parameter("FilterPolicy: " + rest);
  }

  private void count(Map<?, ?> policy, int depth) {
    for (Map.Entry<?, ?> entry : policy.entrySet()) {
      Object value = entry.getValue();
      if (value instanceof Map<?, ?> nested) {
        if (!body) {
          throw SnsErrors.parameter(
              "Filter policy scope MessageAttributes does not support nested filter policy");
        }
        count(nested, depth + 1);
      } else if (value instanceof List<?> rules) {
        if (isOr(entry)) {
          rules.forEach(each -> count((Map<?, ?>) each, depth + 1));
        }
        combinations = Math.min(Integer.MAX_VALUE, combinations * rules.size() * depth);
      } else {
        throw filterPolicy("\"" + entry.getKey() + "\" must be an object or an array");
      }
    }
  }

  private static boolean isOr(Map.Entry<?, ?> entry) {
    return "$or".equals(entry.getKey())
        && entry.getValue() instanceof List<?> list
        && list.stream().allMatch(each -> each instanceof Map<?, ?>);
  }

  private void checkRules(Map<?, ?> policy) {
    for (Map.Entry<?, ?> entry : policy.entrySet()) {
      if (entry.getValue() instanceof Map<?, ?> nested) {
        checkRules(nested);
      } else if (entry.getValue() instanceof List<?> rules) {
        for (Object rule : rules) {
          if (isOr(entry)) {
            checkRules((Map<?, ?>) rule);
          } else {
            checkRule(rule);
          }
        }
      }
    }
  }

  private static void checkRule(@Nullable Object rule) {
    if (rule == null || rule instanceof String || rule instanceof Boolean) {
      return;
    }
    if (rule instanceof Number number) {
      if (new BigDecimal(number.toString()).abs().compareTo(LARGEST) >= 0) {
        throw new EngineException("InternalErrorException", "Unknown", 500, Map.of());
      }
      return;
    }
    if (!(rule instanceof Map<?, ?> map)) {
      throw filterPolicy("Match value must be String, number, true, false, or null");
    }
    if (map.size() != 1) {
      throw filterPolicy("Only one key allowed in match expression");
    }
    Map.Entry<?, ?> operator = map.entrySet().iterator().next();
    checkOperator(String.valueOf(operator.getKey()), operator.getValue());
  }

  private static void checkOperator(String operator, @Nullable Object operand) {
    switch (operator) {
      case "exists" -> {
        if (!(operand instanceof Boolean)) {
          throw filterPolicy("exists match pattern must be either true or false.");
        }
      }
      case "numeric" -> NumericRule.check(operand);
      case "prefix", "suffix", "equals-ignore-case", "wildcard" -> {
        if (!(operand instanceof String)) {
          throw filterPolicy(operator + " match pattern must be a string");
        }
      }
      case "cidr" -> {
        if (!(operand instanceof String block) || !AddressBlock.isValid(block)) {
          throw filterPolicy("Malformed CIDR, one '/' required");
        }
      }
      case "anything-but" -> {
        if (operand instanceof Map<?, ?> map) {
          map.forEach((name, value) -> checkOperator(String.valueOf(name), value));
        } else if (operand instanceof List<?> list && list.isEmpty()) {
          throw filterPolicy("anything-but list must not be empty");
        }
      }
      default -> throw filterPolicy("Unrecognized match type " + operator);
    }
  }

  /** Whether a message passes. */
  static boolean passes(
      String policy, boolean body, String message, Map<String, Structure> attributes) {
    Map<?, ?> pattern = read(policy);
    if (!body) {
      return JsonPattern.matches(pattern, values(attributes));
    }
    try {
      return Json.read(message) instanceof Map<?, ?> document
          && JsonPattern.matches(pattern, document);
    } catch (IllegalArgumentException e) {
      return false; // a message that is not JSON passes no policy on its body
    }
  }

  /**
   * The values of attributes as JSON: numbers, texts, and the lists that {@code String.Array} has.
   */
  private static Map<String, @Nullable Object> values(Map<String, Structure> attributes) {
    Map<String, @Nullable Object> values = new HashMap<>();
    attributes.forEach(
        (name, attribute) -> {
          String type = String.valueOf(attribute.text("DataType"));
          String text = attribute.text("StringValue");
          if (type.startsWith("Number") && text != null) {
            values.put(name, new BigDecimal(text));
          } else if (type.equals("String.Array") && text != null) {
            values.put(name, array(text));
          } else if (type.startsWith("String")) {
            values.put(name, text);
          } else {
            values.put(name, Map.of()); // bytes match nothing
          }
        });
    return values;
  }

  private static @Nullable Object array(String text) {
    try {
      return Json.read(text);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
