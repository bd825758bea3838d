package io.boto4j.model.derived;

import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of a service as the holders of the actions, collections and links to others. */
final class Holders {
  private final String service;
  private final Map<String, Known> types;
  private final Map<String, TypeLines> lines = new HashMap<>();
  private final TypeLines root = new TypeLines();

  Holders(String service, Map<String, Known> types) {
    this.service = service;
    this.types = types;
    types.keySet().forEach(each -> lines.put(each, new TypeLines()));
  }

  /** Returns the lines of a type, or those of the service itself. */
  TypeLines lines(@Nullable Known type) {
    TypeLines found = type == null ? root : lines.get(type.name());
    return found == null ? root : found;
  }

  Collection<Known> types() {
    return types.values();
  }

  /** Returns the type that a draft's resources belong to, even a written one; null if none is. */
  @Nullable Known owner(Draft draft) {
    return DerivedExceptions.isNoChild(service, draft.noun())
        ? null
        : TypeNames.parent(draft.scope(), types.values(), draft.noun());
  }

  /** Returns the derived type that a draft's resources belong to; null if there is none. */
  @Nullable Known parent(Draft draft) {
    Known parent = owner(draft);
    return parent == null || parent.draft() == null ? null : parent;
  }

  /** Returns the derived types with one identifier that is among some members of an operation. */
  List<Known> referenced(OperationModel operation, Collection<String> members, Known except) {
    List<Known> referenced = new ArrayList<>();
    for (Known each : types.values()) {
      if (each.draft() != null
          && !each.name().equals(except.name())
          && each.members().size() == 1
          && isSure(each)
          && Words.isAmong(each.own(), members)) {
        referenced.add(each);
      }
    }
    return referenced;
  }

  /** Tells whether the member with a type's identifier has the name of the type. */
  static boolean isSure(Known type) {
    return IdentifierNames.certainty(type.name(), type.own()) == 3;
  }

  /** Returns the parameters of an operation that take the identifiers of a holder. */
  static List<Binding> parameters(OperationModel operation, Known holder) {
    StructureShape input = operation.input();
    List<Binding> parameters = new ArrayList<>();
    for (int i = 0; i < holder.members().size() && input != null; i++) {
      String member = IdentifierNames.find(input, holder.members().get(i));
      if (member != null) {
        parameters.add(Bindings.id(member, holder.identifiers().get(i)));
      }
    }
    return parameters;
  }

  /** Returns the source of an identifier of what a type belongs to: the holder, or the request. */
  static Binding scope(OperationModel operation, Known type, int index, @Nullable Known holder) {
    Identifier identifier = type.identifiers().get(index);
    String member = type.members().get(index);
    if (holder != null) {
      int same = TypeNames.index(holder, member);
      String name = holder.identifiers().get(same).name();
      return Bindings.of(identifier, Source.Kind.IDENTIFIER, name);
    }
    StructureShape input = operation.input();
    String found = input == null ? null : IdentifierNames.find(input, member);
    return Bindings.of(identifier, Source.Kind.REQUEST, found == null ? member : found);
  }
}
