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
  @CsvSource({
    "isSet, isOdd, Unknown function of endpoint rules: isOdd with 1 arguments",
    "error, fault, 'Unknown rule type: fault. A rule must be of type tree, endpoint or error.'",
    "boolean, number, 'Unknown parameter type: number of Fips. A parameter must be of type string,"
        + " boolean, or stringarray.'",
    "first, p, Assignment p already exists in scoped variables and cannot be overwritten",
    "[0], [x], 'Not a path of getAttr: [x]'"
  })
  void compile_whatIsNotKnown_isRefusedByName(String known, String unknown, String message) {
    Map<String, Object> rules = json(RULES.replace('"' + known + '"', '"' + unknown + '"'));

    assertThatThrownBy(() -> EndpointRuleCompiler.compile(rules))
        .isInstanceOf(ModelException.class)
        .hasMessage(message);
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
  private static Map<String, Object> json(String text) {
    return (Map<String, Object>) new JsonReader(text.getBytes(StandardCharsets.UTF_8)).readValue();
  }
}
