package io.boto4j.reference.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Values as Kotlin, and the classes to import for them. */
final class KotlinLiterals extends JvmLiterals {
  private static final Layout.Style STYLE = new Layout.Style(2, false, false);

  /** The texts that a raw string, in three quotes, can contain as they are. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!.*\"\"\")[ -#%-\\[\\]-~]*[ !#%-\\[\\]-~]");

  @Override
  Layout list(List<Value> values) {
    List<Layout> items = new ArrayList<>();
    for (Value value : values) {
      items.add(of(value));
    }
    return new Layout.Group(items.isEmpty() ? "emptyList<Any>(" : "listOf(", items, ")", STYLE);
  }

  @Override
  Layout map(Map<String, Value> entries) {
    List<Layout> items = new ArrayList<>();
    entries.forEach(
        (name, value) -> items.add(new Layout.Labelled(quoted(name) + " to ", of(value))));
    String open = items.isEmpty() ? "emptyMap<String, Any>(" : "mapOf(";
    return new Layout.Group(open, items, ")", STYLE);
  }

  @Override
  String literal(String text) {
    return quoted(text);
  }

  static String quoted(String text) {
    boolean raw = text.indexOf('"') >= 0 && PLAIN.matcher(text).matches();
    return raw ? "\"\"\"" + text + "\"\"\"" : Literals.quoted(text, '"', "$");
  }
}
