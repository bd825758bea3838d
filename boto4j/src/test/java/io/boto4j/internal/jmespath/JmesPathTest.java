package io.boto4j.internal.jmespath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.JmesPathException;
import io.boto4j.error.JmesPathException.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Java values, especially numbers, and failures. */
final class JmesPathTest {
  private static final Instant WHEN = Instant.parse("2026-02-03T04:05:06Z");

  private static Object search(String expression, Object value) {
    return JmesPath.compile(expression).search(value);
  }

  private static JmesPathException failure(String expression, Object value) {
    JmesPathException failure =
        catchThrowableOfType(JmesPathException.class, () -> search(expression, value));
    assertThat(failure).as(expression).isNotNull();
    return failure;
  }

  @Test
  void numbers_whole_stayWhole() {
    Map<String, Object> value =
        Map.of(
            "i",
            List.of(1, 2),
            "l",
            List.of(1L << 40, 5),
            "max",
            Long.MAX_VALUE,
            "short",
            (short) 3);

    assertThat(search("sum(i)", value)).isEqualTo(3);
    assertThat(search("sum(l)", value)).isEqualTo((1L << 40) + 5);
    assertThat(search("sum([max, max, `1`])", value))
        .isEqualTo(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
    assertThat(search("sum([max, max, `-9223372036854775807`])", value)).isEqualTo(Long.MAX_VALUE);
    assertThat(search("abs(short)", value)).isEqualTo(3);
    assertThat(search("abs(@)", Integer.MIN_VALUE)).isEqualTo(1L << 31);
    assertThat(search("abs(@)", Long.MIN_VALUE)).isEqualTo(BigInteger.ONE.shiftLeft(63));
    assertThat(search("length(i)", value)).isEqualTo(2);
    assertThat(search("avg(i)", value)).isEqualTo(1.5);
    assertThat(search("max(l)", value)).isEqualTo(1L << 40);
    assertThat(search("to_number('9223372036854775808')", value))
        .isEqualTo(BigInteger.ONE.shiftLeft(63));
  }

  @Test
  void numbers_ofSeveralTypes_compareByValue() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("f", 0.1f);
    value.put("d", 0.1);
    value.put("bd", new BigDecimal("0.10"));
    value.put("bi", BigInteger.ONE.shiftLeft(62));
    value.put("l", 1L << 62);
    value.put("odd", (1L << 62) + 1);
    value.put("nan", Double.NaN);
    value.put("inf", Float.POSITIVE_INFINITY);
    value.put("huge", new BigDecimal("1e1000000000"));

    assertThat(
            search(
                "[f == d, f == bd, d == bd, f == `0.1`, bi == l, l == `4611686018427387904`]",
                value))
        .isEqualTo(List.of(true, true, true, true, true, true));
    assertThat(
            search(
                "[l == odd, l < odd, odd == `4611686018427387904.0`, l == `4611686018427387904.0`]",
                value))
        .isEqualTo(List.of(false, true, false, true));
    assertThat(search("[nan == nan, nan != nan, nan < d, nan >= d]", value))
        .isEqualTo(List.of(false, true, false, false));
    assertThat(search("[inf > huge, inf > l, huge > l, huge == huge]", value))
        .isEqualTo(List.of(false, true, true, true));
    assertThat(search("[`0` == `false`, `1` == `true`, `-0.0` == `0`]", value))
        .isEqualTo(List.of(false, false, true));
    assertThat(search("sort([inf, nan, d, l, nan, `-1`, nan])[:4]", value))
        .isEqualTo(List.of(-1, 0.1, 1L << 62, Float.POSITIVE_INFINITY));
  }

