package io.boto4j.reference.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Values as Python, and the names to import for them. */
final class PythonLiterals implements Literals {
  static final Layout.Style STYLE = new Layout.Style(4, false, true);

  private final Set<String> imports = new TreeSet<>();

  /** Returns the lines that import what the literals so far need. */
  Set<String> imports() {
    return imports;
  }

  @Override
  public Layout of(Value value) {
    if (value instanceof Value.Text text) {
      return new Layout.Atom(quoted(text.text()));
    } else if (value instanceof Value.Numeral number) {
      return new Layout.Atom(number.digits());
    } else if (value instanceof Value.Flag flag) {
      return new Layout.Atom(flag.flag() ? "True" : "False");
    } else if (value instanceof Value.Time time) {
      imports.add("from datetime import datetime");
      return new Layout.Atom(
          "datetime.fromisoformat(" + quoted(time.iso().replace("Z", "+00:00")) + ")");
    } else if (value instanceof Value.Bytes bytes) {
      boolean ascii = bytes.text().chars().allMatch(c -> c < 0x7f);
      return new Layout.Atom(
          ascii ? "b" + quoted(bytes.text()) : quoted(bytes.text()) + ".encode()");
    } else if (value instanceof Value.File file) {
      return new Layout.Atom(file(file));
    } else if (value instanceof Value.Items list) {
      return list(list.items());
    } else if (value instanceof Value.Events events) {
      return list(events.events());
    } else if (value instanceof Value.Entries map) {
      return map(map.entries());
    }
    return new Layout.Atom("None");
  }

  private String file(Value.File file) {
    if (file.streaming()) {
      return "open(" + quoted(file.name()) + ", \"rb\")";
    }
    imports.add("from pathlib import Path");
    return "Path(" + quoted(file.name()) + ").read_bytes()";
  }

  private Layout list(List<Value> values) {
    List<Layout> items = new ArrayList<>();
    for (Value value : values) {
      items.add(of(value));
    }
    return new Layout.Group("[", items, "]", STYLE);
  }

  private Layout map(Map<String, Value> entries) {
    List<Layout> items = new ArrayList<>();
    entries.forEach(
        (name, value) -> items.add(new Layout.Labelled(quoted(name) + ": ", of(value))));
    return new Layout.Group("{", items, "}", STYLE);
  }

  static String quoted(String text) {
    boolean single = text.indexOf('"') >= 0 && text.indexOf('\'') < 0;
    return Literals.quoted(text, single ? '\'' : '"', "");
  }
}
