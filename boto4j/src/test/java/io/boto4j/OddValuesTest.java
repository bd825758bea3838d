package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.model.codec.CborTag;
import io.boto4j.model.codec.CborWriter;
import io.boto4j.model.codec.JsonWriter;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A value that does not fit the model must not cost the caller the other values, in any protocol.
 */
@SuppressWarnings("boto4j") // models that the test writes
final class OddValuesTest {
  private static final String QUERY = "query";
  private static final String REST_XML = "rest-xml";
  private static final String JSON = "json";
  private static final String CBOR = "smithy-rpc-v2-cbor";

  /** Member, text, value. */
  private static final @Nullable Object[][] TEXTS = {
    {"Integer", "4294967294", 4294967294L},
    {"Integer", "-2147483649", -2147483649L},
    {"Integer", "9223372036854775808", BigInteger.ONE.shiftLeft(63)},
    {"Integer", " 7\n", 7},
    {"Integer", "5.0", 5},
    {"Integer", "3e9", 3_000_000_000L},
    {"Integer", "1.5", 1.5},
    {"Integer", "many", "many"},
    {"Integer", "1e999999999", "1e999999999"},
    {"Integer", "", null},
    {"Integer", " \n", null},
    {"Long", "9223372036854775808", BigInteger.ONE.shiftLeft(63)},
    {"Long", "7", 7L},
    {"Long", "5.0", 5L},
    {"Long", "x", "x"},
    {"Long", "", null},
    {"BigInteger", "x", "x"},
    {"BigInteger", "", null},
    {"Float", "1e300", 1e300},
    {"Float", "1.5", 1.5f},
    {"Float", "x", "x"},
    {"Float", "", null},
    {"Double", "NaN", Double.NaN},
    {"Double", "0x1p3", "0x1p3"},
    {"Double", "1d", "1d"},
    {"Double", "", null},
    {"BigDecimal", "x", "x"},
    {"BigDecimal", "", null},
    {"Boolean", "TRUE", true},
    {"Boolean", "0", false},
    {"Boolean", "yes", "yes"},
    {"Boolean", "", null},
    {"Time", "yesterday", "yesterday"},
    {"Time", "55226-01-01T00:00:00Z", Instant.parse("+55226-01-01T00:00:00Z")},
    {"Time", "+55226-01-01T00:00:00.5Z", Instant.parse("+55226-01-01T00:00:00.5Z")},
    {"Time", "-0044-03-15T12:00:00Z", Instant.parse("-0044-03-15T12:00:00Z")},
    {"Time", "0000-01-01", Instant.parse("0000-01-01T00:00:00Z")},
    {"Time", "+1000000000-12-31T23:59:59Z", Instant.ofEpochSecond(Instant.MAX.getEpochSecond())},
    {"Time", "+1000000001-01-01T00:00:00Z", "+1000000001-01-01T00:00:00Z"},
    {"Time", "1583858732537", Instant.ofEpochSecond(1583858732537L)},
    {"Time", "-62135596801", Instant.ofEpochSecond(-62135596801L)},
    {"Time", "99999999999999999999", "99999999999999999999"},
    {"Time", "", null},
    {"IsoTime", "253402300800", Instant.ofEpochSecond(253402300800L)},
    {"HttpTime", "never", "never"},
    {"HttpTime", "Fri, 01 Jan 52160 00:00:00 GMT", Instant.parse("+52160-01-01T00:00:00Z")},
    {"Blob", "***", "***"},
    {"Blob", "AAA", new byte[2]},
    {"Blob", "AA\nA=", new byte[2]},
    {"Text", "", ""}
  };

