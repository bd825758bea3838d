package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.ParamValidationException;
import io.boto4j.testing.Stubber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The order of validation reports, the names of types in them, and the hints of services. */
final class ValidationReportTest {
  private static final String TABLE =
      ", or use io.boto4j.dynamodb.Table, which takes plain values)";

  private final Recorder recorder = new Recorder();
  private final Session session = Sessions.with(recorder).build();
  private final Client dynamodb = session.client("dynamodb");

  private static List<String> problems(Client client, String operation, Map<String, ?> input) {
    return catchThrowableOfType(ParamValidationException.class, () -> client.call(operation, input))
        .problems();
  }

  private List<String> ofItem(Map<String, ?> item) {
    return problems(dynamodb, "PutItem", Map.of("TableName", "t", "Item", item));
  }

  private String ofAttribute(Object value) {
    Map<String, Object> item = new HashMap<>();
    item.put("a", value);
    List<String> problems = ofItem(item);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Test
  void problems_whateverTheOrderOfTheInput_areInPlace() {
    List<Map.Entry<String, Object>> entries = new ArrayList<>();
    entries.add(Map.entry("Zebra", 1));
    entries.add(Map.entry("Aardvark", 1));
    entries.add(Map.entry("ReturnValues", 3));
    entries.add(Map.entry("ConditionExpression", 4));
    entries.add(Map.entry("ExpressionAttributeNames", Map.of("#b", 1, "#a", 2, "#c", 3)));
    entries.add(
        Map.entry(
            "Item",
            Map.of("z", Map.of("SS", List.of("ok", 1, 2)), "b", Map.of("L", 1), "a", Map.of())));
    Random random = new Random(15);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(entries, random);
      Map<String, Object> input = i % 2 == 0 ? new LinkedHashMap<>() : new HashMap<>();
      entries.forEach(each -> input.put(each.getKey(), each.getValue()));

      assertThat(problems(dynamodb, "PutItem", input))
          .extracting(line -> line.replaceAll(", (value|must be).*", ""))
          .containsExactly(
              "Missing required parameter in input: \"TableName\"",
              "Unknown parameter in input: \"Aardvark\"",
              "Unknown parameter in input: \"Zebra\"",
              "Invalid type for parameter Item.b.L",
              "Invalid type for parameter Item.z.SS[1]",
              "Invalid type for parameter Item.z.SS[2]",
              "Invalid type for parameter ReturnValues",
              "Invalid type for parameter ConditionExpression",
              "Invalid type for parameter ExpressionAttributeNames.#a",
              "Invalid type for parameter ExpressionAttributeNames.#b",
              "Invalid type for parameter ExpressionAttributeNames.#c");
    }
  }

  @Test
  void values_inReports_areInOneOrder() {
    Map<String, Object> value = Map.of("c", 1, "a", Set.of("y", "x", "z"), "b", Map.of(2, 3, 1, 4));

    assertThat(problems(dynamodb, "GetItem", Map.of("TableName", value, "Key", Map.of())))
        .containsExactly(
            "Invalid type for parameter TableName, value: {a=[x, y, z], b={1=4, 2=3}, c=1},"
                + " type: a map, valid types: a text, an enum constant");
  }

  @Test
  void types_inReports_areThoseThatUsersKnow() throws Exception {
    Map<Object, String> types = new LinkedHashMap<>();
    types.put(Map.of(), "a map");
    types.put(new TreeMap<>(), "a map");
    types.put(List.of(1, 2), "a list");
    types.put(Collections.unmodifiableList(new ArrayList<>()), "a list");
    types.put(Set.of(), "a list");
    types.put(Arrays.asList(1, 2), "a list");
    types.put(new int[] {1}, "an array");
    types.put(new String[] {"a"}, "an array");
    types.put(3, "a number");
    types.put(new BigDecimal("3.5"), "a number");
    types.put(true, "a boolean");
    types.put(new byte[1], "byte[]");
    types.put(Duration.ofSeconds(1), "java.time.Duration");
    types.put(Optional.of("x"), "java.util.Optional");
    types.put(Path.of("x"), "java.nio.file.Path");
    types.put(TimeZone.getTimeZone("UTC"), "java.util.TimeZone");
    types.put(
        Channels.newInputStream(Channels.newChannel(new ByteArrayInputStream(new byte[0]))),
        "java.io.InputStream");
    types.put((Supplier<String>) () -> "x", "java.util.function.Supplier");
    types.put(new Own(), "io.boto4j.ValidationReportTest$Own");

    types.forEach(
        (value, name) ->
            assertThat(problems(dynamodb, "GetItem", Map.of("TableName", value, "Key", Map.of())))
                .singleElement()
                .asString()
                .endsWith(", type: " + name + ", valid types: a text, an enum constant"));
    assertThat(problems(dynamodb, "GetItem", Map.of("TableName", "t", "Key", DayOfWeek.MONDAY)))
        .containsExactly(
            "Invalid type for parameter Key, value: MONDAY, type: java.time.DayOfWeek, valid types:"
                + " a map, a record");
  }

  private static final class Own {}

