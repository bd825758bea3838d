package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NamePoolTest {
  private final NamePool pool = new NamePool();

  private String of(String name) {
    byte[] bytes = ("x" + name + "y").getBytes(UTF_8);
    return pool.of(bytes, 1, bytes.length - 1);
  }

  @Test
  void of_sameName_isTheSameString() {
    String first = of("email");

    assertThat(first).isEqualTo("email");
    assertThat(of("email")).isSameAs(first);
    assertThat(of("")).isEmpty();
  }

  /** Far more names than slots: each lookup must still return the right name. */
  @Test
  void of_manyNames_areNeverMixedUp() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 5_000; i++) {
        assertThat(of("name" + i)).isEqualTo("name" + i);
        assertThat(of("n" + i % 3)).isEqualTo("n" + i % 3);
      }
    }
  }

  /** "Aa" and "BB" have the same hash. */
  @Test
  void of_namesOfOneHash_areToldApart() {
    List<String> names = List.of("Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa");
    for (String name : names) {
      assertThat(of(name)).isEqualTo(name);
    }
    for (String name : names) {
      assertThat(of(name)).isEqualTo(name);
    }
  }

  @Test
  void name_ofManyItems_isSharedByTheReader() {
    String item =
        "{\"user_id\": 1, \"\u00e9\": 2, \"esc\\u0061ped\": 3, \"" + "n".repeat(65) + "\": 4}";
    String document = "[" + item + ", ".concat(item).repeat(99) + "]";
    List<Map<String, Object>> items = new ArrayList<>();
    for (Object each : (List<?>) new JsonReader(document.getBytes(UTF_8)).readValue()) {
      items.add(map(each));
    }

    assertThat(items).hasSize(100).allMatch(each -> each.equals(items.get(0)));
    IdentityHashMap<String, Boolean> ids = new IdentityHashMap<>();
    for (Map<String, Object> each : items.subList(40, 100)) {
      ids.put(each.keySet().iterator().next(), true);
    }
    assertThat(ids).hasSize(1);
  }

  @SuppressWarnings("unchecked") // objects are keyed by text
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
