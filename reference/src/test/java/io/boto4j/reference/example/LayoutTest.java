package io.boto4j.reference.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LayoutTest {
  private static final String LONG = "x".repeat(40);

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value longMap() {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("A", text(LONG));
    entries.put("B", new Value.Items(List.of(text("b"))));
    entries.put("C", new Value.Items(List.of(new Value.Entries(Map.of("D", text(LONG))))));
    return new Value.Entries(entries);
  }

  private static String printed(Literals literals, Value value) {
    StringBuilder out = new StringBuilder();
    literals.of(value).print(out, 0, 0);
    return out.toString();
  }

  @Test
  void shortValue_isOnOneLine() {
    Value value = new Value.Entries(Map.of("A", new Value.Items(List.of(new Value.Flag(true)))));
    assertThat(printed(new JavaLiterals("Map"), value)).isEqualTo("Map.of(\"A\", List.of(true))");
    assertThat(printed(new KotlinLiterals(), value)).isEqualTo("mapOf(\"A\" to listOf(true))");
    assertThat(printed(new PythonLiterals(), value)).isEqualTo("{\"A\": [True]}");
    assertThat(printed(new JsonLiterals(false), value)).isEqualTo("{\"A\": [true]}");
  }

  @Test
  void longValue_ofJava_hasOneMemberPerLine() {
    assertThat(printed(new JavaLiterals("Params"), longMap()))
        .isEqualTo(
            """
            Params.of(
              "A", "%s",
              "B", List.of("b"),
              "C", List.of(Params.of("D", "%s")))"""
                .formatted(LONG, LONG));
  }

  @Test
  void longValue_ofPython_hasCommaAfterLastMember() {
    assertThat(printed(new PythonLiterals(), longMap()))
        .isEqualTo(
            """
            {
                "A": "%s",
                "B": ["b"],
                "C": [{"D": "%s"}],
            }"""
                .formatted(LONG, LONG));
  }

  @Test
  void texts_areEscaped() {
    Value text = text("a\"$b\\c\n\u2028\ud83d\ude00'");
    assertThat(printed(new JavaLiterals("Map"), text))
        .isEqualTo("\"a\\\"$b\\\\c\\n\\u2028\\ud83d\\ude00'\"");
    assertThat(printed(new KotlinLiterals(), text))
        .isEqualTo("\"a\\\"\\$b\\\\c\\n\\u2028\\ud83d\\ude00'\"");
    assertThat(printed(new KotlinLiterals(), text("{\"a\": 1}")))
        .isEqualTo("\"\"\"{\"a\": 1}\"\"\"");
    assertThat(printed(new PythonLiterals(), text("{\"a\": 1}"))).isEqualTo("'{\"a\": 1}'");
  }

  @Test
  void values_haveTheFormOfTheLanguage() {
    Value file = new Value.File("a.zip", false);
    Value stream = new Value.File("a.zip", true);
    Value time = new Value.Time("2026-01-15T12:00:00Z");
    Value bytes = new Value.Bytes("hi");
    Value number = new Value.Numeral("5000000000", true);
    JavaLiterals java = new JavaLiterals("Map");
    assertThat(printed(java, file)).isEqualTo("Path.of(\"a.zip\")");
    assertThat(printed(java, time)).isEqualTo("Instant.parse(\"2026-01-15T12:00:00Z\")");
    assertThat(printed(java, bytes)).isEqualTo("\"hi\"");
    assertThat(printed(java, number)).isEqualTo("5000000000L");
    assertThat(java.imports()).containsExactly("java.nio.file.Path", "java.time.Instant");
    PythonLiterals python = new PythonLiterals();
    assertThat(printed(python, file)).isEqualTo("Path(\"a.zip\").read_bytes()");
    assertThat(printed(python, stream)).isEqualTo("open(\"a.zip\", \"rb\")");
    assertThat(printed(python, time))
        .isEqualTo("datetime.fromisoformat(\"2026-01-15T12:00:00+00:00\")");
    assertThat(printed(python, bytes)).isEqualTo("b\"hi\"");
    assertThat(printed(python, number)).isEqualTo("5000000000");
  }
}
