package io.boto4j.local.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Json;
import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.ValueReader;
import io.boto4j.local.dynamodb.value.ValueWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar of updates, their effects and the messages of their errors. */
final class UpdateParserTest {
  private static final Attributes ITEM =
      ValueReader.attributes(
          Map.of(
              "n", Map.of("N", "10"),
              "s", Map.of("S", "text"),
              "tags", Map.of("SS", List.of("x", "y")),
              "l", Map.of("L", List.of(Map.of("N", "0"), Map.of("N", "1"), Map.of("N", "2"))),
              "doc", Map.of("M", Map.of("a", Map.of("N", "1")))));

  private static final Map<String, Object> VALUES =
      Map.of(
          ":n", Map.of("N", "5"),
          ":s", Map.of("S", "v"),
          ":set", Map.of("SS", List.of("y", "z")),
          ":all", Map.of("SS", List.of("x", "y")),
          ":l", Map.of("L", List.of(Map.of("S", "new"))));

  private static Attributes updated(String expression) {
    return UpdateParser.parse(
            expression, new Substitutions(Map.of("#d", "doc", "#dot", "a.b"), VALUES))
        .applyTo(ITEM);
  }

  private static Object at(String expression, String attribute) {
    Object value = ValueWriter.wire(updated(expression)).get(attribute);
    return value == null ? "none" : Json.write(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET n = :n | n | {'N':'5'}",
        "SET n = n + :n | n | {'N':'15'}",
        "SET n = :n - n | n | {'N':'-5'}",
        "SET n = (n + :n) | n | {'N':'15'}",
        "SET x = if_not_exists(x, :s) | x | {'S':'v'}",
        "SET s = if_not_exists(s, :s) | s | {'S':'text'}",
        "SET x = if_not_exists(x, :n) + n | x | {'N':'15'}",
        "SET x = list_append(l, :l) | x | {'L':[{'N':'0'},{'N':'1'},{'N':'2'},{'S':'new'}]}",
        "SET l = list_append(:l, l) | l | {'L':[{'S':'new'},{'N':'0'},{'N':'1'},{'N':'2'}]}",
        "SET l[1] = :s | l | {'L':[{'N':'0'},{'S':'v'},{'N':'2'}]}",
        "SET l[9] = :s, l[7] = :n | l | {'L':[{'N':'0'},{'N':'1'},{'N':'2'},{'N':'5'},{'S':'v'}]}",
        "SET doc.b = :s | doc | {'M':{'a':{'N':'1'},'b':{'S':'v'}}}",
        "SET #d.#dot = :s | doc | {'M':{'a':{'N':'1'},'a.b':{'S':'v'}}}",
        "set n = s, s = n | n | {'S':'text'}",
        "REMOVE s | s | none",
        "REMOVE l[0], l[1] | l | {'L':[{'N':'2'}]}",
        "REMOVE l[9] | l | {'L':[{'N':'0'},{'N':'1'},{'N':'2'}]}",
        "REMOVE l[1] SET l[2] = :s | l | {'L':[{'N':'0'},{'S':'v'}]}",
        "REMOVE doc.a | doc | {'M':{}}",
        "ADD n :n | n | {'N':'15'}",
        "ADD fresh :n | fresh | {'N':'5'}",
        "ADD tags :set | tags | {'SS':['x','y','z']}",
        "ADD doc.a :n | doc | {'M':{'a':{'N':'6'}}}",
        "DELETE tags :set | tags | {'SS':['x']}",
        "DELETE tags :all | tags | none",
        "DELETE more :set | more | none",
        "SET x = :s REMOVE s ADD n :n DELETE tags :set | n | {'N':'15'}"
      })
  void update_ofAnyForm_changesTheItem(String expression, String attribute, String expected) {
    assertThat(at(expression.strip(), attribute.strip()))
        .isEqualTo(expected.strip().replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET n = :n, | Invalid UpdateExpression: Syntax error; token: \"<EOF>\", near: \",\"",
        "n = :n | Invalid UpdateExpression: Syntax error; token: \"n\", near: \"n =\"",
        "SET x = n s | Invalid UpdateExpression: Syntax error; token: \"s\", near: \"n s\"",
        "SET name = :n | Invalid UpdateExpression: Attribute name is a reserved keyword; reserved"
            + " keyword: name",
        "SET n = :n SET s = :s | Invalid UpdateExpression: The \"SET\" section can only be used"
            + " once in an update expression;",
        "SET n = :n, n = :n | Invalid UpdateExpression: Two document paths overlap with each other;"
            + " must remove or rewrite one of these paths; path one: [n], path two: [n]",
        "SET doc.a = :n, doc[0] = :n | Invalid UpdateExpression: Two document paths conflict with"
            + " each other; must remove or rewrite one of these paths; path one: [doc, a], path"
            + " two: [doc, [0]]",
        "ADD s :s | Invalid UpdateExpression: Incorrect operand type for operator or function;"
            + " operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND",
        "SET x = n + :s | Invalid UpdateExpression: Incorrect operand type for operator or"
            + " function; operator or function: +, operand type: S",
        "SET x = foo(n) | Invalid UpdateExpression: Invalid function name; function: foo",
        "SET x = absent | The provided expression refers to an attribute that does not exist in"
            + " the item",
        "SET x = n + s | An operand in the update expression has an incorrect data type",
        "ADD s :n | An operand in the update expression has an incorrect data type",
        "SET absent.a = :n | The document path provided in the update expression is invalid for"
            + " update",
        "SET s[0] = :n | The document path provided in the update expression is invalid for update",
        "REMOVE absent.a | The document path provided in the update expression is invalid for"
            + " update"
      })
  void update_thatIsInvalid_isRefusedInDynamoDbsWords(String expression, String message) {
    assertThatThrownBy(() -> updated(expression.strip())).hasMessage(message.strip());
  }

  @Test
  void projection_ofNestedPaths_keepsTheirStructure() {
    Projection projection =
        Projection.parse("l[2], l[0], #d.a, absent", new Substitutions(Map.of("#d", "doc"), null));

    assertThat(Json.write(ValueWriter.wire(projection.of(ITEM))))
        .isEqualTo(
            "{\"doc\":{\"M\":{\"a\":{\"N\":\"1\"}}},\"l\":{\"L\":[{\"N\":\"0\"},{\"N\":\"2\"}]}}");
  }
}
