package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records in place of maps, in responses and in input. */
final class RecordsTest {
  private static final UUID ID = UUID.fromString("00000000-0000-0001-0000-000000000002");

  private final Recorder recorder = new Recorder();

  private enum Status {
    ACTIVE,
    IN_USE
  }

  private record Address(String city, Optional<Integer> zip) {}

  @SuppressWarnings("ArrayRecordComponent") // people write such records
  private record Everything(
      String text,
      int small,
      long big,
      double real,
      @Nullable Float single,
      BigDecimal exact,
      BigInteger whole,
      boolean yes,
      Instant time,
      LocalDate day,
      UUID id,
      URI place,
      Status status,
      byte[] bytes,
      Address address,
      List<Address> addresses,
      Set<String> names,
      Map<String, Integer> counts,
      Optional<Address> other,
      Structure raw,
      Object any) {}

  private static Map<String, Object> everything() {
    Map<String, Object> map = new HashMap<>();
    map.put("text", "t");
    map.put("small", new BigDecimal("5"));
    map.put("big", 6);
    map.put("real", new BigDecimal("1.5"));
    map.put("exact", 7L);
    map.put("whole", 8);
    map.put("yes", true);
    map.put("time", "2026-02-03T04:05:06Z");
    map.put("day", "2026-02-03");
    map.put("id", ID.toString());
    map.put("place", "https://example.com/a");
    map.put("status", "in-use");
    map.put("bytes", new byte[] {1});
    map.put("address", Map.of("city", "Bern", "zip", 3000));
    map.put("addresses", List.of(Map.of("city", "Chur")));
    map.put("names", List.of("b", "a", "b"));
    map.put("counts", Map.of("k", 1));
    map.put("raw", Map.of("x", Map.of("y", 1)));
    map.put("any", 1.5f);
    return map;
  }

  @Test
  void to_aRecord_convertsEveryComponent() {
    Everything record = Structures.of(everything()).to(Everything.class);

    assertThat(record.text).isEqualTo("t");
    assertThat(record.small).isEqualTo(5);
    assertThat(record.big).isEqualTo(6L);
    assertThat(record.real).isEqualTo(1.5);
    assertThat(record.single).isNull();
    assertThat(record.exact).isEqualTo(new BigDecimal(7));
    assertThat(record.whole).isEqualTo(BigInteger.valueOf(8));
    assertThat(record.yes).isTrue();
    assertThat(record.time).isEqualTo(Sessions.NOW);
    assertThat(record.day).isEqualTo(LocalDate.of(2026, 2, 3));
    assertThat(record.id).isEqualTo(ID);
    assertThat(record.place).isEqualTo(URI.create("https://example.com/a"));
    assertThat(record.status).isEqualTo(Status.IN_USE);
    assertThat(record.bytes).containsExactly(1);
    assertThat(record.address).isEqualTo(new Address("Bern", Optional.of(3000)));
    assertThat(record.addresses).containsExactly(new Address("Chur", Optional.empty()));
    assertThat(record.names).containsExactly("b", "a");
    assertThat(record.counts).isEqualTo(Map.of("k", 1));
    assertThat(record.other).isEmpty();
    assertThat(record.raw.integer("x", "y")).isEqualTo(1);
    assertThat(record.any).isEqualTo(1.5f);
  }

  private record Lists(List<String> list, Set<Integer> set, Map<String, String> map) {}

  @Test
  void to_absentCollections_areEmpty() {
    assertThat(Structures.of(Map.of()).to(Lists.class))
        .isEqualTo(new Lists(List.of(), Set.of(), Map.of()));
    Lists withNull = Structures.of(Map.of("list", Arrays.asList("a", null))).to(Lists.class);
    assertThat(withNull.list).containsExactly("a", null);
  }

  private record Table(String tableName, Status tableStatus, Optional<Long> itemCount) {}

