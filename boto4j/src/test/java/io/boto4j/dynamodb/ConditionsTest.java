package io.boto4j.dynamodb;

import static io.boto4j.dynamodb.Conditions.allOf;
import static io.boto4j.dynamodb.Conditions.anyOf;
import static io.boto4j.dynamodb.Conditions.attr;
import static io.boto4j.dynamodb.Conditions.key;
import static io.boto4j.dynamodb.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConditionsTest {
  @Test
  void expression_ofNestedConditions_isThatOfBoto3() {
    Condition condition =
        attr("a").eq(1).or(attr("a").eq(2).and(attr("a").eq(3))).and(attr("b").exists().not());

    Expression expression = condition.expression();

    assertThat(expression.text())
        .isEqualTo("((#n0 = :v0 OR (#n1 = :v1 AND #n2 = :v2)) AND (NOT attribute_exists(#n3)))");
    assertThat(expression.names())
        .isEqualTo(Map.of("#n0", "a", "#n1", "a", "#n2", "a", "#n3", "b"));
    assertThat(expression.values().get(":v2")).isEqualTo(Map.of("N", "3"));
  }

  @Test
  void allOf_several_isLeftAssociative() {
    Condition a = attr("a").exists();

    assertThat(allOf(a, a, a).expression().text()).isEqualTo(a.and(a).and(a).expression().text());
    assertThat(anyOf(a, a, a).expression().text()).isEqualTo(a.or(a).or(a).expression().text());
    assertThat(not(a).expression().text()).isEqualTo(a.not().expression().text());
  }

  @Test
  void path_ofParts_mayHaveDots() {
    Expression expression = Attr.path("a", "b.c", 0, "[d]").eq(1).expression();

    assertThat(expression.text()).isEqualTo("#n0.#n1[0].#n2 = :v0");
    assertThat(expression.names()).isEqualTo(Map.of("#n0", "a", "#n1", "b.c", "#n2", "[d]"));
    assertThat(Key.named("a.b").eq(1).expression().names()).isEqualTo(Map.of("#n0", "a.b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a.",
        ".a",
        "a..b",
        "[0]",
        "a[",
        "a[]",
        "a[x]",
        "a]",
        "a[0]b",
        "a[0",
        "a.[0]",
        "a[9999999999]"
      })
  void attr_malformedPath_isRefused(String path) {
    assertThatThrownBy(() -> attr(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Malformed path '" + path + "': ");
    assertThatThrownBy(() -> key(path)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void path_otherParts_areRefused() {
    for (Object[] parts :
        List.of(
            new Object[] {},
            new Object[] {0},
            new Object[] {"a", -1},
            new Object[] {"a", ""},
            new Object[] {"a", 1L},
            new Object[] {"a", null})) {
      assertThatThrownBy(() -> Attr.path(parts)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void in_collectionOrValues_isTheSame() {
    assertThat(attr("a").in(1, 2).expression()).isEqualTo(attr("a").in(List.of(1, 2)).expression());
    assertThat(attr("a").in(Set.of(1)).expression().text()).isEqualTo("#n0 IN (:v0)");
    assertThat(attr("a").in(Arrays.asList("x", null)).expression().values())
        .containsEntry(":v1", Map.of("NULL", true));
    assertThatThrownBy(() -> attr("a").in()).hasMessageContaining("1 to 100 values");
    assertThatThrownBy(() -> attr("a").in(java.util.Collections.nCopies(101, 1)))
        .hasMessage("attr(a): in(…) takes 1 to 100 values, and has 101");
  }

  @Test
  void operands_inConditions_areAttributes() {
    assertThat(attr("a").eq(attr("b.c")).expression().text()).isEqualTo("#n0 = #n1.#n2");
    assertThat(attr("a").size().gt(attr("b").size()).expression().text())
        .isEqualTo("size(#n0) > size(#n1)");
    assertThat(attr("a").between(attr("b"), 5).expression().text())
        .isEqualTo("#n0 BETWEEN #n1 AND :v0");
    assertThat(attr("a").in(attr("b"), 1).expression().text()).isEqualTo("#n0 IN (#n1, :v0)");
  }

  @Test
  void values_thatCannotBeStored_areReported() {
    Condition condition = attr("a").eq(Map.of("b", new BigDecimal("1E+200")));

    assertThatThrownBy(condition::expression)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A value of a condition: b: The number 1E+200 is out of range");
  }

  @Test
  void query_conditionWithAttr_isRefused() {
    Table table = new FakeTable().table();

    assertThatThrownBy(() -> table.query(key("a").eq(1).and(attr("b").eq(2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("key(…) alone, and has attr(b)");
    assertThatThrownBy(() -> table.query(key("a").eq(attr("b"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> table.query(attr("a").size().eq(2)))
        .hasMessageContaining("size of attr(a)");
  }

  @Test
  void conditions_tooDeep_areRefused() {
    Condition deep = attr("a").eq(1);
    assertThatThrownBy(
            () -> {
              Condition each = deep;
              for (int i = 0; i < 600; i++) {
                each = each.not();
              }
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("500");
  }

  @Test
  void toString_hasNoValues() {
    assertThat(attr("password").eq("secret").toString()).isEqualTo("#n0 = :v0 {#n0=password}");
    assertThat(new Update().set("password", "secret").toString())
        .isEqualTo("SET #n0 = :v0 {#n0=password}");
  }
}