  /** Member, value in JSON or CBOR, value. */
  private static final @Nullable Object[][] VALUES = {
    {"Integer", 4294967294L, 4294967294L},
    {"Integer", new BigInteger("99999999999999999999"), new BigInteger("99999999999999999999")},
    {"Integer", 5.0, 5},
    {"Integer", 1.5, 1.5},
    {"Integer", true, true},
    {"Integer", Map.of("a", 1), Map.of("a", 1)},
    {"Long", 7, 7L},
    {"Double", 7, 7.0},
    {"Double", Map.of(), Map.of()},
    {"Boolean", 1, 1},
    {"Time", true, true},
    {"Time", 1583858732537L, Instant.ofEpochSecond(1583858732537L)},
    {"Time", 1.583858732537405E12, Instant.ofEpochSecond(1583858732537L, 405_029_000)},
    {"Time", Long.MAX_VALUE, Long.MAX_VALUE},
    {"Time", 1e300, 1e300},
    {"Blob", 1, 1},
    {"Blob", List.of(1), List.of(1)},
    {"Text", 1, "1"},
    {"Text", true, "true"},
    {"Text", Map.of("a", List.of("b")), Map.of("a", List.of("b"))},
    {"Text", List.of("a"), List.of("a")},
    {"List", "a", "a"},
    {"List", Map.of(), Map.of()},
    {"List", List.of("a", 7, 1.5, ""), Arrays.asList("a", 7, 1.5, null)},
    {"Map", List.of(), List.of()},
    {"Map", Map.of("k", 1), Map.of("k", 1)},
    {"Self", "a", "a"},
    {"Self", List.of(), List.of()},
    {"Union", 1, 1}
  };

  private final Recorder recorder = new Recorder();

  @TempDir private Path folder;

  private Client client(String protocol) {
    String model =
        MadeUpService.model(MadeUpService.VERSION)
            .replace("\"protocol\": \"json\"", "\"protocol\": \"" + protocol + "\"");
    MadeUpService.write(folder, MadeUpService.NAME, MadeUpService.VERSION, model, false);
    return Sessions.with(recorder).dataPath(folder).build().client(MadeUpService.NAME);
  }

  private void respond(String protocol, Map<String, ?> members) {
    byte[] body =
        switch (protocol) {
          case JSON -> new JsonWriter().value(members).toByteArray();
          case CBOR -> new CborWriter().value(members).toByteArray();
          default -> xml(members).getBytes(StandardCharsets.UTF_8);
        };
    recorder.answer(
        request -> HttpResponse.of(200, Headers.empty(), new ByteArrayInputStream(body)));
  }

  private static String xml(Map<String, ?> members) {
    StringBuilder xml = new StringBuilder("<R>");
    members.forEach(
        (name, text) ->
            xml.append('<').append(name).append('>').append(text).append("</").append(name + ">"));
    return xml.append("</R>").toString();
  }

