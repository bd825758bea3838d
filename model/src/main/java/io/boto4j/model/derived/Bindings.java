package io.boto4j.model.derived;

import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.Source;
import java.util.ArrayList;
import java.util.List;

/** Creates the assignments of derived calls and links. */
final class Bindings {
  private Bindings() {}

  static Binding id(String target, Identifier identifier) {
    return new Binding(target, new Source(Source.Kind.IDENTIFIER, identifier.name()));
  }

  static Binding of(Identifier target, Source.Kind kind, String text) {
    return new Binding(target.name(), new Source(kind, text));
  }

  /** Returns the parameters that take all identifiers of a type. */
  static List<Binding> ids(List<String> parameters, Known type) {
    List<Binding> bindings = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      bindings.add(id(parameters.get(i), type.identifiers().get(i)));
    }
    return bindings;
  }
}
