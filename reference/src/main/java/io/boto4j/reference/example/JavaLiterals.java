package io.boto4j.reference.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values as Java, and the classes to import for them. */
final class JavaLiterals extends JvmLiterals {
  private static final Layout.Style STYLE = new Layout.Style(2, true, false);

  /** The number of pairs that {@code Map.of} takes. */
  private static final int MOST_PAIRS = 10;

  private final String mapType;

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

  @Override
  Layout list(List<Value> values) {
    imports().add("java.util.List");
    List<Layout> items = new ArrayList<>();
    for (Value value : values) {
      items.add(of(value));
    }
    return group("List.of(", items, ")");
  }

  @Override
  Layout map(Map<String, Value> entries) {
    imports().add(mapType.equals("Map") ? "java.util.Map" : "io.boto4j.Params");
    List<Layout> items = new ArrayList<>();
    entries.forEach(
        (name, value) -> items.add(new Layout.Labelled(quoted(name) + ", ", of(value))));
    return group(mapType + ".of(", items, ")");
  }

  static Layout group(String open, List<Layout> items, String close) {
    return new Layout.Group(open, items, close, STYLE);
  }

  @Override
  String literal(String text) {
    return quoted(text);
  }

  static String quoted(String text) {
    return Literals.quoted(text, '"', "");
  }
}
