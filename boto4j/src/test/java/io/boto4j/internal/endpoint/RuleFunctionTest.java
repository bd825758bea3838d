package io.boto4j.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.model.rules.EndpointRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions that version 1.1 of the rules engine has added. */
final class RuleFunctionTest {
  /** The examples of the specification, and two more. */
  @ParameterizedTest
  @CsvSource({
    "a--b--c, --, 0, 'a,b,c'",
    "a--b--c, --, 2, 'a,b--c'",
    "a--b--c, --, 1, a--b--c",
    "'', --, 0, ''",
    "--, --, 0, ','",
    "----, --, 0, ',,'",
    "--b--, --, 0, ',b,'",
    "--x-s3--azid--suffix, --, 0, ',x-s3,azid,suffix'",
    "--x-s3--azid--suffix, --, 2, ',x-s3--azid--suffix'",
    "abc, x, 0, abc",
    "mybucket, --, 1, mybucket",
    "a-b, -, 9, 'a,b'",
    "-----, --, 0, ',,-'",
  })
  void split_text_isDivided(String text, String delimiter, int limit, String parts) {
    assertThat(String.join(",", RuleFunctions.split(text, delimiter, limit))).isEqualTo(parts);
  }

  @Test
  void split_withoutDelimiter_fails() {
    assertThatThrownBy(() -> RuleFunctions.split("a", "", 0))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessage("The endpoint rules split a string without a delimiter");
  }

  @Test
  void split_ofAnUnsetValue_isUnset() {
    EndpointRules rules =
        RuleSource.error(
            """
            {"fn": "not", "argv": [{"fn": "isSet",
              "argv": [{"fn": "split", "argv": [{"ref": "A"}, "-", 0]}]}]}
            """,
            "\"unset\"");

    assertError(rules, Map.of(), "unset");
    assertError(rules, Map.of("A", "x"), "No endpoint found for parameters:\nA: x");
  }

  /** An index below 0 counts from the end, and one outside the list has no value. */
  @ParameterizedTest
  @CsvSource({"[0], a", "[1], b", "[2], c", "[-1], c", "[-3], a", "[3], none", "[-4], none"})
  void getAttr_index_countsFromBothEnds(String index, String value) {
    EndpointRules rules =
        RuleSource.error(
            """
            {"fn": "split", "argv": [{"ref": "A"}, "-", 0], "assign": "parts"},
            {"fn": "coalesce", "assign": "part",
              "argv": [{"fn": "getAttr", "argv": [{"ref": "parts"}, "%s"]}, "none"]}
            """
                .formatted(index),
            "\"{part}\"");

    assertError(rules, Map.of("A", "a-b-c"), value);
  }

  @Test
  void getAttr_indexInTemplate_isFollowed() {
    EndpointRules rules =
        RuleSource.error(
            "{\"fn\": \"split\", \"argv\": [{\"ref\": \"A\"}, \"-\", 0], \"assign\": \"parts\"}",
            "\"{parts#[-1]} {parts#[0]} {{x}}\"");

    assertError(rules, Map.of("A", "a-b-c"), "c a {x}");
  }

  @Test
  void coalesce_values_theFirstThatIsSetCounts() {
    EndpointRules rules =
        RuleSource.error(
            """
            {"fn": "coalesce", "argv": [{"ref": "A"}, {"ref": "B"}, {"ref": "C"}], "assign": "v"}
            """,
            "\"{v}\"");

    assertError(rules, Map.of("A", "a", "B", "b"), "a");
    assertError(rules, Map.of("B", "b", "C", "c"), "b");
    assertError(rules, Map.of("B", ""), "");
    assertError(rules, Map.of(), "No endpoint found for parameters:");
  }

  /** It looks for a value that is set, even if it is false. */
  @Test
  void coalesce_false_isAValue() {
    EndpointRules rules =
        RuleSource.error(
            "{\"fn\": \"not\", \"argv\": [{\"fn\": \"coalesce\", \"argv\": [{\"ref\": \"F\"}, true]}]}",
            "\"off\"");

    assertError(rules, Map.of("F", false), "off");
    assertError(rules, Map.of(), "No endpoint found for parameters:");
  }

  @Test
  void ite_condition_selectsAValue() {
    EndpointRules rules =
        RuleSource.error(
            "{\"fn\": \"ite\", \"argv\": [{\"ref\": \"F\"}, {\"ref\": \"A\"}, \"else\"], \"assign\": \"v\"}",
            "\"{v}\"");

    assertError(rules, Map.of("F", true, "A", "then"), "then");
    assertError(rules, Map.of("F", false, "A", "then"), "else");
    assertError(rules, Map.of("F", true), "No endpoint found for parameters:\nF: true");
    assertError(
        rules,
        Map.of("A", "then"),
        "The endpoint rules compare or join values that are not bools: not set");
  }

