package io.boto4j.dynamodb;

import static io.boto4j.dynamodb.Conditions.attr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class UpdateTest {
  private final FakeTable fake = new FakeTable();
  private final TableUpdate update = fake.table().update("pk", "p", "sk", 1);

  private Map<String, ?> sent() {
    update.run();
    return fake.last();
  }

  @Test
  void run_eachAction_isInItsClause() {
    update
        .add("n", 1)
        .set("a", "x")
        .remove("r", "s[0]")
        .delete("tags", Set.of("t"))
        .set("b.c", attr("a").plus(5))
        .set("d", attr("e").minus(attr("f")))
        .setIfAbsent("g", 7);

    Map<String, ?> sent = sent();
    assertThat(sent.get("UpdateExpression"))
        .isEqualTo(
            "SET #n0 = :v0, #n1.#n2 = #n3 + :v1, #n4 = #n5 - #n6, #n7 = if_not_exists(#n8, :v2)"
                + " REMOVE #n9, #n10[0] ADD #n11 :v3 DELETE #n12 :v4");
    assertThat((Map<?, ?>) sent.get("ExpressionAttributeNames")).hasSize(13);
    assertThat(((Map<?, ?>) sent.get("ExpressionAttributeValues")).get(":v4"))
        .isEqualTo(Map.of("SS", java.util.List.of("t")));
    assertThat(sent).doesNotContainKeys("ConditionExpression", "ReturnValues");
  }

  @Test
  void append_absentList_beginsWithAnEmptyOne() {
    update.append("l", 1, 2).prepend("m", "x");

    assertThat(sent().get("UpdateExpression"))
        .isEqualTo(
            "SET #n0 = list_append(if_not_exists(#n1, :v0), :v1),"
                + " #n2 = list_append(:v2, if_not_exists(#n3, :v3))");
  }

  @Test
  void when_twice_requiresBoth() {
    update.set("a", 1).when(attr("v").eq(3)).when(attr("w").exists());

    Map<String, ?> sent = sent();
    assertThat(sent.get("ConditionExpression")).isEqualTo("(#n1 = :v1 AND attribute_exists(#n2))");
    assertThat(sent.get("ReturnValuesOnConditionCheckFailure")).isEqualTo("ALL_OLD");
  }

  @Test
  void setAll_namesWithDots_areWholeNames() {
    update.setAll(Map.of("a.b", 1));

    assertThat(sent().get("ExpressionAttributeNames")).isEqualTo(Map.of("#n0", "a.b"));
  }

  @Test
  void add_otherThanNumberOrSet_isRefused() {
    assertThatThrownBy(() -> update.add("tags", "t"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "add(…) to attr(tags) takes a number or a Set, not a string; append(…) adds to a list");
  }

  @Test
  void run_valueThatCannotBeStored_namesTheAttribute() {
    update.set("a.b", Map.of("c", new BigDecimal("1E+200")));

    assertThatThrownBy(update::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a.b.c: The number 1E+200 is out of range");
    assertThat(fake.operations()).isEmpty();
  }

  @Test
  void run_withoutActions_isSent() {
    assertThat(sent()).doesNotContainKeys("UpdateExpression", "ExpressionAttributeNames");
  }

  @Test
  void returning_all_isPlain() {
    fake.answer(Map.of("Attributes", Map.of("n", Map.of("N", "5"))));

    assertThat(update.add("n", 1).returning(ReturnValues.ALL_NEW).run().integer("n")).isEqualTo(5);
    assertThat(fake.last().get("ReturnValues")).isEqualTo("ALL_NEW");
  }
}
