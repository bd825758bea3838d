package io.boto4j.model.derived;

import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.model.resource.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of the service, written or derived, with the members of requests that take its
 * identifiers.
 *
 * @param name the name of the type
 * @param identifiers its identifiers
 * @param members the members of requests with their values, by the names that other operations use
 * @param draft what a derived type is made from; null for a written type
 */
record Known(
    String name, List<Identifier> identifiers, List<String> members, @Nullable Draft draft) {
  Known {
    identifiers = List.copyOf(identifiers);
    members = List.copyOf(members);
  }

  /** Returns a written type; members that nothing names are an empty text. */
  static Known written(ResourceType type) {
    List<String> members = new ArrayList<>();
    for (Identifier each : type.identifiers()) {
      members.add(member(type, each));
    }
    return new Known(type.name(), type.identifiers(), members, null);
  }

  /** The parameter that actions take the identifier in, or else the member of the data. */
  private static String member(ResourceType type, Identifier identifier) {
    List<ResourceCall> calls = new ArrayList<>(type.actions());
    if (type.load() != null) {
      calls.add(0, type.load());
    }
    for (ResourceCall call : calls) {
      for (Binding each : call.parameters()) {
        boolean simple = each.target().indexOf('[') < 0 && each.target().indexOf('.') < 0;
        if (simple
            && each.source().kind() == Source.Kind.IDENTIFIER
            && each.source().text().equals(identifier.name())) {
          return IdentifierNames.qualified(type.name(), each.target());
        }
      }
    }
    String member = identifier.member();
    return member == null ? "" : IdentifierNames.qualified(type.name(), member);
  }

  /** Returns the last member, which identifies the resource itself. */
  String own() {
    return members.isEmpty() ? "" : members.get(members.size() - 1);
  }

  /** Returns the name of an identifier of this type among the identifiers of a type below it. */
  String nameBelow(int index) {
    String identifier = identifiers.get(index).name();
    boolean isOwn = index == identifiers.size() - 1 && (draft == null || draft.own() != null);
    if (!isOwn || !IdentifierNames.isEnding(identifier)) {
      return identifier;
    }
    return name.endsWith(identifier) ? name : name + identifier;
  }

  /** Returns the members, as a text for reasons. */
  String takes() {
    List<String> names = new ArrayList<>(members);
    String own = draft == null ? null : draft.own();
    if (own != null) {
      names.set(names.size() - 1, own);
    }
    return String.join(" and ", names);
  }
}
