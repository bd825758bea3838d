package io.boto4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearNamesTest {
  private static final List<String> KNOWN =
      List.of("PutItem", "GetItem", "BatchGetItem", "Query", "Scan", "DescribeTable", "ListTables");

  @ParameterizedTest
  @CsvSource({
    "PutIten, PutItem",
    "put_item, PutItem",
    "Qeury, Query",
    "Scans, Scan",
    "describe-tabel, DescribeTable",
    "LISTTABLES, ListTables",
  })
  void of_slip_findsTheNameFirst(String wrong, String right) {
    assertThat(NearNames.of(wrong, KNOWN)).startsWith(right);
  }

  @Test
  void of_partOfAName_findsTheWhole() {
    assertThat(NearNames.of("Tables", KNOWN)).contains("ListTables");
    assertThat(NearNames.of("GetItemPlease", KNOWN)).contains("GetItem");
  }

  @Test
  void of_nothingNear_isEmpty() {
    assertThat(NearNames.of("Xylophone", KNOWN)).isEmpty();
    assertThat(NearNames.of("", KNOWN)).isEmpty();
    assertThat(NearNames.of("PutItem", List.of())).isEmpty();
    assertThat(NearNames.hint("Xylophone", KNOWN)).isEmpty();
  }

  @Test
  void of_many_givesTheNearestFive() {
    assertThat(NearNames.of("name", List.of("name1", "name2", "name3", "name4", "name5", "name")))
        .containsExactly("name", "name1", "name2", "name3", "name4");
  }

  @Test
  void hint_near_isASentenceWithABlankBefore() {
    assertThat(NearNames.hint("Scann", KNOWN)).isEqualTo(" Did you mean Scan?");
    assertThat(NearNames.hint("XetItem", KNOWN)).isEqualTo(" Did you mean GetItem or PutItem?");
  }

  @Test
  void of_enormousName_isQuick() {
    assertThat(NearNames.of("x".repeat(10_000_000), KNOWN)).isEmpty();
  }
}
