package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the comparisons of this module detect differences. */
final class JudgesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | {\"a\": 1, \"b\": [1.0]} | {\"b\":[1],\"a\":1.0}",
        "application/xml | <r><b/><a x='1' y='2'>t</a></r> | <r> <a y='2' x='1'>t</a> <b/> </r>",
        "application/x-www-form-urlencoded | a=1&b=%7E | b=~&a=1",
        "text/plain | same | same",
      })
  void bodies_ofOneMeaning_areEqual(String mediaType, String expected, String actual) {
    assertThat(difference(expected, actual, mediaType)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | {\"a\": 1} | {\"a\": \"1\"}",
        "application/json | {\"a\": null} | {}",
        "application/json | [1, 2] | [2, 1]",
        "application/xml | <r><a>1</a><a>2</a></r> | <r><a>2</a><a>1</a></r>",
        "application/xml | <r xmlns='u'/> | <r/>",
        "application/xml | <r><a>1</a></r> | <r><a> 1</a></r>",
        "application/xml | <r/> | <r>",
        "application/x-www-form-urlencoded | a=1 | a=1&a=1",
        "text/plain | {} | { }",
      })
  void bodies_ofOtherMeaning_differ(String mediaType, String expected, String actual) {
    assertThat(difference(expected, actual, mediaType)).isNotNull();
  }

  @Test
  void cbor_inAllItsForms_isRead() {
    // {"a": 1.5 as half, "b": indefinite [true, null], "c": tag 1 of 7, "d": h'00ff', "e": -2}
    byte[] body = Base64.getDecoder().decode("pWFh+T4AYWKf9fb/YWPBB2FkQgD/YWUh");

    assertThat(
            Trees.difference(
                Map.of(
                    "a",
                    1.5,
                    "b",
                    Arrays.asList(true, null),
                    "c",
                    Map.of("tag", 1, "value", 7),
                    "d",
                    new byte[] {0, -1},
                    "e",
                    -2),
                CborTree.read(body)))
        .isNull();
  }

  @Test
  void trees_thatDiffer_sayWhere() {
    assertThat(Trees.difference(Map.of("a", List.of(1, 2)), Map.of("a", List.of(1, 3))))
        .isEqualTo("at .a[1]: expected 2, is 3");
    assertThat(Trees.same(Double.NaN, Float.NaN)).isTrue();
    assertThat(Trees.same(new byte[] {1}, new byte[] {2})).isFalse();
    assertThat(Trees.same(Map.of("a", 1), Map.of())).isFalse();
  }

  @Test
  void tally_ofUnexpectedOutcomes_fails() {
    Tally tally = new Tally("suite");

    tally.count("passes", List.of(), null);
    tally.count("fails as known", List.of("problem"), "reason");
    assertThatThrownBy(() -> tally.count("fails", List.of("problem"), null))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("problem");
    assertThatThrownBy(() -> tally.count("passes now", List.of(), "reason"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("take it out of known-failures.txt");
  }

  @Test
  void knownFailures_withoutReasonOrTwice_areRefused() {
    assertThat(KnownFailures.of("# comment\n\nsuite / id — why\n").reason("suite / id"))
        .isEqualTo("why");
    assertThatIllegalArgumentException().isThrownBy(() -> KnownFailures.of("suite / id"));
    assertThatIllegalArgumentException().isThrownBy(() -> KnownFailures.of("suite / id — "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KnownFailures.of("suite / id — a\nsuite / id — b"));
  }

  private static String difference(String expected, String actual, String mediaType) {
    return Bodies.difference(
        expected.getBytes(StandardCharsets.UTF_8),
        actual.getBytes(StandardCharsets.UTF_8),
        mediaType);
  }
}