  @Test
  void plainValue_forDynamoDb_isShownInItsTypedForm() {
    assertThat(ofAttribute(3))
        .isEqualTo(
            "Invalid type for parameter Item.a, value: 3, type: a number, valid types: a map, a record"
                + " (write {\"N\": \"3\"}"
                + TABLE);
    assertThat(ofAttribute("x\"\n")).endsWith("(write {\"S\": \"x\\\"?\"}" + TABLE);
    assertThat(ofAttribute(true)).endsWith("(write {\"BOOL\": true}" + TABLE);
    assertThat(ofAttribute(null)).endsWith("(write {\"NULL\": true}" + TABLE);
    assertThat(ofAttribute(new byte[9])).endsWith("(write {\"B\": …}" + TABLE);
    assertThat(ofAttribute(Set.of("b", "a"))).endsWith("(write {\"SS\": [\"a\", \"b\"]}" + TABLE);
    assertThat(ofAttribute(Set.of(1))).endsWith("(write {\"NS\": [\"1\"]}" + TABLE);
    assertThat(ofAttribute(List.of(1, "x", Map.of("S", "y"))))
        .endsWith("(write {\"L\": [{\"N\": \"1\"}, {\"S\": \"x\"}, {\"S\": \"y\"}]}" + TABLE);
    assertThat(ofAttribute(Map.of("city", "x")))
        .startsWith("Unknown parameter in Item.a: \"city\", must be one of: S, N, ")
        .endsWith("BOOL (write {\"M\": {\"city\": {\"S\": \"x\"}}}" + TABLE);
    assertThat(ofAttribute(Map.of("N", 3)))
        .startsWith("Invalid type for parameter Item.a.N, value: 3, type: a number, ")
        .endsWith("a text, an enum constant (numbers are texts here: write \"3\"" + TABLE);
  }

  @Test
  void plainValue_withoutATypedForm_hasNoHint() {
    assertThat(ofAttribute(Duration.ZERO)).endsWith("valid types: a map, a record");
    assertThat(ofAttribute(List.of(Duration.ZERO))).endsWith("valid types: a map, a record");
    assertThat(ofAttribute(Map.of("s", "x"))).endsWith("NULL, BOOL");
    assertThat(ofAttribute(Map.of("S", 3))).endsWith("valid types: a text, an enum constant");
    assertThat(problems(session.client("dynamodbstreams"), "ListStreams", Map.of("Limit", "3")))
        .singleElement()
        .asString()
        .endsWith("valid types: a number without a fraction");
  }

  @Test
  void hint_ofAnEnormousValue_isShort() {
    List<Object> within = new ArrayList<>();
    within.add(within);
    assertThat(ofAttribute("x".repeat(1_000_000))).hasSizeLessThan(900);
    assertThat(ofAttribute(Collections.nCopies(100_000, 1))).hasSizeLessThan(900);
    assertThat(ofAttribute(within)).hasSizeLessThan(900);
  }

  @Test
  void hint_ofManyProblems_namesTheClassOnce() {
    List<String> problems = ofItem(Map.of("a", 1, "b", 2, "c", Map.of("x", 1, "y", 2)));

    assertThat(problems).hasSize(4);
    assertThat(problems.get(0)).endsWith("(write {\"N\": \"1\"}" + TABLE);
    assertThat(problems.get(1)).endsWith("(write {\"N\": \"2\"})");
    assertThat(problems.get(2)).endsWith("\"y\": {\"N\": \"2\"}}})");
    assertThat(problems.get(3)).endsWith("NULL, BOOL");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void stubbedAnswer_withPlainValues_hasTheHintToo() {
    Stubber stubber = Stubber.of(dynamodb);

    ParamValidationException e =
        catchThrowableOfType(
            ParamValidationException.class,
            () -> stubber.addResponse("GetItem", Map.of("Item", Map.of("a", 1))));

    assertThat(e).hasMessageContaining("write {\"N\": \"1\"}");
  }

  private record Address(String city, int zip) {}

  @Test
  void record_asAnAttribute_isShownInItsTypedForm() {
    assertThat(ofItem(Map.of("a", new Address("x", 9))).get(0))
        .endsWith("(write {\"M\": {\"city\": {\"S\": \"x\"}, \"zip\": {\"N\": \"9\"}}}" + TABLE);
  }

  @Test
  void input_ofAnOperationWithoutAny_isReportedInOneOrder() {
    for (String name : List.of("Aaa", "Zzz")) {
      Map<String, Object> input = new LinkedHashMap<>();
      input.put(name, 1);
      input.put(name.equals("Aaa") ? "Zzz" : "Aaa", 1);
      assertThat(problems(session.client("autoscaling"), "DescribeAccountLimits", input))
          .containsExactly("Unknown parameter in input: \"Aaa\", must be one of: ");
    }
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void deserialized_keepsItsProblems() throws Exception {
    ParamValidationException e =
        catchThrowableOfType(ParamValidationException.class, () -> dynamodb.call("GetItem"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(e);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((ParamValidationException) in.readObject()).problems())
          .isEqualTo(e.problems())
          .hasSize(2);
    }
  }
}
