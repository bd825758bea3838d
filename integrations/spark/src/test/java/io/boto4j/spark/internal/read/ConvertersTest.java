package io.boto4j.spark.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.junit.jupiter.api.Test;

final class ConvertersTest {
  private static Object convert(String type, Object value) {
    return Converters.of(DataType.fromDDL(type)).convert(value);
  }

  @Test
  void numbers_keepTheirValueOrAreRefused() {
    assertThat(convert("BIGINT", new BigDecimal("1E+2"))).isEqualTo(100L);
    assertThat(convert("INT", 7L)).isEqualTo(7);
    assertThat(convert("SMALLINT", 7)).isEqualTo((short) 7);
    assertThat(convert("TINYINT", 7)).isEqualTo((byte) 7);
    assertThat(convert("DOUBLE", new BigDecimal("0.5"))).isEqualTo(0.5);
    assertThat(convert("FLOAT", 0.5)).isEqualTo(0.5f);
    assertThat(convert("DECIMAL(5,2)", new BigDecimal("1.5"))).isEqualTo(Decimal.apply("1.50"));
    assertThat(convert("DECIMAL(38,0)", BigInteger.TEN)).isEqualTo(Decimal.apply("10"));
    refused("BIGINT", new BigDecimal("1.5"), "a number with a fraction or more digits");
    refused("INT", 3_000_000_000L, "a larger number");
    refused("TINYINT", 200, "a larger number");
    refused("DECIMAL(5,2)", new BigDecimal("1.555"), "more digits after the point");
    refused("DECIMAL(5,2)", 123456, "a larger number");
    refused("DOUBLE", "5", "text");
  }

  private static void refused(String type, Object value, String seen) {
    assertThatThrownBy(() -> convert(type, value))
        .isInstanceOf(Misfit.class)
        .hasMessageContaining("is " + type)
        .hasMessageContaining(seen);
  }

  @Test
  void text_takesEverythingExceptBytes() {
    assertThat(convert("STRING", "x")).hasToString("x");
    assertThat(convert("STRING", new BigDecimal("1E+2"))).hasToString("100");
    assertThat(convert("STRING", true)).hasToString("true");
    assertThat(convert("STRING", List.of(1, "a"))).hasToString("[1,\"a\"]");
    assertThat(convert("STRING", Map.of("a", 1))).hasToString("{\"a\":1}");
    assertThat(convert("STRING", Instant.EPOCH)).hasToString("1970-01-01T00:00:00Z");
    refused("STRING", new byte[1], "binary; read it as BINARY");
  }

  @Test
  void timestamps_areMicroseconds() {
    Instant instant = Instant.parse("2026-01-31T10:00:00.123456Z");
    assertThat(convert("TIMESTAMP", instant)).isEqualTo(1_769_853_600_123_456L);
    assertThat(convert("TIMESTAMP", instant.toString())).isEqualTo(1_769_853_600_123_456L);
    refused("TIMESTAMP", "yesterday", "text that is not an instant");
    refused("TIMESTAMP", 5, "a number");
  }

  @Test
  void nestedValues_areConverted_andMisfitsHaveTheirPath() {
    Object row =
        Converters.of(DataType.fromDDL("a ARRAY<INT>, m MAP<STRING, BOOLEAN>"))
            .convert(Map.of("a", Arrays.asList(1, null), "other", "x"));
    assertThat(row).isInstanceOf(InternalRow.class);
    ArrayData array = ((InternalRow) row).getArray(0);
    assertThat(array.getInt(0)).isEqualTo(1);
    assertThat(array.isNullAt(1)).isTrue();
    assertThat(((InternalRow) row).isNullAt(1)).isTrue();
    assertThatThrownBy(
            () ->
                Converters.of(DataType.fromDDL("a ARRAY<STRUCT<b: INT>>"))
                    .convert(Map.of("a", List.of(Map.of("b", 1), Map.of("b", "x")))))
        .hasMessage("the column 'a[1].b' is INT, but the value is text");
  }

  @Test
  void types_thatAwsDoesNotHave_areRefused() {
    assertThatThrownBy(() -> Converters.of(DataTypes.CalendarIntervalType))
        .hasMessage("The type INTERVAL cannot be read from AWS.");
  }
}
