package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.boto4j.error.ResponseParseException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.model.codec.CborTag;
import io.boto4j.model.codec.CborWriter;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses in CBOR that no honest service sends end in an exception that describes them. */
final class HostileCborAnswersTest {
  private final Recorder recorder = new Recorder();
  private Client client;

  @BeforeEach
  void client(@TempDir Path folder) {
    client = CborInputTest.madeUp(folder, recorder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "05",
        "6161",
        "4161",
        "f5",
        "ff",
        "1c",
        "a1",
        "bf",
        "a100",
        "a10000",
        "a0a0",
        "a0ff",
        "c1",
        "bb7fffffffffffffff",
        "a16454657874",
        "a16454657874" + "6261",
        "a16454657874" + "61ff",
        "a16454657874" + "7bffffffffffffffff",
        "a161ff00",
        "a1617a" + "f81f",
        "a1617a" + "9f",
        "a1617a" + "5f6161ff",
      })
  void answer_malformed_isAParseError(String hex) {
    answer(200, HexFormat.of().parseHex(hex));

    assertThatThrownBy(() -> client.call("Echo"))
        .isInstanceOf(ResponseParseException.class)
        .hasMessageStartingWith("Unable to parse the response of madeup Echo (HTTP 200, ");
  }

  @Test
  void answer_ofShapesBoto3Lacks_isRead() {
    answer(
        200,
        cbor(
            Map.of(
                "BigInteger",
                BigInteger.ONE.shiftLeft(70),
                "BigDecimal",
                new BigDecimal("273.15"),
                "Document",
                Map.of("t", new CborTag(1, 1.5), "l", Arrays.asList(1, null)),
                "Renamed",
                "ignored",
                "re-named",
                "r")));

    assertThat(client.call("Echo"))
        .isEqualTo(
            Map.of(
                "BigInteger",
                BigInteger.ONE.shiftLeft(70),
                "BigDecimal",
                new BigDecimal("273.15"),
                "Document",
                Map.of("t", Instant.ofEpochMilli(1500), "l", Arrays.asList(1, null)),
                "Renamed",
                "r"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a167556e6b6e6f776e", "a168446f63756d656e74", "a1644c697374", "a16453656c66"})
  void answer_deeplyNested_overflowsNoStack(String frame) {
    for (String open : List.of("81", "9f", "a16453656c66", "bf6161", "c1")) {
      answer(200, HexFormat.of().parseHex(frame + open.repeat(100_000)));

      assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ResponseParseException.class);
    }
  }

  @Test
  void answer_longBignum_takesNoTime() {
    answer(200, cbor(Map.of("BigInteger", new CborTag(2, new byte[3_000_000]))));

    assertThat(client.call("Echo").bytes("BigInteger")).hasSize(3_000_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "05",
        "80",
        "f6",
        "ff",
        "a1",
        "a1665f5f7479706505",
        "a1665f5f74797065a0",
        "a1665f5f7479706560",
        "a1665f5f747970656123",
        "a1676d657373616765a0",
        "a1676d6573736167654101",
        "00ff00ff"
      })
  void error_senseless_isAnErrorStill(String hex) {
    for (int status : new int[] {300, 400, 500, 999}) {
      answer(status, HexFormat.of().parseHex(hex));

      ServiceException e = (ServiceException) catchThrowable(() -> client.call("Echo"));
      assertThat(e.statusCode()).isEqualTo(status);
      assertThat(e.code()).isNotNull();
      assertThat(e.response().structure("Error")).containsKeys("Code", "Message");
    }
  }

  @Test
  void error_deeplyNestedOrEnormous_isAnErrorStill() {
    answer(400, HexFormat.of().parseHex("a16178" + "81".repeat(100_000)));
    assertThatThrownBy(() -> client.call("Echo"))
        .isInstanceOf(ServiceException.class)
        .message()
        .hasSizeLessThan(10_000);
    recorder.answer(400, "x".repeat(5_000_000));
    assertThatThrownBy(() -> client.call("Echo"))
        .isInstanceOf(ServiceException.class)
        .message()
        .hasSizeLessThan(10_000);
  }

  @Test
  void answer_thatCannotBeParsed_isNotShown() {
    for (Object body : List.of(List.of("CANARY"), "CANARY")) {
      answer(200, cbor(body));

      Throwable thrown = catchThrowable(() -> client.call("Echo"));

      assertThat(thrown).isInstanceOf(ResponseParseException.class);
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain("CANARY");
    }
  }

  @Test
  void answer_noOutputInModel_ignoresTheBody() {
    recorder.answer(200, "<html>anything</html>");

    assertThat(client.call("Nothing")).isEmpty();
  }

  private void answer(int status, byte[] body) {
    recorder.answer(
        request -> HttpResponse.of(status, Headers.empty(), new ByteArrayInputStream(body)));
  }

  private static byte[] cbor(Object value) {
    return new CborWriter().value(value).toByteArray();
  }
}
