package io.boto4j.model.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import io.boto4j.model.codec.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointRuleCompilerTest {
  private static final String RULES =
      """
      {"version": "1.0",
       "parameters": {
         "Region": {"type": "String", "builtIn": "AWS::Region", "required": true},
         "Fips": {"type": "boolean", "default": false, "required": true},
         "Names": {"type": "stringArray", "default": ["a"]},
         "Unused": {"type": "String"}},
       "rules": [
         {"type": "tree", "conditions": [
            {"fn": "isSet", "argv": [{"ref": "Region"}]},
            {"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "p"},
            {"fn": "booleanEquals", "argv": [{"ref": "Fips"}, true]},
            {"fn": "getAttr", "argv": [{"ref": "Names"}, "[0]"], "assign": "first"}],
          "rules": [{"type": "endpoint", "conditions": [],
            "endpoint": {"url": "https://{Region}.{p#dnsSuffix}"}}]},
         {"type": "error", "conditions": [], "error": "none"}]}
      """;

  @Test
  void compile_parameters_areTold() {
    EndpointRules rules = EndpointRuleCompiler.compile(json(RULES));

    assertThat(rules.parameterCount()).isEqualTo(4);
    assertThat(rules.slotCount()).isEqualTo(6);
    assertThat(rules.parameterName(0)).isEqualTo("Region");
    assertThat(rules.builtIn(0)).isEqualTo("AWS::Region");
    assertThat(rules.builtIn(1)).isNull();
    assertThat(rules.isRequired(0)).isTrue();
    assertThat(rules.isRequired(2)).isFalse();
    assertThat(rules.parameterType(1)).isEqualTo(EndpointRules.BOOLEAN);
    assertThat(rules.parameterType(2)).isEqualTo(EndpointRules.STRING_ARRAY);
    assertThat(rules.defaultPosition(0)).isZero();
    assertThat(rules.u8(rules.defaultPosition(1))).isEqualTo(EndpointRules.FALSE);
    assertThat(rules.isUsed(2)).isTrue();
    assertThat(rules.isUsed(3)).isFalse();
  }

  @Test
  void withRules_otherCode_keepsParametersAndTexts() {
    EndpointRules rules = EndpointRuleCompiler.compile(json(RULES));
    int texts = rules.textCount();

    EndpointRules other = rules.withRules(new byte[] {0, 7}, new String[] {"more"}, 9);

    assertThat(other.start()).isEqualTo(rules.start());
    assertThat(other.u8(other.start() + 1)).isEqualTo(7);
    assertThatThrownBy(() -> other.u8(other.start() + 2)).isInstanceOf(ModelException.class);
    assertThat(other.slotCount()).isEqualTo(9);
    assertThat(other.parameterName(0)).isEqualTo("Region");
    assertThat(other.u8(other.defaultPosition(1))).isEqualTo(EndpointRules.FALSE);
    assertThat(other.text(texts)).isEqualTo("more");
    assertThat(rules.textCount()).isEqualTo(texts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"isSet\"|\"isOdd\"|Unknown function of endpoint rules: isOdd, at rules[0].conditions[0]",
        "\"error\", \"cond|\"fault\", \"cond|Unknown type of an endpoint rule: fault. It must be tree,"
            + " endpoint or error, at rules[1]",
        "\"boolean\"|\"number\"|Unknown type of a parameter of endpoint rules: number. It must be"
            + " string, boolean or stringArray, at parameters.Fips",
        "\"first\"|\"p\"|The variable p of endpoint rules is assigned twice, at"
            + " rules[0].conditions[3]",
        "[0]|[x]|Not a path of getAttr: \"[x]\", at rules[0].conditions[3].argv[1]",
        "[0]|[0|Not a path of getAttr: \"[0\", at rules[0].conditions[3].argv[1]",
        "[0]||Not a path of getAttr: \"\", at rules[0].conditions[3].argv[1]",
        "\"1.0\"|\"2.0\"|Unknown version of endpoint rules: 2.0",
        "[{\"ref\": \"Fips\"}, true]|[true]|The function booleanEquals of endpoint rules cannot have 1"
            + " arguments, at rules[0].conditions[2]",
        "[{\"ref\": \"Fips\"}, true]|{}|Endpoint rules have an object instead of a list, at"
            + " rules[0].conditions[2]",
        "{Region}.|{Region.|Not a template: \"https://{Region.{p#dnsSuffix}\", at"
            + " rules[0].rules[0].endpoint.url",
        "{Region}.|{Region|Not a template: \"https://{Region{p#dnsSuffix}\", at"
            + " rules[0].rules[0].endpoint.url",
        "\"none\"|\"a } b\"|Not a template: \"a } b\", at rules[1].error",
        "\"none\"|-1|Endpoint rules cannot hold -1, at rules[1].error",
        "[\"a\"]|[\"a\", {}]|Endpoint rules cannot hold an object, at parameters.Names.default[1]",
        "{\"fn\": \"isSet\"|{\"fn\": \"split\", \"argv\": [\"a\", \"\", 0]}, {\"fn\": \"isSet\"|The"
            + " function split of endpoint rules needs a delimiter, at rules[0].conditions[0].argv",
        "{\"fn\": \"isSet\"|{\"fn\": \"coalesce\", \"argv\": [\"a\"]}, {\"fn\": \"isSet\"|The function"
            + " coalesce of endpoint rules cannot have 1 arguments, at rules[0].conditions[0]",
      })
  void compile_whatIsNotKnown_isRefusedWithItsPlace(String known, String unknown, String message) {
    String text = RULES.replace(known, unknown == null ? "" : unknown);
    assertThat(text).isNotEqualTo(RULES);
    Map<String, Object> rules = json(text);

    assertThatThrownBy(() -> EndpointRuleCompiler.compile(rules))
        .isInstanceOf(ModelException.class)
        .hasMessage(message);
  }

  /** The deepest rules, those of S3, have 18 rules in each other. */
  @Test
  void compile_nestedRules_haveALimit() {
    String leaf = "{\"type\": \"error\", \"conditions\": [], \"error\": \"x\"}";
    EndpointRules deep = EndpointRuleCompiler.compile(json("{\"rules\": [" + nested(100, leaf)));

    assertThat(deep.slotCount()).isZero();
    assertThatThrownBy(
            () -> EndpointRuleCompiler.compile(json("{\"rules\": [" + nested(130, leaf))))
        .isInstanceOf(ModelException.class)
        .hasMessageMatching(
            "Endpoint rules are nested too deeply, at rules\\[0\\](\\.rules\\[0\\])+…");
  }

  private static String nested(int depth, String leaf) {
    return "{\"type\": \"tree\", \"conditions\": [], \"rules\": [".repeat(depth)
        + leaf
        + "]}".repeat(depth)
        + "]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"fn\": \"not\", \"argv\": [",
        "[",
        "{\"fn\": \"coalesce\", \"argv\": [1, ",
      })
  void compile_nestedExpressions_haveALimit(String opening) {
    String closing = opening.startsWith("{") ? "]}" : "]";
    String error = opening.repeat(400) + "1" + closing.repeat(400);
    Map<String, Object> rules =
        deepJson("{\"rules\": [{\"type\": \"error\", \"error\": " + error + "}]}");

    assertThatThrownBy(() -> EndpointRuleCompiler.compile(rules))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("Endpoint rules are nested too deeply, at rules[0].error");
  }

  @Test
  void compile_longString_isRefused() {
    Map<String, Object> rules = json(RULES.replace("\"none\"", '"' + "x".repeat(70_000) + '"'));

    assertThatThrownBy(() -> EndpointRuleCompiler.compile(rules))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "A string of endpoint rules has more than 65535 characters: 70000, at rules[1].error");
  }

  @Test
  void compile_longNames_areShortenedInMessages() {
    String name = "f".repeat(500) + "\\n";
    Map<String, Object> rules = json(RULES.replace("\"isSet\"", '"' + name + '"'));

    assertThatThrownBy(() -> EndpointRuleCompiler.compile(rules))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "Unknown function of endpoint rules: "
                + "f".repeat(80)
                + "…, at rules[0].conditions[0]");
  }

  @Test
  void compile_variableOfAnotherRule_isUnset() {
    String rules =
        """
        {"rules": [
          {"type": "error", "conditions": [{"fn": "parseURL", "argv": ["x"], "assign": "u"}],
            "error": {"ref": "u"}},
          {"type": "error", "conditions": [{"fn": "parseURL", "argv": ["x"], "assign": "u"}],
            "error": {"ref": "u"}},
          {"type": "error", "conditions": [], "error": {"ref": "u"}}]}
        """;

    EndpointRules compiled = EndpointRuleCompiler.compile(json(rules));

    byte[] bytes = compiled.bytes();
    assertThat(compiled.slotCount()).isEqualTo(1);
    assertThat(bytes[bytes.length - 1]).isEqualTo((byte) EndpointRules.NULL);
  }

  @Test
  void read_damagedBytes_areRefused() {
    byte[] bytes = EndpointRuleCompiler.compile(json(RULES)).bytes();
    byte[] cut = Arrays.copyOf(bytes, 20);

    assertThatThrownBy(() -> EndpointRules.of(cut)).isInstanceOf(ModelException.class);
    EndpointRules rules = EndpointRules.of(bytes);
    assertThatThrownBy(() -> rules.u8(bytes.length)).isInstanceOf(ModelException.class);
    assertThatThrownBy(() -> rules.text(9999)).isInstanceOf(ModelException.class);
  }

  @SuppressWarnings("unchecked") // JSON objects are keyed by text
  private static Map<String, Object> deepJson(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return (Map<String, Object>)
        new JsonReader(utf8, 0, utf8.length, JsonReader.MAX_DEPTH_LIMIT).readValue();
  }

  @SuppressWarnings("unchecked") // JSON objects are keyed by text
  private static Map<String, Object> json(String text) {
    return (Map<String, Object>) new JsonReader(text.getBytes(StandardCharsets.UTF_8)).readValue();
  }
}