  private static Map<String, Object> around(Object member, Object value) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put((String) member, value);
    members.put("re-named", "kept");
    return members;
  }

  @ParameterizedTest
  @ValueSource(strings = {QUERY, REST_XML, JSON, CBOR})
  void text_thatDoesNotFit_isConvertedAbsentOrKept(String protocol) {
    Client client = client(protocol);
    for (Object[] each : TEXTS) {
      respond(protocol, around(each[0], each[1]));

      Response response = client.call("Echo");

      String name = (String) each[0];
      assertThat(response.get(name)).as(Arrays.toString(each)).isEqualTo(each[2]);
      assertThat(response.containsKey(name)).isEqualTo(each[2] != null);
      assertThat(response.text("Renamed")).isEqualTo("kept");
      assertThat(response.toString()).contains("Renamed=kept");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {JSON, CBOR})
  void value_thatDoesNotFit_isConvertedOrKept(String protocol) {
    Client client = client(protocol);
    for (Object[] each : VALUES) {
      respond(protocol, around(each[0], each[1]));

      Response response = client.call("Echo");

      assertThat(response.get(each[0])).as(Arrays.toString(each)).isEqualTo(each[2]);
      assertThat(response.text("Renamed")).isEqualTo("kept");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Integer", "Long", "Float", "Double", "Time", "BigInteger"})
  void json_numberBeyondDoubles_isItsText(String member) {
    Client client = client(JSON);
    for (String number : new String[] {"1e999999999", "-1e999999999", "1E+400"}) {
      recorder.answer(200, "{\"" + member + "\": " + number + ", \"re-named\": \"kept\"}");

      Response response = client.call("Echo");

      if (!member.equals("BigInteger") || number.contains("999999999")) {
        assertThat(response.get(member)).isEqualTo(number);
      }
      assertThat(response.text("Renamed")).isEqualTo("kept");
    }
  }

  /** 55799 only marks CBOR as such; some simple values have no meaning yet. */
  @Test
  void cbor_marksAndValuesWithoutMeaning_doNotCostTheOthers() {
    Client client = client(CBOR);
    Map<String, Object> self = Map.of("Integer", new CborTag(55799, 5L));
    byte[] body =
        new CborWriter()
            .value(new CborTag(55799, around("Self", new CborTag(55799, self))))
            .toByteArray();
    recorder.answer(
        request -> HttpResponse.of(200, Headers.empty(), new ByteArrayInputStream(body)));
    Response response = client.call("Echo");
    assertThat(response.structure("Self").integer("Integer")).isEqualTo(5);
    assertThat(response.text("Renamed")).isEqualTo("kept");

    for (String simple : new String[] {"e0", "f3", "f8ff", "f7"}) {
      byte[] odd =
          HexFormat.of().parseHex("a26454657874" + simple + "6872652d6e616d6564646b657074");
      recorder.answer(
          request -> HttpResponse.of(200, Headers.empty(), new ByteArrayInputStream(odd)));
      Response without = client.call("Echo");
      assertThat(without.containsKey("Text")).isFalse();
      assertThat(without.text("Renamed")).isEqualTo("kept");
    }
  }

  @Test
  void cbor_oddTagsAndNumbers_areKeptWithoutTheirTags() {
    Client client = client(CBOR);
    Object[][] odd = {
      {"Text", new CborTag(0, "a"), "a"},
      {"Text", new CborTag(37, List.of(new CborTag(1, 1))), List.of(Instant.ofEpochSecond(1))},
      {"Integer", Double.NaN, Float.NaN},
      {"Time", Double.NaN, Float.NaN},
      {"Time", new CborTag(1, "a"), "a"},
      {"Time", new CborTag(1, 1583858732537L), Instant.ofEpochSecond(1583858732537L)},
      {"Document", new CborTag(37, "a"), "a"},
      {"BigInteger", new CborTag(2, "a"), "a"}
    };
    for (Object[] each : odd) {
      respond(CBOR, around(each[0], each[1]));

      assertThat(client.call("Echo").get(each[0])).as(Arrays.toString(each)).isEqualTo(each[2]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {QUERY, REST_XML})
  void xml_absentElements_keepTheirPlaceInLists(String protocol) {
    Client client = client(protocol);
    respond(protocol, Map.of("List", "<member>1</member><member/><member> </member>"));
    assertThat(client.call("Echo").list("List")).isEqualTo(Arrays.asList(1, null, null));

    respond(
        protocol,
        Map.of("Map", "<entry><key>k</key></entry><entry><key>l</key><value/></entry><entry/>"));
    assertThat(client.call("Echo").map("Map")).containsOnlyKeys("l");

    respond(protocol, Map.of("Union", "<Two/>"));
    assertThat(client.call("Echo").structure("Union")).isEmpty();

    respond(protocol, Map.of("Self", "<Time></Time><Integer/>", "List", ""));
    Response response = client.call("Echo");
    assertThat(response.structure("Self")).isEmpty();
    assertThat(response.list("List")).isEqualTo(Collections.emptyList());
  }

  @Test
  void accessors_ofAnOddValue_nameTheMember() {
    Client client = client(JSON);
    respond(JSON, Map.of("Integer", "many", "Long", 1, "Self", Map.of("Integer", 4294967294L)));

    Response response = client.call("Echo");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> response.integer("Integer"))
        .withMessageContaining("is a text, not a whole number of 32 bits");
    assertThat(response.structure("Self").number("Integer")).isEqualTo(4294967294L);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> response.structure("Self").integer("Integer"))
        .withMessageContaining("4294967294, not a whole number of 32 bits");
  }

  @ParameterizedTest
  @ValueSource(strings = {JSON, CBOR})
  void secrets_ofOddKinds_areNotPrinted(String protocol) {
    Client client = client(protocol);
    Object[][] odd = {
      {"Password", Map.of("a", "CANARY")},
      {"Password", List.of("CANARY")},
      {"Passwords", "CANARY"},
      {"Passwords", Map.of("CANARY", "CANARY")},
      {"Passwords", List.of(Map.of("a", "CANARY"))},
      {"Keys", List.of("CANARY")},
      {"ByName", "CANARY"},
      {"Hidden", "CANARY"},
      {"Hidden", List.of("CANARY")},
      {"Self", List.of("CANARY")}
    };
    for (Object[] each : odd) {
      respond(protocol, around(each[0], each[1]));

      assertThat(client.call("Echo").toString())
          .as(Arrays.toString(each))
          .contains((String) each[0])
          .doesNotContain("CANARY");
    }
  }
}
