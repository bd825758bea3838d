package io.boto4j.spark.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ItemTypesTest {
  @SafeVarargs
  private static String ddl(Map<String, ?>... attributes) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Map<String, ?> attribute : attributes) {
      items.add(Attributes.item(Map.of("a", attribute)));
    }
    return ItemTypes.schema(items).toDDL();
  }

  private static Map<String, ?> number(String digits) {
    return Map.of("N", digits);
  }

  @Test
  void numbers_areWholeOrDecimalByTheirDigits() {
    assertThat(ddl(number("1"), number("-7"))).isEqualTo("a BIGINT");
    assertThat(ddl(number("1E+17"))).isEqualTo("a BIGINT");
    assertThat(ddl(number("1"), number("0.5"))).isEqualTo("a DECIMAL(38,20)");
    assertThat(ddl(number("1234567890123456789"))).isEqualTo("a DECIMAL(38,19)");
    assertThat(ddl(number("0.0000000000000000000000001"))).isEqualTo("a DECIMAL(38,25)");
    assertThat(ddl(number("1E+120"), number("1"))).isEqualTo("a STRING");
    assertThat(ddl(number("1E+30"), number("1E-30"))).isEqualTo("a STRING");
  }

  @Test
  void everyAttributeType_hasItsColumnType() {
    assertThat(ddl(Map.of("S", "x"))).isEqualTo("a STRING");
    assertThat(ddl(Map.of("BOOL", true))).isEqualTo("a BOOLEAN");
    assertThat(ddl(Map.of("B", new byte[1]))).isEqualTo("a BINARY");
    assertThat(ddl(Map.of("NULL", true))).isEqualTo("a STRING");
    assertThat(ddl(Map.of("NULL", true), number("1"))).isEqualTo("a BIGINT");
    assertThat(ddl(Map.of("SS", List.of("x")))).isEqualTo("a ARRAY<STRING>");
    assertThat(ddl(Map.of("NS", List.of("1")))).isEqualTo("a ARRAY<BIGINT>");
    assertThat(ddl(Map.of("BS", List.of(new byte[1])))).isEqualTo("a ARRAY<BINARY>");
    assertThat(ddl(Map.of("L", List.of()))).isEqualTo("a ARRAY<STRING>");
    assertThat(ddl(Map.of("M", Map.of()))).isEqualTo("a STRING");
  }

  @Test
  void nestedTypes_areMergedOverItems() {
    assertThat(
            ddl(
                Map.of("M", Map.of("x", number("1"))),
                Map.of("M", Map.of("x", number("2"), "y", Map.of("S", "z")))))
        .isEqualTo("a STRUCT<x: BIGINT, y: STRING>");
    assertThat(ddl(Map.of("L", List.of(number("1"), Map.of("S", "x")))))
        .isEqualTo("a ARRAY<STRING>");
  }

  @Test
  void differentTypes_areText_exceptBinary() {
    assertThat(ddl(number("1"), Map.of("S", "x"))).isEqualTo("a STRING");
    assertThat(ddl(number("1"), Map.of("B", new byte[1]))).isEqualTo("a BINARY");
  }
}