  /** A template with an unset variable fails, so what is not selected must not be evaluated. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"fn\": \"coalesce\", \"argv\": [{\"ref\": \"A\"}, \"{B}\", \"{C}\"]}",
        "{\"fn\": \"ite\", \"argv\": [{\"fn\": \"isSet\", \"argv\": [{\"ref\": \"A\"}]}, \"{A}\", \"{B}\"]}",
        "{\"fn\": \"ite\", \"argv\": [{\"fn\": \"isSet\", \"argv\": [{\"ref\": \"B\"}]}, \"{B}\", \"{A}\"]}",
      })
  void coalesceAndIte_otherValues_areNotEvaluated(String expression) {
    assertError(RuleSource.error("", expression), Map.of("A", "a"), "a");
  }

  /** The expression after it must be read from the right position. */
  @Test
  void coalesceAndIte_nested_endWhereTheyEnd() {
    EndpointRules rules =
        RuleSource.error(
            """
            {"fn": "stringEquals", "argv": [
              {"fn": "ite", "argv": [
                {"fn": "coalesce", "argv": [{"ref": "F"}, true]},
                {"fn": "coalesce", "argv": [{"ref": "A"}, {"ref": "B"}, "x"]},
                {"fn": "ite", "argv": [false, "y", {"fn": "coalesce", "argv": [{"ref": "C"}, "z"]}]}]},
              {"ref": "C"}]}
            """,
            "\"equal\"");

    assertError(rules, Map.of("A", "c", "C", "c"), "equal");
    assertError(rules, Map.of("B", "c", "C", "c"), "equal");
    assertError(rules, Map.of("F", false, "A", "a", "C", "c"), "equal");
    assertError(rules, Map.of("C", "x"), "equal");
    assertError(rules, Map.of("A", "a", "C", "c"), "No endpoint found for parameters:\nA: a\nC: c");
  }

  /** Substituting parameters in advance must not change the result, whichever are known. */
  @Test
  void coalesceAndIte_specialized_areTheSame() {
    EndpointRules rules =
        RuleSource.compile(
            """
            {"version": "1.1",
             "parameters": {"A": {"type": "string"}, "B": {"type": "string"}, "F": {"type": "boolean"}},
             "rules": [{"type": "endpoint", "conditions": [
               {"fn": "split", "argv": [{"fn": "coalesce", "argv": [{"ref": "A"}, {"ref": "B"}, "d-e"]},
                 "-", 0], "assign": "parts"},
               {"fn": "ite", "argv": [{"fn": "coalesce", "argv": [{"ref": "F"}, false]},
                 "{parts#[-1]}", "{parts#[0]}.{B}"], "assign": "host"}],
               "endpoint": {"url": "https://{host}.example.com"}},
              {"type": "endpoint", "conditions": [
               {"fn": "ite", "argv": [{"fn": "coalesce", "argv": [{"ref": "F"}, true]},
                 {"fn": "coalesce", "argv": ["{B}", "{A}"]}, "{A}"], "assign": "host"}],
               "endpoint": {"url": "https://{host}.example.org"}}]}
            """);
    for (String a : new String[] {null, "a-b", "x"}) {
      for (String b : new String[] {null, "m-n"}) {
        for (Boolean f : new Boolean[] {null, true, false}) {
          Object[] parameters = {a, b, f};
          String expected = outcome(rules, parameters);
          for (int known = 0; known < 8; known++) {
            boolean[] assumed = {(known & 1) != 0, (known & 2) != 0, (known & 4) != 0};
            AssumedRules special =
                RuleSpecializer.of(rules, RuleSource.PARTITIONS, parameters, assumed);
            RuleResult result =
                special == null ? null : special.evaluate(RuleSource.PARTITIONS, parameters);
            assertThat(result == null ? expected : result.url()).isEqualTo(expected);
          }
        }
      }
    }
    assertThat(outcome(rules, new Object[] {"a-b", "m-n", true}))
        .isEqualTo("https://b.example.com");
    assertThat(outcome(rules, new Object[] {"a-b", "m-n", false}))
        .isEqualTo("https://a.m-n.example.com");
  }

  private static String outcome(EndpointRules rules, Object[] parameters) {
    try {
      return RuleEvaluator.evaluate(rules, RuleSource.PARTITIONS, parameters, null).url();
    } catch (EndpointResolutionException e) {
      return e.getMessage();
    }
  }