  private record WrongTable(String tableNaem) {}

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void to_membersOfAModel_matchRegardlessOfCase() {
    recorder.answer(200, "{\"Table\": {\"TableName\": \"t\", \"TableStatus\": \"ACTIVE\"}}");
    Structure table =
        Sessions.client("dynamodb", recorder)
            .call("DescribeTable", Map.of("TableName", "t"))
            .structure("Table");

    assertThat(table.to(Table.class)).isEqualTo(new Table("t", Status.ACTIVE, Optional.empty()));
    assertThatThrownBy(() -> table.to(WrongTable.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "WrongTable.tableNaem: TableDescription has no such member. Did you mean TableName"
                + " or TableArn?");
  }

  private record User(@Name("user_id") String id, String firstName, String EMAIL) {}

  @Test
  void to_names_maySeparateWordsOrBeGiven() {
    Structure item =
        Structures.of(Map.of("user_id", "1", "id", "no", "first_name", "Ada", "email", "a@b"));
    assertThat(item.to(User.class)).isEqualTo(new User("1", "Ada", "a@b"));
    Structure ambiguous =
        Structures.of(Map.of("user_id", "1", "first_name", "x", "first-name", "y", "email", "z"));
    assertThatThrownBy(() -> ambiguous.to(User.class))
        .hasMessageContaining("are similar to its name; choose one with @Name");
  }

  private record Outer(Inner inner) {}

  private record Inner(List<Leaf> leaves) {}

  private record Leaf(int size, Status status) {}

  @Test
  void to_whatDoesNotFit_isReportedWithItsPath() {
    assertThatThrownBy(() -> outer(Map.of("size", "big", "status", "ACTIVE")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Outer.inner.leaves[0].size is a text that does not fit: expected a int");
    assertThatThrownBy(() -> outer(Map.of("size", 1L << 40, "status", "ACTIVE")))
        .hasMessage("Outer.inner.leaves[0].size is a number that does not fit: expected a int");
    assertThatThrownBy(() -> outer(Map.of("size", 1, "status", "gone")))
        .hasMessage("Outer.inner.leaves[0].status is not one of ACTIVE, IN_USE: gone");
    assertThatThrownBy(() -> outer(Map.of("size", 1)))
        .hasMessage(
            "Outer.inner.leaves[0].status is absent. If it may be, declare the component @Nullable"
                + " or as Optional.");
    assertThatThrownBy(() -> outer(Map.of("status", "ACTIVE")))
        .hasMessage(
            "Outer.inner.leaves[0].size is absent. If it may be, declare the component with an"
                + " object type and @Nullable or as Optional.");
    assertThatThrownBy(() -> Structures.of(Map.of("inner", 5)).to(Outer.class))
        .hasMessage(
            "Outer.inner is a number that does not fit: expected a map, for the record Inner");
  }

  private static Outer outer(Map<String, ?> leaf) {
    return Structures.of(Map.of("inner", Map.of("leaves", List.of(leaf)))).to(Outer.class);
  }

  private record Checked(int value) {
    @SuppressWarnings("UnusedMethod") // called through reflection
    private Checked {
      if (value < 0) {
        throw new IllegalStateException("negative");
      }
    }
  }

  @Test
  void to_aConstructorThatThrows_isTheCause() {
    assertThatThrownBy(() -> Structures.of(Map.of("value", -1)).to(Checked.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("negative")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  private record Throughput(long readCapacityUnits, long writeCapacityUnits) {}

  private record Key(String attributeName, @Name("KeyType") Status kind) {}

  private record Tag(String key, @Nullable String value) {}

  @Test
  void call_withRecords_sendsStructures() {
    recorder.answer(200, "{}");
    Sessions.client("dynamodb", recorder)
        .call(
            "UpdateTable",
            Params.of("TableName", "t", "ProvisionedThroughput", new Throughput(1, 2)));
    assertThat(Recorder.body(recorder.last()))
        .isEqualTo(
            "{\"TableName\": \"t\", \"ProvisionedThroughput\": {\"ReadCapacityUnits\": 1,"
                + " \"WriteCapacityUnits\": 2}}");

    recorder.answer(200, "{}");
    Sessions.client("dynamodb", recorder)
        .call(
            "TagResource",
            Params.of("ResourceArn", "arn", "Tags", List.of(new Tag("k", "v"), new Tag("l", ""))));
    assertThat(Recorder.body(recorder.last()))
        .contains("[{\"Key\": \"k\", \"Value\": \"v\"}, {\"Key\": \"l\", \"Value\": \"\"}]");
  }

  @Test
  void call_withRecordsWithoutValidation_sendsThemToo() {
    recorder.answer(200, "{}");
    Sessions.with(recorder)
        .build()
        .client("dynamodb", c -> c.parameterValidation(false))
        .call("UpdateTable", Map.of("ProvisionedThroughput", new Throughput(1, 2)));
    assertThat(Recorder.body(recorder.last())).contains("\"ReadCapacityUnits\": 1");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void call_withAWrongRecord_reportsItsPlace() {
    assertThatThrownBy(
            () ->
                Sessions.client("dynamodb", recorder)
                    .call(
                        "TagResource",
                        Params.of("ResourceArn", "arn", "Tags", List.of(new Tag("k", null)))))
        .hasMessageContaining("Missing required parameter in Tags[0]: \"Value\"");
    assertThatThrownBy(
            () ->
                Sessions.client("dynamodb", recorder)
                    .call("UpdateTable", Params.of("TableName", new Key("a", Status.ACTIVE))))
        .hasMessageContaining("Invalid type for parameter TableName");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void paramsFrom_aRecord_hasItsComponents() {
    assertThat(Params.from(new User("1", "Ada", "a@b")))
        .containsExactly(
            Map.entry("user_id", "1"), Map.entry("firstName", "Ada"), Map.entry("EMAIL", "a@b"));
    assertThat(Params.from(new Tag("k", null))).isEqualTo(Map.of("key", "k"));
    assertThat(Params.from(new Address("Bern", Optional.of(3)))).containsEntry("zip", 3);
  }
}
