package io.boto4j.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Response;
import io.boto4j.testing.Stubber;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Interfaces that are private to a package other than that of their handler. */
final class TypedTest {
  private interface Base {
    default String greet(String name, int times) {
      return "base " + name.repeat(times);
    }
  }

  private interface Tables extends Base {
    @Operation("ListTables")
    @Result("TableNames")
    List<String> names();

    @Operation("ListTables")
    Response page();

    default long count() {
      return names().size();
    }

    default void addTo(List<String> list) {
      list.addAll(names());
    }

    default void fail(int... codes) throws IOException {
      throw new IOException("code " + codes[0]);
    }

    @Override
    default String greet(String name, int times) {
      return "tables, " + Base.super.greet(name, times);
    }
  }

  private final Stubber stubber = Stubber.of(TestClients.of("dynamodb"));
  private final Tables tables = Typed.of(stubber.client(), Tables.class);

  private void stub(String table) {
    stubber.addResponse("ListTables", Map.of("TableNames", List.of(table)));
  }

  @Test
  void defaultMethods_areCalledWithArguments() {
    stub("users");
    assertThat(tables.count()).isEqualTo(1L);
    List<String> names = new ArrayList<>();
    for (String each : List.of("first", "second")) {
      stub(each);
      tables.addTo(names);
    }
    assertThat(names).containsExactly("first", "second");
    assertThat(tables.greet("a", 3)).isEqualTo("tables, base aaa");
    Base base = tables;
    assertThat(base.greet("b", 1)).isEqualTo("tables, base b");
  }

  @Test
  void defaultMethod_throwsItsOwnExceptions() {
    assertThatThrownBy(() -> tables.fail(5)).isInstanceOf(IOException.class).hasMessage("code 5");
  }

  @Test
  void list_withResult_isOfOnePage() {
    stubber.addResponse(
        "ListTables", Map.of("TableNames", List.of("one"), "LastEvaluatedTableName", "one"));
    assertThat(tables.names()).containsExactly("one");
    stub("two");
    assertThat(tables.page().texts("TableNames")).containsExactly("two");
  }
}