  @Test
  void rounding_anyNumber_isWholeAndCheap() {
    Map<String, Object> value =
        Map.of(
            "tiny", new BigDecimal("-1e-1000000000"),
            "huge", new BigDecimal("1e1000000000"),
            "decimal", new BigDecimal("-2.50"),
            "inf", Double.NEGATIVE_INFINITY);

    assertThat(search("[floor(tiny), ceil(tiny)]", value)).isEqualTo(List.of(-1, 0));
    assertThat(search("[floor(decimal), ceil(decimal)]", value)).isEqualTo(List.of(-3, -2));
    assertThat(search("[floor(`1e20`), ceil(`0.5`), floor(`-0.5`), ceil(`-0.0`)]", value))
        .isEqualTo(List.of(new BigInteger("100000000000000000000"), 1, -1, 0));
    assertThat(search("floor(huge)", value)).isEqualTo(value.get("huge"));
    assertThat(search("ceil(inf)", value)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(search("sum([huge, `1`])", value)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(search("abs(decimal)", value)).isEqualTo(new BigDecimal("2.50"));
  }

  @Test
  void momentsAndBytes_arePassedThroughAndEqualTheirLike() {
    byte[] bytes = {1, 2};
    Map<String, Object> value = Map.of("t", WHEN, "b", bytes, "same", new byte[] {1, 2});

    assertThat(search("t", value)).isSameAs(WHEN);
    assertThat(search("[b, t][0]", value)).isSameAs(bytes);
    assertThat(search("[t == t, b == same, b == t, t != 'x', contains([b], same)]", value))
        .isEqualTo(List.of(true, true, false, true, true));
    assertThat(search("t < t", value)).isNull();
    assertThat(search("type(t)", value)).isNull();
    assertThat(search("to_number(b)", value)).isNull();
    assertThat(search("!b", value)).isEqualTo(false);
    assertThat(search("to_string({t: t, b: b})", value))
        .isEqualTo("{\"t\":\"2026-02-03T04:05:06Z\",\"b\":\"AQI=\"}");
    assertThat(failure("sort_by([@], &t)", value))
        .hasMessageStartingWith(
            "In function sort_by(), invalid type for value, expected one of: ['number', 'string'],"
                + " received: \"Instant\"");
    assertThat(failure("length(b)", value)).hasMessageContaining("received: \"byte[]\"");
  }

  @Test
  void collectionsAndArrays_areArrays() {
    Map<String, Object> value =
        Map.of(
            "set",
            new LinkedHashSet<>(List.of("a", "b")),
            "array",
            new String[] {"a", "b"},
            "empty",
            Collections.emptySet());

    assertThat(search("[set[1], array[-1], length(set), type(array), set == array, !empty]", value))
        .isEqualTo(List.of("b", "b", 2, "array", true, true));
    assertThat(search("[set, array][]", value)).isEqualTo(List.of("a", "b", "a", "b"));
    assertThat(search("to_string(set)", value)).isEqualTo("[\"a\",\"b\"]");
  }

  @Test
  void text_beyondTheBasicPlane_countsAndSortsByCodePoint() {
    List<String> texts = List.of("\ud83d\ude00", "\uffee", "z", "\ud83d\ude00a", "");

    assertThat(search("sort(@)", texts))
        .isEqualTo(List.of("", "z", "\uffee", "\ud83d\ude00", "\ud83d\ude00a"));
    assertThat(search("[max(@), min(@)]", texts)).isEqualTo(List.of("\ud83d\ude00a", ""));
    assertThat(search("length(@)", "a\ud83d\ude00")).isEqualTo(2);
    assertThat(search("reverse(@)", "a\ud83d\ude00b")).isEqualTo("b\ud83d\ude00a");
    assertThat(search("@ < '\ud83d\ude00'", "\uffee")).isEqualTo(true);
  }

  @Test
  void comparison_ofDifferentTypes_isNullAsSpecified() {
    assertThat(search("a < b", Map.of("a", 1, "b", "x"))).isNull();
    assertThat(search("[?a > `2`].a", List.of(Map.of("a", "3"), Map.of("a", 3))))
        .isEqualTo(List.of(3));
    assertThat(search("contains('abc1', `1`)", null)).isEqualTo(false);
    assertThat(search("`[1]` == `[true]`", null)).isEqualTo(false);
  }

  @Test
  void slice_afterIndex_projects() {
    Object value = Map.of("a", List.of(List.of(Map.of("b", 1), Map.of("b", 2))));

    assertThat(search("a[0][:1].b", value)).isEqualTo(List.of(1));
  }

  @Test
  void index_beyondAnInt_isBeyondTheList() {
    assertThat(search("[99999999999999999999]", List.of(1))).isNull();
    assertThat(search("[-99999999999999999999]", List.of(1))).isNull();
    assertThat(search("[-99999999999999999999:99999999999999999999]", List.of(1, 2)))
        .isEqualTo(List.of(1, 2));
    assertThat(search("[::99999999999999999999]", List.of(1, 2))).isEqualTo(List.of(1));
    assertThat(search("[::-99999999999999999999]", List.of(1, 2))).isEqualTo(List.of(2));
  }

  @Test
  void results_madeHere_areReadOnly() {
    JmesPath literal = JmesPath.compile("`{\"a\": [{}]}`");
    Map<?, ?> map = (Map<?, ?>) literal.search(null);

    assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ((List<?>) map.get("a")).clear())
        .isInstanceOf(UnsupportedOperationException.class);
    for (String expression :
        List.of("[*]", "[]", "[:1]", "[@]", "[?@]", "map(&@, @)", "reverse(@)", "sort(@)")) {
      List<?> list = (List<?>) search(expression, List.of(1));
      assertThatThrownBy(list::clear)
          .as(expression)
          .isInstanceOf(UnsupportedOperationException.class);
    }
    for (String expression : List.of("{a: @}", "merge({a: @}, {b: @})")) {
      Map<?, ?> made = (Map<?, ?>) search(expression, List.of(1));
      assertThatThrownBy(made::clear)
          .as(expression)
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void merge_sameNames_keepsTheFirstPlaceAndTheLastValue() {
    Object merged = search("merge(`{\"a\": 1, \"b\": 2}`, `{\"c\": 3, \"a\": 4}`)", null);

    assertThat((Map<?, ?>) merged).hasToString("{a=4, b=2, c=3}");
  }

  @Test
  void messages_areThoseOfPython() {
    assertThat(failure("a b", null))
        .hasMessage(
            """
            Unexpected token: b: Parse error at column 2, token "b" (UNQUOTED_IDENTIFIER), for expression:
            "a b"
               ^\
            """);
    assertThat(failure("a.`1`", null))
        .hasMessage(
            """
            Expecting: ['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace'], got: \
            literal: Parse error at column 2, token "1" (LITERAL), for expression:
            "a.`1`"
               ^\
            """);
    assertThat(failure("a[0", null))
        .hasMessage(
            """
            Invalid jmespath expression: Incomplete expression:
            "a[0"
                ^\
            """);
    assertThat(failure("a ## b", null))
        .hasMessage("Bad jmespath expression: Unknown token #:\na ## b\n  ^");
    assertThat(failure("a = b", null))
        .hasMessage("Bad jmespath expression: Unknown token '=':\na = b\n  ^");
    assertThat(failure("'abc", null))
        .hasMessage("Bad jmespath expression: Unclosed ' delimiter:\n'abc\n^");
    assertThat(failure("", null)).hasMessage("Invalid JMESPath expression: cannot be empty.");
    assertThat(failure("a.lenght(@)", null))
        .hasMessage(
            "Unknown function: lenght() Did you mean length?, at column 2 of:\n"
                + "\"a.lenght(@)\"\n   ^");
    assertThat(failure("join(@)", null))
        .hasMessageStartingWith("Expected 2 arguments for function join(), received 1");
    assertThat(failure("merge()", null))
        .hasMessageStartingWith("Expected at least 1 argument for function merge(), received 0");
  }

  @Test
  void failure_ofAFunction_namesPlaceAndProblemButNotTheValue() {
    JmesPathException failure = failure("[a, abs(b)]", Map.of("a", 1, "b", "canary-secret"));

    assertThat(failure.problem()).isEqualTo(Problem.INVALID_TYPE);
    assertThat(failure.expression()).isEqualTo("[a, abs(b)]");
    assertThat(failure.offset()).isEqualTo(4);
    assertThat(failure)
        .hasMessage(
            "In function abs(), invalid type for value, expected one of: ['number'], received:"
                + " \"string\", at column 4 of:\n\"[a, abs(b)]\"\n     ^");
    assertThat(failure("sum(@)", Arrays.asList(1, null))).hasMessageContaining("\"null\"");
    assertThat(failure("max(@)", List.of("canary", 1)))
        .hasMessageContaining("received: \"number\"")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "&a ~ SYNTAX",
        "a || &b ~ SYNTAX",
        "[&a] ~ SYNTAX",
        "type(&a) ~ INVALID_TYPE",
        "abs(&a) ~ INVALID_TYPE",
        "map(a, @) ~ INVALID_TYPE",
        "merge(@, `1`) ~ INVALID_TYPE",
        "max_by(`[{\"a\": 1}, {\"a\": \"x\"}]`, &a) ~ INVALID_TYPE",
        "min_by(`[{\"a\": 1}, {}]`, &a) ~ INVALID_TYPE",
        "[::0] ~ INVALID_VALUE",
        "a[1:2:0] ~ INVALID_VALUE",
        "[1:2:3:4] ~ SYNTAX",
        "[1:2 3] ~ SYNTAX",
        "nothing[?nosuch(@)] ~ UNKNOWN_FUNCTION",
        "nothing[?abs()] ~ INVALID_ARITY",
        "`[1, 2` ~ SYNTAX",
        "`{a}` ~ SYNTAX",
        "\"a\\q\" ~ SYNTAX",
        "\"abs\"(a) ~ SYNTAX",
        "@(a) ~ SYNTAX",
        "a.b.@ ~ SYNTAX",
        "a-b ~ SYNTAX",
        "a[-] ~ SYNTAX",
        "- ~ SYNTAX",
        "\u00fc ~ SYNTAX"
      })
  void expression_wrong_saysHow(String expression, Problem problem) {
    assertThat(failure(expression, Map.of()).problem()).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "\ud83d",
        "a\ud83d\ude00",
        "\u0000",
        "`",
        "\"",
        "'",
        "[",
        "{",
        "(",
        "!",
        "\\"
      })
  void expression_fragment_isASyntaxError(String expression) {
    JmesPathException failure = failure(expression, null);

    assertThat(failure.problem()).isEqualTo(Problem.SYNTAX);
    assertThat(failure.offset()).isBetween(0, expression.length());
    assertThat(failure.getMessage()).doesNotContain("\u0000");
  }

  @Test
  void function_likePython_takesItsArgumentsWithoutCommas() {
    assertThat(search("join(',' @)", List.of("a", "b"))).isEqualTo("a,b");
    assertThat(search("abs(@,)", -1)).isEqualTo(1);
  }

  @Test
  void compiled_isKeptAndUsedAgain() {
    JmesPath path = JmesPath.compile("a.b");

    assertThat(path).hasToString("a.b");
    assertThat(path.search(Map.of("a", Map.of("b", 1)))).isEqualTo(1);
    assertThat(path.search(Map.of("a", Map.of("b", 2)))).isEqualTo(2);
    assertThat(path.search(null)).isNull();
    assertThat(path.search("text")).isNull();
  }
}
