package io.boto4j.reference.example;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Values in a language of the JVM, and the classes to import for them. */
abstract class JvmLiterals implements Literals {
  private final Set<String> imports = new TreeSet<>();

  /** Returns the names of the classes that the literals so far need. */
  final Set<String> imports() {
    return imports;
  }

  @Override
  public final Layout of(Value value) {
    if (value instanceof Value.Text text) {
      return new Layout.Atom(literal(text.text()));
    } else if (value instanceof Value.Numeral number) {
      return new Layout.Atom(number.digits() + (number.wide() ? "L" : ""));
    } else if (value instanceof Value.Flag flag) {
      return new Layout.Atom(String.valueOf(flag.flag()));
    } else if (value instanceof Value.Time time) {
      imports.add("java.time.Instant");
      return new Layout.Atom("Instant.parse(" + literal(time.iso()) + ")");
    } else if (value instanceof Value.Bytes bytes) {
      return new Layout.Atom(literal(bytes.text()));
    } else if (value instanceof Value.File file) {
      imports.add("java.nio.file.Path");
      return new Layout.Atom("Path.of(" + literal(file.name()) + ")");
    } else if (value instanceof Value.Items list) {
      return list(list.items());
    } else if (value instanceof Value.Events events) {
      return list(events.events());
    } else if (value instanceof Value.Entries map) {
      return map(map.entries());
    }
    return new Layout.Atom("null");
  }

  /** Returns a list. */
  abstract Layout list(List<Value> values);

  /** Returns a map. */
  abstract Layout map(Map<String, Value> entries);

  /** Returns a text in quotes. */
  abstract String literal(String text);
}
