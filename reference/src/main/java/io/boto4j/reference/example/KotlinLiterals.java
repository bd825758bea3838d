package io.boto4j.reference.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Values as Kotlin, and the classes to import for them. */
final class KotlinLiterals implements Literals {
  private static final Layout.Style STYLE = new Layout.Style(2, false, false);

  /** The texts that a raw string, in three quotes, can contain as they are. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!.*\"\"\")[ -#%-\\[\\]-~]*[ !#%-\\[\\]-~]");

  private final Set<String> imports = new TreeSet<>();

  /** Returns the names of the classes that the literals so far need. */
  Set<String> imports() {
    return imports;
  }

  @Override
  public Layout of(Value value) {
    if (value instanceof Value.Text text) {
      return new Layout.Atom(quoted(text.text()));
    } else if (value instanceof Value.Numeral number) {
      return new Layout.Atom(number.digits() + (number.wide() ? "L" : ""));
    } else if (value instanceof Value.Flag flag) {
      return new Layout.Atom(String.valueOf(flag.flag()));
    } else if (value instanceof Value.Time time) {
      imports.add("java.time.Instant");
      return new Layout.Atom("Instant.parse(" + quoted(time.iso()) + ")");
    } else if (value instanceof Value.Bytes bytes) {
      return new Layout.Atom(quoted(bytes.text()));
    } else if (value instanceof Value.File file) {
      imports.add("java.nio.file.Path");
      return new Layout.Atom("Path.of(" + quoted(file.name()) + ")");
    } else if (value instanceof Value.Items list) {
      return list(list.items());
    } else if (value instanceof Value.Events events) {
      return list(events.events());
    } else if (value instanceof Value.Entries map) {
      return map(map.entries());
    }
    return new Layout.Atom("null");
  }

  private Layout list(List<Value> values) {
    List<Layout> items = new ArrayList<>();
    for (Value value : values) {
      items.add(of(value));
    }
    return new Layout.Group(items.isEmpty() ? "emptyList<Any>(" : "listOf(", items, ")", STYLE);
  }

  private Layout map(Map<String, Value> entries) {
    List<Layout> items = new ArrayList<>();
    entries.forEach(
        (name, value) -> items.add(new Layout.Labelled(quoted(name) + " to ", of(value))));
    String open = items.isEmpty() ? "emptyMap<String, Any>(" : "mapOf(";
    return new Layout.Group(open, items, ")", STYLE);
  }

  static String quoted(String text) {
    boolean raw = text.indexOf('"') >= 0 && PLAIN.matcher(text).matches();
    return raw ? "\"\"\"" + text + "\"\"\"" : Literals.quoted(text, '"', "$");
  }
}
