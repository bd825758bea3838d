package io.boto4j.model.smithy;

import static io.boto4j.model.smithy.Models.at;
import static io.boto4j.model.smithy.Models.json;
import static io.boto4j.model.smithy.Models.read;
import static io.boto4j.model.smithy.Models.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code waitable} trait becomes {@code waiters-2.json}. */
final class WaitersTest {
  private static final String SUCCESS = "{'state': 'success', 'matcher': {'success': true}}";

  private static SmithyService waiter(String protocol, String waiter) {
    return read(
        service(
            protocol,
            "{'target': 'demo#Get'}",
            "'demo#Get': {'type': 'operation', 'errors': [{'target': 'demo#NotFoundFault'}],"
                + " 'traits': {'smithy.waiters#waitable': {'Done': "
                + waiter
                + "}}}, 'demo#NotFoundFault': {'type': 'structure', 'traits': {'smithy.api#error':"
                + " 'client', 'aws.protocols#awsQueryError': {'code': 'NotFound',"
                + " 'httpResponseCode': 404}}}"));
  }

  private static Object acceptors(String protocol, String acceptors) {
    return at(
        waiter(protocol, "{'acceptors': [" + acceptors + "]}").waiters(), "waiters/Done/acceptors");
  }

  private static String output(String comparator, String expected) {
    return "{'state': 'retry', 'matcher': {'output': {'path': 'a.b', 'expected': '"
        + expected
        + "', 'comparator': '"
        + comparator
        + "'}}}";
  }

  @Test
  void waiter_small_isConverted() {
    assertThat(
            waiter("'aws.protocols#awsJson1_0': {}", "{'acceptors': [" + SUCCESS + "]}").waiters())
        .isEqualTo(
            json(
                "{'version': 2, 'waiters': {'Done': {'operation': 'Get', 'delay': 2,"
                    + " 'maxAttempts': 60, 'acceptors': [{'state': 'success', 'matcher': 'error',"
                    + " 'expected': false}]}}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "stringEquals, x, path, 'x'",
    "booleanEquals, true, path, true",
    "booleanEquals, false, path, false",
    "allStringEquals, x, pathAll, 'x'",
    "anyStringEquals, x, pathAny, 'x'"
  })
  void comparator_ofOutputs_becomesAMatcher(
      String comparator, String expected, String matcher, String value) {
    String quoted = value.matches("true|false") ? value : "'" + value + "'";
    assertThat(acceptors("'aws.protocols#awsJson1_0': {}", output(comparator, expected)))
        .isEqualTo(
            json(
                "[{'state': 'retry', 'matcher': '"
                    + matcher
                    + "', 'expected': "
                    + quoted
                    + ", 'argument': 'a.b'}]"));
  }

  @Test
  void errorType_ofQuery_becomesItsCode() {
    String acceptor = "{'state': 'retry', 'matcher': {'errorType': 'demo#NotFoundFault'}}";
    assertThat(acceptors("'aws.protocols#awsQuery': {}", acceptor))
        .isEqualTo(json("[{'state': 'retry', 'matcher': 'error', 'expected': 'NotFound'}]"));
    assertThat(acceptors("'aws.protocols#awsJson1_0': {}", acceptor))
        .isEqualTo(json("[{'state': 'retry', 'matcher': 'error', 'expected': 'NotFoundFault'}]"));
  }

  @Test
  void errorType_thatIsNoShape_isACode() {
    assertThat(
            acceptors(
                "'aws.protocols#awsQuery': {}",
                "{'state': 'failure', 'matcher': {'errorType': 'Validation.Error'}}, {'state':"
                    + " 'failure', 'matcher': {'success': false}}"))
        .isEqualTo(
            json(
                "[{'state': 'failure', 'matcher': 'error', 'expected': 'Validation.Error'},"
                    + " {'state': 'failure', 'matcher': 'error', 'expected': true}]"));
  }

  @ParameterizedTest
  @CsvSource({"5, 900, 180", "30, 30, 1", "20, 10, 1", "7, 100, 14"})
  void attempts_followFromTheLongestDelay(int min, int max, int attempts) {
    SmithyService read =
        waiter(
            "'aws.protocols#awsJson1_0': {}",
            "{'minDelay': " + min + ", 'maxDelay': " + max + ", 'acceptors': [" + SUCCESS + "]}");
    assertThat(at(read.waiters(), "waiters/Done/delay")).isEqualTo(min);
    assertThat(at(read.waiters(), "waiters/Done/maxAttempts")).isEqualTo(attempts);
  }

  @ParameterizedTest
  @CsvSource({"1, 120", "2, 60", "20, 40", "60, 40"})
  void attempts_withoutALongestDelay_areTheUsualOrMore(int min, int attempts) {
    SmithyService read =
        waiter(
            "'aws.protocols#awsJson1_0': {}",
            "{'minDelay': " + min + ", 'acceptors': [" + SUCCESS + "]}");
    assertThat(at(read.waiters(), "waiters/Done/maxAttempts")).isEqualTo(attempts);
  }

  @Test
  void waiter_thatComparesWithTheInput_isLeftOut() {
    SmithyService read =
        waiter(
            "'aws.protocols#awsJson1_0': {}",
            "{'acceptors': ["
                + SUCCESS
                + ", {'state': 'success', 'matcher': {'inputOutput': {'path': 'input.a =="
                + " output.a', 'expected': 'true', 'comparator': 'booleanEquals'}}}]}");
    assertThat(read.waiters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'state': 'success', 'matcher': {'moonPhase': 'full'}}",
        "{'state': 'success', 'matcher': {}}",
        "{'state': 'perhaps', 'matcher': {'success': true}}",
        "{'state': 'success', 'matcher': {'output': {'path': 'a', 'expected': 'b', 'comparator':"
            + " 'soundsLike'}}}",
        "{'matcher': {'success': true}}",
        "7"
      })
  void acceptor_unknown_isRefusedWithItsPlace(String acceptor) {
    assertThatThrownBy(() -> acceptors("'aws.protocols#awsJson1_0': {}", acceptor))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("demo.json")
        .hasMessageContaining("smithy.waiters#waitable > Done > acceptors > 0");
  }

  @Test
  void delay_ofNothing_isRefused() {
    assertThatThrownBy(
            () ->
                waiter(
                    "'aws.protocols#awsJson1_0': {}",
                    "{'minDelay': 0, 'acceptors': [" + SUCCESS + "]}"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("minDelay");
  }
}
