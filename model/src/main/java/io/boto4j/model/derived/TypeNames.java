package io.boto4j.model.derived;

import io.boto4j.model.resource.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the identifiers of drafts and finds their parents. */
final class TypeNames {
  private TypeNames() {}

  /** Returns a draft's type with named identifiers, given the types of its possible parents. */
  static Known known(Api api, Draft draft, Collection<Known> types) {
    Known parent = parent(draft.scope(), types, draft.noun());
    List<Identifier> identifiers = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String scope : draft.scope()) {
      int index = parent == null ? -1 : index(parent, scope);
      String name = parent == null || index < 0 ? Words.upperCamel(scope) : parent.nameBelow(index);
      names.add(name);
      identifiers.add(new Identifier(name, inData(draft, scope)));
    }
    List<String> members = new ArrayList<>(draft.scope());
    String own = draft.own();
    if (own != null) {
      String name = draft.shortName(api);
      name = names.contains(name) ? Words.upperCamel(own) : name;
      identifiers.add(new Identifier(name, draft.inData(api)));
      members.add(IdentifierNames.qualified(draft.noun(), own));
    }
    return new Known(draft.noun(), identifiers, members, draft);
  }

  private static @Nullable String inData(Draft draft, String scope) {
    return draft.shape() == null ? null : IdentifierNames.find(draft.shape(), scope);
  }

  /** Returns the only type with exactly some members as its identifiers; null otherwise. */
  static @Nullable Known parent(List<String> scope, Collection<Known> types, String except) {
    Known found = null;
    for (Known each : types) {
      boolean single = each.draft() == null || each.draft().own() != null;
      if (single
          && !each.name().equals(except)
          && !scope.isEmpty()
          && each.members().size() == scope.size()
          && scope.stream().allMatch(member -> Words.isAmong(member, each.members()))) {
        if (found != null) {
          return null;
        }
        found = each;
      }
    }
    return found;
  }

  static int index(Known type, String member) {
    for (int i = 0; i < type.members().size(); i++) {
      if (Words.same(type.members().get(i), member)) {
        return i;
      }
    }
    return -1;
  }
}
