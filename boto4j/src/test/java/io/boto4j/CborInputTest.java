package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input in CBOR for which botocore gives no reference. */
@SuppressWarnings("boto4j") // models that the test writes
final class CborInputTest {
  private final Recorder recorder = new Recorder().answer(200, "");

  @Test
  void request_ofTheWholeService_needsNoModelFolder() {
    Sessions.client("partnercentral-revenue-measurement", recorder)
        .call("ListRevenueAttributions", Map.of("Catalog", "AWS"));

    HttpRequest sent = recorder.last();
    assertThat(sent.uri().getPath())
        .isEqualTo("/service/PartnerCentralRevenueMeasurement/operation/ListRevenueAttributions");
    assertThat(sent.headers().first("smithy-protocol")).isEqualTo("rpc-v2-cbor");
    assertThat(hex()).isEqualTo("a167436174616c6f6763415753");
  }

  @Test
  void nulls_withoutValidation_areLeftOutOfStructuresAlone() {
    Map<String, Object> nested = new LinkedHashMap<>();
    nested.put("Whole", null);
    nested.put("Yes", true);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("k", null);
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("Text", null);
    input.put("Nested", nested);
    input.put("Map", map);
    input.put("List", Arrays.asList("a", null));

    call(input);

    assertThat(hex())
        .isEqualTo(
            "a3"
                + ("664e6573746564" + "a1" + "63596573" + "f5")
                + ("634d6170" + "a1" + "616b" + "f6")
                + ("644c697374" + "82" + "6161" + "f6"));
  }

  @Test
  void time_beforeAndAfterItsFraction_isCutTowardsThePast() {
    call(Map.of("Time", Instant.ofEpochMilli(-500)));
    assertThat(hex()).isEqualTo("a16454696d65" + "c1" + "20");
    call(Map.of("Time", Instant.ofEpochMilli(1999)));
    assertThat(hex()).isEqualTo("a16454696d65" + "c1" + "01");
  }

  @Test
  void numbers_ofOtherTypes_fit() {
    call(Map.of("Whole", 5.0));
    assertThat(hex()).isEqualTo("a16557686f6c65" + "05");
    call(Map.of("Double", 0.1f));
    assertThat(hex()).isEqualTo("a166446f75626c65" + "fb3fb999999999999a");
    call(Map.of("Single", 0.1));
    assertThat(hex()).isEqualTo("a16653696e676c65" + "fa3dcccccd");
    call(Map.of("Big", new BigInteger("18446744073709551616")));
    assertThat(hex()).isEqualTo("a163426967" + "c249010000000000000000");
  }

  @Test
  void values_thatDoNotFit_areRefused() {
    for (Map<String, ?> input :
        List.<Map<String, ?>>of(
            Map.of("Single", 1e39),
            Map.of("Double", new BigDecimal("1e999")),
            Map.of("Whole", 1.5),
            Map.of("Whole", "1"),
            Map.of("Text", 1),
            Map.of("List", "a"),
            Map.of("Map", List.of()),
            Map.of("Nested", "a"),
            Map.of("Yes", "true"),
            Map.of("Time", "yesterday"),
            Map.of("Text", "\ud800"),
            Map.of("Unknown", 1))) {
      assertThatThrownBy(() -> call(input)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void shapes_boto3CannotSay_areWritten(@TempDir Path folder) {
    Client client = madeUp(folder);

    client.call("Echo", Map.of("BigDecimal", new BigDecimal("273.15")));
    assertThat(hex()).isEqualTo("a16a" + "426967446563696d616c" + "c48221196ab3");
    client.call("Echo", Map.of("Document", List.of("a", 1, Map.of("k", new Object[] {true}))));
    assertThat(hex()).isEqualTo("a168" + "446f63756d656e74" + "83" + "616101" + "a1616b81f5");
  }

  /** The service with every kind of shape, in CBOR. */
  static Client madeUp(Path folder, Recorder recorder) {
    String model =
        MadeUpService.model(MadeUpService.VERSION)
            .replace("\"protocol\": \"json\"", "\"protocol\": \"smithy-rpc-v2-cbor\"");
    MadeUpService.write(folder, MadeUpService.NAME, MadeUpService.VERSION, model, false);
    return Sessions.with(recorder).dataPath(folder).build().client(MadeUpService.NAME);
  }

  private Client madeUp(Path folder) {
    return madeUp(folder, recorder);
  }

  private void call(Map<String, ?> input) {
    BotocoreCborTest.client("cbortest", recorder).call("Everything", withToken(input));
  }

  private static Map<String, Object> withToken(Map<String, ?> input) {
    Map<String, Object> all = new LinkedHashMap<>(input);
    all.put("Token", null);
    return all;
  }

  private String hex() {
    try (InputStream body = recorder.last().body().open()) {
      return HexFormat.of().formatHex(body.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
