package io.boto4j.local.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.ValueReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar of conditions, their evaluation and the messages of their errors. */
final class ConditionParserTest {
  private static final Attributes ITEM =
      ValueReader.attributes(
          Map.of(
              "s", Map.of("S", "hello"),
              "n", Map.of("N", "10"),
              "m", Map.of("N", "20"),
              "b", Map.of("B", new byte[] {1, 2, 3}),
              "yes", Map.of("BOOL", true),
              "none", Map.of("NULL", true),
              "tags", Map.of("SS", List.of("x", "y")),
              "l", Map.of("L", List.of(Map.of("S", "a"), Map.of("N", "1"))),
              "doc", Map.of("M", Map.of("inner", Map.of("L", List.of(Map.of("S", "deep")))))));

  private static final Map<String, Object> VALUES =
      Map.of(
          ":hello", Map.of("S", "hello"),
          ":he", Map.of("S", "he"),
          ":ten", Map.of("N", "10"),
          ":five", Map.of("N", "5"),
          ":deep", Map.of("S", "deep"),
          ":x", Map.of("S", "x"),
          ":type", Map.of("S", "SS"),
          ":bytes", Map.of("B", new byte[] {2, 3}),
          ":yes", Map.of("BOOL", true));

  private static final Map<String, String> NAMES =
      Map.of("#s", "s", "#inner", "inner", "#missing", "missing");

  private static boolean holds(String expression) {
    return ConditionParser.parse(
            "ConditionExpression", expression, new Substitutions(NAMES, VALUES))
        .condition()
        .holds(ITEM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s = :hello | true",
        "(s) = (:hello) | true",
        "#s = :hello | true",
        "s <> :hello | false",
        "#missing <> :hello | true",
        "#missing = :hello | false",
        "n >= :ten | true",
        "n < m | true",
        "m <= n | false",
        "n > s | false",
        "n BETWEEN :five AND m | true",
        "n between m and m | false",
        "n IN (:five, :ten) | true",
        "n IN (:five) | false",
        "attribute_exists(doc.#inner[0]) | true",
        "attribute_exists(doc.#inner[1]) | false",
        "attribute_not_exists(#missing) | true",
        "attribute_type(tags, :type) | true",
        "begins_with(s, :he) | true",
        "begins_with(n, :he) | false",
        "contains(s, :he) | true",
        "contains(tags, :x) | true",
        "contains(tags, :he) | false",
        "contains(b, :bytes) | true",
        "contains(doc.#inner, :deep) | true",
        "size(s) = :five | true",
        "size(tags) < size(s) | true",
        "size(n) = :five | false",
        "NOT s = :hello | false",
        "NOT (s = :hello AND n = :five) | true",
        "s = :he OR n = :ten AND yes = :yes | true",
        "(s = :he OR n = :ten) AND n = :five | false",
        "s = :hello AND (n = :five OR n = :ten) | true",
        "l[0] = :x OR l[1] < :five | true"
      })
  void condition_ofAnyForm_isEvaluated(String expression, boolean expected) {
    assertThat(holds(expression.strip())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s = | Syntax error; token: \"<EOF>\", near: \"=\"",
        "s == :he | Syntax error; token: \"=\", near: \"== :he\"",
        "s = :he n | Syntax error; token: \"n\", near: \":he n\"",
        "s | Syntax error; token: \"<EOF>\", near: \"s\"",
        "AND = :he | Syntax error; token: \"AND\", near: \"AND =\"",
        "s = :he AND | Syntax error; token: \"<EOF>\", near: \"AND\"",
        "s.1 = :he | Syntax error; token: \"1\", near: \".1 =\"",
        "((s = :he)) | The expression has redundant parentheses;",
        "name = :he | Attribute name is a reserved keyword; reserved keyword: name",
        "foo(s, :he) | Invalid function name; function: foo",
        "size(s) | The function is not allowed to be used this way in an expression; function:"
            + " size",
        "begins_with(s, :he) = :yes | The function is not allowed to be used this way in an"
            + " expression; function: begins_with",
        "begins_with(s) | Incorrect number of operands for operator or function; operator or"
            + " function: begins_with, number of operands: 1",
        "begins_with(s, :ten) | Incorrect operand type for operator or function; operator or"
            + " function: begins_with, operand type: N",
        "attribute_exists(:he) | Operator or function requires a document path; operator or"
            + " function: attribute_exists",
        "attribute_type(s, :he) | Invalid attribute type name found; type: he, valid types:"
            + " {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
        "s = s | The first operand must be distinct from the remaining operands for this operator"
            + " or function; operator: =, first operand: [s]",
        "#no = :he | An expression attribute name used in the document path is not defined;"
            + " attribute name: #no",
        "s = :no | An expression attribute value used in expression is not defined; attribute"
            + " value: :no",
        "n BETWEEN :ten AND :five | The BETWEEN operator requires upper bound to be greater than or"
            + " equal to lower bound; lower bound operand: AttributeValue: {N:10}, upper bound"
            + " operand: AttributeValue: {N:5}",
        "n BETWEEN :ten AND :he | The BETWEEN operator requires same data type for lower and upper"
            + " bounds; lower bound operand: AttributeValue: {N:10}, upper bound operand:"
            + " AttributeValue: {S:he}"
      })
  void condition_thatIsInvalid_isRefusedInDynamoDbsWords(String expression, String problem) {
    assertThatThrownBy(() -> holds(expression.strip()))
        .hasMessage("Invalid ConditionExpression: " + problem.strip());
  }

  @Test
  void condition_empty_isRefused() {
    assertThatThrownBy(() -> holds(""))
        .hasMessage("Invalid ConditionExpression: The expression can not be empty;");
  }

  @Test
  void condition_deeplyNested_isParsedOrRefused() {
    assertThat(holds("NOT ".repeat(200) + "s = :hello")).isTrue();
    assertThatThrownBy(() -> holds("(".repeat(4000) + "s = :hello"))
        .hasMessage("Invalid ConditionExpression: The expression has more than 300 nested levels;");
    assertThatThrownBy(() -> holds("s = :hello OR ".repeat(400) + "s = :he"))
        .hasMessageContaining("Expression size has exceeded the maximum allowed size");
  }
}
