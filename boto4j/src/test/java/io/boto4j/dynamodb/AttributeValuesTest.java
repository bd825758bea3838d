package io.boto4j.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Name;
import io.boto4j.Structure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AttributeValuesTest {
  private static Map<String, Object> sent(Object value) {
    return AttributeValues.serialize(value);
  }

  private static Map<String, Object> n(String text) {
    return Map.of("N", text);
  }

  private static Object read(String type, Object content) {
    return AttributeValues.deserialize(Map.of(type, content));
  }

  @Test
  void serialize_scalars_haveTheirTypes() {
    UUID uuid = new UUID(1, 2);

    assertThat(sent(null)).isEqualTo(Map.of("NULL", true));
    assertThat(sent(true)).isEqualTo(Map.of("BOOL", true));
    assertThat(sent(false)).isEqualTo(Map.of("BOOL", false));
    assertThat(sent("")).isEqualTo(Map.of("S", ""));
    assertThat(sent(CharBuffer.wrap("ü"))).isEqualTo(Map.of("S", "ü"));
    assertThat(sent('c')).isEqualTo(Map.of("S", "c"));
    assertThat(sent(TimeUnit.DAYS)).isEqualTo(Map.of("S", "DAYS"));
    assertThat(sent(uuid)).isEqualTo(Map.of("S", uuid.toString()));
    assertThat(sent(Instant.EPOCH)).isEqualTo(Map.of("S", "1970-01-01T00:00:00Z"));
    assertThat(sent(Date.from(Instant.EPOCH))).isEqualTo(sent(Instant.EPOCH));
    assertThat(sent(LocalDate.EPOCH)).isEqualTo(Map.of("S", "1970-01-01"));
    assertThat(sent(Optional.of(1))).isEqualTo(n("1"));
    assertThat(sent(Optional.empty())).isEqualTo(sent(null));
  }

  @Test
  void serialize_numbers_keepTheirDigits() {
    assertThat(sent((byte) -1)).isEqualTo(n("-1"));
    assertThat(sent((short) 7)).isEqualTo(n("7"));
    assertThat(sent(Integer.MIN_VALUE)).isEqualTo(n("-2147483648"));
    assertThat(sent(Long.MAX_VALUE)).isEqualTo(n("9223372036854775807"));
    assertThat(sent(new AtomicLong(5))).isEqualTo(n("5"));
    assertThat(sent(BigInteger.TEN.pow(38))).isEqualTo(n("1" + "0".repeat(38)));
    assertThat(sent(new BigDecimal("1.10"))).isEqualTo(n("1.10"));
    assertThat(sent(new BigDecimal("1E+3"))).isEqualTo(n("1E+3"));
    assertThat(sent(new BigDecimal("0.00"))).isEqualTo(n("0"));
    assertThat(sent(new BigDecimal("9".repeat(38) + "E+88")))
        .isEqualTo(n("9." + "9".repeat(37) + "E+125"));
    assertThat(sent(new BigDecimal("1E-130"))).isEqualTo(n("1E-130"));
    assertThat(sent(0.1)).isEqualTo(n("0.1"));
    assertThat(sent(0.1f)).isEqualTo(n("0.1"));
    assertThat(sent(-0.0)).isEqualTo(n("0"));
    assertThat(sent(1e100)).isEqualTo(n("1.0E100"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789012345678901234567890123456789",
        "-1.23456789012345678901234567890123456789",
        "1E+126",
        "-1E+126",
        "9.9E-131",
        "1E-131",
        "1E+2147483647",
        "1E-2147483647"
      })
  void serialize_numbersThatDynamoDbCannotStore_nameTheirPlace(String text) {
    Map<String, Object> item = Map.of("a", Map.of("b.c", List.of(1, new BigDecimal(text))));

    assertThatThrownBy(() -> AttributeValues.serializeItem(item))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a.b.c[1]: The number ")
        .hasMessageContaining("DynamoDB stores");
  }

  @Test
  void serialize_doublesThatAreNoNumbers_areRefused() {
    for (Number each : List.of(Double.NaN, Double.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY)) {
      assertThatThrownBy(() -> AttributeValues.serializeItem(Map.of("x", each)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("x: DynamoDB has no number " + each + ": store a string or null instead");
    }
    assertThatThrownBy(() -> sent(Double.MIN_VALUE)).hasMessageContaining("out of range");
    assertThatThrownBy(() -> sent(Double.MAX_VALUE)).hasMessageContaining("out of range");
  }

  @Test
  void serialize_bytes_areTheRestOfABuffer() {
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3});
    buffer.get();

    assertThat((byte[]) sent(buffer).get("B")).containsExactly(2, 3);
    assertThat(buffer.remaining()).isEqualTo(2);
    assertThat((byte[]) sent(new byte[0]).get("B")).isEmpty();
  }

  @Test
  void serialize_sets_areOfOneKind() {
    assertThat(sent(new LinkedHashSet<Number>(List.of(1, 1L, new BigDecimal("1.0"), 2.5))))
        .isEqualTo(Map.of("NS", List.of("1", "2.5")));
    assertThat(sent(EnumSet.of(TimeUnit.DAYS))).isEqualTo(Map.of("SS", List.of("DAYS")));
    Set<byte[]> binaries = new LinkedHashSet<>(List.of(new byte[] {1}, new byte[] {1}));
    assertThat((Collection<?>) sent(binaries).get("BS")).hasSize(1);
  }

  @Test
  void serialize_setsOfSeveralKinds_nameTheAttribute() {
    List<Set<?>> sets =
        List.of(
            Set.of(1, "a"),
            Set.of("a", new byte[0]),
            Set.of(true),
            Set.of(List.of()),
            Collections.singleton(null),
            new LinkedHashSet<>(Arrays.asList("a", null)));
    for (Set<?> each : sets) {
      assertThatThrownBy(() -> AttributeValues.serializeItem(Map.of("tags", each)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("tags: A set holds numbers only, strings only or binary");
    }
    assertThatThrownBy(() -> AttributeValues.serializeItem(Map.of("tags", Set.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tags: DynamoDB has no empty set: leave the attribute out, or pass a List");
  }

  @Test
  void serialize_containers_areNested() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", null);
    map.put("l", new int[] {1, 2});
    map.put("o", new Object[] {"a", List.of()});

    assertThat(sent(map))
        .isEqualTo(
            Map.of(
                "M",
                Map.of(
                    "n", Map.of("NULL", true),
                    "l", Map.of("L", List.of(n("1"), n("2"))),
                    "o", Map.of("L", List.of(Map.of("S", "a"), Map.of("L", List.of()))))));
    assertThat(sent(Map.of("S", "raw"))).isEqualTo(Map.of("M", Map.of("S", Map.of("S", "raw"))));
  }

  @Test
  void serialize_whatWasSerialized_isItself() {
    Map<String, Object> value = sent("a");

    assertThat(sent(value)).isSameAs(value);
    assertThat(sent(List.of(value))).isEqualTo(Map.of("L", List.of(Map.of("S", "a"))));
  }

  record Address(@Name("street_name") String street, Integer number) {}

  record User(String id, Address address, List<Address> old, Optional<String> nick) {}

  @Test
  void serialize_records_leaveOutNull() {
    User user = new User("u", new Address("Main", null), List.of(), Optional.empty());

    assertThat(AttributeValues.serializeItem(user))
        .isEqualTo(
            Map.of(
                "id", Map.of("S", "u"),
                "address", Map.of("M", Map.of("street_name", Map.of("S", "Main"))),
                "old", Map.of("L", List.of())));
  }

  @Test
  void serialize_unknownTypes_nameTheirPlace() {
    Map<String, Object> item = Map.of("a", List.of(Map.of("b", new Object())));
    List<Object> cyclic = new ArrayList<>();
    cyclic.add(cyclic);

    assertThatThrownBy(() -> AttributeValues.serializeItem(item))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a[0].b: DynamoDB cannot store a value of the class Object");
    assertThatThrownBy(() -> sent(Map.of(1, "a"))).hasMessageContaining("must be a string");
    assertThatThrownBy(() -> sent(Map.of("", "a"))).hasMessageContaining("name is empty");
    assertThatThrownBy(() -> sent(cyclic)).hasMessageContaining("levels");
    assertThatThrownBy(() -> sent(Map.of("a", Conditions.attr("b"))))
        .hasMessageStartingWith("a: DynamoDB cannot store");
  }

  @ParameterizedTest
  @CsvSource({
    "0, Integer",
    "-0, Integer",
    "007, Integer",
    "2147483647, Integer",
    "-2147483648, Integer",
    "2147483648, Long",
    "-2147483649, Long",
    "999999999999999999, Long",
    "9223372036854775807, Long",
    "-9223372036854775808, Long",
    "9223372036854775808, BigDecimal",
    "-9223372036854775809, BigDecimal",
    "1.0, BigDecimal",
    "1.10, BigDecimal",
    "1E+3, BigDecimal",
    "123456789012345678901234567890123456789012345, BigDecimal",
    "1E+500, BigDecimal"
  })
  void deserialize_numbers_areOfTheSmallestTypeWithoutLoss(String text, String type) {
    Object number = read("N", text);

    assertThat(number.getClass().getSimpleName()).isEqualTo(type);
    assertThat(new BigDecimal(number.toString())).isEqualTo(new BigDecimal(text));
  }

  @Test
  void deserialize_values_areEachType() {
    assertThat(read("NULL", true)).isNull();
    assertThat(read("BOOL", false)).isEqualTo(false);
    assertThat(read("S", "")).isEqualTo("");
    assertThat((byte[]) read("B", new byte[] {1})).containsExactly(1);
    assertThat((byte[]) read("B", "AQ==")).containsExactly(1);
    assertThat((byte[]) read("B", ByteBuffer.wrap(new byte[] {1}))).containsExactly(1);
    assertThat(read("L", List.of(n("1"), Map.of("NULL", true)))).isEqualTo(Arrays.asList(1, null));
    Structure map = (Structure) read("M", Map.of("a", Map.of("M", Map.of("b", n("2")))));
    assertThat(map.integer("a", "b")).isEqualTo(2);
  }

  @Test
  void deserialize_sets_keepTheirOrder() {
    assertThat((Set<?>) read("SS", List.of("z", "a", "m"))).isEqualTo(Set.of("a", "m", "z"));
    assertThat(new ArrayList<>((Set<?>) read("SS", List.of("z", "a", "m"))))
        .isEqualTo(List.of("z", "a", "m"));
    assertThat(new ArrayList<>((Set<?>) read("NS", List.of("2", "1", "1.0"))))
        .isEqualTo(List.of(2, 1));
    Set<?> binaries = (Set<?>) read("BS", List.of(new byte[] {1}, new byte[] {1}, new byte[] {2}));
    assertThat(binaries).hasSize(2);
    assertThat(binaries.contains(ByteBuffer.wrap(new byte[] {2}))).isTrue();
    assertThat(((ByteBuffer) binaries.iterator().next()).isReadOnly()).isTrue();
  }

  @Test
  void deserialize_otherMaps_nameTheirPlace() {
    Map<String, Object> item = Map.of("a", Map.of("L", List.of(Map.of("x", 1))));

    assertThatThrownBy(() -> AttributeValues.deserializeItem(item))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a[0]: An attribute value is a map with one of the keys")
        .hasMessageEndingWith("not a map with the key x");
    assertThatThrownBy(() -> AttributeValues.deserialize(Map.of())).hasMessageContaining("a map");
    assertThatThrownBy(() -> read("N", "many")).hasMessageContaining("not a number");
    assertThatThrownBy(() -> read("B", "%")).hasMessageContaining("Base64");
    assertThatThrownBy(() -> AttributeValues.deserializeItem(Map.of("a", "b")))
        .hasMessageStartingWith("a: An attribute value is a map");
  }

  @Test
  void deserialize_anUnknownType_isKept() {
    Map<String, Object> unknown = Map.of("SDK_UNKNOWN_MEMBER", Map.of("name", "V"));

    assertThat(AttributeValues.deserialize(unknown)).isEqualTo(unknown);
  }
}