  @Test
  void trace_functions_areReadable() {
    EndpointRules rules =
        RuleSource.error(
            """
            {"fn": "split", "argv": [{"ref": "A"}, "-", 0], "assign": "parts"},
            {"fn": "ite", "argv": [{"fn": "coalesce", "argv": [{"ref": "F"}, false]}, "y",
              {"fn": "getAttr", "argv": [{"ref": "parts"}, "[-1]"]}], "assign": "v"}
            """,
            "\"{v}\"");
    RuleTrace trace = new RuleTrace(rules);

    assertThatThrownBy(
            () ->
                RuleEvaluator.evaluate(
                    rules,
                    RuleSource.PARTITIONS,
                    RuleSource.parameters(rules, Map.of("A", "a-b")),
                    trace))
        .hasMessage("b");
    assertThat(trace.conditions())
        .extracting(RuleTrace.Condition::text)
        .containsExactly(
            "split(A: \"a-b\", \"-\", 0)",
            "ite(coalesce(F: not set, false), \"y\", split(A, \"-\", 0)[-1]: \"b\") = \"b\"");
  }

  /** A URL may be made in a condition, and its host must be guarded there. */
  @ParameterizedTest
  @ValueSource(
      strings = {"evil.com/", "evil.com#", "x@evil.com", "evil.com:80", "evil.com?", "a\\b"})
  void url_madeInACondition_cannotBeEndedByAValue(String bucket) {
    for (String url :
        List.of(
            "\"https://{A}.example.com\"",
            "{\"fn\": \"coalesce\", \"argv\": [{\"ref\": \"B\"}, \"https://{A}.example.com\"]}",
            "{\"fn\": \"ite\", \"argv\": [{\"ref\": \"F\"}, \"https://{A}.example.com\", \"\"]}",
            "\"https://{A}{C}.example.com\"",
            "{\"ref\": \"made\"}",
            "\"{made}\"",
            "\"{scheme}{A}.example.com\"")) {
      EndpointRules rules =
          RuleSource.compile(
              """
              {"version": "1.1",
               "parameters": {"A": {"type": "string"}, "B": {"type": "string"},
                 "C": {"type": "string", "default": ""}, "F": {"type": "boolean"}},
               "rules": [{"type": "endpoint", "conditions": [
                 {"fn": "coalesce", "argv": [{"ref": "B"}, "https://"], "assign": "scheme"},
                 {"fn": "ite", "argv": [{"ref": "F"}, "https://{A}.example.com", ""],
                   "assign": "made"}],
                 "endpoint": {"url": %s}}]}
              """
                  .formatted(url));

      assertThat(RuleSource.evaluate(rules, Map.of("A", "fine", "F", true)).url())
          .isEqualTo("https://fine.example.com");
      assertThatThrownBy(() -> RuleSource.evaluate(rules, Map.of("A", bucket, "F", true)))
          .isInstanceOf(EndpointResolutionException.class)
          .hasMessageStartingWith("Not valid in a host name: ");
    }
  }

  /** The path of a custom URL may follow its host, even if a condition has given it a name. */
  @Test
  void url_pathOfACustomUrl_mayEndTheHost() {
    EndpointRules rules =
        RuleSource.compile(
            """
            {"version": "1.1", "parameters": {"A": {"type": "string"}, "B": {"type": "string"}},
             "rules": [{"type": "endpoint", "conditions": [
               {"fn": "parseURL", "argv": [{"ref": "A"}], "assign": "url"},
               {"fn": "getAttr", "argv": [{"ref": "url"}, "path"], "assign": "path"},
               {"fn": "coalesce", "argv": [{"ref": "B"}, {"ref": "path"}], "assign": "end"}],
               "endpoint": {"url": "https://{url#authority}{end}"}}]}
            """);

    assertThat(RuleSource.evaluate(rules, Map.of("A", "http://example.com/path")).url())
        .isEqualTo("https://example.com/path");
    assertThatThrownBy(
            () ->
                RuleSource.evaluate(
                    rules, Map.of("A", "http://example.com/path", "B", "@evil.com")))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessage("Not valid in a host name: \"@evil.com\"");
  }

  /** Sixty-four conditions, each doubling the text of the one before it. */
  @Test
  void evaluate_growingText_hasALimit() {
    StringBuilder conditions =
        new StringBuilder(
            "{\"fn\": \"coalesce\", \"argv\": [\"{A}{A}\", \"\"], \"assign\": \"v0\"}");
    for (int i = 1; i < 64; i++) {
      conditions.append(
          ", {\"fn\": \"coalesce\", \"argv\": [\"{v%d}{v%d}\", \"\"], \"assign\": \"v%d\"}"
              .formatted(i - 1, i - 1, i));
    }
    EndpointRules rules = RuleSource.error(conditions.toString(), "\"{v63}\"");

    assertError(
        rules,
        Map.of("A", "lol"),
        "The endpoint rules make a string of more than 65535 characters");
  }

  private static void assertError(EndpointRules rules, Map<String, ?> values, String message) {
    assertThatThrownBy(() -> RuleSource.evaluate(rules, values))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessage(message);
  }
}
