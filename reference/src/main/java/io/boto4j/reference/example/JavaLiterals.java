package io.boto4j.reference.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Values as Java, and the classes to import for them. */
final class JavaLiterals implements Literals {
  private static final Layout.Style STYLE = new Layout.Style(2, true, false);

  /** The number of pairs that {@code Map.of} takes. */
  private static final int MOST_PAIRS = 10;

  private final String mapType;
  private final Set<String> imports = new TreeSet<>();

  /**
   * @param mapType {@code Map}, or {@code Params} for maps of any number of entries
   */
  JavaLiterals(String mapType) {
    this.mapType = mapType;
  }

  /** Whether {@code Map.of} takes all maps in a value. */
  static boolean fitMapOf(Value value) {
    if (value instanceof Value.Entries map) {
      return map.entries().size() <= MOST_PAIRS
          && map.entries().values().stream().allMatch(JavaLiterals::fitMapOf);
    }
    if (value instanceof Value.Items list) {
      return list.items().stream().allMatch(JavaLiterals::fitMapOf);
    }
    return !(value instanceof Value.Nothing);
  }

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
    imports.add("java.util.List");
    List<Layout> items = new ArrayList<>();
    for (Value value : values) {
      items.add(of(value));
    }
    return group("List.of(", items, ")");
  }

  private Layout map(Map<String, Value> entries) {
    imports.add(mapType.equals("Map") ? "java.util.Map" : "io.boto4j.Params");
    List<Layout> items = new ArrayList<>();
    entries.forEach(
        (name, value) -> items.add(new Layout.Labelled(quoted(name) + ", ", of(value))));
    return group(mapType + ".of(", items, ")");
  }

  static Layout group(String open, List<Layout> items, String close) {
    return new Layout.Group(open, items, close, STYLE);
  }

  static String quoted(String text) {
    return Literals.quoted(text, '"', "");
  }
}
