package io.boto4j.model.derived;

import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds types that are only listed, and that other types belong to: the layers of versions. */
final class Owners {
  private Owners() {}

  static List<Draft> of(Api api, List<Draft> drafts, Set<String> claimed) {
    Map<String, Draft> owners = new TreeMap<>();
    for (Draft draft : drafts) {
      for (String scope : draft.scope()) {
        Draft owner = claimed.contains(scope.toLowerCase(Locale.ROOT)) ? null : owner(api, scope);
        if (owner != null && drafts.stream().noneMatch(each -> each.noun().equals(owner.noun()))) {
          owners.put(owner.noun(), owner);
        }
      }
    }
    return new ArrayList<>(owners.values());
  }

  private static @Nullable Draft owner(Api api, String member) {
    String upper = Words.upperCamel(member);
    for (String ending : List.of("Id", "Name", "Arn")) {
      if (upper.endsWith(ending) && upper.length() > ending.length()) {
        String noun = upper.substring(0, upper.length() - ending.length());
        for (Listing each : Listing.of(api, noun, member)) {
          if (Words.same(each.own(), member)
              && api.required(each.operation()).isEmpty()
              && each.element() instanceof StructureShape shape) {
            return new Draft(noun, List.of(), member, null, Map.of(), null, shape);
          }
        }
      }
    }
    return null;
  }
}
