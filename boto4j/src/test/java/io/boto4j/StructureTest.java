package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses as maps with typed accessors. */
final class StructureTest {
  private static final String EVERYTHING =
      """
      {"Self": {"Text": "inner"}, "Text": "t", "Integer": 5, "Long": 6, "BigInteger": 7,
       "Float": 1.5, "Double": 2.5, "BigDecimal": 3.50, "Boolean": true, "Time": 1.5,
       "IsoTime": "2026-02-03T04:05:06Z", "HttpTime": "Tue, 03 Feb 2026 04:05:06 GMT",
       "Blob": "AAE=", "List": [1, null, 2], "Map": {"b": {"Text": "x"}, "a": null},
       "Union": {"One": "1"}, "Document": {"k": [1, 2.5, "x", null, true]}}
      """;

  private final Recorder recorder = new Recorder();
  private Client client;

  @BeforeEach
  void client(@TempDir Path folder) {
    client = MadeUpService.client(folder, recorder);
  }

  private Response answer(String body) {
    recorder.answer(200, body);
    return client.call("Echo");
  }

  @Test
  void values_ofEveryShape_haveTheirJavaType() {
    Response answer = answer(EVERYTHING);

    assertThat(answer.get("Text")).isEqualTo("t");
    assertThat(answer.get("Integer")).isEqualTo(5);
    assertThat(answer.get("Long")).isEqualTo(6L);
    assertThat(answer.get("BigInteger")).isEqualTo(BigInteger.valueOf(7));
    assertThat(answer.get("Float")).isEqualTo(1.5f);
    assertThat(answer.get("Double")).isEqualTo(2.5);
    assertThat(answer.get("BigDecimal")).isEqualTo(new BigDecimal("3.50"));
    assertThat(answer.get("Boolean")).isEqualTo(true);
    assertThat(answer.get("Time")).isEqualTo(Instant.ofEpochMilli(1500));
    assertThat(answer.get("IsoTime")).isEqualTo(Sessions.NOW);
    assertThat(answer.get("HttpTime")).isEqualTo(Sessions.NOW);
    assertThat(answer.get("Blob")).isEqualTo(new byte[] {0, 1});
    List<Object> list = new ArrayList<>(List.of(1, 2));
    list.add(1, null);
    assertThat(answer.get("List")).isEqualTo(list);
    assertThat(answer.get("Map")).isInstanceOf(Map.class);
    assertThat(answer.get("Self")).isInstanceOf(Structure.class);
    assertThat(answer.get("Union")).isInstanceOf(Structure.class);
    assertThat(answer.get("Document")).isInstanceOf(Map.class);
  }

  @Test
  void accessors_fittingMember_giveIt() {
    Response answer = answer(EVERYTHING);

    assertThat(answer.text("Text")).isEqualTo("t");
    assertThat(answer.integer("Integer")).isEqualTo(5);
    assertThat(answer.integer("Long")).isEqualTo(6);
    assertThat(answer.integer("BigInteger")).isEqualTo(7);
    assertThat(answer.number("Double")).isEqualTo(2.5);
    assertThat(answer.bool("Boolean")).isTrue();
    assertThat(answer.instant("Time")).isEqualTo(Instant.ofEpochMilli(1500));
    assertThat(answer.bytes("Blob")).containsExactly(0, 1);
    assertThat(answer.list("List")).hasSize(3);
    assertThat(answer.map("Map")).containsOnlyKeys("b", "a").containsEntry("a", null);
    assertThat(answer.structure("Self").text("Text")).isEqualTo("inner");
    assertThat(answer.map("Self")).containsEntry("Text", "inner");
    assertThat(answer.structure("Union")).isEqualTo(Map.of("One", "1"));
  }

  @Test
  void accessors_newerOnes_giveWhatFits() {
    Response answer = answer(EVERYTHING);

    assertThat(answer.longInteger("Integer")).isEqualTo(5L);
    assertThat(answer.real("Float")).isEqualTo(1.5);
    assertThat(answer.real("Integer")).isEqualTo(5.0);
    assertThat(answer.structure("Map").structure("b").text("Text")).isEqualTo("x");
    assertThat(answer.structure("Document").list("k")).hasSize(5);
    assertThat(answer("{\"Float\": 0.1}").real("Float")).as("its digits").isEqualTo(0.1);
  }

