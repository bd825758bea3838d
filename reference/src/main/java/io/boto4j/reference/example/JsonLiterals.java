package io.boto4j.reference.example;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Values as JSON, as the AWS CLI reads and prints it. */
final class JsonLiterals implements Literals {
  static final Layout.Style STYLE = new Layout.Style(2, false, false);

  private final boolean raw;

  /**
   * @param raw whether blobs are written as they are, and not as Base64
   */
  JsonLiterals(boolean raw) {
    this.raw = raw;
  }

  @Override
  public Layout of(Value value) {
    if (value instanceof Value.Text text) {
      return new Layout.Atom(quoted(text.text()));
    } else if (value instanceof Value.Numeral number) {
      return new Layout.Atom(number.digits());
    } else if (value instanceof Value.Flag flag) {
      return new Layout.Atom(String.valueOf(flag.flag()));
    } else if (value instanceof Value.Time time) {
      return new Layout.Atom(quoted(time.iso()));
    } else if (value instanceof Value.Bytes bytes) {
      return new Layout.Atom(bytes(bytes.text()));
    } else if (value instanceof Value.File file) {
      return new Layout.Atom(bytes("the bytes of " + file.name()));
    } else if (value instanceof Value.Items list) {
      return list(list.items());
    } else if (value instanceof Value.Events events) {
      return list(events.events());
    } else if (value instanceof Value.Entries map) {
      List<Layout> items = new ArrayList<>();
      map.entries()
          .forEach((name, each) -> items.add(new Layout.Labelled(quoted(name) + ": ", of(each))));
      return new Layout.Group("{", items, "}", STYLE);
    }
    return new Layout.Atom("null");
  }

  private Layout list(List<Value> values) {
    List<Layout> items = new ArrayList<>();
    for (Value value : values) {
      items.add(of(value));
    }
    return new Layout.Group("[", items, "]", STYLE);
  }

  private String bytes(String text) {
    return quoted(
        raw ? text : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  static String quoted(String text) {
    return Literals.quoted(text, '"', "");
  }
}
