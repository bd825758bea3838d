package io.boto4j.model.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a pack: its head, and the values in its sections. */
final class PackTest {
  @Test
  void value_ofEveryKind_comesBack() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("null", null);
    value.put(
        "numbers",
        List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE));
    value.put("big", new BigInteger("9".repeat(100)));
    value.put("doubles", List.of(0.5, -0.0, 1e300, Double.MIN_VALUE));
    value.put("decimal", new BigDecimal("0.123456789012345678901234567890"));
    value.put("texts", List.of("", "\u00fc\ud83d\ude00\0", "x".repeat(200_000)));
    value.put("flags", List.of(true, false));
    value.put("", new ArrayList<>(Arrays.asList(null, List.of(), Map.of())));
    PackOutput out = new PackOutput();

    out.value(value);

    assertThat(new PackInput(out.toByteArray(), 0).value()).isEqualTo(value);
  }

  @Test
  void value_ofForeignType_isRefused() {
    assertThatThrownBy(() -> new PackOutput().value(Map.of("a", new Object())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "B", "B4JP", "<html>", "B4JQ\2\0"})
  void open_notAPack_saysSo(String bytes) {
    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(ModelException.class)
        .hasMessage("Not a model pack: a pack in memory");
  }

  @Test
  void open_otherFormat_saysWhichVersionsToUse() {
    assertThatThrownBy(() -> open("B4JPc\0"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("has format 99")
        .hasMessageContaining("same version");
  }

  private static Pack open(String bytes) {
    return Pack.open(new Memory(bytes.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static final class Memory implements PackStorage {
    private final byte[] bytes;

    Memory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public byte[] read(long offset, int length) {
      int from = (int) Math.min(offset, bytes.length);
      int to = (int) Math.min(offset + length, bytes.length);
      return Arrays.copyOfRange(bytes, from, to);
    }

    @Override
    public String name() {
      return "a pack in memory";
    }
  }
}
