package io.boto4j.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The attributes that a read returns. */
final class Projection {
  private final List<Attr> attributes;

  private Projection(List<Attr> attributes) {
    this.attributes = attributes;
  }

  /** Creates a projection from paths and {@link Attr}s. */
  static Projection of(Collection<?> paths) {
    List<Attr> attributes = new ArrayList<>(paths.size());
    for (Object path : paths) {
      attributes.add(
          path instanceof Attr attribute
              ? attribute
              : new Attr(PathText.split(String.valueOf(path))));
    }
    if (attributes.isEmpty()) {
      throw new IllegalArgumentException("A projection needs at least one attribute");
    }
    return new Projection(attributes);
  }

  String written(ExpressionWriter writer) {
    StringBuilder text = new StringBuilder();
    for (Attr attribute : attributes) {
      text.append(text.length() == 0 ? "" : ", ");
      attribute.write(writer, text);
    }
    return text.toString();
  }

  /** Returns a projection that includes whole attributes, too. */
  Projection including(Collection<String> names) {
    List<Attr> all = new ArrayList<>(attributes);
    for (String name : names) {
      if (!includes(name)) {
        all.add(Attr.path(name));
      }
    }
    return new Projection(all);
  }

  /** Whether it has a whole attribute. */
  boolean includes(String name) {
    for (Attr attribute : attributes) {
      if (attribute.path().equals(List.of(name))) {
        return true;
      }
    }
    return false;
  }
}
