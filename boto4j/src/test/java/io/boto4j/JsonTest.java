package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** JSON for users. */
final class JsonTest {
  @Test
  void write_ofPlainValues_isReadBack() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("Text", "Grüße");
    value.put("Numbers", List.of(1, 2.5));
    value.put("Yes", true);
    value.put("Nothing", null);

    String text = Json.write(value);

    assertThat(text)
        .isEqualTo(
            "{\"Text\":\"Gr\\u00fc\\u00dfe\",\"Numbers\":[1,2.5],\"Yes\":true,\"Nothing\":null}");
    assertThat(Json.write(Json.read(text))).isEqualTo(text);
    assertThat(Json.read("null")).isNull();
  }

  @Test
  void read_ofBrokenText_reportsThePosition() {
    assertThatThrownBy(() -> Json.read("{\"a\": 1,}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8");
    assertThatThrownBy(() -> Json.read("1 2")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void write_ofOtherValues_isRefused() {
    assertThatThrownBy(() -> Json.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.write(Map.of(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("JSON cannot have a name that is a number, only texts and enums");
    List<Object> itself = new ArrayList<>();
    itself.add(itself);
    assertThatThrownBy(() -> Json.write(itself)).isInstanceOf(IllegalArgumentException.class);
  }

  private enum Level {
    HIGH
  }

  private record Rule(String effect, @Name("not_before") Instant from, Optional<String> note) {}

  @Test
  void write_ofJavaValues_isWhatPeopleExpect() {
    assertThat(Json.write(new Rule("Allow", Instant.EPOCH, Optional.empty())))
        .isEqualTo("{\"effect\":\"Allow\",\"not_before\":\"1970-01-01T00:00:00Z\"}");
    assertThat(Json.write(new byte[] {0, 1})).isEqualTo("\"AAE=\"");
    assertThat(Json.write(List.of(Level.HIGH, LocalDate.of(2026, 2, 3), Double.NaN, 'c')))
        .isEqualTo("[\"HIGH\",\"2026-02-03\",\"NaN\",\"c\"]");
    assertThat(Json.write(new int[] {1, 2})).isEqualTo("[1,2]");
    assertThat(Json.write(Map.of(Level.HIGH, new BigDecimal("1.50")))).isEqualTo("{\"HIGH\":1.50}");
  }

  @Test
  void read_numbers_loseNothing() {
    assertThat(Json.read("5")).isEqualTo(5);
    assertThat(Json.read("-2147483649")).isEqualTo(-2147483649L);
    assertThat(Json.read("9223372036854775808")).isEqualTo(new BigDecimal("9223372036854775808"));
    assertThat(Json.read("0.1")).isEqualTo(new BigDecimal("0.1"));
    assertThat(Json.read("1.50")).isEqualTo(new BigDecimal("1.50"));
    assertThat(Json.read("1e3")).isEqualTo(new BigDecimal("1e3"));
    assertThat(Json.read("-0")).isEqualTo(new BigDecimal("0"));
    assertThat(Json.read("1e400")).isEqualTo(new BigDecimal("1e400"));
    String digits = "0.30000000000000000000000000000000000001";
    assertThat(Json.write(Json.read("[" + digits + "]"))).isEqualTo("[" + digits + "]");
  }

  @Test
  void read_withAType_converts() {
    Structure policy = Json.read("{\"Statement\": [{\"Effect\": \"Allow\"}]}", Structure.class);
    assertThat(policy.structures("Statement").get(0).text("Effect")).isEqualTo("Allow");
    assertThat(Json.read("{\"Effect\": \"Deny\", \"not_before\": 0}", Rule.class))
        .isEqualTo(new Rule("Deny", Instant.EPOCH, Optional.empty()));
    assertThat((Object) Json.read("[1]", List.class)).isEqualTo(List.of(1));
    assertThatThrownBy(() -> Json.read("null", Structure.class))
        .hasMessage("The document is null, not a Structure");
    assertThatThrownBy(() -> Json.read("[]", Structure.class))
        .hasMessage("Structure is a list that does not fit: expected a map");
  }

  @Test
  void read_result_canBeChanged() {
    @SuppressWarnings("unchecked")
    Map<String, Object> document = (Map<String, Object>) Json.read("{\"a\": []}");
    document.put("b", 1);
    assertThat(document).containsOnlyKeys("a", "b");
  }

  @Test
  void pretty_breaksLinesOutsideOfTexts() {
    assertThat(Json.pretty(Params.of("a", "{\"[,:]\\", "b", List.of(), "c", List.of(1, 2))))
        .isEqualTo(
            "{\n  \"a\": \"{\\\"[,:]\\\\\",\n  \"b\": [],\n  \"c\": [\n    1,\n    2\n  ]\n}");
    assertThat(Json.pretty(5)).isEqualTo("5");
  }
}
