package io.boto4j.typed.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Items;
import io.boto4j.Name;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.testing.Stubber;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.TestClients;
import io.boto4j.typed.Typed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The items of all pages by methods of an interface. */
final class BoundPagesTest {
  private record Db(@Name("DBInstanceIdentifier") String id) {}

  private interface Rds {
    @Operation("DescribeDBInstances")
    Stream<Db> stream(@Param("DBInstanceIdentifier") String id);

    @Operation("DescribeDBInstances")
    Iterable<Db> iterable();

    @Operation("DescribeDBInstances")
    Items<Db> items();

    @Operation("DescribeDBInstances")
    List<Db> list();

    @Operation("DescribeDBInstances")
    Set<Structure> set();

    @Operation("DescribeDBInstances")
    @Result("DBInstances[].DBInstanceIdentifier")
    Stream<String> ids();

    @Operation("DescribeDBInstances")
    @Result("DBInstances[].DBInstanceIdentifier")
    Iterable<String> iterableIds();

    @Operation("DescribeDBInstances")
    @Result("DBInstances[].DBInstanceIdentifier")
    List<String> idsOfOnePage();

    @Operation("DescribeDBInstances")
    @Result("length(DBInstances)")
    Stream<Integer> counts();
  }

  private interface Tables {
    @Operation("Scan")
    Stream<Map<String, Structure>> items(@Param("TableName") String table);

    @Operation("ListTables")
    Stream<String> names();
  }

  private final Stubber stubber = Stubber.of(TestClients.of("rds"));
  private final Rds rds = Typed.of(stubber.client(), Rds.class);

  @AfterEach
  void everyResponse_isUsed() {
    stubber.assertNoPendingResponses();
  }

  private void twoPages(Map<String, ?> input) {
    firstPage(input);
    Map<String, Object> more = new HashMap<>(input);
    more.put("Marker", "m");
    stubber.addResponse("DescribeDBInstances", Map.of("DBInstances", dbs("c")), more);
  }

  private void firstPage(Map<String, ?> input) {
    stubber.addResponse(
        "DescribeDBInstances", Map.of("DBInstances", dbs("a", "b"), "Marker", "m"), input);
  }

  private static List<Map<String, String>> dbs(String... ids) {
    List<Map<String, String>> dbs = new ArrayList<>();
    for (String id : ids) {
      dbs.add(Map.of("DBInstanceIdentifier", id));
    }
    return dbs;
  }

  @Test
  void stream_readsPagesAsItIsRead() {
    Map<String, String> input = Map.of("DBInstanceIdentifier", "x");
    Iterator<Db> unread = rds.stream("x").iterator();
    firstPage(input);
    assertThat(unread.next()).isEqualTo(new Db("a"));

    twoPages(input);
    assertThat(rds.stream("x")).containsExactly(new Db("a"), new Db("b"), new Db("c"));
  }

  @Test
  void iterables_areReadAgainEachTime() {
    for (Iterable<Db> each : List.of(rds.iterable(), rds.items())) {
      twoPages(Map.of());
      assertThat(each).containsExactly(new Db("a"), new Db("b"), new Db("c"));
      twoPages(Map.of());
      assertThat(each).hasSize(3);
      assertThat(each).hasToString("Items[DescribeDBInstances]");
    }
  }

  @Test
  void lists_haveTheItemsOfAllPages() {
    twoPages(Map.of());
    assertThat(rds.list()).containsExactly(new Db("a"), new Db("b"), new Db("c"));
    twoPages(Map.of());
    assertThat(rds.set()).hasSize(3);
  }

  @Test
  void result_isSearchedOnEachPage() {
    twoPages(Map.of());
    assertThat(rds.ids()).containsExactly("a", "b", "c");
    twoPages(Map.of());
    assertThat(rds.iterableIds()).containsExactly("a", "b", "c");
    twoPages(Map.of());
    assertThat(rds.counts()).containsExactly(2, 1);
    firstPage(Map.of());
    assertThat(rds.idsOfOnePage()).containsExactly("a", "b");
  }

  @Test
  void error_onTheSecondPage_isThrownWhereItIsRead() {
    firstPage(Map.of());
    stubber.addError("DescribeDBInstances", "Throttling", "slow");
    Iterator<Db> items = rds.iterable().iterator();
    assertThat(items.next()).isEqualTo(new Db("a"));
    items.next();
    assertThatThrownBy(items::hasNext).isInstanceOf(ServiceException.class);
  }

  @Test
  void itemsOfATable_areMaps() {
    Stubber dynamodb = Stubber.of(TestClients.of("dynamodb"));
    Tables tables = Typed.of(dynamodb.client(), Tables.class);
    Map<String, Object> key = Map.of("id", Map.of("S", "1"));
    dynamodb.addResponse(
        "Scan",
        Map.of("Items", List.of(Map.of("id", Map.of("S", "1"))), "LastEvaluatedKey", key),
        Map.of("TableName", "t"));
    dynamodb.addResponse(
        "Scan",
        Map.of("Items", List.of(Map.of("id", Map.of("S", "2")))),
        Map.of("TableName", "t", "ExclusiveStartKey", key));
    assertThat(tables.items("t").map(item -> item.get("id").text("S"))).containsExactly("1", "2");

    dynamodb.addResponse("ListTables", Map.of("TableNames", List.of("users")));
    assertThat(tables.names()).containsExactly("users");
  }
}
