package io.boto4j.model.derived;

import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.model.resource.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the types of a service that are certain, by their nouns. */
final class TypeFinder {
  private final Api api;
  private final Map<String, Known> written = new LinkedHashMap<>();
  private final Set<String> claimed = new HashSet<>();

  private TypeFinder(Api api, ResourceDefinitions written) {
    this.api = api;
    for (ResourceType each : written.types().values()) {
      Known known = Known.written(each);
      this.written.put(each.name(), known);
      known.members().forEach(this::claim);
    }
    claimed.remove("");
  }

  /** Returns the types: the written ones, and then the derived ones in the order of their names. */
  static Map<String, Known> find(Api api, ResourceDefinitions written) {
    return new TypeFinder(api, written).find();
  }

  private Map<String, Known> find() {
    Set<String> ofWritten = Set.copyOf(claimed);
    Set<String> nouns = Nouns.of(api);
    nouns.removeIf(noun -> Words.isAmong(noun, written.keySet()));
    nouns.removeIf(noun -> DerivedExceptions.isNoType(api.service(), noun));
    claimSure(nouns);
    List<Draft> drafts = certain(nouns);
    drafts.removeIf(
        draft ->
            draft.own() == null
                ? !written.isEmpty()
                : ofWritten.contains(lower(String.valueOf(draft.qualified()))));
    drafts.addAll(Owners.of(api, drafts, claimed));
    drafts.sort(Comparator.comparing(Draft::noun));
    return known(drafts);
  }

  /** The identifiers that surely name their noun cannot be the own identifiers of other types. */
  private void claimSure(Set<String> nouns) {
    for (String noun : nouns) {
      for (Draft draft : new LoadRules(api, Set.of()).propose(noun)) {
        String own = draft.own();
        if (own != null && IdentifierNames.certainty(noun, own) > 1) {
          claim(IdentifierNames.qualified(noun, own));
        }
      }
    }
  }

  private List<Draft> certain(Set<String> nouns) {
    LoadRules rules = new LoadRules(api, Set.copyOf(claimed));
    Evidence evidence = new Evidence(api, Set.copyOf(claimed));
    List<Draft> drafts = new ArrayList<>();
    for (String noun : nouns) {
      rules.propose(noun).stream().filter(evidence::isCertain).findFirst().ifPresent(drafts::add);
    }
    return drafts;
  }

  private Map<String, Known> known(List<Draft> drafts) {
    Map<String, Known> known = new LinkedHashMap<>(written);
    List<Draft> byDepth = new ArrayList<>(drafts);
    byDepth.sort(
        Comparator.comparing((Draft each) -> each.scope().size())
            .thenComparing(each -> each.own() == null)
            .thenComparing(Draft::noun));
    byDepth.forEach(each -> known.put(each.noun(), TypeNames.known(api, each, known.values())));
    Map<String, Known> sorted = new LinkedHashMap<>(written);
    drafts.forEach(each -> sorted.put(each.noun(), known.get(each.noun())));
    return sorted;
  }

  private void claim(String member) {
    claimed.add(lower(member));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
