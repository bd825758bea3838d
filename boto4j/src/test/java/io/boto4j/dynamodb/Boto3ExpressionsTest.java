package io.boto4j.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Conditions become boto3's expressions; the cases are those of dynamodb_expressions.py. */
final class Boto3ExpressionsTest {
  @Test
  void expressions_kept_areThoseOfBoto3() throws Exception {
    List<Map<String, Object>> cases = Python.kept("python-expressions.json");

    Set<String> operators = new TreeSet<>();
    cases.forEach(each -> operators.add((String) ((Map<?, ?>) each.get("condition")).get("op")));
    assertThat(operators).hasSize(16);
    cases.forEach(Boto3ExpressionsTest::check);
  }

  @Test
  void expressions_random_areThoseOfBoto3() throws Exception {
    long seed = new Random().nextInt(1_000_000);
    for (Map<String, Object> each : Python.made("dynamodb_expressions.py", seed, 500)) {
      check(each);
    }
  }

  private static void check(Map<String, Object> each) {
    Expression expression = condition((Map<?, ?>) each.get("condition")).expression();

    assertThat(expression.text()).isEqualTo(each.get("text"));
    assertThat(expression.names()).isEqualTo(each.get("names"));
    assertThat(expression.values()).isEqualTo(each.get("values"));
  }

  private static Condition condition(Map<?, ?> told) {
    Map<?, ?> of = (Map<?, ?>) told.get("of");
    return switch ((String) told.get("op")) {
      case "and" -> condition(of).and(condition((Map<?, ?>) told.get("and")));
      case "or" -> condition(of).or(condition((Map<?, ?>) told.get("and")));
      case "not" -> condition(of).not();
      default -> {
        Object[] values =
            ((List<?>) told.get("values"))
                .stream().map(value -> operand((Map<?, ?>) value)).toArray();
        yield leaf((String) told.get("op"), (AttributeOperand) operand(of), values);
      }
    };
  }

  private static Condition leaf(String op, AttributeOperand of, Object... values) {
    return switch (op) {
      case "eq" -> of.eq(values[0]);
      case "lt" -> of.lt(values[0]);
      case "lte" -> of.lte(values[0]);
      case "gt" -> of.gt(values[0]);
      case "gte" -> of.gte(values[0]);
      case "begins_with" -> of.beginsWith(values[0]);
      case "between" -> of.between(values[0], values[1]);
      case "ne" -> ((Attr) of).ne(values[0]);
      case "is_in" -> ((Attr) of).in(Arrays.asList(values));
      case "exists" -> ((Attr) of).exists();
      case "not_exists" -> ((Attr) of).notExists();
      case "contains" -> ((Attr) of).contains(values[0]);
      case "attribute_type" -> ((Attr) of).attributeType((String) values[0]);
      default -> throw new AssertionError(op);
    };
  }

  private static Object operand(Map<?, ?> told) {
    Map.Entry<?, ?> only = told.entrySet().iterator().next();
    return switch ((String) only.getKey()) {
      case "attr" -> Conditions.attr((String) only.getValue());
      case "key" -> Conditions.key((String) only.getValue());
      case "size" -> Conditions.attr((String) only.getValue()).size();
      default -> only.getValue();
    };
  }
}