  @Test
  void accessors_path_leadsToANestedMember() {
    Response answer =
        answer("{\"Self\": {\"Self\": {\"Text\": \"deep\"}}, \"Map\": {\"b\": {\"Text\": \"x\"}}}");

    assertThat(answer.text("Self", "Self", "Text")).isEqualTo("deep");
    assertThat(answer.text("Map", "b", "Text")).isEqualTo("x");
    assertThat(answer.text("Map", "c", "Text")).isNull();
    assertThat(answer.text("Self", "Union", "One")).isNull();
    assertThat(answer.list("Self", "Self", "Self", "List")).isEmpty();
    assertThatThrownBy(() -> answer.text("Self", "Self", "Text", "More"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Member Self.Self.Text is a text, without members");
  }

  @Test
  void accessors_absentMember_giveNullOrNothing() {
    Response answer = answer("{\"Text\": null}");

    assertThat(answer.containsKey("Text")).isFalse();
    assertThat(answer.text("Text")).isNull();
    assertThat(answer.integer("Integer")).isNull();
    assertThat(answer.longInteger("Long")).isNull();
    assertThat(answer.real("Double")).isNull();
    assertThat(answer.number("Double")).isNull();
    assertThat(answer.bool("Boolean")).isNull();
    assertThat(answer.instant("Time")).isNull();
    assertThat(answer.bytes("Blob")).isNull();
    assertThat(answer.body("Blob")).isNull();
    assertThat(answer.structure("Self")).isNull();
    assertThat(answer.map("Map")).isEmpty();
    assertThat(answer.list("List")).isEmpty();
    assertThat(answer.texts("List")).isEmpty();
    assertThat(answer.structures("List")).isEmpty();
    assertThat(answer.maps("List")).isEmpty();
    assertThat(answer.structureMap("Map")).isEmpty();
  }

  @Test
  void accessors_unknownName_isRefusedWithNearNames() {
    Response answer = answer("{\"Self\": {}, \"Map\": {\"b\": {}}}");

    for (String name : new String[] {"Tex", "text", "Texd"}) {
      assertThat(answer.get(name)).as("as in any map").isNull();
      assertThatThrownBy(() -> answer.text(name))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(" has no member \"" + name + "\". Did you mean Text");
    }
    String shape = client.model().operation("Echo").output().name();
    assertThatThrownBy(() -> answer.list("Nothing alike"))
        .hasMessage(shape + " has no member \"Nothing alike\".");
    assertThatThrownBy(() -> answer.text("Self", "Tex")).hasMessageContaining("Did you mean Text");
    assertThatThrownBy(() -> answer.text("Map", "b", "Tex"))
        .hasMessageContaining("Did you mean Text");
    assertThatThrownBy(() -> answer.text("Self", "Self", "Tex"))
        .as("behind an absent member")
        .hasMessageContaining("Did you mean Text");
    assertThat(answer.text("Document", "any", "name")).isNull();
  }

  @Test
  void accessors_valueInAText_isRead() {
    Structure queue =
        Structures.of(
            Map.of("Count", "5", "Fifo", "true", "Created", "1770091506", "Price", "1.50"));

    assertThat(queue.integer("Count")).isEqualTo(5);
    assertThat(queue.longInteger("Count")).isEqualTo(5L);
    assertThat(queue.real("Price")).isEqualTo(1.5);
    assertThat(queue.number("Price")).isEqualTo(new BigDecimal("1.50"));
    assertThat(queue.bool("Fifo")).isTrue();
    assertThat(queue.instant("Created")).isEqualTo(Sessions.NOW);
    assertThatThrownBy(() -> queue.integer("Price"))
        .hasMessage("Member Price is a text, not a whole number of 32 bits");
    assertThatThrownBy(() -> queue.bool("Count"))
        .hasMessage("Member Count is a text, not a boolean");
  }

  @Test
  void accessors_otherType_sayWhichItIs() {
    Response answer = answer(EVERYTHING);
    String of = " of " + client.model().operation("Echo").output().name();

    assertThatThrownBy(() -> answer.text("Integer"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Member Integer" + of + " is 5, not a text");
    assertThatThrownBy(() -> answer.integer("Text"))
        .hasMessage("Member Text" + of + " is a text, not a whole number of 32 bits");
    assertThatThrownBy(() -> answer.bool("Text")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> answer.instant("Text")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> answer.bytes("Text")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> answer.list("Map"))
        .hasMessage("Member Map" + of + " is a map, not a list");
    assertThatThrownBy(() -> answer.structure("List"))
        .hasMessage("Member List" + of + " is a list, not a structure or map");
    assertThatThrownBy(() -> answer.structures("List"))
        .hasMessage("Member List" + of + " is a list, not a list of structures or maps");
    assertThatThrownBy(() -> answer.texts("List"))
        .hasMessage("Member List" + of + " is a list, not a list of texts");
  }

  @Test
  void integer_thatDoesNotFit_isRefused() {
    Response answer = answer("{\"Long\": 2147483648, \"Double\": 5.5, \"Float\": 5.0}");

    assertThatThrownBy(() -> answer.integer("Long"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(" is 2147483648, not a whole number of 32 bits");
    assertThat(answer.longInteger("Long")).isEqualTo(2147483648L);
    assertThatThrownBy(() -> answer.integer("Double")).isInstanceOf(IllegalArgumentException.class);
    assertThat(answer.integer("Float")).isEqualTo(5);
    Response odd = answer("{\"Double\": \"NaN\"}");
    assertThatThrownBy(() -> odd.integer("Double")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void search_withAType_converts() {
    Response answer = answer("{\"Text\": \"t\", \"List\": [1, 2], \"Self\": {\"Text\": \"in\"}}");

    assertThat(answer.search("Self.Text", String.class)).isEqualTo("in");
    assertThat(answer.search("List[1]", Long.class)).isEqualTo(2L);
    assertThat(answer.search("Self", Structure.class).text("Text")).isEqualTo("in");
    assertThat(answer.search("{a: Text}", Structure.class).text("a")).isEqualTo("t");
    assertThat(answer.search("Union.One", String.class)).isNull();
    assertThat(answer.searchAll("List", Integer.class)).containsExactly(1, 2);
    assertThat(answer.searchAll("Map", Integer.class)).isEmpty();
    assertThatThrownBy(() -> answer.search("Text", Integer.class))
        .hasMessage("Text is a text that does not fit: expected a Integer");
    assertThatThrownBy(() -> answer.searchAll("Text", String.class))
        .hasMessage("The result of Text is a text, not a list");
  }

  @Test
  void toJson_writesEveryValue() {
    assertThat(answer("{\"Time\": 1.5, \"Blob\": \"AAE=\", \"Double\": \"NaN\"}").toJson())
        .isEqualTo("{\"Double\":\"NaN\",\"Time\":\"1970-01-01T00:00:01.500Z\",\"Blob\":\"AAE=\"}");
    assertThat(Json.pretty(answer("{\"List\": [1], \"Map\": {}}")))
        .isEqualTo("{\n  \"List\": [\n    1\n  ],\n  \"Map\": {}\n}");
  }

  @Test
  void map_contract_isThatOfAnyMap() {
    Response answer = answer(EVERYTHING);
    answer.get("Blob");
    Map<String, Object> same = new HashMap<>(answer);

    assertThat(answer).isEqualTo(same).hasSameHashCodeAs(same).hasSize(17);
    assertThat(same).isEqualTo(answer);
    assertThat(answer.keySet())
        .containsExactly(
            "Text",
            "Integer",
            "Long",
            "BigInteger",
            "Float",
            "Double",
            "BigDecimal",
            "Boolean",
            "Time",
            "IsoTime",
            "HttpTime",
            "Blob",
            "List",
            "Map",
            "Self",
            "Union",
            "Document");
    assertThat(answer.values()).hasSize(17).contains("t", 5, 6L);
    assertThat(answer.containsKey("Text")).isTrue();
    assertThat(answer.containsKey("Password")).isFalse();
    assertThat(answer.containsKey(null)).isFalse();
    Object number = 5;
    assertThat(answer.containsKey(number)).isFalse();
    assertThat(answer.get(null)).isNull();
    assertThat(answer.get(number)).isNull();
    assertThat(answer.containsValue("t")).isTrue();
    assertThat(answer.getOrDefault("Password", "none")).isEqualTo("none");
    assertThat(answer.isEmpty()).isFalse();
    assertThat(answer("{}").isEmpty()).isTrue();
    assertThat(answer("{}")).isEqualTo(Map.of()).hasSameHashCodeAs(Map.of());
    Structure self = answer.structure("Self");
    assertThat(self).isEqualTo(Map.of("Text", "inner")).hasSameHashCodeAs(Map.of("Text", "inner"));
    assertThat(Map.of("Text", "inner")).isEqualTo(self);
  }

  /**
   * A single member is stored without an array, and must behave the same, whatever nulls and
   * unknown members the response has.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Text': 'inner'}",
        "{'Integer': null, 'Text': 'inner'}",
        "{'Text': 'inner', 'Integer': null}",
        "{'Unknown': [1], 'Text': 'inner', 'Other': {}}",
        "{'Text': 'first', 'Text': 'inner'}",
        "{'Text': null, 'Text': 'inner'}",
        "{'T\\u0065xt': 'inner'}"
      })
  void map_contractOfOneMember_isThatOfAnyMap(String body) {
    Structure one = answer("{\"Self\": " + body.replace('\'', '"') + "}").structure("Self");

    assertThat(one).isEqualTo(Map.of("Text", "inner")).hasSize(1).hasToString("{Text=inner}");
    assertThat(one.entrySet()).containsExactly(Map.entry("Text", "inner"));
    assertThat(one.hashCode()).isEqualTo(Map.of("Text", "inner").hashCode());
    assertThat(one.containsKey("Text")).isTrue();
    assertThat(one.containsKey("Integer")).isFalse();
    assertThat(one.get("Integer")).isNull();
    assertThat(one.text("Text")).isEqualTo("inner");
    assertThat(one.search("Text")).isEqualTo("inner");
    assertThatThrownBy(() -> one.put("Text", "x"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'Self': {}}", "{'Self': {'Text': null}}", "{'Self': {'Unknown': 1}}"})
  void structure_noMembers_isEmpty(String body) {
    assertThat(answer(body.replace('\'', '"')).map("Self")).isNotNull().isEmpty();
  }

  @Test
  void iterator_pastTheEnd_saysSo() {
    Iterator<Map.Entry<String, Object>> entries = answer("{\"Text\": \"t\"}").entrySet().iterator();
    entries.next();

    assertThat(entries.hasNext()).isFalse();
    assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void structure_anyPart_isReadOnly() {
    Response answer = answer(EVERYTHING);

    assertThatThrownBy(() -> answer.put("Text", "x"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> answer.remove("Text"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(answer::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> answer.entrySet().iterator().next().setValue("x"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> answer.list("List").add(5))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> answer.map("Map").put("x", 5))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> answer.structure("Union").put("x", 5))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> answer.structure("Self").clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void unionOfUnknownMember_isNamed() {
    Structure union = answer("{\"Union\": {\"Three\": 3}}").structure("Union");

    assertThat(union).containsOnlyKeys("SDK_UNKNOWN_MEMBER");
    assertThat(union.structure("SDK_UNKNOWN_MEMBER").text("name")).isEqualTo("Three");
    assertThatThrownBy(() -> union.put("One", "1"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void answer_asInput_isSentAgain() {
    Response answer = answer(EVERYTHING);
    Map<String, Object> again = new LinkedHashMap<>(answer);
    again.remove("List");
    again.remove("Map");

    client.call("Echo", again);

    Response second = answer(Recorder.body(recorder.last()));
    assertThat(second.keySet()).isEqualTo(again.keySet());
    assertThat(second.text("Text")).isEqualTo("t");
    assertThat(second.bytes("Blob")).containsExactly(0, 1);
    assertThat(second.get("Document")).isEqualTo(answer.get("Document"));
    assertThat(second.get("BigDecimal")).isEqualTo(answer.get("BigDecimal"));
    assertThat(second.instant("IsoTime")).isEqualTo(answer.instant("IsoTime"));
    assertThat(second.instant("HttpTime")).isEqualTo(answer.instant("HttpTime"));
  }

  @Test
  void texts_ofASet_areItsElements() {
    Structure item = Structures.of(Map.of("tags", new LinkedHashSet<>(List.of("b", "a"))));

    assertThat(item.texts("tags")).containsExactly("b", "a");
    assertThat(item.list("tags")).containsExactly("b", "a");
    assertThatThrownBy(() -> item.structures("tags"))
        .hasMessage("Member tags is a list, not a list of structures or maps");
  }
}
