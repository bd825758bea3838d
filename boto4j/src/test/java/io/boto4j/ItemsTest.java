package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.OperationNotPageableException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ItemsTest {
  private final Recorder recorder = new Recorder();
  private final Client dynamodb = Sessions.client("dynamodb", recorder);

  private void tables() {
    Iterator<String> pages =
        List.of(
                "{\"TableNames\": [\"a\", \"b\"], \"LastEvaluatedTableName\": \"bbb\"}",
                "{\"TableNames\": [\"c\"]}")
            .iterator();
    recorder.answer(request -> Recorder.response(200, pages.next()));
  }

  @Test
  void texts_onAllPages_areIterated() {
    tables();
    List<String> all = new ArrayList<>();
    for (String name : dynamodb.items("list_tables", Params.of("Limit", 2), String.class)) {
      all.add(name);
    }
    assertThat(all).containsExactly("a", "b", "c");
    assertThat(recorder.requests()).hasSize(2);
  }

  @Test
  void items_nothing_isSentBeforeTheyAreIterated() {
    Items<String> items = dynamodb.items("ListTables", Params.of(), String.class);
    assertThat(recorder.requests()).isEmpty();
    assertThat(items).hasToString("Items[ListTables]");
    tables();
    assertThat(items.stream().limit(1)).containsExactly("a");
    assertThat(recorder.requests()).as("the second page is not needed").hasSize(1);
  }

  @Test
  void map_ofItems_convertsWhatIsReached() {
    List<String> reached = new ArrayList<>();
    Items<String> upper =
        dynamodb
            .items("ListTables", Params.of(), String.class)
            .map(
                name -> {
                  reached.add(name);
                  return name + "!";
                });
    assertThat(recorder.requests()).isEmpty();
    tables();
    assertThat(upper.stream().limit(1)).containsExactly("a!");
    assertThat(reached).containsExactly("a");
    assertThat(upper).hasToString("Items[ListTables]");
  }

  @Test
  void maps_suchAsItems_haveAccessors() {
    recorder.answer(200, "{\"Items\": [{\"n\": {\"N\": \"5\"}}]}");
    for (Structure item : dynamodb.items("Scan", Map.of("TableName", "t"))) {
      assertThat(item.integer("n", "N")).isEqualTo(5);
    }
  }

  private record Db(String dbInstanceIdentifier) {}

  @Test
  void records_andStructures_areMade() {
    String body =
        "<DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance>"
            + "<DBInstanceIdentifier>one</DBInstanceIdentifier></DBInstance></DBInstances>"
            + "</DescribeDBInstancesResult></DescribeDBInstancesResponse>";
    recorder.answer(200, body);
    Client rds = Sessions.client("rds", recorder);

    assertThat(rds.items("DescribeDBInstances").stream())
        .extracting(db -> db.text("DBInstanceIdentifier"))
        .containsExactly("one");
    assertThat(rds.items("DescribeDBInstances", Params.of(), Db.class).toList())
        .containsExactly(new Db("one"));
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void items_mistakes_areReported() {
    tables();
    Items<Structure> wrong = dynamodb.items("ListTables");
    assertThatThrownBy(wrong::toList)
        .hasMessageContaining("An item of ListTables is a text, not a structure");
    assertThatThrownBy(() -> dynamodb.items("PutItem"))
        .isInstanceOf(OperationNotPageableException.class);
  }
}
