package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.ParamValidationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java values that programmers pass as input, and what is sent for them. */
@SuppressWarnings("boto4j") // models that the test writes
final class InputTest {
  private final Recorder recorder = new Recorder();
  private Client client;

  @TempDir Path folder;

  @BeforeEach
  void client() {
    client = MadeUpService.client(folder, recorder);
  }

  private String sent(String member, Object value) {
    Map<String, Object> input = new HashMap<>();
    input.put(member, value);
    client.call("Echo", input);
    String body = Recorder.compactBody(recorder.last());
    String head = "{\"" + member + "\":";
    assertThat(body).startsWith(head);
    return body.substring(head.length(), body.length() - 1);
  }

  @SuppressWarnings("JavaUtilDate") // users still have them
  private static Stream<Arguments> fitting() {
    return Stream.of(
        Arguments.of("Text", "t", "\"t\""),
        Arguments.of("Text", java.nio.CharBuffer.wrap("t"), "\"t\""),
        Arguments.of("Text", TimeUnit.DAYS, "\"DAYS\""),
        Arguments.of("Text", 'c', "\"c\""),
        Arguments.of("Integer", 5, "5"),
        Arguments.of("Integer", 5L, "5"),
        Arguments.of("Integer", (short) 5, "5"),
        Arguments.of("Integer", (byte) -5, "-5"),
        Arguments.of("Integer", 5.0, "5"),
        Arguments.of("Integer", 5f, "5"),
        Arguments.of("Integer", new BigDecimal("5.00"), "5"),
        Arguments.of("Integer", new BigDecimal("5E+2"), "500"),
        Arguments.of("Integer", BigInteger.TEN, "10"),
        Arguments.of("Integer", new AtomicInteger(5), "5"),
        Arguments.of("Integer", -0.0, "0"),
        Arguments.of("Integer", Integer.MIN_VALUE, "-2147483648"),
        Arguments.of("Integer", 2147483647L, "2147483647"),
        Arguments.of("Long", Long.MAX_VALUE, "9223372036854775807"),
        Arguments.of("Long", Long.MIN_VALUE, "-9223372036854775808"),
        Arguments.of("Long", new AtomicLong(7), "7"),
        Arguments.of("Long", new BigInteger("9223372036854775807"), "9223372036854775807"),
        Arguments.of("Long", 1e15, "1000000000000000"),
        Arguments.of(
            "BigInteger", new BigInteger("123456789012345678901"), "123456789012345678901"),
        Arguments.of("BigDecimal", new BigDecimal("0.10"), "0.10"),
        Arguments.of("Double", 5, "5"),
        Arguments.of("Double", 0.1f, "0.1"),
        Arguments.of("Double", 0.1, "0.1"),
        Arguments.of("Double", Double.NaN, "\"NaN\""),
        Arguments.of("Double", Float.NEGATIVE_INFINITY, "\"-Infinity\""),
        Arguments.of("Float", 16777217, "16777217"),
        Arguments.of("Boolean", true, "true"),
        Arguments.of("Time", Instant.ofEpochSecond(5), "5"),
        Arguments.of("Time", new Date(5000), "5"),
        Arguments.of("Time", 5, "5"),
        Arguments.of("Time", 5L, "5"),
        Arguments.of("Time", "5", "5"),
        Arguments.of("Time", "1970-01-01T00:00:05Z", "5"),
        Arguments.of("Time", ZonedDateTime.of(1970, 1, 1, 1, 0, 5, 0, ZoneId.of("+01:00")), "5"),
        Arguments.of("Time", OffsetDateTime.of(1970, 1, 1, 1, 0, 5, 0, ZoneOffset.ofHours(1)), "5"),
        Arguments.of("Time", LocalDateTime.of(1970, 1, 1, 0, 0, 5), "5"),
        Arguments.of("IsoTime", 5, "\"1970-01-01T00:00:05Z\""),
        Arguments.of("HttpTime", 5, "\"Thu, 01 Jan 1970 00:00:05 GMT\""),
        Arguments.of("Blob", new byte[] {0, 1, 2}, "\"AAEC\""),
        Arguments.of("Blob", new byte[0], "\"\""),
        Arguments.of("Blob", "abc", "\"YWJj\""),
        Arguments.of("Blob", new ByteArrayInputStream(new byte[] {0, 1, 2}), "\"AAEC\""),
        Arguments.of("Blob", ByteBuffer.wrap(new byte[] {9, 0, 1, 2, 9}, 1, 3), "\"AAEC\""),
        Arguments.of("Blob", ByteBuffer.allocateDirect(2), "\"AAA=\""),
        Arguments.of("List", List.of(1, 2), "[1,2]"),
        Arguments.of("List", new TreeSet<>(List.of(2, 1)), "[1,2]"),
        Arguments.of("List", new ArrayDeque<>(List.of(1)), "[1]"),
        Arguments.of("List", new int[] {1, 2}, "[1,2]"),
        Arguments.of("List", new Long[] {1L, 2L}, "[1,2]"),
        Arguments.of("List", new double[] {1}, "[1]"),
        Arguments.of("List", List.of(), "[]"),
        Arguments.of("Map", Map.of("k", Map.of("Text", "x")), "{\"k\":{\"Text\":\"x\"}}"),
        Arguments.of("Map", Map.of(TimeUnit.DAYS, Map.of()), "{\"DAYS\":{}}"),
        Arguments.of("Document", List.of(Map.of("k", TimeUnit.DAYS)), "[{\"k\":\"DAYS\"}]"),
        Arguments.of("Document", new Object[] {1, new int[] {2}, null}, "[1,[2],null]"),
        Arguments.of("Document", null, "null"),
        Arguments.of("Union", Map.of("One", "x"), "{\"One\":\"x\"}"),
        Arguments.of("Renamed", "x", null));
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void input_thatFits_isSentAs(String member, Object value, String json) {
    if (json == null) {
      client.call("Echo", Map.of(member, value));
      assertThat(Recorder.compactBody(recorder.last())).isEqualTo("{\"re-named\":\"x\"}");
      return;
    }
    assertThat(sent(member, value)).isEqualTo(json);
  }

  private static Stream<Arguments> unfitting() {
    return Stream.of(
        Arguments.of("Integer", 5.5),
        Arguments.of("Integer", 2147483648L),
        Arguments.of("Integer", -2147483649L),
        Arguments.of("Integer", 1e10),
        Arguments.of("Integer", Double.NaN),
        Arguments.of("Integer", Double.POSITIVE_INFINITY),
        Arguments.of("Integer", new BigDecimal("1E+1000000000")),
        Arguments.of("Integer", new BigDecimal("1E-1000000000")),
        Arguments.of("Integer", "5"),
        Arguments.of("Integer", true),
        Arguments.of("Long", new BigInteger("9223372036854775808")),
        Arguments.of("Long", 1e19),
        Arguments.of("Long", Float.MAX_VALUE),
        Arguments.of("BigInteger", 0.5),
        Arguments.of("Double", "1.5"),
        Arguments.of("Boolean", "true"),
        Arguments.of("Boolean", 1),
        Arguments.of("Text", 5),
        Arguments.of("Text", List.of("a")),
        Arguments.of("Text", new char[] {'a'}),
        Arguments.of("Time", "yesterday"),
        Arguments.of("Time", Double.NaN),
        Arguments.of("Time", true),
        Arguments.of("Blob", 5),
        Arguments.of("Blob", List.of(1)),
        Arguments.of("Blob", new int[] {1}),
        Arguments.of("List", Map.of()),
        Arguments.of("List", "text"),
        Arguments.of("List", 5),
        Arguments.of("List", new byte[] {1}),
        Arguments.of("List", Arrays.asList(1, null)),
        Arguments.of("Map", List.of()),
        Arguments.of("Self", List.of()),
        Arguments.of("Union", Map.of("One", "a", "Two", 2)),
        Arguments.of("Document", new Object()),
        Arguments.of("Document", Map.of("k", Instant.EPOCH)));
  }

  @ParameterizedTest
  @MethodSource("unfitting")
  void input_thatDoesNotFit_isReported(String member, Object value) {
    assertThatThrownBy(() -> sent(member, value))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining(member)
        .message()
        .hasSizeLessThan(1000);
    assertThat(recorder.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("unfitting")
  void input_thatDoesNotFitUnvalidated_isNeverSentAsSomethingElse(String member, Object value) {
    Session lax = Sessions.with(recorder).dataPath(folder).build();
    Client unchecked = lax.client(MadeUpService.NAME, c -> c.parameterValidation(false));
    Map<String, Object> input = new LinkedHashMap<>();
    input.put(member, value);
    try {
      unchecked.call("Echo", input);
    } catch (IllegalArgumentException e) {
      assertThat(recorder.requests()).isEmpty();
      return;
    }
    // Left to the service: the JSON contains what was passed.
    assertThat(Recorder.compactBody(recorder.last())).contains("\"" + member + "\":");
  }

  @Test
  void blob_ofFile_isRead() throws IOException {
    Path file = Files.write(folder.resolve("blob"), new byte[] {0, 1, 2});

    assertThat(sent("Blob", file)).isEqualTo("\"AAEC\"");
  }

  @Test
  void blob_ofMissingFile_saysSoAndSendsNothing() {
    assertThatThrownBy(() -> sent("Blob", folder.resolve("missing")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void blob_ofBuffer_isLeftWhereItWas() {
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {9, 0, 1}, 1, 2);

    sent("Blob", buffer);

    assertThat(buffer.position()).isEqualTo(1);
    assertThat(buffer.remaining()).isEqualTo(2);
  }

  @Test
  void input_ofNoOperationInput_isRefused() {
    client.call("Nothing");
    assertThat(Recorder.compactBody(recorder.last())).isEqualTo("{}");

    assertThatThrownBy(() -> client.call("Nothing", Map.of("Any", 1)))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("Unknown parameter in input: \"Any\"");
  }
}
