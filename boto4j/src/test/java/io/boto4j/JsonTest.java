package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    assertThatThrownBy(() -> Json.write(new byte[1])).isInstanceOf(IllegalArgumentException.class);
  }
}
